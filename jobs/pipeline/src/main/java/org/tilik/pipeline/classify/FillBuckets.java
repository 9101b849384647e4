// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.measure.spread.variants.BucketPairs;
import org.tilik.measure.spread.variants.MinHashBands;

/** Puts each text into its buckets and hands these on in blocks; holds a block of each range, 10 MB at the most. */
final class FillBuckets extends AbstractStreamOperator<BucketBlock>
        implements OneInputStreamOperator<Tuple4<Long, Long, Long, int[]>, BucketBlock>, BoundedOneInput {
    private static final long serialVersionUID = 1L;

    private transient BucketBlock[] open;

    @Override
    public void open() throws Exception {
        super.open();
        open = new BucketBlock[BucketBlock.RANGES];
        for (int range = 0; range < open.length; range++) {
            open[range] = BucketBlock.of(range);
        }
    }

    @Override
    public void processElement(StreamRecord<Tuple4<Long, Long, Long, int[]>> element) {
        Tuple4<Long, Long, Long, int[]> text = element.getValue();
        for (long bucket : MinHashBands.STANDARD.buckets(text.f3)) {
            long place = BucketPairs.place(bucket, text.f0);
            BucketBlock block = open[BucketBlock.rangeOf(place)];
            block.add(place, text.f0, text.f3.length);
            if (block.isFull()) {
                emit(block);
            }
        }
    }

    private void emit(BucketBlock block) {
        output.collect(new StreamRecord<>(block.trimmed()));
        block.size = 0;
    }

    @Override
    public void endInput() {
        for (BucketBlock block : open) {
            if (block.size > 0) {
                emit(block);
            }
        }
    }
}
