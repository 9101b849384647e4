// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.tilik.measure.removal.RemovalData;

/**
 * Whether groups of items went equally fast, comparing events with those expected if they did; exact times, delayed
 * entry with risk sets (entry, exit].
 *
 * <pre>
 * U_g  = Σ_j w_j (d_gj − d_j n_gj / n_j)
 * V_gh = Σ_j w_j² d_j (n_j − d_j) / (n_j − 1) · (n_gj / n_j) (1[g = h] − n_hj / n_j)
 * χ²   = U' V⁻ U, degrees of freedom = groups compared − 1
 * w_j  = S(t_j−)^ρ of the pooled Kaplan–Meier curve; ρ = 0 log-rank, ρ = 1 Peto–Peto
 * </pre>
 *
 * <p>Stratified, U and V are sums over strata, each with its own curve. Where a family has more than one item, V is
 * the sum over families of the squared sums of their items' contributions
 *
 * <pre>
 * u_ig = w(t_i) (1[i in g] − s_g(t_i)) [i went] − Σ_{entry &lt; t_j ≤ exit} w_j d_j / n_j (1[i in g] − s_gj)    s_gj = n_gj / n_j
 * </pre>
 *
 * <p>Mantel, Evaluation of survival data and two new rank order statistics, 1966, Cancer Chemotherapy Reports
 * 50:163–170; Peto and Peto, Asymptotically efficient rank invariant test procedures, 1972, doi:10.2307/2344317, in the
 * form of Harrington and Fleming, A class of rank test procedures for censored survival data, 1982,
 * doi:10.1093/biomet/69.3.553, with the curve just before each time: {@code survdiff(rho = 1)} of R survival 3.5-3.
 * Families: Lin and Wei, The robust inference for the Cox proportional hazards model, 1989,
 * doi:10.1080/01621459.1989.10478874, at no difference. A risk set of one contributes no variance.
 *
 * @param rho power of the share still visible, 0 or more: the larger, the more weight have early times
 */
public record LogRankTest(double rho) {

    /** Equal weight at every time: most sensitive to proportional differences. */
    public static final LogRankTest LOG_RANK = new LogRankTest(0);

    /** More weight early, when most items are still visible. */
    public static final LogRankTest PETO_PETO = new LogRankTest(1);

    /** Refuses a power below 0. */
    public LogRankTest {
        if (!(rho >= 0) || rho == Double.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("The power rho is " + rho + ", expected a finite number from 0.");
        }
    }

    /** Compares groups. */
    public Outcome<TestResult> test(List<Group> groups) {
        return stratified(List.of(groups));
    }

    /**
     * Compares groups within strata, such as platforms within each language; groups are matched by name, and a stratum
     * need not hold all of them.
     */
    public Outcome<TestResult> stratified(List<List<Group>> strata) {
        List<Group> all = strata.stream().flatMap(List::stream).toList();
        Set<String> names = new LinkedHashSet<>();
        Set<String> populated = new HashSet<>();
        for (Group group : all) {
            names.add(group.name());
            if (group.data().size() > 0) {
                populated.add(group.name());
            }
        }
        if (populated.size() < 2) {
            return Outcome.none(Undefined.FEWER_THAN_TWO_GROUPS);
        }
        if (Group.anyBracket(all)) {
            return Outcome.none(Undefined.BRACKETS);
        }
        FamilyUnits units = FamilyUnits.of(all);
        if (units.tooFew()) {
            return Outcome.none(Undefined.FEW_FAMILIES);
        }
        Sums sums = new Sums(List.copyOf(names), units);
        boolean anyEvent = false;
        for (List<Group> stratum : strata) {
            GroupTimes times = GroupTimes.of(stratum);
            anyEvent |= times.time.length > 0;
            if (!sums.add(stratum, times)) {
                return Outcome.none(Undefined.RISK_SET_GAP);
            }
        }
        return anyEvent ? sums.result() : Outcome.none(Undefined.NO_EVENTS);
    }

    /** U and V over strata. */
    private final class Sums {

        private final List<String> names;
        private final FamilyUnits units;
        private final FamilySums families;
        private final double[] observed;
        private final double[] expected;
        private final double[][] covariance;

        Sums(List<String> names, FamilyUnits units) {
            this.names = names;
            this.units = units;
            this.families = new FamilySums(units, names.size());
            this.observed = new double[names.size()];
            this.expected = new double[names.size()];
            this.covariance = new double[names.size()][names.size()];
        }

        /** False if the weights die out with the pooled risk set although items went later. */
        boolean add(List<Group> stratum, GroupTimes times) {
            int points = times.time.length;
            int[] index = stratum.stream()
                    .mapToInt(group -> names.indexOf(group.name()))
                    .toArray();
            double[] weight = new double[points];
            double[][] share = new double[points][index.length];
            double[] hazard = new double[points];
            double survival = 1;
            for (int j = 0; j < points; j++) {
                double n = times.atRisk(j);
                double d = times.events(j);
                if (rho > 0 && !(survival > 0)) {
                    return false;
                }
                weight[j] = Math.pow(survival, rho);
                hazard[j] = d / n;
                for (int g = 0; g < index.length; g++) {
                    share[j][g] = times.atRisk[g][j] / n;
                    observed[index[g]] += weight[j] * times.events[g][j];
                    expected[index[g]] += weight[j] * d * share[j][g];
                }
                addSpread(n > 1 ? weight[j] * weight[j] * d * (n - d) / (n - 1) : 0, share[j], index);
                survival *= (n - d) / n;
            }
            if (units.anyShared()) {
                contribute(stratum, index, times, weight, share, hazard);
            }
            return true;
        }

        private void addSpread(double spread, double[] share, int[] index) {
            for (int g = 0; g < index.length; g++) {
                for (int h = 0; h < index.length; h++) {
                    covariance[index[g]][index[h]] += spread * share[g] * ((g == h ? 1 : 0) - share[h]);
                }
            }
        }

        private void contribute(
                List<Group> stratum,
                int[] index,
                GroupTimes times,
                double[] weight,
                double[][] share,
                double[] hazard) {
            int groups = stratum.size();
            int points = times.time.length;
            double[] passed = new double[points + 1];
            double[][] passedShare = new double[points + 1][groups];
            for (int j = 0; j < points; j++) {
                passed[j + 1] = passed[j] + weight[j] * hazard[j];
                for (int g = 0; g < groups; g++) {
                    passedShare[j + 1][g] = passedShare[j][g] + weight[j] * hazard[j] * share[j][g];
                }
            }
            for (int g = 0; g < groups; g++) {
                RemovalData data = stratum.get(g).data();
                for (int i = 0; i < data.size(); i++) {
                    int from = times.countUpTo(data.entry(i));
                    int to = times.countUpTo(data.exit(i));
                    double[] u = new double[names.size()];
                    for (int h = 0; h < groups; h++) {
                        u[index[h]] += passedShare[to][h] - passedShare[from][h];
                        u[index[h]] -= data.isCensored(i) ? 0 : weight[to - 1] * share[to - 1][h];
                    }
                    u[index[g]] += (data.isCensored(i) ? 0 : weight[to - 1]) - (passed[to] - passed[from]);
                    families.add(data, i, u);
                }
            }
        }

        Outcome<TestResult> result() {
            return units.anyShared()
                    ? TestResult.of(observed, expected, families.covariance(), TestVariance.FAMILY_ROBUST)
                    : TestResult.of(observed, expected, covariance, TestVariance.HYPERGEOMETRIC);
        }
    }
}
