// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.tilik.measure.spread.variants.Similarity;

/**
 * Tells members in which component their content is; a content that nothing ties to another is its own. Counts the items
 * of each content for the sizes of components.
 */
final class AssignComponents extends AbstractStreamOperator<FamilyPart>
        implements OneInputStreamOperator<FamilyPart, FamilyPart>, BoundedOneInput {
    static final TypeInformation<Tuple2<String, Long>> SIZE = Types.TUPLE(Types.STRING, Types.LONG);
    /** A rule for similar texts and the name of a component under it; how many items one content adds to that. */
    static final OutputTag<Tuple2<String, Long>> SIZES = new OutputTag<>("sizes", SIZE);

    private static final long serialVersionUID = 1L;

    private transient String content;
    private transient Components components;
    private transient long items;

    @Override
    public void processElement(StreamRecord<FamilyPart> element) {
        FamilyPart part = element.getValue();
        if (!part.group.equals(content)) {
            finishContent();
            content = part.group;
            components = Components.alone(content);
            items = 0;
        }
        if (part.isHead()) {
            components = Components.parse(part.content);
            return;
        }
        items++;
        String component = components.under(Similarity.STANDARD);
        if (Labelling.isTrackedByItself(part.label)) {
            output.collect(new StreamRecord<>(FamilyPart.tracked(component)));
        }
        output.collect(new StreamRecord<>(part.inComponent(component)));
    }

    @Override
    public void endInput() {
        finishContent();
    }

    private void finishContent() {
        if (content != null && items > 0) {
            for (Similarity similarity : Similarity.values()) {
                String name = similarity.name() + CountFamilies.THEN + components.under(similarity);
                output.collect(SIZES, new StreamRecord<>(Tuple2.of(name, items)));
            }
        }
    }
}
