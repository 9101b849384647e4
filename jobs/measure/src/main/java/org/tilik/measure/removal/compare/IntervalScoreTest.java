// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.compare.PermutationResult.Reference;
import org.tilik.measure.removal.compare.PermutationResult.Units;

/**
 * Whether groups of items went equally fast when times are brackets (L, R], by a permutation rank test.
 *
 * <pre>
 * c_i  score of item i under the pooled Turnbull estimate, see {@link IntervalScore}
 * U_g  = Σ_i c_i 1[i in g]
 * V_gh = Σ_i (c_i − c̄)² / (N − 1) · (1[g = h] n_g − n_g n_h / N)        χ² = U' V⁻ U
 * </pre>
 *
 * <p>On exact times U with Sun's score is that of the log-rank test. Where inside their intervals masses lie does not
 * change a score. All groups must be looked at alike: whether and when items were checked may depend on anything but
 * the group and the time they went.
 *
 * <p>Where some family has more than one item, whole families are exchanged: c is then a family's sum, n_g a number of
 * families, N that of all. Where a family has items in several groups nothing can be exchanged; then only the χ² form
 * is given, with V the sum over families of the squared sums of c_i (1[i in g] − n_g / N), times F / (F − 1) for F
 * families. Items that entered late are refused.
 *
 * <p>Fay and Shaw, Exact and asymptotic weighted logrank tests for interval censored data: the interval R package, 2010,
 * doi:10.18637/jss.v036.i02, with their permutation form of the variance.
 */
public final class IntervalScoreTest {

    /** More assignments than this are not all counted. */
    private static final double MOST_PERMUTATIONS = 200_000;
    /** Statistics closer than this, relatively, are equal. */
    private static final double SAME = 1e-9;

    private final IntervalScore score;
    private final int replicates;
    private final long seed;
    private final boolean permuted;

    private IntervalScoreTest(IntervalScore score, boolean permuted, int replicates, long seed) {
        this.score = score;
        this.permuted = permuted;
        this.replicates = replicates;
        this.seed = seed;
    }

    /** Holds the statistic against the χ² distribution. */
    public static IntervalScoreTest asymptotic(IntervalScore score) {
        return new IntervalScoreTest(score, false, 0, 0);
    }

    /** Holds it against all assignments where there are at most 200,000, else against seeded random ones. */
    public static IntervalScoreTest permuted(IntervalScore score, int replicates, long seed) {
        if (replicates < 1) {
            throw new IllegalArgumentException("The number of permutations is " + replicates + ", expected 1 or more.");
        }
        return new IntervalScoreTest(score, true, replicates, seed);
    }

    /** Compares groups. */
    public Outcome<PermutationResult> test(List<Group> groups) {
        if (Group.populated(groups) < 2) {
            return Outcome.none(Undefined.FEWER_THAN_TWO_GROUPS);
        }
        if (Group.anyLateEntry(groups)) {
            return Outcome.none(Undefined.LATE_ENTRY);
        }
        if (groups.stream().allMatch(group -> group.data().events() == 0)) {
            return Outcome.none(Undefined.NO_EVENTS);
        }
        FamilyUnits families = FamilyUnits.of(groups);
        if (families.tooFew()) {
            return Outcome.none(Undefined.FEW_FAMILIES);
        }
        PooledScores scores = PooledScores.of(groups, score);
        if (scores == null) {
            return Outcome.none(Undefined.NOT_CONVERGED);
        }
        if (families.anyShared() && families.spanGroups()) {
            return permuted ? Outcome.none(Undefined.FAMILIES_SPAN_GROUPS) : acrossGroups(groups, scores, families);
        }
        return exchanged(groups, ScoredUnits.of(groups, scores, families), families);
    }

