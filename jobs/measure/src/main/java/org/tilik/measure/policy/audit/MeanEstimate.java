// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean of true labels, a share when labels are 0 and 1, with its standard error.
 *
 * @param estimate the mean
 * @param standardError its standard error
 * @param degreesOfFreedom of Student's t; +∞ = normal
 */
public record MeanEstimate(double estimate, double standardError, double degreesOfFreedom) {

    /**
     * The mean as a corrected share with a symmetric interval. Without an error seen among the coded items the standard
     * error is 0, which measures nothing: then there is no interval.
     *
     * @param level of confidence, such as 0.95
     */
    public CorrectedPrevalence prevalence(double level) {
        if (Double.isNaN(estimate)) {
            return CorrectedPrevalence.none(PrevalenceOutcome.TOO_FEW_CODED);
        }
        double margin = standardError > 0 ? quantile(level, degreesOfFreedom) * standardError : Double.NaN;
        return CorrectedPrevalence.of(estimate, standardError, estimate - margin, estimate + margin);
    }

    static double quantile(double level, double degreesOfFreedom) {
        double normal = RoganGladen.normalQuantile(level);
        return Double.isInfinite(degreesOfFreedom)
                ? normal
                : TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - level) / 2);
    }
}
