// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.function.IntToDoubleFunction;

/**
 * Quantiles of a step curve, in hours, with intervals got by inverting the pointwise interval of the curve.
 *
 * <pre>
 * q_p = min {t : S(t) ≤ 1 − p}
 * interval = [min {t : S_low(t) ≤ 1 − p},  min {t : S_high(t) ≤ 1 − p}]
 * </pre>
 *
 * <p>Brookmeyer and Crowley, A confidence interval for the median survival time, 1982, doi:10.2307/2530286. Variant of
 * R survival 3.5-3: where the curve is flat at exactly 1 − p, the middle of the flat step.
 */
final class StepQuantiles {

    /** R's tolerance for "exactly 1 − p". */
    private static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

    private StepQuantiles() {}

    static Quantile of(SurvivalCurve curve, double p) {
        double estimate = crossing(curve, curve::survival, p);
        if (Double.isNaN(estimate)) {
            return new Quantile(
                    p, false, estimate, crossing(curve, curve::ciLow, p), Double.NaN, Double.NaN, Double.NaN);
        }
        return new Quantile(
                p,
                true,
                estimate,
                crossing(curve, curve::ciLow, p),
                crossing(curve, curve::ciHigh, p),
                estimate,
                estimate);
    }

    /** The time at which {@code level} falls to 1 − p, NaN when it does not. */
    static double crossing(SurvivalCurve curve, IntToDoubleFunction level, double p) {
        for (int i = 0; i < curve.size(); i++) {
            double gone = 1 - level.applyAsDouble(i);
            if (gone + TOLERANCE >= p) {
                return gone - TOLERANCE >= p
                        ? curve.time(i)
                        : (curve.time(i) + endOfStep(curve, level, i, gone, p)) / 2;
            }
        }
        return Double.NaN;
    }

    private static double endOfStep(SurvivalCurve curve, IntToDoubleFunction level, int i, double gone, double p) {
        for (int j = i + 1; j < curve.size(); j++) {
            double later = 1 - level.applyAsDouble(j);
            if (later > gone && later - TOLERANCE >= p) {
                return curve.time(j);
            }
        }
        return curve.time(curve.size() - 1);
    }
}
