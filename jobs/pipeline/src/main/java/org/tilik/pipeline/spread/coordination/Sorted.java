// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.coordination;

import org.apache.flink.api.common.operators.Order;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** Brings parts together by group and puts them in order, outside the heap. */
final class Sorted {
    private Sorted() {}

    /**
     * The parts, whole groups in one task each, in order.
     *
     * @param order text that begins with the group
     */
    static <T> SingleOutputStreamOperator<T> by(
            DataStream<T> parts, KeySelector<T, String> group, KeySelector<T, String> order, String step, String name) {
        return parts.partitionCustom((hash, tasks) -> Math.floorMod(hash, tasks), (KeySelector<T, Integer>)
                        part -> group.getKey(part).hashCode())
                .fullWindowPartition()
                .sortPartition(order, Order.ASCENDING)
                .uid("coordination-sort-" + step)
                .name("coordination: " + name);
    }
}
