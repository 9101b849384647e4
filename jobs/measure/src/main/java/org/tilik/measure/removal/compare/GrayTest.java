// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.Arrays;
import java.util.List;

/**
 * Whether groups of items have the same cumulative incidence of one cause, the other causes competing.
 *
 * <p>Items gone by another cause stay in the comparison, with a weight that shrinks as censoring would have removed
 * them. With n_g at risk, S_g the group's Kaplan–Meier curve, F_g its incidence of the cause, d events of the cause:
 *
 * <pre>
 * R_g = n_g (1 − F_g(t−)) / S_g(t−)
 * U_g = Σ_t (d_g − d R_g / Σ_h R_h)                         χ² = U' V⁻ U
 * H_g = n_g / S_g(t−)      dF_0 = d / Σ_h H_h                incidence if all groups are alike
 * a_ig = H_i (1[i = g] − H_g / Σ_h H_h)                      c_ig(t) = Σ_{≤ t} a_ig dF_0 / (1 − F_0(t−))
 * V_ij = Σ_t Σ_g x_ig x_jg S_g(t−) dF_0 / n_g  +  y_ig y_jg S_g(t−)² d_og / n_g²          d_o: events of other causes
 *        x_ig = a_ig + (1 − (1 − F_0) / S_g) (c_ig(∞) − c_ig(t))     y_ig = (1 − F_0) / S_g (c_ig(∞) − c_ig(t))
 * </pre>
 *
 * <p>Gray, A class of K-sample tests for comparing the cumulative incidence of a competing risk, 1988,
 * doi:10.1214/aos/1176350951; ρ = 0, hypergeometric factors for ties, the same numbers as {@code cuminc} of R cmprsk
 * 2.2-11. Exact times of independent items watched from the start only.
 */
public final class GrayTest {

    private final GroupTimes times;
    /** Events by the cause compared, by group and time. */
    private final double[][] ownEvents;

    private final int groups;

    /** c(∞), filled by the first pass over time. */
    private final double[][] total;

    private final double[] observed;
    private final double[] expected;
    private final double[][] covariance;

    private GrayTest(List<Group> data, int cause) {
        this.groups = data.size();
        this.times = GroupTimes.of(data);
        this.ownEvents = new double[groups][];
        this.total = new double[groups][groups];
        this.observed = new double[groups];
        this.expected = new double[groups];
        this.covariance = new double[groups][groups];
        for (int g = 0; g < groups; g++) {
            ownEvents[g] = times.eventsOf(data.get(g).data(), cause);
        }
    }

    /** Compares the incidence of {@code cause} (its number, from 1) between groups with the same list of causes. */
    public static Outcome<TestResult> test(List<Group> groups, int cause) {
        requireSameCauses(groups, cause);
        if (Group.populated(groups) < 2) {
            return Outcome.none(Undefined.FEWER_THAN_TWO_GROUPS);
        }
        if (Group.anyBracket(groups)) {
            return Outcome.none(Undefined.BRACKETS);
        }
        if (Group.anyLateEntry(groups)) {
            return Outcome.none(Undefined.LATE_ENTRY);
        }
        if (FamilyUnits.of(groups).anyShared()) {
            return Outcome.none(Undefined.FAMILIES);
        }
        GrayTest test = new GrayTest(groups, cause);
        test.overTime(false);
        test.overTime(true);
        return Arrays.stream(test.observed).sum() > 0
                ? TestResult.of(test.observed, test.expected, test.covariance, TestVariance.COUNTING_PROCESS)
                : Outcome.none(Undefined.NO_EVENTS);
    }

    private static void requireSameCauses(List<Group> groups, int cause) {
        for (Group group : groups) {
            List<String> names = group.data().causeNames();
            if (!names.equals(groups.get(0).data().causeNames()) || cause < 1 || cause > names.size()) {
                throw new IllegalArgumentException("Group " + group.name() + " has the causes " + names
                        + ", expected the same list for every group, with a cause number " + cause + ".");
            }
        }
    }

