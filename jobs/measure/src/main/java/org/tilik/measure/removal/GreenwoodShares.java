// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * Ends of confidence intervals of shares within a deadline, from exact times of independent items.
 *
 * <p>A share gone is one minus a share of the curve, so the interval of 1 − F is built on the chosen scale and turned
 * round; for one cause F is its Aalen–Johansen incidence and the variance is Aalen's. Before the first time there is
 * no variance and, as in R, the interval is the point itself.
 */
final class GreenwoodShares {

    private GreenwoodShares() {}

    static double end(
            RemovalEstimator options, RemovalData data, int group, double start, double deadline, boolean upper) {
        ConfidenceInterval scale = options.confidenceInterval();
        if (group == 0) {
            SurvivalCurve curve = KaplanMeier.fit(data, start, scale, options.confidenceLevel());
            int i = curve.indexAt(deadline);
            return i < 0 ? 0 : 1 - (upper ? curve.ciLow(i) : curve.ciHigh(i));
        }
        RemovalData split = options.causeGroups().get(group - 1).split(data, upper);
        CauseCurve curve =
                AalenJohansen.fit(split, start, IncidenceVariance.AALEN).get(0);
        int i = curve.indexAt(deadline);
        if (i < 0) {
            return 0;
        }
        double z = ConfidenceInterval.normalQuantile(options.confidenceLevel());
        double rest = 1 - curve.cumulativeIncidence(i);
        double error = curve.standardError(i);
        return 1 - (upper ? scale.low(rest, error, z) : scale.high(rest, error, z));
    }
}
