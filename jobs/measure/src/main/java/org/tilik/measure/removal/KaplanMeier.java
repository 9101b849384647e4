// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.Arrays;

/**
 * The product-limit estimate of the share of items still visible after t hours, with Greenwood's standard error.
 *
 * <pre>
 * S(t)      = Π_{t_j ≤ t} (1 − d_j / n_j)
 * Var S(t)  = S(t)² Σ_{t_j ≤ t} d_j / (n_j (n_j − d_j))
 * </pre>
 *
 * <p>Kaplan and Meier, Nonparametric estimation from incomplete observations, 1958, doi:10.1080/01621459.1958.10501452;
 * variance of Greenwood, The natural duration of cancer, 1926. Variant: delayed entry with risk sets (entry, exit],
 * events before censorings, frequencies as weights; once S = 0 the variance is not defined.
 */
public final class KaplanMeier {

    private KaplanMeier() {}

    /** The curve of exactly timed data. */
    public static SurvivalCurve fit(RemovalData data, ConfidenceInterval scale, double level) {
        return fit(data, Double.NEGATIVE_INFINITY, scale, level);
    }

    /** The curve conditional on being visible at {@code startHours}. */
    public static SurvivalCurve fit(RemovalData data, double startHours, ConfidenceInterval scale, double level) {
        RiskTable table = RiskTable.of(data, startHours);
        int points = table.time.length;
        double[] survival = new double[points];
        double[] error = new double[points];
        double[] low = new double[points];
        double[] high = new double[points];
        double z = ConfidenceInterval.normalQuantile(level);
        double s = 1;
        double greenwood = 0;
        for (int j = 0; j < points; j++) {
            double n = table.atRisk[j];
            double d = table.events[j];
            s *= (n - d) / n;
            greenwood += d == 0 ? 0 : d / (n * (n - d));
            survival[j] = s;
            error[j] = s > 0 ? s * Math.sqrt(greenwood) : Double.NaN;
            low[j] = scale.low(s, error[j], z);
            high[j] = scale.high(s, error[j], z);
        }
        return new SurvivalCurve(
                table.time, table.time, table.atRisk, table.events, table.censored, survival, error, low, high);
    }

    /** The curve conditional on being visible at {@code startHours}, without errors and intervals; for resampling. */
    static SurvivalCurve bare(RiskTable table, double startHours) {
        int first = table.firstAfter(startHours);
        int end = table.time.length;
        double[] survival = new double[end - first];
        double s = 1;
        for (int j = first; j < end; j++) {
            s *= (table.atRisk[j] - table.events[j]) / table.atRisk[j];
            survival[j - first] = s;
        }
        double[] time = Arrays.copyOfRange(table.time, first, end);
        double[] none = new double[0];
        return new SurvivalCurve(
                time,
                time,
                Arrays.copyOfRange(table.atRisk, first, end),
                Arrays.copyOfRange(table.events, first, end),
                none,
                survival,
                none,
                none,
                none);
    }

    /** Share gone within (start, deadline], given visible at start; the share alone, for resampling. */
    static double shareGone(RiskTable table, double start, double deadline) {
        double s = 1;
        for (int j = table.firstAfter(start); j < table.time.length && table.time[j] <= deadline; j++) {
            s *= (table.atRisk[j] - table.events[j]) / table.atRisk[j];
        }
        return 1 - s;
    }
}
