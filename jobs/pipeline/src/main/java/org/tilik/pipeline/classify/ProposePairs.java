// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.tilik.measure.spread.variants.BucketPairs;
import org.tilik.pipeline.counts.JobCounts;

/** Pairs the texts that are in the same bucket; blocks come sorted by range, and one range is held and sorted at a time. */
final class ProposePairs extends AbstractStreamOperator<Tuple4<Long, Long, Long, int[]>>
        implements OneInputStreamOperator<BucketBlock, Tuple4<Long, Long, Long, int[]>>, BoundedOneInput {
    private static final long serialVersionUID = 1L;
    private static final Comparator<Placed> BY_PLACE = (one, other) -> Long.compareUnsigned(one.place(), other.place());
    private static final int SLOT_BITS = 18;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private transient BucketPairs pairs;
    /** Pairs handed on lately, two numbers each: similar texts meet in most of their buckets, and once is enough. */
    private transient long[] recent;

    private transient List<Placed> held;
    private transient int range;

    private record Placed(long place, long text, int shingles) {}

    @Override
    public void open() throws Exception {
        super.open();
        held = new ArrayList<>();
        recent = new long[2 << SLOT_BITS];
        pairs = new BucketPairs(this::propose);
    }

    private void propose(long one, long other) {
        int slot = 2 * (int) (((one * MIX + other) * MIX) >>> (Long.SIZE - SLOT_BITS));
        if (recent[slot] != one || recent[slot + 1] != other) {
            recent[slot] = one;
            recent[slot + 1] = other;
            output.collect(new StreamRecord<>(NearTexts.comparison(one, other)));
        }
    }

    @Override
    public void processElement(StreamRecord<BucketBlock> element) {
        BucketBlock block = element.getValue();
        if (block.range != range) {
            finishRange();
            range = block.range;
        }
        for (int i = 0; i < block.size; i++) {
            held.add(new Placed(block.places[i], block.texts[i], block.shingles[i]));
        }
    }

    private void finishRange() {
        held.sort(BY_PLACE);
        held.forEach(placed -> pairs.add(placed.place(), placed.text(), placed.shingles()));
        held.clear();
    }

    @Override
    public void endInput() {
        finishRange();
        pairs.finish();
        output.collect(
                JobCounts.TAG, new StreamRecord<>(Tuple2.of(ClassifyCounts.TEXT_BUCKETS_CUT, pairs.cutBuckets())));
    }
}
