// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * One term of a segmented line, in the unit of the series (by week for slopes), with its interval; NaN = not defined.
 *
 * @param estimate NaN where only bounds are known
 * @param low the lowest estimate that the bounds of the weeks allow; the estimate where it is known
 * @param high the highest
 * @param standardError Newey–West; NaN where only bounds are known
 * @param ciLow low end of the interval, of {@code low} where only bounds are known
 * @param ciHigh high end of the interval, of {@code high} where only bounds are known
 * @param t estimate over that standard error; NaN where only bounds are known
 * @param p two-sided, of the same errors as the interval: below 1 − level where that does not hold 0; NaN where only bounds
 *     are known
 */
public record Change(
        double estimate,
        double low,
        double high,
        double standardError,
        double ciLow,
        double ciHigh,
        double t,
        double p) {

    /** With an interval of Student's t. */
    static Change ofStudent(double estimate, double standardError, double df, double level) {
        TDistribution student = TDistribution.of(df);
        double margin = student.inverseSurvivalProbability((1 - level) / 2) * standardError;
        return of(estimate, standardError, margin, 2 * student.survivalProbability(Math.abs(estimate / standardError)));
    }

    /** With an interval of so much on either side. */
    static Change of(double estimate, double standardError, double margin, double p) {
        return new Change(
                estimate,
                estimate,
                estimate,
                standardError,
                estimate - margin,
                estimate + margin,
                estimate / standardError,
                p);
    }

    static Change between(Change lowest, Change highest) {
        double nan = Double.NaN;
        return new Change(nan, lowest.estimate, highest.estimate, nan, lowest.ciLow, highest.ciHigh, nan, nan);
    }

    /** Of a logarithm: the ratio. The standard error stays that of the logarithm. */
    public Change ratio() {
        return new Change(
                Math.exp(estimate),
                Math.exp(low),
                Math.exp(high),
                standardError,
                Math.exp(ciLow),
                Math.exp(ciHigh),
                t,
                p);
    }
}
