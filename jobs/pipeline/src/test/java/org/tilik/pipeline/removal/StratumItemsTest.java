// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.measure.removal.IntervalMethod;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.pipeline.study.Clock;

class StratumItemsTest {
    private static final int K = 10;
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final RemovalEstimator ESTIMATOR = RemovalEstimator.standard()
            .withDeadlines(1, 24, 168)
            .withQuantiles(0.25, 0.5)
            .withTau(24)
            .withMinAtRisk(10)
            .withCauseGroups(List.of(new CauseGroup("all", Set.of("platform"), Set.of("unknown"))));

    /** Items with times on whole hours, so that counting loses nothing. */
    private static List<StratumItem> items(int count, boolean brackets, boolean families) {
        Random random = new Random(20190315);
        List<StratumItem> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StratumItem item = new StratumItem();
            item.stratum = "all";
            item.itemKey = "item " + i;
            item.accountKey = "account " + i % 50;
            item.familyId = families && random.nextInt(3) == 0 ? "family " + random.nextInt(count / 5) : null;
            item.entry = random.nextInt(4) == 0 ? random.nextInt(4) : 0;
            item.lower = item.entry + 1 + Math.floor(60 * random.nextDouble() * random.nextDouble());
            boolean gone = random.nextInt(4) > 0;
            item.upper = !gone ? NEVER : brackets && random.nextBoolean() ? item.lower + 36 : item.lower;
            item.cause =
                    !gone ? null : random.nextInt(3) == 0 ? "unknown" : random.nextBoolean() ? "platform" : "author";
            item.confirmed = !gone || random.nextInt(6) > 0;
            items.add(item);
        }
        return items;
    }

    private static StratumItems collected(List<StratumItem> items, int mostExact) {
        StratumItems collected = new StratumItems(K, mostExact);
        items.forEach(collected::add);
        return collected;
    }

    /** The items as so many tasks saw them, sent to one. */
    private static StratumItems sent(List<StratumItem> items, int tasks, int mostExact) throws IOException {
        StratumItems received = new StratumItems(K, mostExact);
        List<byte[]> parts = new ArrayList<>();
        for (int t = 0; t < tasks; t++) {
            int size = items.size();
            collected(items.subList(size * t / tasks, size * (t + 1) / tasks), mostExact)
                    .parts(parts::add);
        }
        Collections.shuffle(parts, new Random(tasks));
        for (byte[] part : parts) {
            received.add(part);
        }
        return received;
    }

    @Test
    void countsAndExactTimesGiveTheSameAnswers() {
        for (boolean brackets : new boolean[] {false, true}) {
            List<StratumItem> items = items(400, brackets, false);
            StratumItems exact = collected(items, 1_000);
            StratumItems counted = collected(items, 50);
            assertSameShares(
                    counted.asSeen().estimate(ESTIMATOR), exact.asSeen().estimate(ESTIMATOR));
            assertSameShares(
                    counted.unconfirmedCensored().estimate(ESTIMATOR),
                    exact.unconfirmedCensored().estimate(ESTIMATOR));
            assertThat(counted.unconfirmed()).isEqualTo(exact.unconfirmed()).isPositive();
            assertThat(counted.causes()).isEqualTo(exact.causes()).contains("author", "platform", "unknown");
        }
    }

    private static void assertSameShares(RemovalEstimate actual, RemovalEstimate expected) {
        assertThat(actual.n()).isEqualTo(expected.n());
        assertThat(actual.quantiles()).isEqualTo(expected.quantiles());
        assertThat(actual.caveats()).isEqualTo(expected.caveats());
        for (int d = 0; d < expected.deadlines().size(); d++) {
            assertThat(actual.deadlines().get(d).givenCaptured().boundLow())
                    .isCloseTo(expected.deadlines().get(d).givenCaptured().boundLow(), within(1e-9));
            assertThat(actual.deadlines().get(d).givenCaptured().boundHigh())
                    .isCloseTo(expected.deadlines().get(d).givenCaptured().boundHigh(), within(1e-9));
            assertThat(actual.causeGroups().get("all").get(d).givenCaptured().boundHigh())
                    .isCloseTo(
                            expected.causeGroups()
                                    .get("all")
                                    .get(d)
                                    .givenCaptured()
                                    .boundHigh(),
                            within(1e-9));
        }
    }

    @Test
    void fewItemsGiveTheSameNumbersHoweverManyTasksSawThem() throws IOException {
        assertTasksDoNotMatter(1_000, IntervalMethod.FAMILY_BOOTSTRAP);
    }

    @Test
    void manyItemsGiveTheSameNumbersHoweverManyTasksSawThem() throws IOException {
        assertTasksDoNotMatter(150, IntervalMethod.RANDOM_GROUP_BOOTSTRAP);
    }

    private static void assertTasksDoNotMatter(int mostExact, IntervalMethod method) throws IOException {
        List<StratumItem> items = items(400, true, true);
        RemovalEstimator sampling = ESTIMATOR.withBootstrap(20, 7);
        RemovalEstimate one = collected(items, mostExact).asSeen().estimate(sampling);
        assertThat(one.intervalMethod()).isEqualTo(method);
        // Of two tasks both see more than 150 items, of seven none does.
        for (int tasks : new int[] {1, 2, 7}) {
            StratumItems received = sent(items, tasks, mostExact);
            RemovalEstimate other = received.asSeen().estimate(sampling);
            assertThat(other.deadlines()).isEqualTo(one.deadlines());
            assertThat(other.causeGroups()).isEqualTo(one.causeGroups());
            assertThat(other.quantiles()).isEqualTo(one.quantiles());
            assertThat(other.nEffective()).isEqualTo(one.nEffective());
            assertThat(received.unconfirmedCensored().estimate(sampling).deadlines())
                    .isEqualTo(collected(items, mostExact)
                            .unconfirmedCensored()
                            .estimate(sampling)
                            .deadlines());
            assertThat(received.hasEnoughAccounts()).isTrue();
        }
    }

    @Test
    void accountsOfAllTasksCountOnce() throws IOException {
        List<StratumItem> items = items(40, false, false);
        for (int i = 0; i < items.size(); i++) {
            items.get(i).accountKey = i % 9 == 0 ? null : "account " + i % 9;
        }
        assertThat(sent(items, 3, 1_000).hasEnoughAccounts()).isFalse();
        items.get(5).accountKey = "a ninth";
        items.get(6).accountKey = "a tenth";
        assertThat(sent(items, 3, 10).hasEnoughAccounts()).isTrue();
    }

    @Test
    void nothingIsCountedWhereADeadlineLiesInsideACell() {
        assertThat(StratumItems.mostExact(plan(24.0))).isEqualTo(StratumItems.MOST_EXACT_ITEMS);
        assertThat(StratumItems.mostExact(plan(24.01))).isEqualTo(Integer.MAX_VALUE);
    }

    private static MeasurePlan plan(double deadline) {
        return new MeasurePlan(
                "study", Clock.POSTED, List.of(1.0, deadline), 0.95, K, 1, null, false, "0123456789abcdef");
    }

    @Test
    void hashesOfIdsAreSpreadOverAllBits() {
        Set<Long> high = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            high.add(UnitHash.of("item " + i) >>> 56);
        }
        assertThat(high).hasSizeGreaterThan(240);
    }
}
