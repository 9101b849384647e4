// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RemovalPropertiesTest {

    /** One seed, so that a build does not depend on luck. */
    private static final String SEED = "20190315";

    private static final double[] HOURS = {0.5, 1, 2, 3, 4, 5.5, 6, 8, 10, 12, 15, 20};
    private static final RemovalEstimator ESTIMATOR = RemovalEstimator.standard()
            .withDeadlines(HOURS)
            .withQuantiles(0.25, 0.5, 0.75)
            .withCauseGroups(List.of(
                    new CauseGroup("removal", Set.of("platform"), Set.of()),
                    new CauseGroup("removal or unknown", Set.of("platform"), Set.of("author"))));

    @Provide
    Arbitrary<List<RowGenerator.Row>> exactRows() {
        return RowGenerator.exact();
    }

    @Provide
    Arbitrary<List<RowGenerator.Row>> bracketRows() {
        return RowGenerator.brackets();
    }

    @Provide
    Arbitrary<List<RowGenerator.Row>> anyRows() {
        return RowGenerator.any();
    }

    @Property(tries = 100, seed = SEED)
    void theOrderOfRowsAndTheNumbersOfFamiliesDoNotMatter(
            @ForAll("anyRows") List<RowGenerator.Row> rows, @ForAll Random random) {
        List<RowGenerator.Row> shuffled = new ArrayList<>();
        for (RowGenerator.Row row : rows) {
            int family = row.family() < 0 ? -1 : 1000 - 7 * row.family();
            shuffled.add(
                    new RowGenerator.Row(row.entry(), row.lower(), row.upper(), row.cause(), row.weight(), family));
        }
        Collections.shuffle(shuffled, random);
        RemovalEstimator estimator = ESTIMATOR.withBootstrap(5, 42);
        RemovalEstimate one = estimator.estimate(RowGenerator.data(rows));
        RemovalEstimate other = estimator.estimate(RowGenerator.data(shuffled));
        assertThat(other.deadlines()).isEqualTo(one.deadlines());
        assertThat(other.causeGroups()).isEqualTo(one.causeGroups());
        assertThat(other.quantiles()).isEqualTo(one.quantiles());
        assertThat(other.caveats()).isEqualTo(one.caveats());
    }

    @Property(tries = 200, seed = SEED)
    void curvesFallAndIntervalsHoldTheirEstimate(@ForAll("exactRows") List<RowGenerator.Row> rows) {
        RemovalData data = RowGenerator.data(rows);
        for (ConfidenceInterval scale : ConfidenceInterval.values()) {
            SurvivalCurve curve = KaplanMeier.fit(data, scale, 0.9);
            for (int i = 0; i < curve.size(); i++) {
                assertThat(curve.mass(i)).isNotNegative();
                if (!Double.isNaN(curve.ciLow(i))) {
                    assertThat(curve.survival(i)).isBetween(curve.ciLow(i), curve.ciHigh(i));
                }
            }
        }
    }

    @Property(tries = 200, seed = SEED)
    void causesAndSurvivorsAddUpToOne(@ForAll("exactRows") List<RowGenerator.Row> rows) {
        RemovalData data = RowGenerator.data(rows);
        SurvivalCurve curve = KaplanMeier.fit(data, ConfidenceInterval.LOG, 0.95);
        List<CauseCurve> causes = AalenJohansen.fit(data, IncidenceVariance.AALEN);
        for (double t : HOURS) {
            double sum = curve.survivalAt(t);
            for (CauseCurve cause : causes) {
                sum += cause.at(t);
            }
            assertClose("sum at " + t, sum, 1, 1e-12);
        }
    }

    @Property(tries = 200, seed = SEED)
    void onExactTimesMaximumLikelihoodIsKaplanMeierAndAalenJohansen(@ForAll("exactRows") List<RowGenerator.Row> rows) {
        RemovalEstimate product = ESTIMATOR.estimate(RowGenerator.data(rows));
        RemovalEstimate likelihood = ESTIMATOR.withMethod(Method.TURNBULL).estimate(RowGenerator.data(rows));
        for (int d = 0; d < HOURS.length; d++) {
            DeadlineShare one = product.deadlines().get(d);
            DeadlineShare other = likelihood.deadlines().get(d);
            // Where the risk set died out, maximum likelihood starts anew, and later, than the product.
            if (one.conditionalOnHours() == other.conditionalOnHours()) {
                assertThat(other.share().identifiability())
                        .isEqualTo(one.share().identifiability());
                assertClose("share", other.share().boundLow(), one.share().boundLow(), 1e-8);
                Share removal = product.causeGroups().get("removal").get(d).givenCaptured();
                assertClose(
                        "removal",
                        likelihood
                                .causeGroups()
                                .get("removal")
                                .get(d)
                                .givenCaptured()
                                .boundLow(),
                        removal.boundLow(),
                        1e-8);
            }
        }
    }

    @Property(tries = 200, seed = SEED)
    void addingUpEqualRowsChangesNothing(@ForAll("anyRows") List<RowGenerator.Row> rows) {
        RemovalData data = RowGenerator.data(rows);
        RemovalData collapsed = data.collapsed();
        assertThat(collapsed.totalWeight()).isEqualTo(data.totalWeight());
        IntervalFit one = IntervalNpmle.byCause(data);
        IntervalFit other = IntervalNpmle.byCause(collapsed);
        assertThat(other.size()).isEqualTo(one.size());
        for (int i = 0; i < one.size(); i++) {
            assertThat(Math.abs(other.mass(i) - one.mass(i))).isLessThan(1e-6);
        }
    }

    @Property(tries = 300, seed = SEED)
    void boundsAreOrderedAndGrowWithTheDeadline(@ForAll("bracketRows") List<RowGenerator.Row> rows) {
        RemovalEstimate estimate = ESTIMATOR.withMethod(Method.TURNBULL).estimate(RowGenerator.data(rows));
        double low = 0;
        double high = 0;
        for (DeadlineShare deadline : estimate.deadlines()) {
            Share share = deadline.share();
            if (share.identifiability() != Identifiability.NONE) {
                assertThat(share.boundLow()).isLessThanOrEqualTo(share.boundHigh());
                assertThat(share.boundLow()).isGreaterThanOrEqualTo(low - 1e-6);
                assertThat(share.boundHigh()).isGreaterThanOrEqualTo(high - 1e-6);
                low = share.boundLow();
                high = share.boundHigh();
            }
        }
    }

    @Property(tries = 200, seed = SEED)
    void withoutCensoringTheBoundsAreCounts(@ForAll("bracketRows") List<RowGenerator.Row> rows) {
        List<RowGenerator.Row> gone =
                rows.stream().filter(row -> row.cause() > 0).toList();
        RemovalData data = RowGenerator.data(gone);
        RemovalEstimate estimate = ESTIMATOR.withMethod(Method.TURNBULL).estimate(data);
        for (DeadlineShare deadline : estimate.deadlines()) {
            double surely = 0;
            double possibly = 0;
            for (RowGenerator.Row row : gone) {
                boolean sure = row.upper() <= deadline.deadlineHours();
                surely += sure ? row.weight() : 0;
                possibly += sure || row.lower() < deadline.deadlineHours() ? row.weight() : 0;
            }
            if (data.size() > 0) {
                assertClose("lower", deadline.share().boundLow(), surely / data.totalWeight(), 1e-6);
                assertClose("upper", deadline.share().boundHigh(), possibly / data.totalWeight(), 1e-6);
            }
        }
    }

    @Property(tries = 300, seed = SEED)
    void noOtherMassesAreMoreLikely(@ForAll("anyRows") List<RowGenerator.Row> rows) {
        RemovalData data = RowGenerator.data(rows);
        assertThat(IntervalNpmle.turnbull(data).converged()).isTrue();
        assertThat(IntervalNpmle.byCause(data).converged()).isTrue();
    }

    @Property(tries = 200, seed = SEED)
    void unknownCausesOnlyWidenTheBounds(@ForAll("exactRows") List<RowGenerator.Row> rows) {
        RemovalEstimate estimate = ESTIMATOR.estimate(RowGenerator.data(rows));
        for (int d = 0; d < HOURS.length; d++) {
            Share known = estimate.causeGroups().get("removal").get(d).givenCaptured();
            Share unknown =
                    estimate.causeGroups().get("removal or unknown").get(d).givenCaptured();
            if (known.identifiability() != Identifiability.NONE) {
                assertThat(unknown.boundLow()).isEqualTo(known.boundLow());
                assertThat(unknown.boundHigh()).isGreaterThanOrEqualTo(known.boundHigh() - 1e-6);
            }
        }
    }
}
