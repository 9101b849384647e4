// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import java.util.Arrays;

/**
 * A fitted segmented line and what is left of the weeks around it.
 *
 * @param fit the terms in the order of the constants here
 * @param times week of each row
 * @param lag of Newey and West
 * @param covariance of Newey and West, with the small-sample factor
 * @param autoregression of its errors; null where intervals are those of Newey and West
 */
record SegmentedLine(LeastSquares fit, long[] times, int lag, double[][] covariance, Autoregression autoregression) {

    static final int INTERCEPT = 0;
    static final int TREND = 1;
    static final int LEVEL = 2;
    static final int SLOPE = 3;
    static final int TERMS = 4;

    static SegmentedLine of(LeastSquares fit, long[] times, SeriesErrors errors) {
        int lag = NeweyWest.lag(times.length);
        return new SegmentedLine(
                fit,
                times,
                lag,
                NeweyWest.covariance(fit, times, lag, true),
                errors == SeriesErrors.AUTOREGRESSION ? Autoregression.of(fit, times, TERMS) : null);
    }

    Change change(int term, double level) {
        double estimate = fit.coefficient(term);
        double standardError = Math.sqrt(covariance[term][term]);
        return autoregression == null
                ? Change.ofStudent(estimate, standardError, fit.degreesOfFreedom(), level)
                : Change.of(
                        estimate, standardError, autoregression.margin(term, level), autoregression.p(term, estimate));
    }

    /** Σ (e_t − e_{t−1})² / Σ e² over weeks that follow each other; about 2 of independent weeks. */
    double durbinWatson() {
        double[] e = fit.residuals();
        double steps = 0;
        for (int i = 1; i < e.length; i++) {
            steps += follows(i) ? (e[i] - e[i - 1]) * (e[i] - e[i - 1]) : 0;
        }
        return steps / Arrays.stream(e).map(x -> x * x).sum();
    }

    /** Σ e_t e_{t−1} / Σ e² over weeks that follow each other. */
    double firstAutocorrelation() {
        double[] e = fit.residuals();
        double products = 0;
        for (int i = 1; i < e.length; i++) {
            products += follows(i) ? e[i] * e[i - 1] : 0;
        }
        return products / Arrays.stream(e).map(x -> x * x).sum();
    }

    private boolean follows(int i) {
        return times[i] == times[i - 1] + 1;
    }
}
