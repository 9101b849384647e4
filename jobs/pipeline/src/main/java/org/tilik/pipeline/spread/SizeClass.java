// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread;

/** Classes of sizes by number of digits: 2-9, 10-99, 100-999 and so on. */
public final class SizeClass {
    private static final long TEN = 10;
    private static final long SMALLEST = 2;

    private SizeClass() {}

    /** The class of a cascade or family of so many items, two or more; a lone item is a class of its own. */
    public static String of(long size) {
        if (size < SMALLEST) {
            return Long.toString(size);
        }
        long low = 1;
        while (size / low >= TEN) {
            low *= TEN;
        }
        return Math.max(low, SMALLEST) + "-" + (low * TEN - 1);
    }
}
