// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.counts;

import java.util.SortedMap;
import java.util.TreeMap;
import javax.annotation.Nullable;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Adds up counts by name: first in every task, then, in one task that also writes the file, over all of them. */
final class SumCounts extends AbstractStreamOperator<Tuple2<String, Long>>
        implements OneInputStreamOperator<Tuple2<String, Long>, Tuple2<String, Long>>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private final String runId;

    @Nullable
    private final String file;

    private transient SortedMap<String, Long> sums;

    private SumCounts(String runId, String file) {
        this.runId = runId;
        this.file = file;
    }

    static SumCounts inEachTask(String runId) {
        return new SumCounts(runId, null);
    }

    static SumCounts toFile(String runId, Path file) {
        return new SumCounts(runId, file.toString());
    }

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
    public void endInput() throws Exception {
        if (file != null) {
            new JobCounts(runId, sums).write(new Path(file));
        }
        sums.forEach((name, sum) -> output.collect(new StreamRecord<>(Tuple2.of(name, sum))));
    }
}
