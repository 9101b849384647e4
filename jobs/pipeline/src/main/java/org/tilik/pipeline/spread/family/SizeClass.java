// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

/** Classes of numbers of copies: from 2 to 9, and from each power of ten to the next. */
final class SizeClass {
    private static final int TEN = 10;

    private SizeClass() {}

    /** The class of a number from 2, such as {@code 10-99}. */
    static String of(long copies) {
        long from = TEN;
        while (from <= copies / TEN) {
            from *= TEN;
        }
        return copies < TEN ? "2-9" : from + "-" + (from * TEN - 1);
    }
}
