// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/** Tells members in which component their content is; a content that nothing ties to another is its own. */
final class AssignComponents extends ProcessFunction<FamilyPart, FamilyPart> {
    private static final long serialVersionUID = 1L;

    private transient String content;
    private transient String component;

    @Override
    public void open(OpenContext context) {
        content = null;
    }

    @Override
    public void processElement(FamilyPart part, Context context, Collector<FamilyPart> out) {
        if (!part.group.equals(content)) {
            content = part.group;
            component = part.group;
        }
        if (part.isHead()) {
            component = part.content;
        } else {
            if (Labelling.isTrackedByItself(part.label)) {
                out.collect(FamilyPart.tracked(component));
            }
            out.collect(part.inComponent(component));
        }
    }
}