    private Outcome<PermutationResult> acrossGroups(List<Group> groups, PooledScores scores, FamilyUnits families) {
        int count = groups.size();
        double[] u = new double[count];
        double[] items = new double[count];
        double total = 0;
        for (int g = 0; g < count; g++) {
            items[g] = groups.get(g).data().totalWeight();
            total += items[g];
        }
        FamilySums sums = new FamilySums(families, count);
        double units = families.count() + families.single();
        for (int g = 0; g < count; g++) {
            RemovalData data = groups.get(g).data();
            for (int i = 0; i < data.size(); i++) {
                double c = scores.of(data, i);
                double[] part = new double[count];
                for (int h = 0; h < count; h++) {
                    part[h] = c * ((g == h ? 1 : 0) - items[h] / total);
                }
                sums.add(data, i, part);
                u[g] += data.weight(i) * c;
            }
        }
        double[][] covariance = sums.covariance();
        for (double[] row : covariance) {
            for (int h = 0; h < count; h++) {
                row[h] *= units / (units - 1);
            }
        }
        return result(u, covariance, Units.FAMILIES_OVER_GROUPS);
    }

    private Outcome<PermutationResult> exchanged(List<Group> groups, ScoredUnits units, FamilyUnits families) {
        int count = groups.size();
        double n = units.total();
        double mean = units.sum() / n;
        double spread = 0;
        for (int k = 0; k < units.score.length; k++) {
            double excess = units.score[k] - mean;
            spread += units.items[k] * excess * excess;
        }
        double[] u = new double[count];
        double[][] covariance = new double[count][count];
        for (int g = 0; g < count; g++) {
            // Scores add up to 0 but for rounding and the last digits of the fit.
            u[g] = units.sumOf(g) - mean * units.size[g];
            for (int h = 0; h < count; h++) {
                covariance[g][h] =
                        spread / (n - 1) * ((g == h ? units.size[g] : 0) - units.size[g] * units.size[h] / n);
            }
        }
        Units kind = families.anyShared() ? Units.FAMILIES : Units.ITEMS;
        Outcome<PermutationResult> result = result(u, covariance, kind);
        if (!permuted || !result.isDefined()) {
            return result;
        }
        if (!units.whole()) {
            return Outcome.none(Undefined.FRACTIONAL_WEIGHTS);
        }
        return Outcome.of(counted(result.orElseThrow(), covariance, units.oneByOne(mean), units.size));
    }

    private static Outcome<PermutationResult> result(double[] u, double[][] covariance, Units units) {
        QuadraticForm form = QuadraticForm.of(u, covariance);
        if (form.rank() == 0) {
            return Outcome.none(Undefined.NEVER_AT_RISK_TOGETHER);
        }
        double[] variances = new double[u.length];
        for (int g = 0; g < u.length; g++) {
            variances[g] = covariance[g][g];
        }
        return Outcome.of(new PermutationResult(
                form.value(),
                form.rank(),
                u.length == 2 ? u[0] / Math.sqrt(variances[0]) : Double.NaN,
                TestResult.chiSquareP(form.value(), form.rank()),
                TestResult.boxed(u),
                TestResult.boxed(variances),
                units,
                Reference.CHI_SQUARE,
                0));
    }

    /** The same with p counted over assignments of {@code score} to groups of these sizes. */
    private PermutationResult counted(PermutationResult found, double[][] covariance, double[] score, double[] size) {
        int[] places = Arrays.stream(size).mapToInt(s -> (int) s).toArray();
        double least = found.chiSquare() * (1 - SAME);
        boolean all = Assignments.number(places) <= MOST_PERMUTATIONS;
        Assignments assignments =
                new Assignments(score, u -> QuadraticForm.of(u, covariance).value() >= least);
        long extreme;
        long number;
        if (all) {
            assignments.countAll(places);
            extreme = assignments.extreme();
            number = assignments.counted();
        } else {
            UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
            for (int b = 0; b < replicates; b++) {
                assignments.countRandom(places, random);
            }
            extreme = assignments.extreme() + 1;
            number = assignments.counted() + 1;
        }
        return new PermutationResult(
                found.chiSquare(),
                found.df(),
                found.z(),
                extreme / (double) number,
                found.scores(),
                found.variances(),
                found.units(),
                all ? Reference.ALL_PERMUTATIONS : Reference.RANDOM_PERMUTATIONS,
                number);
    }
}
