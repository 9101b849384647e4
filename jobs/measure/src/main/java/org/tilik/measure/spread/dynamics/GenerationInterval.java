// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.Arrays;

/**
 * How many steps lie between a copy and one that follows from it: shares of 1, 2, … steps that add up to 1.
 *
 * <p>A lag within one step counts as one step: nothing follows within the step of its source (w<sub>0</sub> = 0), as in
 * Cori's method.
 */
public final class GenerationInterval {

    /** The fewest lags from which an interval is taken. */
    public static final int LEAST_LAGS = 10;

    private static final double ROUNDING = 1e-9;

    private final double[] shares;
    private final long lags;
    private final long beyond;

    private GenerationInterval(double[] shares, long lags, long beyond) {
        this.shares = shares;
        this.lags = lags;
        this.beyond = beyond;
    }

    /**
     * Given shares of 1, 2, … steps.
     *
     * @throws IllegalArgumentException if they are negative or do not add up to 1
     */
    public static GenerationInterval of(double... shares) {
        boolean negative = Arrays.stream(shares).anyMatch(share -> !(share >= 0));
        if (negative || Math.abs(Arrays.stream(shares).sum() - 1) > ROUNDING) {
            throw new IllegalArgumentException(
                    "The shares are " + Arrays.toString(shares) + ", expected none below 0 and a sum of 1.");
        }
        return new GenerationInterval(shares.clone(), 0, 0);
    }

    /**
     * From lags between copies and their known parents: a lag in (k − 1, k] steps counts as k. Lags of 0 or less, and of
     * more than {@code mostSteps} steps, are left out; the latter are counted.
     *
     * <p>No correction is made for lags that a growing cascade has not had the time to show: intervals taken before the
     * end of a spread are too short.
     */
    public static Outcome<GenerationInterval> ofParentLags(double[] lagHours, double stepHours, int mostSteps) {
        long[] counts = new long[mostSteps];
        long beyond = 0;
        for (double lag : lagHours) {
            if (lag > 0 && lag <= mostSteps * stepHours) {
                counts[Math.max(0, (int) Math.ceil(lag / stepHours) - 1)]++;
            } else if (lag > 0) {
                beyond++;
            }
        }
        return ofLagCounts(counts, beyond);
    }

    /**
     * From numbers of lags of 1, 2, … steps between copies and their known parents, and of longer ones, which are left out.
     */
    public static Outcome<GenerationInterval> ofLagCounts(long[] counts, long beyond) {
        long used = Arrays.stream(counts).sum();
        if (used < LEAST_LAGS) {
            return Outcome.none(NoEstimate.FEW_PARENT_LAGS);
        }
        double[] shares = Arrays.stream(counts)
                .mapToDouble(count -> (double) count / used)
                .toArray();
        return Outcome.of(new GenerationInterval(shares, used, beyond));
    }

    /** The largest number of steps with a share. */
    public int steps() {
        return shares.length;
    }

    /** The share of {@code steps} ≥ 1 steps. */
    public double share(int steps) {
        return shares[steps - 1];
    }

    /** From how many lags it was taken; 0 if it was given. */
    public long lags() {
        return lags;
    }

    /** How many lags were longer than the longest that counts. */
    public long lagsBeyond() {
        return beyond;
    }
}
