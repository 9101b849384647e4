// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * Ages of the removals whose items no input delivers, as their ids state them.
 *
 * @param n number of such removals
 * @param withAge number of those whose id states an age
 * @param bins number by bin of age; see {@link #bin}
 */
record RemovalAges(long n, long withAge, Map<Integer, Long> bins) {
    static final RemovalAges NONE = new RemovalAges(0, 0, Map.of());

    /** A bin is at most 1/1024 of its age wide, so that a median is right to three digits however many there are. */
    private static final int BINS_PER_OCTAVE_BITS = 10;

    private static final double MILLIS_PER_HOUR = 3_600_000;

    RemovalAges plus(RemovalAges other) {
        Map<Integer, Long> sum = new TreeMap<>(bins);
        other.bins.forEach((bin, count) -> sum.merge(bin, count, Long::sum));
        return new RemovalAges(n + other.n, withAge + other.withAge, sum);
    }

    /** Median age in hours, null without ages; of an even number the lower of the two in the middle. */
    Double medianHours() {
        long before = 0;
        for (Map.Entry<Integer, Long> bin : new TreeMap<>(bins).entrySet()) {
            before += bin.getValue();
            if (2 * before >= withAge) {
                return middle(bin.getKey()) / MILLIS_PER_HOUR;
            }
        }
        return null;
    }

    /** The bin of an age: ages of the same first eleven binary digits, in milliseconds, share one. */
    static int bin(Duration age) {
        long millis = Math.max(0, age.toMillis());
        int shift = Math.max(0, Long.SIZE - 1 - Long.numberOfLeadingZeros(millis | 1) - BINS_PER_OCTAVE_BITS);
        return (shift << BINS_PER_OCTAVE_BITS) + (int) (millis >> shift);
    }

    private static double middle(int bin) {
        int shift = Math.max(0, (bin >> BINS_PER_OCTAVE_BITS) - 1);
        long first = bin - ((long) shift << BINS_PER_OCTAVE_BITS);
        return Math.scalb(shift == 0 ? first : first + 0.5, shift);
    }
}
