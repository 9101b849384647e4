// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.OutputTag;

/**
 * Finds the items that others name, fed with items and mentions by item. Hands on the first items of cascades: those that
 * name no other and are named or tracked. Who names nobody, is named by nobody and is not tracked is in no cascade.
 */
final class FindInner extends AbstractStreamOperator<CascadeNode>
        implements OneInputStreamOperator<CascadeNode, CascadeNode> {
    /** Key, link and time of items that others name. */
    static final OutputTag<CascadeNode> INNER = new OutputTag<>("inner", CascadeNode.TYPE);

    private static final long serialVersionUID = 1L;

    /** The item of the current group; null where it is not in the data, and once it was handed on. */
    private transient CascadeNode unnamed;

    @Override
    public void processElement(StreamRecord<CascadeNode> element) {
        CascadeNode node = element.getValue();
        if (node.rank == CascadeNode.HEAD) {
            unnamed = node;
            if (!node.isLinked() && node.isTracked()) {
                output.collect(new StreamRecord<>(node.asRoot()));
            }
        } else if (unnamed != null && unnamed.isWith(node)) {
            CascadeNode inner = unnamed;
            unnamed = null;
            output.collect(INNER, new StreamRecord<>(inner.definition()));
            if (!inner.isLinked() && !inner.isTracked()) {
                output.collect(new StreamRecord<>(inner.asRoot()));
            }
        }
    }
}
