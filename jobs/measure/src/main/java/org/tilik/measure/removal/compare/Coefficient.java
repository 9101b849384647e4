// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How the logarithm of the hazard changes with one covariate, the others held.
 *
 * @param name of the covariate
 * @param estimate logarithm of the hazard ratio for one unit of the covariate
 * @param standardError of the estimate
 * @param p two-sided, of no association, by the normal distribution
 */
public record Coefficient(String name, double estimate, double standardError, double p) {

    /** Hazard ratio for one unit of the covariate. */
    public double hazardRatio() {
        return Math.exp(estimate);
    }

    /** Low end of the hazard ratio's interval, symmetric on the log scale. */
    public double hazardRatioLow(double level) {
        return Math.exp(estimate - quantile(level) * standardError);
    }

    /** High end of the hazard ratio's interval. */
    public double hazardRatioHigh(double level) {
        return Math.exp(estimate + quantile(level) * standardError);
    }

    private static double quantile(double level) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    }
}
