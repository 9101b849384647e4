// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tilik.model.table.RemovalCurveRow;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.study.Clock;

class StratumEstimationTest {
    private static final MeasurePlan PLAN = new MeasurePlan(
            "test-study", Clock.POSTED, List.of(1.0, 24.0, 168.0), 0.95, 10, 20190315, null, false, "0123456789abcdef");
    private static final double NEVER = Double.POSITIVE_INFINITY;

    private final List<StratumItem> items = new ArrayList<>();
    private final List<RemovalCurveRow> exact = new ArrayList<>();

    /** 20 items: 6 gone at 2 h (4 by the platform, 2 by their authors), 4 censored at 10 h, 5 gone at 30 h, 5 at 200 h. */
    private StratumResult exactTimes() {
        add(4, 0, 2, 2, "platform");
        add(2, 0, 2, 2, "author");
        add(4, 0, 10, NEVER, null);
        add(5, 0, 30, 30, "community_mod");
        add(5, 0, 200, NEVER, null);
        return estimate();
    }

    /** 20 items: 8 gone in (0, 1], 6 in (12, 36], 6 visible at 400 h. */
    private StratumResult brackets() {
        add(8, 0, 0, 1, "platform");
        add(6, 0, 12, 36, "unknown");
        add(6, 0, 400, NEVER, null);
        return estimate();
    }

    @Test
    void removalOfWhatWasCapturedLateIsGivenCaptureAndByCause() {
        add(3, 0, 1, 1, "platform");
        add(4, 2, 6, 6, "platform");
        add(4, 2, 12, 12, "author");
        add(8, 2, 200, NEVER, null);
        StratumResult result = estimate();

        // From 2 h on 16 are at risk; of these 4 were removed, and 4 of 12 that were left deleted by their authors.
        RemovalMeasureRow removed = row(result, MeasureRows.REMOVED_GIVEN_CAPTURED, "all", 24.0);
        assertThat(removed.conditionalOnHours()).isEqualTo(2.0);
        assertThat(removed.estimate()).isCloseTo(0.25, within(1e-12));
        assertThat(row(result, MeasureRows.SHARE_GIVEN_CAPTURED, null, 24.0).estimate())
                .isCloseTo(0.5, within(1e-12));
        assertThat(row(result, MeasureRows.REMOVED, "all", 24.0).identifiability())
                .isEqualTo("none");
    }

    @Test
    void whereNobodyWentThereIsNoIntervalOfNoWidth() {
        add(12, 0, 200, NEVER, null);
        add(1, 0, 100, 100, "platform");

        RemovalMeasureRow day = row(estimate(), MeasureRows.SHARE, null, 24.0);
        assertThat(day.estimate()).isZero();
        assertThat(day.ciLow()).isNull();
        assertThat(day.ciHigh()).isNull();
        assertThat(day.ciMethod()).isNull();
    }

    @Test
    void exactTimesGiveTheProductLimit() {
        StratumResult result = exactTimes();

        RemovalMeasureRow day = row(result, MeasureRows.SHARE, null, 24.0);
        assertThat(day.estimate()).isCloseTo(0.3, within(1e-12));
        assertThat(day.identifiability()).isEqualTo("point");
        assertThat(day.ciMethod()).isEqualTo("greenwood_log_log");
        assertThat(day.ciLow()).isBetween(0.1, 0.3);
        assertThat(day.ciHigh()).isBetween(0.3, 0.6);
        // S(30) = 0.7 · (1 − 5/10)
        assertThat(row(result, MeasureRows.SHARE, null, 168.0).estimate()).isCloseTo(0.65, within(1e-12));
        assertThat(row(result, MeasureRows.MEDIAN, null, null).estimate()).isEqualTo(30.0);
        // 2 + 28 · 0.7 + 138 · 0.35
        assertThat(row(result, MeasureRows.MEAN, null, null).estimate()).isCloseTo(69.9, within(1e-9));
        assertThat(List.of(day.nItems(), day.nEvents(), day.nCensored(), day.nInterval(), day.nUnconfirmed()))
                .containsExactly(20L, 11L, 9L, 0L, 0L);
    }

