// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

/**
 * The mean number of hours an item stays visible within the first {@code tau} hours.
 *
 * <pre>
 * RMST(τ) = ∫_0^τ S(t) dt
 * Var     = Σ_{t_j ≤ τ} [∫_{t_j}^τ S(t) dt]² d_j / (n_j (n_j − d_j))
 * </pre>
 *
 * <p>Royston and Parmar, Restricted mean survival time, 2013, doi:10.1186/1471-2288-13-152; Greenwood-type variance.
 * NaN where follow-up ends before τ with items still visible. The interval is estimate ± z standard errors.
 */
public record RestrictedMean(double tau, double estimate, double standardError, double ciLow, double ciHigh) {

    static RestrictedMean undefined(double tau) {
        return new RestrictedMean(tau, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** From a Kaplan–Meier curve that is conditional on being visible at {@code origin} hours. */
    public static RestrictedMean of(SurvivalCurve curve, double origin, double tau, double level) {
        int points = curve.indexAt(tau) + 1;
        int last = curve.size() - 1;
        if (last < 0 || tau <= origin || (tau > curve.time(last) && curve.survival(last) > 0)) {
            return undefined(tau);
        }
        double area = 0;
        double variance = 0;
        double end = tau;
        for (int j = points - 1; j >= 0; j--) {
            area += curve.survival(j) * (end - curve.time(j));
            end = curve.time(j);
            double n = curve.atRisk(j);
            double d = curve.events(j);
            // Where n = d the curve is 0 from here on, so the area is 0 and the term vanishes.
            variance += d > 0 && d < n ? area * area * d / (n * (n - d)) : 0;
        }
        area += end - origin;
        double error = Math.sqrt(variance);
        double margin = ConfidenceInterval.normalQuantile(level) * error;
        return new RestrictedMean(
                tau, origin + area, error, origin + Math.max(0, area - margin), Math.min(tau, origin + area + margin));
    }
}
