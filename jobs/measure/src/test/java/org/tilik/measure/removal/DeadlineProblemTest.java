// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Oracle: the likelihood of all rows, cut at the deadline and maximised from scratch. */
class DeadlineProblemTest {

    private static final String SEED = "20190315";
    private static final double BEGINNING = Double.NEGATIVE_INFINITY;
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final double[] DEADLINES = {1, 3, 4.5, 6, 9, 13, 30};

    @Provide
    Arbitrary<List<RowGenerator.Row>> bracketRows() {
        return RowGenerator.brackets();
    }

    @Provide
    Arbitrary<List<RowGenerator.Row>> anyRows() {
        return RowGenerator.any();
    }

    @Property(tries = 200, seed = SEED)
    void rowsUntilTheDeadlineGiveTheShareOfAllRows(@ForAll("bracketRows") List<RowGenerator.Row> rows) {
        assertSameShares(RowGenerator.data(rows).collapsed());
    }

    @Property(tries = 200, seed = SEED)
    void rowsUntilTheDeadlineGiveTheShareOfAllRowsAlsoWithLateEntry(@ForAll("anyRows") List<RowGenerator.Row> rows) {
        assertSameShares(RowGenerator.data(rows).collapsed());
    }

    @Property(tries = 300, seed = SEED)
    void otherWeightsGiveTheShareOfTheirOwnRows(@ForAll("anyRows") List<RowGenerator.Row> rows, @ForAll Random random) {
        RemovalData data = RowGenerator.data(rows).collapsed();
        double[] weights = new double[data.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextInt(3);
        }
        IntervalProblem problem = new IntervalProblem(data);
        IntervalFit earlier = problem.fit(IntervalNpmle.TOLERANCE);
        IntervalFit again = problem.refit(weights, earlier, IntervalNpmle.TOLERANCE);
        IntervalFit alone = IntervalNpmle.byCause(data.reweighted(weights));
        assertThat(again.converged()).isTrue();
        assertThat(Math.abs(again.logLikelihood() - alone.logLikelihood())).isLessThan(1e-6);
    }

    @Test
    void quantilesOfSamplesLieInTheSamplesOwnInnermostIntervals() {
        RemovalData data = rechecked(200, 3, new SplittableRandom(7))
                .recoded(List.of(), cause -> 0)
                .withoutFamilies();
        RemovalData rows = RowCollapse.of(data).data;
        IntervalProblem problem = new IntervalProblem(rows);
        IntervalFit earlier = problem.fit(IntervalNpmle.TOLERANCE);
        Resampling resampling = new Resampling(rows, 42);
        for (int b = 0; b < 30; b++) {
            double[] weights = resampling.next();
            IntervalSample again = problem.sampleCurve(weights, earlier, IntervalNpmle.TOLERANCE);
            IntervalFit alone = new IntervalProblem(rows.reweighted(weights)).fit(IntervalNpmle.TOLERANCE);
            for (double p : new double[] {0.123, 0.271, 0.419}) {
                assertThat(again.quantile(BEGINNING, p))
                        .containsExactly(IntervalSample.of(alone, IntervalNpmle.TOLERANCE)
                                .quantile(BEGINNING, p));
            }
        }
    }

    @Test
    void samplesAreAsLikelyAsWhenEveryCellIsTriedFromTheStart() {
        RemovalData data = rechecked(600, 3, new SplittableRandom(7)).collapsed();
        IntervalProblem problem = new IntervalProblem(data);
        IntervalFit earlier = problem.fit(IntervalNpmle.TOLERANCE);
        Resampling resampling = new Resampling(data, 42);
        for (int b = 0; b < 20; b++) {
            double[] weights = resampling.next();
            IntervalFit again = problem.refit(weights, earlier, IntervalNpmle.TOLERANCE);
            IntervalFit alone = IntervalNpmle.byCause(data.reweighted(weights));
            assertThat(again.converged()).isTrue();
            assertThat(Math.abs(again.logLikelihood() - alone.logLikelihood())).isLessThan(1e-6);
        }
    }

