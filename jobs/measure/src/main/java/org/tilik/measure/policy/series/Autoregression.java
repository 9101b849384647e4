// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import java.util.Arrays;
import org.apache.commons.numbers.rootfinder.BrentSolver;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Intervals of the terms of a least-squares line whose errors are autoregressive of the first order, with an autocorrelation
 * by week that nobody knows.
 *
 * <pre>
 * corr(e_t, e_u) = rho^|t − u|         a missing week keeps its place
 * w(rho) ∝ |R|^(−1/2) |X'R⁻¹X|^(−1/2) S^(−(n − k)/2)        R of rho, S the squares that generalised least squares leave
 * se(rho)² = S / (n − k) · a'R a       a: how much each week counts in the term
 * p(x) = Σ w(rho) P(|T| ≥ |x| / se(rho)),  T Student's with n − k degrees of freedom
 * </pre>
 *
 * <p>w is the restricted likelihood of rho, and its posterior when every rho in (−1, 1) is alike beforehand: Zellner and Tiao,
 * Bayesian analysis of the regression model with autocorrelated errors, J. Am. Stat. Assoc. 1964,
 * doi:10.1080/01621459.1964.10480726. Their interval is about the generalised estimate; this one is about that of least
 * squares, which stays what it is, with the error that it has under each rho. Plugging in one estimated rho, as Newey and
 * West's errors do in their way, forgets that few weeks say little of it; that is what makes such intervals too narrow.
 *
 * <p>rho is summed over forty middles of equal parts of (−1, 1); a hundred change coverage by less than 0.1 in 100.
 */
final class Autoregression {

    private static final int PARTS = 40;
    /** Relative and absolute precision of a distance, and of p. */
    private static final BrentSolver ROOTS = new BrentSolver(1e-12, Double.MIN_NORMAL, 1e-13);

    /** Keeps the two ends of the search apart where the errors of every rho are equal but for rounding. */
    private static final double APART = 1e-6;

    private final TDistribution student;
    private final double[] likelihood;
    /** By rho and term. */
    private final double[][] errors;

    private Autoregression(TDistribution student, double[] likelihood, double[][] errors) {
        this.student = student;
        this.likelihood = likelihood;
        this.errors = errors;
    }

    /**
     * Of a fit.
     *
     * @param times week of each row, in order
     * @param terms the first so many are asked about
     */
    static Autoregression of(LeastSquares fit, long[] times, int terms) {
        double[][] rows = fit.scaledRows();
        double[] residuals = fit.residuals();
        double[][] influences = new double[terms][];
        for (int term = 0; term < terms; term++) {
            influences[term] = fit.scaledInfluence(term);
        }
        double[] logs = new double[PARTS];
        double[][] errors = new double[PARTS][terms];
        for (int part = 0; part < PARTS; part++) {
            Neighbours neighbours = Neighbours.of((2 * part + 1.0) / PARTS - 1, times);
            LeastSquares general = neighbours.fit(rows, residuals);
            int df = general.degreesOfFreedom();
            double squares = general.weightedSquares();
            logs[part] = -0.5 * (neighbours.logDeterminant() + general.logDeterminant() + df * Math.log(squares));
            for (int term = 0; term < terms; term++) {
                errors[part][term] = Math.sqrt(squares / df * neighbours.square(influences[term]));
            }
        }
        return new Autoregression(TDistribution.of(fit.degreesOfFreedom()), shares(logs), errors);
    }

    /** Of logarithms up to a constant, what adds up to 1. */
    private static double[] shares(double[] logs) {
        double most = Arrays.stream(logs).max().orElseThrow();
        double[] shares = Arrays.stream(logs).map(log -> Math.exp(log - most)).toArray();
        double sum = Arrays.stream(shares).sum();
        return Arrays.stream(shares).map(share -> share / sum).toArray();
    }

    /** Two-sided probability of an estimate as far from the truth as this. */
    double p(int term, double distance) {
        double p = 0;
        for (int part = 0; part < PARTS; part++) {
            p += likelihood[part] * 2 * student.survivalProbability(Math.abs(distance) / errors[part][term]);
        }
        return p;
    }

    /** How far the ends of the interval lie from the estimate: where p is 1 − level. */
    double margin(int term, double level) {
        double quantile = student.inverseSurvivalProbability((1 - level) / 2);
        double[] sorted =
                Arrays.stream(errors).mapToDouble(error -> error[term]).sorted().toArray();
        return ROOTS.findRoot(
                distance -> p(term, distance) - (1 - level),
                (1 - APART) * quantile * sorted[0],
                (1 + APART) * quantile * sorted[PARTS - 1]);
    }

    /**
     * Weeks whose errors are alike by one rho: what each keeps of the week before.
     *
     * @param kept rho to the power of the weeks between a week and the one before; 0 for the first
     */
    private record Neighbours(double[] kept) {
        static Neighbours of(double rho, long[] times) {
            double[] kept = new double[times.length];
            for (int i = 1; i < kept.length; i++) {
                kept[i] = Math.pow(rho, (double) (times[i] - times[i - 1]));
            }
            return new Neighbours(kept);
        }

        /** Least squares of what is new in each week. */
        LeastSquares fit(double[][] rows, double[] values) {
            double[][] newRows = new double[rows.length][rows[0].length];
            double[] newValues = new double[values.length];
            double[] ones = new double[values.length];
            Arrays.fill(ones, 1);
            for (int i = 0; i < rows.length; i++) {
                double scale = 1 / Math.sqrt(1 - kept[i] * kept[i]);
                newValues[i] = scale * (values[i] - (i == 0 ? 0 : kept[i] * values[i - 1]));
                for (int c = 0; c < newRows[i].length; c++) {
                    newRows[i][c] = scale * (rows[i][c] - (i == 0 ? 0 : kept[i] * rows[i - 1][c]));
                }
            }
            return LeastSquares.of(newRows, newValues, ones).orElseThrow();
        }

        double logDeterminant() {
            return Arrays.stream(kept).map(c -> Math.log1p(-c * c)).sum();
        }

        /** a'R a. */
        double square(double[] a) {
            double sum = 0;
            double before = 0;
            for (int i = 0; i < a.length; i++) {
                before = i == 0 ? 0 : kept[i] * (before + a[i - 1]);
                sum += a[i] * (a[i] + 2 * before);
            }
            return sum;
        }
    }
}