    @Test
    void removalLeavesOutWhatAuthorsDeleted() {
        StratumResult result = exactTimes();

        assertThat(row(result, MeasureRows.REMOVED, "all", 24.0).estimate()).isCloseTo(0.2, within(1e-12));
        assertThat(row(result, MeasureRows.REMOVED, "platform", 168.0).estimate())
                .isCloseTo(0.2, within(1e-12));
        assertThat(row(result, MeasureRows.REMOVED, "community_mod", 168.0).estimate())
                .isCloseTo(0.35, within(1e-12));
        assertThat(result.measures).noneMatch(row -> "author".equals(row.cause()));
    }

    @Test
    void theGridStopsWhereFewerThanKItemsAreAtRisk() {
        StratumResult result = exactTimes();

        assertThat(result.curve)
                .filteredOn(row -> row.cause() == null)
                .extracting(RemovalCurveRow::tHours)
                .containsExactly(1.0, 2.0, 4.0, 6.0, 12.0, 24.0);
        RemovalCurveRow two = result.curve.stream()
                .filter(row -> row.cause() == null && row.tHours() == 2)
                .findFirst()
                .orElseThrow();
        assertThat(two.survival()).isCloseTo(0.7, within(1e-12));
        assertThat(two.nAtRisk()).isEqualTo(20.0);
        assertThat(two.nEvents()).isEqualTo(6.0);
        assertThat(result.curve)
                .filteredOn(row -> "platform".equals(row.cause()) && row.tHours() == 24)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.method()).isEqualTo("aalen_johansen");
                    assertThat(row.cumulativeIncidence()).isCloseTo(0.2, within(1e-12));
                    assertThat(row.survival()).isNull();
                });
    }

    @Test
    void bracketsAroundADeadlineGiveBounds() {
        StratumResult result = brackets();

        RemovalMeasureRow hour = row(result, MeasureRows.SHARE, null, 1.0);
        RemovalMeasureRow day = row(result, MeasureRows.SHARE, null, 24.0);
        assertThat(hour.identifiability()).isEqualTo("point");
        assertThat(hour.estimate()).isCloseTo(0.4, within(1e-6));
        assertThat(day.identifiability()).isEqualTo("bounds");
        assertThat(day.estimate()).isNull();
        assertThat(day.boundLow()).isCloseTo(0.4, within(1e-6));
        assertThat(day.boundHigh()).isCloseTo(0.7, within(1e-6));
        assertThat(day.ciMethod()).isEqualTo("item_bootstrap_percentile_200");
        assertThat(day.ciLow()).isLessThan(0.4);
        assertThat(day.ciHigh()).isGreaterThan(0.7);
        RemovalMeasureRow median = row(result, MeasureRows.MEDIAN, null, null);
        assertThat(List.of(median.boundLow(), median.boundHigh())).containsExactly(12.0, 36.0);
        assertThat(median.estimate()).isNull();
    }

    @Test
    void unknownCausesCountInTheUpperBoundOfRemovalOnly() {
        RemovalMeasureRow week = row(brackets(), MeasureRows.REMOVED, "all", 168.0);

        assertThat(week.boundLow()).isCloseTo(0.4, within(1e-6));
        assertThat(week.boundHigh()).isCloseTo(0.7, within(1e-6));
        assertThat(week.identifiability()).isEqualTo("bounds");
    }

    @Test
    void bracketsDoNotSayHowLongItemsWereVisibleOnAverage() {
        RemovalMeasureRow mean = row(brackets(), MeasureRows.MEAN, null, null);

        assertThat(mean.estimate()).isNull();
        assertThat(mean.boundLow()).isNull();
        assertThat(mean.boundHigh()).isNull();
        assertThat(mean.identifiability()).isEqualTo("none");
    }

    @Test
    void aPublishedTurnbullCurveHoldsTheMostThatCanBeVisible() {
        StratumResult result = brackets();

        assertThat(result.curve).allSatisfy(row -> {
            assertThat(row.method()).isEqualTo("turnbull");
            assertThat(row.cause()).isNull();
            assertThat(row.nEvents()).isNull();
        });
        assertThat(result.curve).extracting(RemovalCurveRow::tHours).containsExactly(1.0, 2.0, 4.0, 6.0, 12.0, 24.0);
        assertThat(result.curve.get(5).survival()).isCloseTo(0.6, within(1e-6));
        assertThat(exact).anyMatch(row -> "platform".equals(row.cause()) && row.cumulativeIncidence() > 0.39);
    }

    @Test
    void aSensitivityRowCensorsUnconfirmedAbsences() {
        add(10, 0, 1, 3, "platform");
        add(10, 0, 100, NEVER, null);
        add(5, 0, 90, 100, "unknown");
        items.subList(20, 25).forEach(item -> item.confirmed = false);
        StratumResult result = estimate();

        RemovalMeasureRow raw = row(result, MeasureRows.SHARE, null, 24.0);
        assertThat(raw.nUnconfirmed()).isEqualTo(5);
        assertThat(raw.nEvents()).isEqualTo(15);
        assertThat(result.measures)
                .filteredOn(row -> row.correctionMethod().equals("unconfirmed_censored")
                        && row.metricId().equals(MeasureRows.SHARE)
                        && row.deadlineHours() == 24)
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.nEvents()).isEqualTo(10);
                    assertThat(row.nCensored()).isEqualTo(15);
                    assertThat(row.rowId()).isNotEqualTo(raw.rowId());
                });
    }

    @Test
    void lateEntryGivesTheShareOfThoseThatLivedUntilCapture() {
        add(5, 0, 50, NEVER, null);
        add(15, 12, 50, NEVER, null);
        add(5, 12, 20, 20, "platform");
        StratumResult result = estimate();

        RemovalMeasureRow given = row(result, MeasureRows.SHARE_GIVEN_CAPTURED, null, 24.0);
        RemovalMeasureRow all = row(result, MeasureRows.SHARE, null, 24.0);
        assertThat(given.conditionalOnHours()).isEqualTo(12.0);
        assertThat(given.estimate()).isCloseTo(0.2, within(1e-12));
        assertThat(all.conditionalOnHours()).isNull();
        assertThat(all.boundLow()).isCloseTo(0.2, within(1e-12));
        assertThat(all.boundHigh()).isEqualTo(1.0);
        assertThat(result.curve).isNotEmpty().allSatisfy(row -> {
            assertThat(row.tHours()).isGreaterThan(12);
            assertThat(row.conditionalOnHours()).isEqualTo(12.0);
        });
    }

    @Test
    void rowIdsAreUniqueAndTheSameInEveryRun() {
        StratumResult result = exactTimes();
        List<String> ids =
                result.measures.stream().map(RemovalMeasureRow::rowId).toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[0-9a-f]{16}"));
        StratumResult laterRun = new StratumEstimation(new MeasurePlan(
                        "test-study",
                        Clock.POSTED,
                        List.of(1.0, 24.0, 168.0),
                        0.95,
                        10,
                        20190315,
                        null,
                        false,
                        "fedcba9876543210"))
                .estimate(Stratum.ALL, collected(), exact::add);
        assertThat(laterRun.measures).extracting(RemovalMeasureRow::rowId).isEqualTo(ids);
    }

    @Test
    void withoutNumbersKeepsTheKeysOfWhatEveryStratumHas() {
        List<RemovalMeasureRow> rows = ReleaseRules.withoutNumbers(brackets().measures);

        assertThat(rows).isNotEmpty().allSatisfy(row -> {
            assertThat(row.suppressed()).isTrue();
            assertThat(row.rowId()).hasSize(16);
            assertThat(row.nItems()).isNull();
            assertThat(row.estimate()).isNull();
            assertThat(row.boundLow()).isNull();
            assertThat(row.identifiability()).isNull();
        });
        assertThat(rows).noneMatch(row -> "platform".equals(row.cause()));
    }

    private void add(int count, double entry, double lower, double upper, String cause) {
        for (int i = 0; i < count; i++) {
            StratumItem item = new StratumItem();
            item.stratum = "all";
            item.entry = entry;
            item.lower = lower;
            item.upper = upper;
            item.cause = cause;
            item.confirmed = true;
            item.itemKey = "item " + items.size();
            item.accountKey = "account " + items.size();
            items.add(item);
        }
    }

    private StratumItems collected() {
        StratumItems collected = new StratumItems(PLAN.k(), StratumItems.MOST_EXACT_ITEMS);
        items.forEach(collected::add);
        return collected;
    }

    private StratumResult estimate() {
        return new StratumEstimation(PLAN).estimate(Stratum.ALL, collected(), exact::add);
    }

    private static RemovalMeasureRow row(StratumResult result, String metric, String cause, Double deadline) {
        return result.measures.stream()
                .filter(row -> row.metricId().equals(metric))
                .filter(row -> Objects.equals(row.cause(), cause) && Objects.equals(row.deadlineHours(), deadline))
                .filter(row -> row.correctionMethod().equals("none"))
                .findFirst()
                .orElseThrow();
    }
}
