// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.measure.spread.variants.Shingles;
import org.tilik.measure.spread.variants.Similarity;
import org.tilik.pipeline.counts.JobCounts;

/** Keeps the pairs that are truly similar, by the exact share of shingles that they have in common. */
final class VerifyPairs extends AbstractStreamOperator<Tuple3<String, String, Double>>
        implements OneInputStreamOperator<Tuple4<Long, Long, Long, int[]>, Tuple3<String, String, Double>>,
                BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private transient String key;
    private transient int[] shingles;
    private transient long compared;
    private transient long near;

    @Override
    public void processElement(StreamRecord<Tuple4<Long, Long, Long, int[]>> element) {
        Tuple4<Long, Long, Long, int[]> part = element.getValue();
        if (!NearTexts.isComparison(part)) {
            key = NearTexts.key(part.f1, part.f2);
            shingles = part.f3;
            return;
        }
        double similarity = Shingles.similarity(shingles, part.f3);
        compared++;
        near += Similarity.STANDARD.holds(similarity) ? 1 : 0;
        if (Similarity.LOOSE.holds(similarity)) {
            output.collect(new StreamRecord<>(Tuple3.of(key, NearTexts.key(part.f1, part.f2), similarity)));
        }
    }

    @Override
    public void endInput() {
        output.collect(JobCounts.TAG, new StreamRecord<>(Tuple2.of(ClassifyCounts.TEXT_PAIRS_COMPARED, compared)));
        output.collect(JobCounts.TAG, new StreamRecord<>(Tuple2.of(ClassifyCounts.TEXT_PAIRS_NEAR, near)));
    }
}
