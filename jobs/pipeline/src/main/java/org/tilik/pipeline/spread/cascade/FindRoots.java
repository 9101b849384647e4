// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.measure.spread.cascade.EdgeKind;
import org.tilik.measure.spread.cascade.ParentOutcome;
import org.tilik.measure.spread.cascade.RootFinder;

/**
 * Finds where the cascade of every item that others name begins; runs as one task, fed with keys, links and times of these
 * items and with nothing of the many on which nothing hangs.
 */
final class FindRoots extends AbstractStreamOperator<CascadeNode>
        implements OneInputStreamOperator<CascadeNode, CascadeNode>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    /** Heap that {@link RootFinder} may take for one item. */
    private static final int BYTES_AN_ITEM = 115;
    /** The task has half of the heap. */
    private static final int PART_OF_HEAP = 2;

    private transient RootFinder roots;

    @Override
    public void open() throws Exception {
        super.open();
        long fit = Runtime.getRuntime().maxMemory() / PART_OF_HEAP / BYTES_AN_ITEM;
        roots = new RootFinder((int) Math.min(fit, Integer.MAX_VALUE / 2));
    }

    @Override
    public void processElement(StreamRecord<CascadeNode> element) {
        CascadeNode node = element.getValue();
        if (node.isLinked()) {
            EdgeKind edge = EdgeKind.of(node.edge);
            roots.add(node.keyHigh, node.keyLow, node.parentHigh, node.parentLow, edge, node.micros);
        } else {
            roots.addRoot(node.keyHigh, node.keyLow, node.micros);
        }
    }

    @Override
    public void endInput() {
        roots.resolve();
        for (int node = 0; node < roots.nodes(); node++) {
            if (roots.isAdded(node)) {
                int root = roots.rootOf(node);
                output.collect(new StreamRecord<>(CascadeNode.rootOf(
                        roots.keyHigh(node),
                        roots.keyLow(node),
                        roots.keyHigh(root),
                        roots.keyLow(root),
                        roots.micros(node))));
            }
        }
    }
}
