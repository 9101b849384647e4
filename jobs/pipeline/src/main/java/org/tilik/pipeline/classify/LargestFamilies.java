// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Finds the largest of the sizes under each name; runs as one task, fed with a few from each. */
final class LargestFamilies extends AbstractStreamOperator<Tuple2<String, Long>>
        implements OneInputStreamOperator<Tuple2<String, Long>, Tuple2<String, Long>>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private transient SortedMap<String, Long> largest;

    @Override
    public void open() throws Exception {
        super.open();
        largest = new TreeMap<>();
    }

    @Override
    public void processElement(StreamRecord<Tuple2<String, Long>> element) {
        largest.merge(element.getValue().f0, element.getValue().f1, Math::max);
    }

    @Override
    public void endInput() {
        largest.forEach((name, size) -> output.collect(new StreamRecord<>(Tuple2.of(name, size))));
    }
}
