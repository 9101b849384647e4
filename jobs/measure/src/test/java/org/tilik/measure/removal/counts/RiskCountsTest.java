// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.CauseCurve;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.measure.removal.IntervalMethod;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.SurvivalCurve;

/** Oracle: the estimates of rows whose times were rounded one by one, in whole numbers. */
class RiskCountsTest {

    private static final String SEED = "20190315";
    private static final List<String> CAUSES = List.of("platform", "author");
    private static final int CELL = 1_800;
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final double BEGINNING = Double.NEGATIVE_INFINITY;
    private static final TimeGrid GRID = TimeGrid.ofSeconds(CELL);
    private static final RemovalEstimator ESTIMATOR = RemovalEstimator.standard()
            .withDeadlines(0.5, 1, 2, 3, 5, 8)
            .withQuantiles(0.25, 0.5, 0.75)
            .withTau(4)
            .withCauseGroups(List.of(
                    new CauseGroup("removal", Set.of("platform"), Set.of()),
                    new CauseGroup("removal or unknown", Set.of("platform"), Set.of("author"))));

    /** Times in seconds, −1 = from the start, or never. */
    private record Item(int entry, int lower, int upper, int cause, int family) {

        void addTo(RiskCounter counter, long id) {
            counter.add(
                    entry < 0 ? BEGINNING : entry / 3600.0,
                    lower / 3600.0,
                    upper < 0 ? NEVER : upper / 3600.0,
                    cause,
                    family < 0 ? id : family,
                    family >= 0);
        }

        void addRoundedTo(RemovalDataBuilder rows) {
            double start = entry < 0 ? BEGINNING : up(entry);
            double last = upper == lower ? up(lower) : down(lower);
            rows.add(start, upper < 0 ? down(lower) : last, upper < 0 ? NEVER : up(upper), cause, 1);
        }

        private static double up(int seconds) {
            return (seconds + CELL - 1) / CELL * CELL / 3600.0;
        }

        private static double down(int seconds) {
            return seconds / CELL * CELL / 3600.0;
        }
    }

    @Provide
    Arbitrary<List<Item>> exactItems() {
        return items(Arbitraries.of(0));
    }

    @Provide
    Arbitrary<List<Item>> anyItems() {
        return items(Arbitraries.of(0, 600, 1_800, 3_000, 9_000));
    }

    private static Arbitrary<List<Item>> items(Arbitrary<Integer> widths) {
        Arbitrary<Item> item = Combinators.combine(
                        Arbitraries.of(-1, 0, 600, 1_800, 2_400, 5_400),
                        Arbitraries.integers().between(0, 40),
                        widths,
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.integers().between(-1, 4))
                .as((entry, after, width, kind, family) -> {
                    int lower = Math.max(0, entry) + 600 * after;
                    return kind == 0
                            ? new Item(entry, lower, -1, 0, family)
                            : new Item(entry, lower, lower + width, 1 + kind % 2, family);
                });
        return item.list().ofMinSize(1).ofMaxSize(40);
    }

    private static RiskCounts count(List<Item> items, int from, int to) {
        RiskCounter counter = new RiskCounter(GRID, CAUSES);
        for (int i = from; i < to; i++) {
            items.get(i).addTo(counter, 1_000_000_007L * (i + 1));
        }
        return counter.counts();
    }

    private static RemovalData rounded(List<Item> items) {
        RemovalDataBuilder rows = RemovalData.builder(CAUSES);
        items.forEach(item -> item.addRoundedTo(rows));
        return rows.build();
    }

    @Property(tries = 300, seed = SEED)
    void exactTimesGiveTheEstimatesOfRoundedRows(@ForAll("exactItems") List<Item> items) {
        List<Item> alone = items.stream()
                .map(item -> new Item(item.entry, item.lower, item.upper, item.cause, -1))
                .toList();
        assertSame(count(alone, 0, alone.size()).estimate(ESTIMATOR), ESTIMATOR.estimate(rounded(alone)), 1e-12);
    }

    @Property(tries = 300, seed = SEED)
    void bracketsGiveTheEstimatesOfRoundedRows(@ForAll("anyItems") List<Item> items) {
        List<Item> alone = items.stream()
                .map(item -> new Item(item.entry, item.lower, item.upper, item.cause, -1))
                .toList();
        assertSame(count(alone, 0, alone.size()).estimate(ESTIMATOR), ESTIMATOR.estimate(rounded(alone)), 1e-9);
    }

