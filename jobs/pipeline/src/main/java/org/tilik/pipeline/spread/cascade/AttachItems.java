// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.measure.spread.cascade.EdgeKind;
import org.tilik.measure.spread.cascade.ParentOutcome;

/** Attaches every item to the one that it names, or makes it a root; fed with items and roots by the item named. */
final class AttachItems extends AbstractStreamOperator<CascadeNode>
        implements OneInputStreamOperator<CascadeNode, CascadeNode>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private transient LinkCounts counts;
    /** What is known of the item that is named; null before the first. */
    private transient CascadeNode named;

    @Override
    public void open() throws Exception {
        super.open();
        counts = new LinkCounts();
    }

    @Override
    public void processElement(StreamRecord<CascadeNode> element) {
        CascadeNode node = element.getValue();
        if (node.rank == CascadeNode.HEAD) {
            named = node;
            return;
        }
        boolean isThere = named != null && named.isWith(node);
        EdgeKind edge = EdgeKind.of(node.edge);
        ParentOutcome outcome = isThere ? outcome(node, edge) : ParentOutcome.orphan(edge);
        counts.add(outcome);
        output.collect(new StreamRecord<>(
                outcome.isAttached() ? node.below(named.rootHigh, named.rootLow) : node.asRoot()));
    }

    private ParentOutcome outcome(CascadeNode node, EdgeKind edge) {
        boolean isSelf = node.keyHigh == node.parentHigh && node.keyLow == node.parentLow;
        ParentOutcome outcome = ParentOutcome.of(edge, isSelf, node.micros, named.micros);
        // What it names hangs on it, so that its own link is the one that was cut in a cycle of equal times.
        boolean closesCycle = named.rootHigh == node.keyHigh && named.rootLow == node.keyLow;
        return outcome.isAttached() && closesCycle ? ParentOutcome.CYCLE_CUT : outcome;
    }

    @Override
    public void endInput() {
        counts.emit(output);
    }
}
