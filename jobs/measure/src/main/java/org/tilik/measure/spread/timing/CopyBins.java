// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.timing;

import java.util.Arrays;

/**
 * New copies in bins of equal width, the first of which begins with the first copy.
 *
 * <p>A last bin that was not followed to its end holds too few: leave it out.
 */
public final class CopyBins {

    private static final double MICROS_PER_HOUR = 3_600_000_000.0;

    /** More than these are refused: bins of seconds over years. */
    private static final int MOST_BINS = 10_000_000;

    private final double binHours;
    private final long[] copies;

    private CopyBins(double binHours, long[] copies) {
        this.binHours = binHours;
        this.copies = copies;
    }

    /** Bins of a width in hours with these numbers of copies. */
    public static CopyBins of(double binHours, long... copies) {
        if (!(binHours > 0 && Double.isFinite(binHours))) {
            throw new IllegalArgumentException("The bins are " + binHours + " hours wide, expected a number above 0.");
        }
        for (long count : copies) {
            if (count < 0) {
                throw new IllegalArgumentException("A bin has " + count + " copies, expected a number from 0.");
            }
        }
        return new CopyBins(binHours, copies.clone());
    }

    /**
     * Bins [first + i · width, first + (i + 1) · width) of copies at these times, in any order; the last is that of the last
     * copy.
     */
    public static CopyBins ofTimes(long[] micros, long binMicros) {
        if (binMicros <= 0) {
            throw new IllegalArgumentException("The bins are " + binMicros + " µs wide, expected a time above 0.");
        }
        long first = Arrays.stream(micros).min().orElse(0);
        long last = Arrays.stream(micros).max().orElse(0);
        long span = last - first;
        if (micros.length > 0 && (span < 0 || span / binMicros >= MOST_BINS)) {
            throw new IllegalArgumentException("Copies from " + first + " to " + last + " µs do not fit into "
                    + MOST_BINS + " bins of " + binMicros + " µs, expected wider bins or a shorter time.");
        }
        long[] copies = new long[micros.length == 0 ? 0 : (int) (span / binMicros) + 1];
        for (long time : micros) {
            copies[(int) ((time - first) / binMicros)]++;
        }
        return new CopyBins(binMicros / MICROS_PER_HOUR, copies);
    }

    /** Width, hours. */
    public double binHours() {
        return binHours;
    }

    /** Number of bins. */
    public int size() {
        return copies.length;
    }

    /** New copies in bin i. */
    public long copies(int i) {
        return copies[i];
    }

    /** The first of the bins with the most copies, −1 without bins. */
    int peak() {
        int peak = -1;
        for (int i = 0; i < copies.length; i++) {
            peak = peak < 0 || copies[i] > copies[peak] ? i : peak;
        }
        return peak;
    }
}
