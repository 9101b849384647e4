// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Adds numbers up by name and hands the sums on before each checkpoint, so that it has nothing to remember. */
final class SumOutcomes extends AbstractStreamOperator<Tuple2<String, Long>>
        implements OneInputStreamOperator<Tuple2<String, Long>, Tuple2<String, Long>> {
    private static final long serialVersionUID = 1L;

    private transient Map<String, Long> sums;

    @Override
    public void open() throws Exception {
        super.open();
        sums = new TreeMap<>();
    }

    @Override
    public void processElement(StreamRecord<Tuple2<String, Long>> element) {
        sums.merge(element.getValue().f0, element.getValue().f1, Long::sum);
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) {
        sums.forEach((name, sum) -> output.collect(new StreamRecord<>(Tuple2.of(name, sum))));
        sums.clear();
    }
}
