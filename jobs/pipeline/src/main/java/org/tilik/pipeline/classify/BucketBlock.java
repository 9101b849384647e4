// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.util.Arrays;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/**
 * Texts in buckets of one range, many in one record: each text is in 18 buckets, and Flink's sorting of single ones would
 * cost more than all else about them. Flink needs it mutable, with public fields.
 */
public final class BucketBlock {
    /** How blocks travel between operators. */
    static final TypeInformation<BucketBlock> TYPE = Types.POJO(BucketBlock.class);

    /** Number of ranges; a task holds one of them, with ten million texts some 44,000 places. */
    static final int RANGES = 1 << 12;

    private static final int RANGE_BITS = 12;
    private static final int MOST = 128;
    private static final int FIRST = 8;

    /** Range of the buckets, from 0. */
    public int range;

    public int size;
    /** {@link org.tilik.measure.spread.variants.BucketPairs#place} of each. */
    public long[] places = {};
    /** Number of the text. */
    public long[] texts = {};
    /** How many shingles it has. */
    public int[] shingles = {};

    /** The range of a place; all places of a bucket have the same. */
    static int rangeOf(long place) {
        return (int) (place >>> (Long.SIZE - RANGE_BITS));
    }

    /** Without any text. */
    static BucketBlock of(int range) {
        BucketBlock block = new BucketBlock();
        block.range = range;
        return block;
    }

    void add(long place, long text, int shinglesOfText) {
        if (size == places.length) {
            int room = Math.max(FIRST, 2 * size);
            places = Arrays.copyOf(places, room);
            texts = Arrays.copyOf(texts, room);
            shingles = Arrays.copyOf(shingles, room);
        }
        places[size] = place;
        texts[size] = text;
        shingles[size++] = shinglesOfText;
    }

    boolean isFull() {
        return size == MOST;
    }

    /** The same without room for more. */
    BucketBlock trimmed() {
        BucketBlock block = of(range);
        block.size = size;
        block.places = Arrays.copyOf(places, size);
        block.texts = Arrays.copyOf(texts, size);
        block.shingles = Arrays.copyOf(shingles, size);
        return block;
    }
}
