// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.proportion;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Blaker's interval of a share x / n of independent items: never wider than Clopper and Pearson's and as sure, in [0, 1].
 *
 * <pre>
 * a(p) = min(P(X ≥ x), P(X ≤ x)) + the largest probability of the other tail that is no more than that,   X ~ Bin(n, p)
 * interval = hull of { p : a(p) ≥ α }, sought from Clopper and Pearson's ends inwards in steps of 0.0001
 * </pre>
 *
 * <p>Blaker, Confidence curves and improved exact confidence intervals for discrete distributions, 2000,
 * doi:10.2307/3315916. The steps are those of {@code epi.prev(method = "blaker")} of R epiR, so that an end is up to
 * 0.0001 too far out, never too far in.
 */
public final class BlakerInterval {
    private static final double STEP = 1e-4;

    private BlakerInterval() {}

    /**
     * The share of {@code counted} among {@code all} items.
     *
     * @param level of confidence, such as 0.95
     * @throws IllegalArgumentException if counted is not in 0 … all, or the level not between 0 and 1
     */
    public static Proportion of(long counted, long all, double level) {
        Proportion start = ProportionInterval.CLOPPER_PEARSON.of(counted, all, level);
        if (all == 0) {
            return start;
        }
        int x = Math.toIntExact(counted);
        int n = Math.toIntExact(all);
        double low = start.ciLow();
        double high = start.ciHigh();
        while (x > 0 && acceptability(x, n, low + STEP) < 1 - level) {
            low += STEP;
        }
        while (x < n && acceptability(x, n, high - STEP) < 1 - level) {
            high -= STEP;
        }
        return new Proportion(start.estimate(), low, high);
    }

    private static double acceptability(int x, int n, double p) {
        BinomialDistribution counts = BinomialDistribution.of(n, p);
        double atLeast = counts.survivalProbability(x - 1);
        double atMost = counts.cumulativeProbability(x);
        double fromAbove = atLeast + counts.cumulativeProbability(counts.inverseCumulativeProbability(atLeast) - 1);
        double fromBelow = atMost + counts.survivalProbability(counts.inverseCumulativeProbability(1 - atMost));
        return Math.min(fromAbove, fromBelow);
    }
}
