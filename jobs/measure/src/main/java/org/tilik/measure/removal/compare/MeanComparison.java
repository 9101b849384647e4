// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.tilik.measure.removal.ConfidenceInterval;
import org.tilik.measure.removal.KaplanMeier;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RestrictedMean;
import org.tilik.measure.removal.SurvivalCurve;

/**
 * The mean hours that items of each group stay visible within the first {@code tau} hours, and how groups differ.
 *
 * <p>Each mean and its Greenwood-type error is a {@link RestrictedMean}. Differences and log ratios are taken as normal:
 *
 * <pre>
 * difference   μ_1 − μ_2            variance v_1 + v_2
 * ratio        exp(log μ_1 − log μ_2)   variance v_1 / μ_1² + v_2 / μ_2² on the log scale
 * </pre>
 *
 * <p>Where some family has more than one item, variances and covariances are sums over families, in whatever groups
 * their items are, of the squared sums of
 *
 * <pre>
 * ψ_i = −Σ_{t_j ≤ τ} A_j (1[i went at t_j] − 1[i at risk] d_j / n_j) / (n_j − d_j)      A_j = ∫_{t_j}^τ S(t) dt
 * </pre>
 *
 * <p>Royston and Parmar, Restricted mean survival time, 2013, doi:10.1186/1471-2288-13-152; ratio on the log scale: Uno
 * and others, Moving beyond the hazard ratio in quantifying the between-group difference in survival analysis, 2014,
 * doi:10.1200/JCO.2014.55.2208. Families: the infinitesimal jackknife of the Kaplan–Meier curve, as
 * {@code residuals.survfit} of R survival 3.5-3. Exact times.
 *
 * @param start hours at which all items counted are still visible; 0 = from the start of the clock
 * @param tau hours, the horizon
 * @param means of each group, in the order given
 * @param contrasts of every two groups
 * @param variance what the errors take as independent
 */
