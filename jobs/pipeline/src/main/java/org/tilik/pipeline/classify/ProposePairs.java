// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.measure.spread.variants.BucketPairs;
import org.tilik.pipeline.counts.JobCounts;

/** Pairs the texts that are in the same bucket; they come sorted by their place in it. */
final class ProposePairs extends AbstractStreamOperator<Tuple4<Long, Long, Long, int[]>>
        implements OneInputStreamOperator<Tuple3<Long, Long, Integer>, Tuple4<Long, Long, Long, int[]>>,
                BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private transient BucketPairs pairs;

    @Override
    public void open() throws Exception {
        super.open();
        pairs = new BucketPairs((one, other) -> output.collect(new StreamRecord<>(NearTexts.comparison(one, other))));
    }

    @Override
    public void processElement(StreamRecord<Tuple3<Long, Long, Integer>> element) {
        Tuple3<Long, Long, Integer> text = element.getValue();
        pairs.add(text.f0, text.f1, text.f2);
    }

    @Override
    public void endInput() {
        pairs.finish();
        output.collect(
                JobCounts.TAG, new StreamRecord<>(Tuple2.of(ClassifyCounts.TEXT_BUCKETS_CUT, pairs.cutBuckets())));
    }
}
