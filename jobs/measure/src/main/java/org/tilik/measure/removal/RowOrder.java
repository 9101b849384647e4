// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.function.IntBinaryOperator;

/** Sorts row numbers by a comparison of rows, stable and without boxing: ten million rows stay primitive. */
public final class RowOrder {

    private RowOrder() {}

    /** The numbers 0 … {@code rows} − 1, ordered by {@code comparison}; equal rows keep their order. */
    public static int[] sorted(int rows, IntBinaryOperator comparison) {
        int[] from = new int[rows];
        for (int i = 0; i < rows; i++) {
            from[i] = i;
        }
        int[] to = new int[rows];
        for (int width = 1; width > 0 && width < rows; width *= 2) {
            for (int start = 0; start < rows; start += 2 * width) {
                merge(from, to, start, Math.min(start + width, rows), Math.min(start + 2 * width, rows), comparison);
                if (start > rows - 2 * width) {
                    break;
                }
            }
            int[] swap = from;
            from = to;
            to = swap;
        }
        return from;
    }

    private static void merge(int[] from, int[] to, int start, int middle, int end, IntBinaryOperator comparison) {
        int left = start;
        int right = middle;
        for (int out = start; out < end; out++) {
            boolean takeLeft = right >= end || (left < middle && comparison.applyAsInt(from[left], from[right]) <= 0);
            to[out] = takeLeft ? from[left++] : from[right++];
        }
    }
}
