// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.util.Arrays;

/**
 * Small numbers of one page (levels, places in a dictionary) and their encoding, which Parquet calls the hybrid of runs
 * and packed bits: here one run where all are equal, as in most pages of most columns, else packed bits throughout. zstd
 * finds the shorter runs.
 */
final class PackedNumbers {
    private static final int GROUP = 8;

    private int[] numbers = new int[256];
    private int size;
    private int differences;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
        differences |= number ^ numbers[0];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        differences = 0;
    }

    /** Writes the numbers, each in so many bits. */
    void writeTo(PageBytes page, int bits) {
        if (size > 0 && differences == 0) {
            writeVarint(page, size << 1);
            for (int shift = 0; shift < bits; shift += Byte.SIZE) {
                page.write(numbers[0] >>> shift);
            }
        } else if (size > 0) {
            int groups = (size + GROUP - 1) / GROUP;
            writeVarint(page, (groups << 1) | 1);
            pack(page, bits, groups * GROUP);
        }
    }

    /** The first number in the lowest bits; what fills up the last group is zero. */
    private void pack(PageBytes page, int bits, int count) {
        long pending = 0;
        int pendingBits = 0;
        for (int i = 0; i < count; i++) {
            pending |= (i < size ? (long) numbers[i] : 0L) << pendingBits;
            pendingBits += bits;
            while (pendingBits >= Byte.SIZE) {
                page.write((int) pending);
                pending >>>= Byte.SIZE;
                pendingBits -= Byte.SIZE;
            }
        }
    }

    private static void writeVarint(PageBytes page, int value) {
        int left = value;
        while ((left & ~0x7F) != 0) {
            page.write((left & 0x7F) | 0x80);
            left >>>= 7;
        }
        page.write(left);
    }
}
