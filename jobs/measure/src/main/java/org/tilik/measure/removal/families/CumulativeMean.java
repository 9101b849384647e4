// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The mean number of events per family within some hours of its origin, with its standard error; NaN = not defined.
 *
 * <p>Where no two families differ the error is 0 and says nothing: there is no interval, never one of width zero.
 *
 * @param hours inclusive
 * @param mean events per family
 * @param standardError robust, see {@link MeanCumulativeFunction}
 * @param atRisk families followed for at least that long
 */
public record CumulativeMean(double hours, double mean, double standardError, int atRisk) {

    /** Low end of {@code mean ± z std_err}, not below 0. */
    public double plainLow(double level) {
        return standardError > 0 ? Math.max(0, mean - z(level) * standardError) : Double.NaN;
    }

    /** High end of {@code mean ± z std_err}. */
    public double plainHigh(double level) {
        return standardError > 0 ? mean + z(level) * standardError : Double.NaN;
    }

    /** Low end of {@code mean · exp(± z std_err / mean)}; NaN when there was no event. */
    public double logLow(double level) {
        return standardError > 0 ? mean * Math.exp(-z(level) * standardError / mean) : Double.NaN;
    }

    /** High end of {@code mean · exp(± z std_err / mean)}; NaN when there was no event. */
    public double logHigh(double level) {
        return standardError > 0 ? mean * Math.exp(z(level) * standardError / mean) : Double.NaN;
    }

    /** The two-sided normal quantile of a confidence level, 1.96 for 0.95. */
    static double z(double level) {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    }
}
