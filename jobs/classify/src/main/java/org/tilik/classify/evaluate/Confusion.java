// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.evaluate;

/**
 * Counts of right and wrong answers.
 *
 * @param hits labelled and found
 * @param falseAlarms found, not labelled
 * @param misses labelled, not found
 * @param passes neither
 */
public record Confusion(long hits, long falseAlarms, long misses, long passes) {
    /** Share of the found that is labelled; NaN where nothing was found. */
    public double precision() {
        return (double) hits / (hits + falseAlarms);
    }

    /** Share of the labelled that was found; NaN where nothing is labelled. */
    public double recall() {
        return (double) hits / (hits + misses);
    }

    /** Share of the not labelled that was not found; NaN where everything is labelled. */
    public double specificity() {
        return (double) passes / (passes + falseAlarms);
    }

    /** Harmonic mean of precision and recall, in [0, 1]; 0 where nothing is labelled nor found. */
    public double f1() {
        return ratio(2 * hits, 2 * hits + falseAlarms + misses);
    }

    /** Mean of the F1 of the labelled and of the not labelled, in [0, 1]. */
    public double macroF1() {
        return (f1() + ratio(2 * passes, 2 * passes + falseAlarms + misses)) / 2;
    }

    private static double ratio(long part, long whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}
