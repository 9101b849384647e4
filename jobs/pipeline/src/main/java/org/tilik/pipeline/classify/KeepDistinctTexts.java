// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.pipeline.counts.JobCounts;

/** Lets each different text pass once; they come sorted by number. */
final class KeepDistinctTexts extends AbstractStreamOperator<Tuple4<Long, Long, Long, int[]>>
        implements OneInputStreamOperator<Tuple4<Long, Long, Long, int[]>, Tuple4<Long, Long, Long, int[]>>,
                BoundedOneInput {
    private static final long serialVersionUID = 1L;

    /** The text with the smallest key of those with the last number; null before the first. */
    private transient Tuple4<Long, Long, Long, int[]> kept;

    private transient long texts;

    @Override
    public void processElement(StreamRecord<Tuple4<Long, Long, Long, int[]>> element) {
        Tuple4<Long, Long, Long, int[]> text = element.getValue();
        if (kept == null || !text.f0.equals(kept.f0)) {
            finishText();
            kept = Tuple4.of(text.f0, text.f1, text.f2, text.f3);
        } else if (NearTexts.key(text.f1, text.f2).compareTo(NearTexts.key(kept.f1, kept.f2)) < 0) {
            kept = Tuple4.of(text.f0, text.f1, text.f2, text.f3);
        }
    }

    @Override
    public void endInput() {
        finishText();
        output.collect(JobCounts.TAG, new StreamRecord<>(Tuple2.of(ClassifyCounts.TEXTS_COMPARED, texts)));
    }

    private void finishText() {
        if (kept != null) {
            texts++;
            output.collect(new StreamRecord<>(kept));
        }
    }
}
