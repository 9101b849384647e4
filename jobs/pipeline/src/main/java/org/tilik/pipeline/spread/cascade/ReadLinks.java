// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;
import org.tilik.measure.spread.cascade.ParentOutcome;
import org.tilik.pipeline.spread.SpreadItem;

/**
 * Reads the link of every item. Hands on the items that name no other, of the others only that they are there and whom they
 * name; they themselves go aside, to what they name.
 */
final class ReadLinks extends AbstractStreamOperator<CascadeNode>
        implements OneInputStreamOperator<SpreadItem, CascadeNode>, BoundedOneInput {
    /** Items that name another one, grouped by it. */
    static final OutputTag<CascadeNode> LINKED = new OutputTag<>("linked", CascadeNode.TYPE);

    private static final long serialVersionUID = 1L;

    private transient LinkCounts counts;

    @Override
    public void open() throws Exception {
        super.open();
        counts = new LinkCounts();
    }

    @Override
    public void processElement(StreamRecord<SpreadItem> element) {
        SpreadItem item = element.getValue();
        if (item.postedAt == null) {
            counts.add(LinkCounts.UNKNOWN_TIME, 1);
            return;
        }
        CascadeNode node = CascadeNode.of(item);
        if (node.isLinked()) {
            output.collect(new StreamRecord<>(node.definition()));
            output.collect(new StreamRecord<>(node.mention()));
            output.collect(LINKED, new StreamRecord<>(node.amongSiblings()));
            return;
        }
        counts.add(ParentOutcome.NO_LINK);
        if (Link.of(item.platform, item.kind, item.parentKey, item.originKey).isUnnamed()) {
            counts.add(LinkCounts.UNNAMED, 1);
        }
        output.collect(new StreamRecord<>(node));
    }

    @Override
    public void endInput() {
        counts.emit(output);
    }
}
