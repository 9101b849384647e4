// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.variants;

import java.util.Arrays;

/**
 * What a text is made of, for comparing it with others: the set of its runs of three tokens (word 3-gram shingles), each
 * as a hash of 32 bits.
 *
 * <p>A text has shingles only where it has eight tokens or more; shorter ones say too little to call two that differ the
 * same. The similarity of two sets is |A ∩ B| / |A ∪ B|, exact but for collisions of hashes: in a pair of texts of 50
 * tokens some two different shingles meet with a probability of 5e-7, in one of 1,000 tokens with 2e-4, and each such
 * meeting counts one shingle too many as common. Broder 1997, <i>On the resemblance and containment of documents</i>,
 * doi:10.1109/SEQUEN.1997.666900, with sets in place of bags.
 */
public final class Shingles {
    /** Tokens from which on a text is compared with others. */
    public static final int LEAST_TOKENS = 8;

    private static final int TOKENS = 3;
    private static final int[] NONE = {};
    private static final long FIRST_FACTOR = 0x9E3779B97F4A7C15L;
    private static final long SECOND_FACTOR = 0xC2B2AE3D27D4EB4FL;
    private static final long THIRD_FACTOR = 0x165667B19E3779F9L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private Shingles() {}

    /**
     * The set of shingles of a text, sorted; empty where it has fewer than eight tokens.
     *
     * @param tokens tokens with one blank between them
     */
    public static int[] of(String tokens) {
        int count = tokens.isEmpty()
                ? 0
                : 1 + (int) tokens.chars().filter(c -> c == ' ').count();
        if (count < LEAST_TOKENS) {
            return NONE;
        }
        int[] shingles = new int[count - TOKENS + 1];
        long first = 0;
        long second = 0;
        int from = 0;
        for (int token = 0; token < count; token++) {
            int blank = tokens.indexOf(' ', from);
            int until = blank < 0 ? tokens.length() : blank;
            long third = hash(tokens, from, until);
            if (token >= TOKENS - 1) {
                long run = mix(first * FIRST_FACTOR + second * SECOND_FACTOR + third * THIRD_FACTOR);
                shingles[token - TOKENS + 1] = (int) (run >>> Integer.SIZE);
            }
            first = second;
            second = third;
            from = until + 1;
        }
        return distinct(shingles);
    }

    private static long hash(String text, int from, int until) {
        long hash = FNV_OFFSET;
        for (int i = from; i < until; i++) {
            hash = (hash ^ text.charAt(i)) * FNV_PRIME;
        }
        return mix(hash);
    }

    private static int[] distinct(int[] values) {
        Arrays.sort(values);
        int size = 0;
        for (int value : values) {
            if (size == 0 || values[size - 1] != value) {
                values[size++] = value;
            }
        }
        return Arrays.copyOf(values, size);
    }

    /** Spreads a number over all 64 bits (variant 13 of Stafford's finalizer). */
    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** Jaccard similarity of two sorted sets, 0 to 1; that of two empty ones is 0. */
    public static double similarity(int[] one, int[] other) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < one.length && j < other.length) {
            if (one[i] == other[j]) {
                common++;
                i++;
                j++;
            } else if (one[i] < other[j]) {
                i++;
            } else {
                j++;
            }
        }
        int all = one.length + other.length - common;
        return all == 0 ? 0 : common / (double) all;
    }

    /** Whether sets of these sizes can be so similar at all: the smaller one may lie in the larger. */
    static boolean canReach(double similarity, int size, int otherSize) {
        return Math.min(size, otherSize) >= similarity * Math.max(size, otherSize);
    }
}
