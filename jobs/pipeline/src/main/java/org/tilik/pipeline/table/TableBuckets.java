// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.util.HexFormat;

/**
 * Spreads items over buckets by the leading 32 bits of their pseudonym, which are as good as random: buckets are ranges
 * of keys of about equal size, and sorted buckets make a sorted table.
 */
public final class TableBuckets {
    private static final int HEX_DIGITS = 8;
    private static final int RADIX = 16;
    private static final int BITS = 32;

    private TableBuckets() {}

    /** The bucket of this item, from 0 to {@code buckets - 1}. */
    public static int of(String itemKey, int buckets) {
        long prefix = Long.parseLong(itemKey, 0, HEX_DIGITS, RADIX);
        return (int) ((prefix * buckets) >>> BITS);
    }

    /** The leading digits of the first key that belongs to this bucket; every smaller key belongs to an earlier one. */
    public static String firstDigits(int bucket, int buckets) {
        long prefix = (((long) bucket << BITS) + buckets - 1) / buckets;
        return HexFormat.of().toHexDigits(prefix, HEX_DIGITS);
    }
}
