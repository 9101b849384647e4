// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * Keeps the contents that two or more items have, and tells each of these items; images are kept anyway, since a similar
 * one may turn up.
 */
final class CollapseContents extends ProcessFunction<FamilyPart, FamilyPart> {
    /** Codes of images, each once. */
    static final OutputTag<String> IMAGES = new OutputTag<>("images", Types.STRING);

    private static final long serialVersionUID = 1L;

    private transient String content;
    private transient boolean tracked;
    private transient String onlyItem;
    private transient String lastItem;

    @Override
    public void open(OpenContext context) {
        content = null;
    }

    @Override
    public void processElement(FamilyPart part, Context context, Collector<FamilyPart> out) {
        boolean isFirst = !part.group.equals(content);
        if (isFirst) {
            content = part.group;
            tracked = false;
            onlyItem = null;
            lastItem = null;
        }
        if (part.isHead()) {
            tracked = true;
        } else if (!part.itemKey.equals(lastItem)) {
            boolean isSecond = onlyItem != null;
            boolean isImage = Content.parse(part.content).image() != null;
            if (isImage && lastItem == null) {
                context.output(IMAGES, part.content);
            }
            if (isSecond) {
                out.collect(FamilyPart.shared(onlyItem, part.content, tracked));
                onlyItem = null;
            }
            if (isImage || lastItem != null) {
                out.collect(FamilyPart.shared(part.itemKey, part.content, tracked));
            } else {
                onlyItem = part.itemKey;
            }
            lastItem = part.itemKey;
        }
    }
}
