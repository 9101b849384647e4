// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

/**
 * The Kolmogorov–Smirnov test of rescaled times against the unit exponential distribution.
 *
 * @param statistic the largest distance between the two distribution functions
 * @param n how many increments
 * @param p the p value; NaN where the bootstrap gave too few samples
 * @param method where p comes from
 */
public record GoodnessOfFit(double statistic, int n, double p, PValueMethod method) {

    /** Where a p value comes from. */
    public enum PValueMethod {
        /**
         * Kolmogorov's limit with the correction of Stephens (1970) for small n. The parameters were estimated from
         * the same times, so that p is too large: a small p speaks against the model, a large one hardly for it.
         */
        ASYMPTOTIC_STEPHENS,
        /** Simulated under the fitted model, each sample fitted again: holds although parameters were estimated. */
        PARAMETRIC_BOOTSTRAP
    }
}