    private void overTime(boolean second) {
        double[] survival = new double[groups];
        Arrays.fill(survival, 1);
        double[] incidence = new double[groups];
        double[][] c = new double[groups][groups];
        double pooled = 0;
        for (int j = 0; j < times.time.length; j++) {
            Moment moment = new Moment(j, survival);
            double hazard = moment.jump / (1 - pooled);
            pooled += moment.jump;
            for (int i = 0; i < groups; i++) {
                for (int g = 0; g < groups; g++) {
                    c[i][g] += moment.a(i, g) * hazard;
                }
            }
            if (second) {
                score(moment, incidence, survival);
                spread(moment, survival, c, pooled);
            }
            moment.advance(survival, incidence);
        }
        if (!second) {
            for (int i = 0; i < groups; i++) {
                total[i] = c[i];
            }
        }
    }

    private void score(Moment moment, double[] incidence, double[] survival) {
        double[] r = new double[groups];
        double sum = 0;
        for (int g = 0; g < groups; g++) {
            r[g] = moment.n[g] > 0 ? moment.n[g] * (1 - incidence[g]) / survival[g] : 0;
            sum += r[g];
        }
        for (int g = 0; g < groups; g++) {
            observed[g] += moment.own[g];
            expected[g] += sum > 0 ? moment.ownTotal * r[g] / sum : 0;
        }
    }

    private void spread(Moment moment, double[] before, double[][] c, double pooled) {
        for (int g = 0; g < groups; g++) {
            if (moment.n[g] <= 0) {
                continue;
            }
            double n = moment.n[g];
            double after = before[g] * (n - moment.own[g] - moment.other[g]) / n;
            double ratio = after > 0 ? (1 - pooled) / after : 0;
            double expectedRisk = moment.sum * before[g];
            double ownSpread = ties(expectedRisk, moment.ownTotal) * before[g] * moment.jump / n;
            double otherSpread =
                    after > 0 ? ties(n, moment.other[g]) * before[g] * before[g] * moment.other[g] / (n * n) : 0;
            double[] x = new double[groups];
            double[] y = new double[groups];
            for (int i = 0; i < groups; i++) {
                double later = total[i][g] - c[i][g];
                x[i] = moment.a(i, g) + (1 - ratio) * later;
                y[i] = ratio * later;
            }
            for (int i = 0; i < groups; i++) {
                for (int h = 0; h < groups; h++) {
                    covariance[i][h] += x[i] * x[h] * ownSpread + y[i] * y[h] * otherSpread;
                }
            }
        }
    }

    private static double ties(double n, double d) {
        return d > 1 ? 1 - (d - 1) / (n - 1) : 1;
    }

    /** Risk sets and events at one time, before the curves step down. */
    private final class Moment {

        private final double[] n = new double[groups];
        private final double[] own = new double[groups];
        private final double[] other = new double[groups];
        private final double[] h = new double[groups];
        private final double ownTotal;
        private final double sum;
        private final double jump;

        Moment(int j, double[] survival) {
            double events = 0;
            double weights = 0;
            for (int g = 0; g < groups; g++) {
                n[g] = times.atRisk[g][j];
                own[g] = ownEvents[g][j];
                other[g] = times.events[g][j] - own[g];
                h[g] = n[g] > 0 ? n[g] / survival[g] : 0;
                events += own[g];
                weights += h[g];
            }
            ownTotal = events;
            sum = weights;
            jump = events / weights;
        }

        double a(int i, int g) {
            return h[i] * ((i == g ? 1 : 0) - h[g] / sum);
        }

        void advance(double[] survival, double[] incidence) {
            for (int g = 0; g < groups; g++) {
                if (n[g] > 0) {
                    incidence[g] += survival[g] * own[g] / n[g];
                    survival[g] *= (n[g] - own[g] - other[g]) / n[g];
                }
            }
        }
    }
}
