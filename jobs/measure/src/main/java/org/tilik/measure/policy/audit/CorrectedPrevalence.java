// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

/**
 * A share of items in [0, 1] corrected for the errors of a classifier; NaN = not defined.
 *
 * @param outcome whether there is one
 * @param raw what the formula gave, which may lie outside [0, 1]
 * @param estimate the same moved into [0, 1]
 * @param standardError of the raw share
 * @param ciLow low end of the interval, moved into [0, 1]
 * @param ciHigh high end of the interval, moved into [0, 1]; NaN where the whole interval is below 0
 */
public record CorrectedPrevalence(
        PrevalenceOutcome outcome, double raw, double estimate, double standardError, double ciLow, double ciHigh) {

    /** No share, for this reason. */
    public static CorrectedPrevalence none(PrevalenceOutcome reason) {
        return new CorrectedPrevalence(reason, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** A share and the ends of its interval, as the formulas gave them. */
    static CorrectedPrevalence of(double raw, double standardError, double low, double high) {
        PrevalenceOutcome outcome = raw < 0
                ? PrevalenceOutcome.BELOW_DETECTION
                : raw > 1 ? PrevalenceOutcome.ABOVE_ONE : PrevalenceOutcome.ESTIMATED;
        // An interval that lies wholly outside says that the model of errors is wrong, not that the share is 0 or 1.
        boolean outside = high <= 0 || low >= 1;
        return new CorrectedPrevalence(
                outcome,
                raw,
                clamped(raw),
                standardError,
                outside ? Double.NaN : clamped(low),
                outside ? Double.NaN : clamped(high));
    }

    private static double clamped(double share) {
        return Double.isNaN(share) ? share : Math.min(1, Math.max(0, share)) + 0.0;
    }
}
