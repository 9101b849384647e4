// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.util.Arrays;

/** A growing column of whole numbers: eight bytes each, so that a family of millions of copies fits into memory. */
public final class Numbers {
    private long[] values = new long[16];
    private int size;

    public void add(long value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, Math.toIntExact(Math.min(size * 3L / 2, Integer.MAX_VALUE - 8L)));
        }
        values[size++] = value;
    }

    public int size() {
        return size;
    }

    /** The number that was added at this place, from 0. */
    public long get(int index) {
        return values[index];
    }

    /** The numbers added so far, ascending. */
    long[] sorted() {
        long[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted;
    }

    /** How many of the numbers differ. */
    public int distinct() {
        return distinct(sorted(), Integer.MAX_VALUE).length;
    }

    /** The smallest of the different numbers, at most so many. */
    long[] smallest(int most) {
        return distinct(sorted(), most);
    }

    /** For each number in the order of adding, how many different ones are smaller. */
    int[] ranks() {
        long[] different = distinct(sorted(), Integer.MAX_VALUE);
        int[] ranks = new int[size];
        for (int i = 0; i < size; i++) {
            ranks[i] = Arrays.binarySearch(different, values[i]);
        }
        return ranks;
    }

    /** The numbers in the order of adding. */
    public long[] inOrder() {
        return Arrays.copyOf(values, size);
    }

    private static long[] distinct(long[] sorted, int most) {
        int kept = 0;
        for (int i = 0; i < sorted.length && kept < most; i++) {
            if (i == 0 || sorted[i] != sorted[i - 1]) {
                sorted[kept++] = sorted[i];
            }
        }
        return Arrays.copyOf(sorted, kept);
    }
}