    @Test
    void theLooserStopOfSamplesLeavesThePercentilesWhereTheyAre() {
        RemovalData data = rechecked(600, 3, new SplittableRandom(7)).collapsed();
        for (boolean upper : new boolean[] {false, true}) {
            RowCollapse rows = RowCollapse.of(data.until(24, upper));
            IntervalProblem problem = new IntervalProblem(rows.data);
            IntervalFit earlier = problem.fit(IntervalNpmle.TOLERANCE);
            Resampling resampling = new Resampling(data, 42);
            double[] loose = new double[60];
            double[] full = new double[60];
            for (int b = 0; b < loose.length; b++) {
                double[] weights = rows.collapsed(resampling.next());
                loose[b] = problem.refit(weights, earlier, IntervalNpmle.RESAMPLED_SHARE_TOLERANCE)
                        .share(5, 24, 1, upper);
                full[b] =
                        problem.refit(weights, earlier, IntervalNpmle.TOLERANCE).share(5, 24, 1, upper);
            }
            Arrays.sort(loose);
            Arrays.sort(full);
            assertThat(full[0]).isLessThan(full[59] - 0.02);
            for (int b = 0; b < loose.length; b++) {
                assertThat(Math.abs(loose[b] - full[b])).isLessThan(1e-3);
            }
        }
    }

    @Test
    void theOrderInWhichRowsArriveDoesNotMoveTheLimits() {
        RemovalEstimator estimator = RemovalEstimator.standard()
                .withDeadlines(6, 24)
                .withMinAtRisk(10)
                .withBootstrap(20, 20190315)
                .withCauseGroups(List.of(new CauseGroup("removal", Set.of("platform"), Set.of())));
        RemovalData data = rechecked(300, 3, new SplittableRandom(11));
        RemovalEstimate one = estimator.estimate(data);
        RemovalEstimate other = estimator.estimate(shuffled(data, new Random(5)));
        assertThat(one.deadlines().get(1).givenCaptured().ciLow()).isPositive();
        assertThat(other.deadlines()).isEqualTo(one.deadlines());
        assertThat(other.causeGroups()).isEqualTo(one.causeGroups());
        assertThat(other.quantiles()).isEqualTo(one.quantiles());
        for (int i = 0; i < one.curve().size(); i++) {
            assertThat(other.curve().ciLow(i)).isEqualTo(one.curve().ciLow(i));
            assertThat(other.curve().ciHigh(i)).isEqualTo(one.curve().ciHigh(i));
        }
    }

    private static void assertSameShares(RemovalData data) {
        for (double deadline : DEADLINES) {
            for (boolean upper : new boolean[] {false, true}) {
                for (int cause = 0; cause <= 2; cause++) {
                    RemovalData asked = cause > 0 ? data : data.recoded(List.of(), k -> 0);
                    double whole =
                            IntervalNpmle.byCause(cut(asked, deadline, upper)).share(BEGINNING, deadline, cause, false);
                    double until = new DeadlineProblem(asked, BEGINNING, deadline, upper).shares()[cause];
                    assertThat(Double.isNaN(until)).isEqualTo(Double.isNaN(whole));
                    if (!Double.isNaN(whole)) {
                        assertThat(Math.abs(until - whole))
                                .as("cause %s by %s: %s, of all rows %s", cause, deadline, until, whole)
                                .isLessThan(1e-6);
                    }
                }
            }
        }
    }

    /** All rows, every bracket around the deadline cut there. */
    private static RemovalData cut(RemovalData data, double deadline, boolean keepEarly) {
        RemovalDataBuilder rows = RemovalData.builder(data.causeNames());
        for (int i = 0; i < data.size(); i++) {
            boolean around = data.isBracket(i) && data.lower(i) < deadline && deadline < data.upper(i);
            double lower = around && !keepEarly ? deadline : data.lower(i);
            double upper = around && keepEarly ? deadline : data.upper(i);
            rows.add(data.entry(i), lower, upper, data.cause(i), data.weight(i));
        }
        return rows.build();
    }

    /** Items first seen within some hours, then again about every 18 hours for five days; two causes. */
    private static RemovalData rechecked(int items, double latestEntry, SplittableRandom random) {
        RemovalDataBuilder rows = RemovalData.builder(List.of("platform", "author"));
        for (int i = 0; i < items; i++) {
            double gone = -40 * Math.log(1 - random.nextDouble());
            double entry = latestEntry * random.nextDouble();
            double seen = entry;
            double check = seen + 18 * random.nextDouble();
            while (gone > check && seen < 120) {
                seen = check;
                check += 12 + 12 * random.nextDouble();
            }
            if (gone > entry && gone <= check) {
                rows.add(entry, seen, check, 1 + random.nextInt(2), 1);
            } else if (gone > entry) {
                rows.add(entry, seen, INF, 0, 1);
            }
        }
        return rows.build();
    }

    private static RemovalData shuffled(RemovalData data, Random random) {
        Integer[] order = new Integer[data.size()];
        Arrays.setAll(order, i -> i);
        Collections.shuffle(Arrays.asList(order), random);
        RemovalDataBuilder rows = RemovalData.builder(data.causeNames());
        for (int i : order) {
            rows.add(data.entry(i), data.lower(i), data.upper(i), data.cause(i), data.weight(i));
        }
        return rows.build();
    }
}
