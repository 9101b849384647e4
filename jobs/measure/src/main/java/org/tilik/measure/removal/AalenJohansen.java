// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.ArrayList;
import java.util.List;

/**
 * The share of items gone by each cause within t hours, the causes competing, from exactly timed data.
 *
 * <pre>
 * F_k(t) = Σ_{t_j ≤ t} S(t_j−) d_kj / n_j          Σ_k F_k(t) + S(t) = 1
 * </pre>
 *
 * <p>Aalen and Johansen, An empirical transition matrix for non-homogeneous Markov chains based on censored
 * observations, 1978, Scandinavian Journal of Statistics 5:141–150, jstor:4615704. Variant: delayed entry with risk
 * sets (entry, exit]; different causes at one time leave the same risk set, so ties need no random order. One minus
 * Kaplan–Meier per cause would be biased upward and is not offered.
 */
public final class AalenJohansen {

    private AalenJohansen() {}

    /** One curve for each named cause, over all event and censoring times. */
    public static List<CauseCurve> fit(RemovalData data, IncidenceVariance variance) {
        return fit(data, Double.NEGATIVE_INFINITY, variance);
    }

    /** The curves conditional on being visible at {@code startHours}. */
    public static List<CauseCurve> fit(RemovalData data, double startHours, IncidenceVariance variance) {
        RiskTable table = RiskTable.of(data, startHours);
        List<CauseCurve> curves = new ArrayList<>();
        for (int k = 0; k < data.causeNames().size(); k++) {
            curves.add(curve(table, k, data.causeNames().get(k), variance));
        }
        return List.copyOf(curves);
    }

    private static CauseCurve curve(RiskTable table, int k, String name, IncidenceVariance variance) {
        int points = table.time.length;
        double[] incidence = new double[points];
        double[] error = new double[points];
        VarianceSum sum = new VarianceSum(variance);
        double survival = 1;
        double f = 0;
        for (int j = 0; j < points; j++) {
            double n = table.atRisk[j];
            double own = table.byCause[k][j];
            double others = table.events[j] - own;
            f += survival * own / n;
            double before = survival;
            survival *= (n - own - others) / n;
            sum.add(f, before, survival, n, own, others);
            incidence[j] = f;
            error[j] = Math.sqrt(sum.at(f));
        }
        return new CauseCurve(name, table.time, table.time, incidence, error);
    }

    /** Share gone by each cause (from 0) within (start, deadline], given visible at start; for resampling. */
    static double[] shares(RiskTable table, double start, double deadline) {
        double[] shares = new double[table.byCause.length];
        double survival = 1;
        for (int j = table.firstAfter(start); j < table.time.length && table.time[j] <= deadline; j++) {
            if (table.events[j] > 0) {
                for (int k = 0; k < shares.length; k++) {
                    shares[k] += survival * table.byCause[k][j] / table.atRisk[j];
                }
                survival *= (table.atRisk[j] - table.events[j]) / table.atRisk[j];
            }
        }
        return shares;
    }

    /**
     * The variance of F_k(t) as a quadratic in F_k(t), so that all t take one pass.
     *
     * <p>With g_j(t) = (F_k(t) − F_k(t_j)) / S(t_j), what an event at t_j does to F_k(t) is 1 − g_j when it is of
     * cause k, −g_j when it is of another cause:
     *
     * <pre>
     * Var F_k(t) = Σ_j S(t_j−)² [ (1 − g_j)² v_kk + g_j² v_oo − 2 g_j (1 − g_j) v_ko ]
     * AALEN      v_kk = d_k/n² (n − d_k)/(n − 1)    v_oo likewise    v_ko = 0
     * GREENWOOD  v_kk = d_k (n − d_k)/n³            v_oo likewise    v_ko = −d_k d_o/n³
     * </pre>
     */
    private static final class VarianceSum {

        private final IncidenceVariance kind;
        private double constant;
        private double linear;
        private double quadratic;

        VarianceSum(IncidenceVariance kind) {
            this.kind = kind;
        }

        void add(double f, double before, double after, double n, double own, double others) {
            if (own == 0 && others == 0) {
                return;
            }
            double square = before * before;
            double ownVariance = square * variance(n, own);
            double otherVariance = square * variance(n, others);
            double covariance = kind == IncidenceVariance.AALEN ? 0 : -square * own * others / (n * n * n);
            // g = slope (F(t) − f); with nobody left at risk nothing can follow, so g = 0.
            double slope = after > 0 ? 1 / after : 0;
            double spread = slope * slope * (ownVariance + otherVariance + 2 * covariance);
            double tilt = slope * (ownVariance + covariance);
            constant += ownVariance + 2 * tilt * f + spread * f * f;
            linear += -2 * tilt - 2 * spread * f;
            quadratic += spread;
        }

        double at(double f) {
            return Math.max(0, constant + linear * f + quadratic * f * f);
        }

        private double variance(double n, double d) {
            if (kind == IncidenceVariance.GREENWOOD) {
                return d * (n - d) / (n * n * n);
            }
            // The correction is for ties; a single event keeps factor 1, also in a risk set of one.
            return d / (n * n) * (d > 1 ? (n - d) / (n - 1) : 1);
        }
    }
}
