// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

/** Rows in the order of their times; rows of one time stay as they were. Linear time for many rows. */
public final class TimeOrder {
    /** Up to so many rows, insertion is faster. */
    private static final int FEW = 40;

    private static final int DIGIT_BITS = 11;
    private static final int DIGITS = 1 << DIGIT_BITS;

    private TimeOrder() {}

    /**
     * Puts the rows into the order of their times, in place.
     *
     * @param first a time not after any other
     * @param last a time not before any other; last − first does not overflow
     */
    public static void sort(int[] rows, long[] times, long first, long last) {
        if (isSorted(rows, times)) {
            return;
        }
        if (rows.length <= FEW) {
            insert(rows, times);
            return;
        }
        int[] from = rows;
        int[] into = new int[rows.length];
        for (int shift = 0; shift < Long.SIZE && (last - first) >>> shift != 0; shift += DIGIT_BITS) {
            distribute(from, into, times, first, shift);
            int[] swap = from;
            from = into;
            into = swap;
        }
        if (from != rows) {
            System.arraycopy(from, 0, rows, 0, rows.length);
        }
    }

    private static boolean isSorted(int[] rows, long[] times) {
        for (int i = 1; i < rows.length; i++) {
            if (times[rows[i - 1]] > times[rows[i]]) {
                return false;
            }
        }
        return true;
    }

    private static void insert(int[] rows, long[] times) {
        for (int i = 1; i < rows.length; i++) {
            int row = rows[i];
            int at = i;
            for (; at > 0 && times[rows[at - 1]] > times[row]; at--) {
                rows[at] = rows[at - 1];
            }
            rows[at] = row;
        }
    }

    /** One step of a radix sort from the lowest digit. */
    private static void distribute(int[] from, int[] into, long[] times, long first, int shift) {
        int[] begin = new int[DIGITS + 1];
        for (int row : from) {
            begin[digit(times[row] - first, shift) + 1]++;
        }
        for (int d = 0; d < DIGITS; d++) {
            begin[d + 1] += begin[d];
        }
        for (int row : from) {
            into[begin[digit(times[row] - first, shift)]++] = row;
        }
    }

    private static int digit(long since, int shift) {
        return (int) (since >>> shift) & (DIGITS - 1);
    }
}
