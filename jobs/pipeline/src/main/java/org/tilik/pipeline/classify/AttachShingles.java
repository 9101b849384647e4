// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.Arrays;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Sends each pair on to its second text with the shingles of the first; the same pair from several buckets once. The texts
 * that one is compared with are held, a few hundred at the most, because buckets are cut.
 */
final class AttachShingles extends AbstractStreamOperator<Tuple4<Long, Long, Long, int[]>>
        implements OneInputStreamOperator<Tuple4<Long, Long, Long, int[]>, Tuple4<Long, Long, Long, int[]>>,
                BoundedOneInput {
    private static final long serialVersionUID = 1L;
    private static final int FIRST_OTHERS = 64;

    private transient long first;
    private transient long second;
    private transient int[] shingles;
    private transient long[] others;
    private transient int size;

    @Override
    public void open() throws Exception {
        super.open();
        others = new long[FIRST_OTHERS];
    }

    @Override
    public void processElement(StreamRecord<Tuple4<Long, Long, Long, int[]>> element) {
        Tuple4<Long, Long, Long, int[]> part = element.getValue();
        if (!NearTexts.isComparison(part)) {
            finishText();
            first = part.f1;
            second = part.f2;
            shingles = part.f3;
        } else {
            if (size == others.length) {
                others = Arrays.copyOf(others, 2 * size);
            }
            others[size++] = part.f1;
        }
    }

    @Override
    public void endInput() {
        finishText();
    }

    private void finishText() {
        Arrays.sort(others, 0, size);
        for (int i = 0; i < size; i++) {
            if (i == 0 || others[i] != others[i - 1]) {
                output.collect(new StreamRecord<>(NearTexts.comparison(others[i], first, second, shingles)));
            }
        }
        size = 0;
    }
}