public record MeanComparison(
        double start, double tau, List<GroupMean> means, List<MeanContrast> contrasts, MeanVariance variance) {

    /** Compares means from the start of the clock. */
    public static Outcome<MeanComparison> of(List<Group> groups, double tau, double level) {
        return of(groups, 0, tau, level);
    }

    /**
     * Compares means of items visible at {@code start} hours. Not defined where tau lies after the last sighting in some
     * group that still has items visible, or where some group has nobody at risk for a while before its last entry.
     */
    public static Outcome<MeanComparison> of(List<Group> groups, double start, double tau, double level) {
        if (!(start >= 0 && start < tau && tau < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("The mean is asked for from " + start + " to " + tau
                    + " hours, expected 0 <= start < tau, a finite number.");
        }
        if (Group.populated(groups) < 2) {
            return Outcome.none(Undefined.FEWER_THAN_TWO_GROUPS);
        }
        if (Group.anyBracket(groups)) {
            return Outcome.none(Undefined.BRACKETS);
        }
        List<Group> compared =
                groups.stream().filter(group -> group.data().size() > 0).toList();
        FamilyUnits units = FamilyUnits.of(compared);
        FamilySums families = new FamilySums(units, compared.size());
        List<GroupMean> means = new ArrayList<>();
        double[][] covariance = new double[compared.size()][compared.size()];
        for (int g = 0; g < compared.size(); g++) {
            RemovalData data = compared.get(g).data();
            if (hasGap(data, start, tau)) {
                return Outcome.none(Undefined.RISK_SET_GAP);
            }
            SurvivalCurve curve = KaplanMeier.fit(data, curveStart(start), ConfidenceInterval.PLAIN, level);
            RestrictedMean mean = RestrictedMean.of(curve, start, tau, level);
            if (Double.isNaN(mean.estimate())) {
                return Outcome.none(Undefined.HORIZON_BEYOND_FOLLOW_UP);
            }
            means.add(new GroupMean(compared.get(g).name(), mean));
            covariance[g][g] = mean.standardError() * mean.standardError();
            if (units.anyShared()) {
                contribute(data, curve, start, tau, g, families);
            }
        }
        MeanVariance variance = MeanVariance.GREENWOOD;
        if (units.anyShared()) {
            variance = units.tooFew() ? MeanVariance.NONE : MeanVariance.FAMILY_ROBUST;
            covariance = families.covariance();
        }
        return Outcome.of(result(start, tau, level, means, covariance, variance));
    }

    /** Without a later start the curve begins before every time, also those at 0. */
    private static double curveStart(double start) {
        return start > 0 ? start : Double.NEGATIVE_INFINITY;
    }

    private static MeanComparison result(
            double start,
            double tau,
            double level,
            List<GroupMean> greenwood,
            double[][] covariance,
            MeanVariance variance) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        boolean errors = variance != MeanVariance.NONE;
        List<GroupMean> means = new ArrayList<>();
        for (int g = 0; g < greenwood.size(); g++) {
            RestrictedMean mean = greenwood.get(g).mean();
            double error = errors ? Math.sqrt(covariance[g][g]) : Double.NaN;
            means.add(
                    variance == MeanVariance.GREENWOOD
                            ? greenwood.get(g)
                            : new GroupMean(
                                    greenwood.get(g).group(),
                                    new RestrictedMean(
                                            tau,
                                            mean.estimate(),
                                            error,
                                            Math.max(start, mean.estimate() - z * error),
                                            Math.min(tau, mean.estimate() + z * error))));
        }
        List<MeanContrast> contrasts = new ArrayList<>();
        for (int g = 0; g < means.size(); g++) {
            for (int h = g + 1; h < means.size(); h++) {
                contrasts.add(contrast(means.get(g), means.get(h), g, h, errors ? covariance : null, z));
            }
        }
        return new MeanComparison(start, tau, List.copyOf(means), List.copyOf(contrasts), variance);
    }

    private static MeanContrast contrast(
            GroupMean first, GroupMean second, int g, int h, double[][] covariance, double z) {
        double a = first.mean().estimate();
        double b = second.mean().estimate();
        double error = Double.NaN;
        double logError = Double.NaN;
        if (covariance != null) {
            error = Math.sqrt(covariance[g][g] + covariance[h][h] - 2 * covariance[g][h]);
            logError =
                    Math.sqrt(covariance[g][g] / (a * a) + covariance[h][h] / (b * b) - 2 * covariance[g][h] / (a * b));
        }
        double logRatio = Math.log(a / b);
        return new MeanContrast(
                first.group(),
                second.group(),
                new MeanContrast.Estimate(a - b, error, a - b - z * error, a - b + z * error, twoSided(a - b, error)),
                new MeanContrast.Estimate(
                        a / b,
                        logError,
                        Math.exp(logRatio - z * logError),
                        Math.exp(logRatio + z * logError),
                        twoSided(logRatio, logError)));
    }

    /** NaN without an error, and where nothing varies. */
    static double twoSided(double estimate, double error) {
        return error > 0 ? 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(estimate) / error) : Double.NaN;
    }

    /** Whether nobody is at risk in some part of (start, the last entry], or the curve dies out before the end. */
    private static boolean hasGap(RemovalData data, double start, double tau) {
        double lastEntry = start;
        for (int i = 0; i < data.size(); i++) {
            lastEntry = Math.max(lastEntry, Math.min(tau, data.entry(i)));
        }
        if (lastEntry <= start) {
            return false;
        }
        double[] entries = new double[data.size()];
        double[] exits = new double[data.size()];
        for (int i = 0; i < data.size(); i++) {
            entries[i] = data.entry(i);
            exits[i] = data.exit(i);
        }
        Arrays.sort(entries);
        Arrays.sort(exits);
        int entered = 0;
        int left = 0;
        for (double t = start; t < lastEntry; t = exits[left]) {
            while (entered < entries.length && entries[entered] <= t) {
                entered++;
            }
            while (left < exits.length && exits[left] <= t) {
                left++;
            }
            if (entered <= left) {
                return true;
            }
        }
        return diesOut(data, start, lastEntry);
    }

    private static boolean diesOut(RemovalData data, double start, double lastEntry) {
        SurvivalCurve curve = KaplanMeier.fit(data, curveStart(start), ConfidenceInterval.PLAIN, 0.95);
        return !(curve.survivalAt(lastEntry) > 0);
    }

    private static void contribute(
            RemovalData data, SurvivalCurve curve, double start, double tau, int g, FamilySums families) {
        int points = 0;
        while (points < curve.size() && curve.time(points) <= tau) {
            points++;
        }
        double[] area = new double[points];
        double running = 0;
        double end = tau;
        for (int j = points - 1; j >= 0; j--) {
            running += curve.survival(j) * (end - curve.time(j));
            end = curve.time(j);
            area[j] = running;
        }
        double[] times = new double[points];
        double[] jump = new double[points];
        double[] passed = new double[points + 1];
        for (int j = 0; j < points; j++) {
            double left = curve.atRisk(j) - curve.events(j);
            times[j] = curve.time(j);
            jump[j] = left > 0 ? area[j] / left : 0;
            passed[j + 1] = passed[j] + jump[j] * curve.events(j) / curve.atRisk(j);
        }
        for (int i = 0; i < data.size(); i++) {
            if (data.exit(i) > curveStart(start)) {
                int from = GroupTimes.countUpTo(times, data.entry(i));
                int to = GroupTimes.countUpTo(times, data.exit(i));
                double[] u = new double[families.statistics()];
                u[g] = passed[to] - passed[from];
                u[g] -= data.isCensored(i) || data.exit(i) > tau ? 0 : jump[to - 1];
                families.add(data, i, u);
            }
        }
    }
}