    @Property(tries = 200, seed = SEED)
    void whoeverCountsWhatInWhichOrderTheSumsAreEqual(@ForAll("anyItems") List<Item> items, @ForAll Random random) {
        int a = random.nextInt(items.size() + 1);
        int b = a + random.nextInt(items.size() + 1 - a);
        RiskCounts first = count(items, 0, a);
        RiskCounts second = count(items, a, b);
        RiskCounts third = count(items, b, items.size());
        RiskCounts whole = count(items, 0, items.size());
        assertThat(first.merge(second).merge(third)).isEqualTo(whole).hasSameHashCodeAs(whole);
        assertThat(first.merge(second.merge(third))).isEqualTo(whole);
        assertThat(third.merge(first).merge(second)).isEqualTo(whole);
        assertThat(whole.items() + whole.data().noFollowUp()).isEqualTo(items.size());
    }

    @Property(tries = 100, seed = SEED)
    void partsThatWereSentAddUpToTheWhole(@ForAll("anyItems") List<Item> items, @ForAll Random random)
            throws IOException {
        RiskCounts whole = count(items, 0, items.size());
        List<RiskCounts> parts = new ArrayList<>(whole.parts(1 + random.nextInt(5)));
        Collections.shuffle(parts, random);
        RiskSum sum = new RiskSum(GRID, CAUSES);
        for (RiskCounts part : parts) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            part.write(new DataOutputStream(bytes));
            sum.add(RiskCounts.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), GRID, CAUSES));
        }
        assertThat(sum.total()).isEqualTo(whole);
    }

    @Property(tries = 50, seed = SEED)
    void samplesOfGroupsDoNotDependOnWhoCountedWhat(@ForAll("anyItems") List<Item> items, @ForAll Random random) {
        List<Item> many = new ArrayList<>(Collections.nCopies(3, items).stream()
                .flatMap(List::stream)
                .map(item -> new Item(item.entry, item.lower, item.upper, item.cause, random.nextInt(200)))
                .toList());
        RemovalEstimator sampling = ESTIMATOR.withBootstrap(5, 42);
        int half = random.nextInt(many.size());
        RemovalEstimate one = count(many, 0, many.size()).estimate(sampling);
        RemovalEstimate other =
                count(many, half, many.size()).merge(count(many, 0, half)).estimate(sampling);
        assertThat(other.deadlines()).isEqualTo(one.deadlines());
        assertThat(other.quantiles()).isEqualTo(one.quantiles());
        assertThat(other.restrictedMean()).isEqualTo(one.restrictedMean());
    }

    @Test
    void sizeIsBoundedByCellsAndNotByItems() {
        RiskCounter counter = new RiskCounter(GRID, CAUSES);
        Random random = new Random(5);
        for (int i = 0; i < 300_000; i++) {
            double gone = 10 * random.nextDouble();
            counter.add(0.4 * random.nextDouble(), 0.5 + gone, 0.5 + gone, 1 + i % 2, i, false);
        }
        RiskCounts counts = counter.counts();
        assertThat(counts.items()).isEqualTo(300_000);
        // 256 groups times one cell of entry, and 20 cells of exits by two causes.
        assertThat(counts.size()).isLessThanOrEqualTo(256 * 41);
    }

    @Test
    void effectiveNumberIsOfFamiliesNotOfGroups() {
        RiskCounter counter = new RiskCounter(GRID, CAUSES);
        for (int i = 0; i < 90; i++) {
            counter.add(0, 1, 1, 1, i, false);
        }
        for (int i = 0; i < 10; i++) {
            counter.add(0, 2, 2, 1, -5, true);
        }
        RemovalEstimate estimate = counter.counts().estimate(ESTIMATOR.withBootstrap(20, 1));
        assertThat(estimate.nEffective()).isEqualTo(100.0 * 100 / (90 + 100));
        assertThat(estimate.intervalMethod()).isEqualTo(IntervalMethod.RANDOM_GROUP_BOOTSTRAP);
    }

    @Test
    void withoutFamiliesExactTimesHaveGreenwoodsInterval() {
        RiskCounter counter = new RiskCounter(GRID, CAUSES);
        for (int i = 0; i < 90; i++) {
            counter.add(0, 1 + i % 5, 1 + i % 5, 1, i, false);
        }
        assertThat(counter.counts().estimate(ESTIMATOR).intervalMethod()).isEqualTo(IntervalMethod.GREENWOOD);
    }

    @Test
    void deadlinesInsideACellAndCountsOfOtherCellsAreRefused() {
        RiskCounts none = new RiskCounter(GRID, CAUSES).counts();
        assertThatThrownBy(() -> none.estimate(ESTIMATOR.withDeadlines(0.75))).hasMessageContaining("0.75 hours");
        RiskCounts minutes = new RiskCounter(TimeGrid.ofSeconds(60), CAUSES).counts();
        assertThatThrownBy(() -> none.merge(minutes)).hasMessageContaining("cannot be added");
        assertThatThrownBy(() -> new RiskCounter(GRID, CAUSES).add(0, 2, 1, 1, 1, false))
                .hasMessageContaining("expected times in this order");
    }

    @Test
    void noItemsGiveAnEstimateThatSaysSo() {
        RemovalEstimate none = new RiskCounter(GRID, CAUSES).counts().estimate(ESTIMATOR);
        assertThat(none.n()).isZero();
        assertThat(none.intervalMethod()).isEqualTo(IntervalMethod.NONE);
    }

    private static void assertSame(RemovalEstimate actual, RemovalEstimate expected, double tolerance) {
        assertThat(actual.method()).isEqualTo(expected.method());
        assertThat(actual.n()).isEqualTo(expected.n());
        assertThat(actual.events()).isEqualTo(expected.events());
        assertThat(actual.censored()).isEqualTo(expected.censored());
        assertThat(actual.intervals()).isEqualTo(expected.intervals());
        assertThat(actual.noFollowUp()).isEqualTo(expected.noFollowUp());
        assertThat(actual.conditionalOnHours()).isEqualTo(expected.conditionalOnHours());
        assertThat(actual.caveats()).isEqualTo(expected.caveats());
        for (int d = 0; d < expected.deadlines().size(); d++) {
            assertThat(actual.deadlines().get(d).conditionalOnHours())
                    .isEqualTo(expected.deadlines().get(d).conditionalOnHours());
            assertThat(actual.deadlines().get(d).share().identifiability())
                    .isEqualTo(expected.deadlines().get(d).share().identifiability());
            assertNear(
                    actual.deadlines().get(d).givenCaptured().boundLow(),
                    expected.deadlines().get(d).givenCaptured().boundLow(),
                    tolerance);
            assertNear(
                    actual.deadlines().get(d).givenCaptured().ciHigh(),
                    expected.deadlines().get(d).givenCaptured().ciHigh(),
                    tolerance);
            for (String group : expected.causeGroups().keySet()) {
                assertNear(
                        actual.causeGroups().get(group).get(d).givenCaptured().boundHigh(),
                        expected.causeGroups().get(group).get(d).givenCaptured().boundHigh(),
                        tolerance);
            }
        }
        assertThat(actual.quantiles()).isEqualTo(expected.quantiles());
        assertNear(actual.restrictedMean().estimate(), expected.restrictedMean().estimate(), tolerance);
        assertNear(
                actual.restrictedMean().standardError(),
                expected.restrictedMean().standardError(),
                tolerance);
        assertSame(actual.curve(), expected.curve(), tolerance);
        for (int k = 0; k < expected.causes().size(); k++) {
            CauseCurve cause = actual.causes().get(k);
            CauseCurve other = expected.causes().get(k);
            assertThat(cause.size()).isEqualTo(other.size());
            for (int i = 0; i < other.size(); i++) {
                assertNear(cause.cumulativeIncidence(i), other.cumulativeIncidence(i), tolerance);
                assertNear(cause.standardError(i), other.standardError(i), tolerance);
            }
        }
    }

    private static void assertSame(SurvivalCurve actual, SurvivalCurve expected, double tolerance) {
        assertThat(actual.size()).isEqualTo(expected.size());
        for (int i = 0; i < expected.size(); i++) {
            assertThat(actual.time(i)).isEqualTo(expected.time(i));
            assertThat(actual.timeHigh(i)).isEqualTo(expected.timeHigh(i));
            assertNear(actual.atRisk(i), expected.atRisk(i), tolerance * 100);
            assertNear(actual.censored(i), expected.censored(i), tolerance);
            assertNear(actual.survival(i), expected.survival(i), tolerance);
            assertNear(actual.standardError(i), expected.standardError(i), tolerance);
            assertNear(actual.ciLow(i), expected.ciLow(i), tolerance);
        }
    }

    private static void assertNear(double actual, double expected, double tolerance) {
        if (Double.isNaN(expected)) {
            assertThat(actual).isNaN();
        } else {
            assertThat(Math.abs(actual - expected)).isLessThanOrEqualTo(tolerance);
        }
    }
}
