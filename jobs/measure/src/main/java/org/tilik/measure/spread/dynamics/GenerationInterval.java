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
    private final int lags;
    private final int beyond;

    private GenerationInterval(double[] shares, int lags, int beyond) {
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
        double[] counts = new double[mostSteps];
        int used = 0;
        int beyond = 0;
        for (double lag : lagHours) {
            if (lag > 0 && lag <= mostSteps * stepHours) {
                counts[Math.max(0, (int) Math.ceil(lag / stepHours) - 1)]++;
                used++;
            } else if (lag > 0) {
                beyond++;
            }
        }
        if (used < LEAST_LAGS) {
            return Outcome.none(NoEstimate.FEW_PARENT_LAGS);
        }
        for (int k = 0; k < mostSteps; k++) {
            counts[k] /= used;
        }
        return Outcome.of(new GenerationInterval(counts, used, beyond));
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
    public int lags() {
        return lags;
    }

    /** How many lags were longer than the longest that counts. */
    public int lagsBeyond() {
        return beyond;
    }
}
