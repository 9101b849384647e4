// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether groups of items went equally fast, comparing events with those expected if they did.
 *
 * <pre>
 * U_g  = Σ_j w_j (d_gj − d_j n_gj / n_j)
 * V_gh = Σ_j w_j² d_j (n_j − d_j) / (n_j − 1) · (n_gj / n_j) (1[g = h] − n_hj / n_j)
 * χ²   = U' V⁻ U, degrees of freedom = groups compared − 1
 * w_j  = S(t_j−)^ρ of the pooled Kaplan–Meier curve; ρ = 0 log-rank, ρ = 1 Peto–Peto
 * </pre>
 *
 * <p>Mantel, Evaluation of survival data and two new rank order statistics, 1966, Cancer Chemotherapy Reports
 * 50:163–170; Peto and Peto, Asymptotically efficient rank invariant test procedures, 1972, doi:10.2307/2344317;
 * weights of Harrington and Fleming, A class of rank test procedures for censored survival data, 1982,
 * doi:10.1093/biomet/69.3.553. Variant: exact times, delayed entry with risk sets (entry, exit]; a risk set of one
 * contributes no variance.
 */
public final class LogRankTest {

    private LogRankTest() {}

    /** Equal weight at every time: most sensitive to proportional differences. */
    public static TestResult logRank(List<RemovalData> groups) {
        return test(groups, 0);
    }

    /** More weight early, when most items are still visible. */
    public static TestResult petoPeto(List<RemovalData> groups) {
        return test(groups, 1);
    }

    private static TestResult test(List<RemovalData> groups, double rho) {
        List<RiskTable> tables = new ArrayList<>();
        for (RemovalData group : groups) {
            tables.add(RiskTable.of(group, Double.NEGATIVE_INFINITY));
        }
        double[] times = GroupRisk.eventTimes(tables);
        int count = groups.size();
        double[] observed = new double[count];
        double[] expected = new double[count];
        double[][] covariance = new double[count][count];
        double[][] atRisk = new double[count][];
        for (int g = 0; g < count; g++) {
            atRisk[g] = GroupRisk.atRisk(groups.get(g), times);
        }
        double survival = 1;
        for (int j = 0; j < times.length; j++) {
            double n = 0;
            double d = 0;
            double[] share = new double[count];
            double[] events = new double[count];
            for (int g = 0; g < count; g++) {
                share[g] = atRisk[g][j];
                events[g] = GroupRisk.eventsAt(tables.get(g), times[j]);
                n += share[g];
                d += events[g];
            }
            double weight = Math.pow(survival, rho);
            double spread = n > 1 ? weight * weight * d * (n - d) / (n - 1) : 0;
            for (int g = 0; g < count; g++) {
                share[g] /= n;
                observed[g] += weight * events[g];
                expected[g] += weight * d * share[g];
            }
            for (int g = 0; g < count; g++) {
                for (int h = 0; h < count; h++) {
                    covariance[g][h] += spread * share[g] * ((g == h ? 1 : 0) - share[h]);
                }
            }
            survival *= (n - d) / n;
        }
        return TestResult.of(observed, expected, covariance);
    }
}
