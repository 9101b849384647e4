// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import java.util.Arrays;

/**
 * Counts a week whose logarithm is a line: quasi-Poisson regression by iterated weighted least squares.
 *
 * <p>McCullagh and Nelder, Generalized Linear Models, 2nd ed., 1989, doi:10.1007/978-1-4899-3242-6; dispersion = Σ (y − μ)² / μ
 * over n − terms, as {@code glm(family = quasipoisson)} of R.
 *
 * @param fit of the last round: weights μ, residuals (y − μ) / μ, so that its scores are those of the likelihood
 * @param dispersion 1 for counts that are Poisson
 */
record QuasiPoisson(LeastSquares fit, double dispersion) {

    private static final int MOST_ROUNDS = 100;
    private static final double PRECISION = 1e-11;
    /** A mean this small beside the largest is on its way to 0, and its logarithm to minus infinity. */
    private static final double VANISHING = 1e-8;

    static Outcome<QuasiPoisson> of(double[][] rows, double[] counts) {
        double[] mean = new double[counts.length];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = counts[i] + 0.1;
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] working = new double[counts.length];
            for (int i = 0; i < working.length; i++) {
                working[i] = Math.log(mean[i]) + (counts[i] - mean[i]) / mean[i];
            }
            LeastSquares fit = LeastSquares.of(rows, working, mean).orElse(null);
            if (fit == null) {
                return Outcome.none(NoSeries.COLLINEAR);
            }
            double[] next = Arrays.stream(fit.fitted()).map(Math::exp).toArray();
            if (!Arrays.stream(next).allMatch(Double::isFinite) || vanishes(next)) {
                return Outcome.none(NoSeries.NOT_CONVERGED);
            }
            if (largestStep(mean, next) <= PRECISION) {
                return Outcome.of(new QuasiPoisson(fit, fit.weightedSquares() / fit.degreesOfFreedom()));
            }
            mean = next;
        }
        return Outcome.none(NoSeries.NOT_CONVERGED);
    }

    private static boolean vanishes(double[] mean) {
        double largest = Arrays.stream(mean).max().orElseThrow();
        return Arrays.stream(mean).anyMatch(m -> !(m > VANISHING * largest));
    }

    /** The largest relative change of a mean. */
    private static double largestStep(double[] mean, double[] next) {
        double largest = 0;
        for (int i = 0; i < mean.length; i++) {
            largest = Math.max(largest, Math.abs(next[i] / mean[i] - 1));
        }
        return largest;
    }

    /** By dispersion alone, as if weeks were independent. */
    double standardError(int term) {
        return Math.sqrt(dispersion * fit.inverse()[term][term]);
    }
}
