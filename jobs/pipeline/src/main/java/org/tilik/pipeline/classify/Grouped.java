// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import org.apache.flink.api.common.operators.Order;
import org.apache.flink.api.java.functions.KeySelector;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/**
 * A part of a group: parts are brought together by group and put in order, so that an operator can go through groups of
 * any size without holding them.
 */
interface Grouped {
    /** Name of the group. */
    String group();

    /** Text by which the parts of a group are sorted. */
    String order();

    /** The parts, whole groups in one task each, sorted by group and order; outside the heap. */
    static <T extends Grouped> SingleOutputStreamOperator<T> sorted(DataStream<T> parts, String uid, String name) {
        return parts.partitionCustom((hash, tasks) -> Math.floorMod(hash, tasks), (KeySelector<T, Integer>)
                        part -> part.group().hashCode())
                .fullWindowPartition()
                .sortPartition((KeySelector<T, String>) part -> part.group() + '\u0001' + part.order(), Order.ASCENDING)
                .uid(uid)
                .name(name);
    }
}
