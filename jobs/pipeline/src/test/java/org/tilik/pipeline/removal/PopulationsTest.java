// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.study.Clock;

/** The rows of the populations beside that of followed items, from members whose shares can be counted by hand. */
class PopulationsTest {
    private static final MeasurePlan PLAN = new MeasurePlan(
            "test-study", Clock.POSTED, List.of(24.0), 0.95, 10, 20190315, null, false, "0123456789abcdef");
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final double START = Double.NEGATIVE_INFINITY;
    private static final Instant POSTED = Instant.parse("2024-06-03T12:00:00Z");

    @Test
    void visibleSharesAreNetOfRestoration() {
        VisibleItems items = new VisibleItems(PLAN, Stratum.ALL);
        for (int i = 0; i < 40; i++) {
            PathFact path = path(i);
            if (i % 4 == 1) {
                change(path, 5);
            } else if (i % 4 == 2) {
                change(path, 5, 10);
            }
            items.add(path);
        }
        StratumResult result = items.result();

        assertThat(result.population).isEqualTo("visible");
        assertThat(result.items).isEqualTo(40);
        assertThat(result.enoughAccounts).isTrue();
        RemovalMeasureRow row = row(result, VisibleItems.VISIBLE, null);
        assertThat(row.estimate()).isCloseTo(0.75, within(1e-12));
        assertThat(row.identifiability()).isEqualTo("point");
        assertThat(row.clock()).isEqualTo("posted");
        assertThat(row.ciMethod()).isEqualTo("item_bootstrap_percentile_200");
        assertThat(row.ciLow()).isBetween(0.5, 0.75);
        assertThat(List.of(row.nItems(), row.nEvents(), row.nCensored(), row.nInterval()))
                .containsExactly(40L, 20L, 20L, 0L);
        // Nothing was withheld, and no source said so: there is no share of it.
        assertThat(result.measures).hasSize(1);
    }

    @Test
    void aSensitivityRowTakesSingleAbsencesAsNotGone() {
        VisibleItems items = new VisibleItems(PLAN, Stratum.ALL);
        for (int i = 0; i < 20; i++) {
            PathFact path = path(i);
            if (i < 5) {
                path.lows = new double[] {30};
                path.highs = new double[] {90};
                path.end = 90;
                path.confirmed = false;
            } else if (i < 10) {
                change(path, 5);
            }
            items.add(path);
        }
        List<RemovalMeasureRow> rows = items.result().measures;

        assertThat(rows)
                .extracting(RemovalMeasureRow::correctionMethod)
                .containsExactly("none", "unconfirmed_censored");
        assertThat(rows).extracting(RemovalMeasureRow::nEvents).containsExactly(10L, 5L);
        assertThat(rows).extracting(RemovalMeasureRow::nUnconfirmed).containsExactly(5L, 5L);
        assertThat(rows.get(1).estimate()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void withheldSharesAreByCountryAndAnywhere() {
        VisibleItems items = new VisibleItems(PLAN, Stratum.ALL);
        for (int i = 0; i < 20; i++) {
            PathFact path = path(i);
            if (i < 4) {
                path.countries = i < 3 ? new String[] {"", "DE"} : new String[] {"", "FR"};
                path.withheldLows = new double[] {6, 6};
                path.withheldHighs = new double[] {6, 6};
            }
            items.add(path);
        }
        StratumResult result = items.result();

        assertThat(row(result, VisibleItems.WITHHELD, "all").estimate()).isCloseTo(0.2, within(1e-12));
        assertThat(row(result, VisibleItems.WITHHELD, "DE").estimate()).isCloseTo(0.15, within(1e-12));
        assertThat(row(result, VisibleItems.WITHHELD, "FR").estimate()).isCloseTo(0.05, within(1e-12));
        assertThat(row(result, VisibleItems.VISIBLE, null).estimate()).isEqualTo(1.0);
        assertThat(ReleaseRules.withoutNumbers(result.measures))
                .extracting(RemovalMeasureRow::metricId)
                .containsExactly(VisibleItems.VISIBLE);
    }

    /** A tenth is withheld at 6 h, and a tenth gone some time between 30 and 60 h. */
    @Test
    void ofManyBracketsSamplesAreCountsAndBoundsAreOfTheTimesAsTheyAre() {
        VisibleItems items = new VisibleItems(PLAN, Stratum.ALL);
        for (int i = 0; i < StratumItems.MOST_EXACT_BRACKETS + 1000; i++) {
            PathFact path = path(i);
            path.unit = UnitHash.of("item " + i);
            if (i % 10 == 0) {
                path.countries = new String[] {""};
                path.withheldLows = new double[] {6};
                path.withheldHighs = new double[] {6};
            } else if (i % 5 == 0) {
                path.lows = new double[] {30};
                path.highs = new double[] {60};
            }
            items.add(path);
        }
        RemovalMeasureRow withheld = row(items.result(), VisibleItems.WITHHELD, "all");

        assertThat(withheld.ciMethod()).startsWith("random_group_bootstrap");
        assertThat(withheld.estimate()).isCloseTo(0.1, within(1e-9));
        assertThat(withheld.ciLow()).isBetween(0.08, 0.0999);
        assertThat(withheld.ciHigh()).isBetween(0.1001, 0.12);
    }

    @Test
    void restorationIsCountedFromRemoval() {
        RestoredItems items = new RestoredItems(PLAN, Stratum.ALL);
        for (int i = 0; i < 30; i++) {
            RestorationFact fact = new RestorationFact();
            fact.accountKey = "account " + i;
            fact.removedLo = at(5 + i);
            fact.removedHi = at(5 + i);
            fact.lastMissed = at(i < 6 ? 10 + i : 200);
            fact.seenAgain = i < 6 ? at(20 + i) : null;
            items.add(fact);
        }
        StratumResult result = items.result();
        RemovalMeasureRow row = row(result, RestoredItems.SHARE, null);

        assertThat(row.clock()).isEqualTo("removed");
        assertThat(row.estimate()).isCloseTo(0.2, within(1e-6));
        assertThat(List.of(row.nItems(), row.nEvents(), row.nInterval())).containsExactly(30L, 6L, 6L);
        assertThat(result.measures).hasSize(1);
    }

    @Test
    void removalsThatAreNoticedLateSayHowManyCameBackOfThoseStillGoneThen() {
        RestoredItems items = new RestoredItems(PLAN, Stratum.ALL);
        for (int i = 0; i < 30; i++) {
            RestorationFact fact = new RestorationFact();
            fact.accountKey = "account " + i;
            fact.removedLo = at(0);
            fact.removedHi = at(10);
            fact.lastMissed = at(100);
            items.add(fact);
        }
        StratumResult result = items.result();

        assertThat(row(result, RestoredItems.SHARE, null).identifiability()).isEqualTo("bounds");
        assertThat(row(result, RestoredItems.SHARE, null).boundHigh()).isEqualTo(1.0);
        RemovalMeasureRow given = row(result, RestoredItems.SHARE_GIVEN_NOTICED, null);
        assertThat(given.conditionalOnHours()).isEqualTo(10.0);
        assertThat(given.estimate()).isZero();
        assertThat(ReleaseRules.withoutNumbers(result.measures)).hasSize(1);
    }

    @Test
    void viewsWeighTheShareRemovedAndHaveAHalfLife() {
        ViewedItems items = new ViewedItems(PLAN, Stratum.ALL);
        for (int i = 0; i < 40; i++) {
            ViewFact fact = new ViewFact();
            boolean removed = i % 2 == 0;
            fact.accountKey = "account " + i;
            fact.entry = START;
            fact.lower = removed ? 8 : 100;
            fact.upper = removed ? 8 : NEVER;
            fact.cause = removed ? "platform" : null;
            fact.confirmed = true;
            fact.viewsLow = removed ? 10 : 30;
            fact.viewsHigh = fact.viewsLow;
            fact.countedWhenLastSeen = true;
            fact.hours = new double[] {2, fact.lower};
            fact.views = new double[] {fact.viewsLow, fact.viewsLow};
            items.add(fact);
        }
        StratumResult result = items.result();
        RemovalMeasureRow weighted = row(result, ViewedItems.WEIGHTED, "all");

        assertThat(weighted.estimate()).isCloseTo(0.25, within(1e-9));
        assertThat(weighted.nItems()).isEqualTo(40);
        // (20 · 10 + 20 · 30)² / (20 · 100 + 20 · 900)
        assertThat(weighted.nEffective()).isCloseTo(32, within(1e-9));
        assertThat(weighted.ciMethod()).isEqualTo("family_bootstrap_percentile_1000");
        RemovalMeasureRow half = row(result, ViewedItems.HALF_LIFE, null);
        assertThat(half.identifiability()).isEqualTo("bounds");
        assertThat(half.boundLow()).isZero();
        assertThat(half.boundHigh()).isEqualTo(2.0);
        assertThat(half.unit()).isEqualTo("h");
    }

    @Test
    void theViolativeViewRateIsOfAllCountedViews() {
        SampledItems items = new SampledItems(PLAN, Stratum.ALL);
        for (int i = 0; i < 20; i++) {
            SampledViews views = new SampledViews();
            views.platform = "reddit";
            views.accountKey = "account " + i;
            views.tracked = i % 2 == 0 ? 1 : 3;
            views.all = 10;
            views.items = 5;
            views.trackedItems = 2;
            items.add(views);
        }
        RemovalMeasureRow row = row(items.result(), SampledItems.RATE, null);

        assertThat(row.estimate()).isCloseTo(0.2, within(1e-12));
        assertThat(row.ciLow()).isBetween(0.15, 0.2);
        assertThat(row.ciMethod()).isEqualTo("wilson_of_account_clusters");
        assertThat(List.of(row.nItems(), row.nEvents())).containsExactly(100L, 40L);
    }

    @Test
    void accountsAreGoneOnlyWhereASourceSaysSo() {
        AccountItems items = new AccountItems(PLAN, Stratum.ALL);
        for (int i = 0; i < 20; i++) {
            AccountLife life = new AccountLife();
            life.accountKey = "account " + i;
            life.origin = POSTED;
            life.lastVisible = at(i < 5 ? 6 : 100);
            life.goneLo = i < 5 ? at(6) : null;
            life.goneHi = i < 5 ? at(6) : null;
            life.known = i < 4;
            items.add(life);
        }
        StratumResult result = items.result();
        RemovalMeasureRow row = row(result, AccountItems.SHARE, null);

        assertThat(result.items).isEqualTo(20);
        assertThat(row.clock()).isEqualTo("posted");
        assertThat(row.identifiability()).isEqualTo("bounds");
        assertThat(row.boundLow()).isCloseTo(0.2, within(1e-12));
        assertThat(row.boundHigh()).isCloseTo(0.25, within(1e-12));
        assertThat(ReleaseRules.withoutNumbers(result.measures)).isEmpty();
    }

    @Test
    void whereNoSourceTellsOfAccountsThereIsNoShareOfThem() {
        AccountItems items = new AccountItems(PLAN, Stratum.ALL);
        AccountLife life = new AccountLife();
        life.accountKey = "account";
        life.origin = POSTED;
        life.lastVisible = at(6);
        life.goneLo = at(6);
        life.goneHi = at(8);
        items.add(life);

        assertThat(items.result().measures).isEmpty();
    }

    @Test
    void sampledViewsAreOfItemsTrackedOrNotButNotOfSharesNorWhereAllAreTracked() {
        TrackedItem item = ItemStory.capturedAt(1).item;
        assertThat(SampledViews.of(item)).isEmpty();
        item.viewsLast = 50L;
        assertThat(SampledViews.of(item)).isEmpty();
        item.trackedBy = "label";
        assertThat(SampledViews.of(item).orElseThrow().tracked).isEqualTo(50);
        item.trackedBy = "family";
        assertThat(SampledViews.of(item).orElseThrow().tracked).isZero();
        item.trackedBy = null;
        SampledViews others = SampledViews.of(item).orElseThrow();
        assertThat(others.tracked).isZero();
        assertThat(others.with(others).all).isEqualTo(100);
        assertThat(others.with(others).items).isEqualTo(2);
        item.accountKey = null;
        assertThat(SampledViews.of(item).orElseThrow().cluster).startsWith("item ");
        item.kind = "SHARE";
        assertThat(SampledViews.of(item)).isEmpty();
        assertThat(SampledViews.of(null)).isEmpty();
    }

    private static PathFact path(int i) {
        PathFact path = new PathFact();
        path.accountKey = "account " + i;
        path.entry = START;
        path.lows = new double[0];
        path.highs = new double[0];
        path.end = 100;
        path.confirmed = true;
        path.countries = new String[0];
        return path;
    }

    private static void change(PathFact path, double... hours) {
        path.lows = hours;
        path.highs = hours;
    }

    private static Instant at(double hours) {
        return POSTED.plusSeconds(Math.round(hours * 3600));
    }

    private static RemovalMeasureRow row(StratumResult result, String metric, String cause) {
        return result.measures.stream()
                .filter(row -> row.metricId().equals(metric) && Objects.equals(row.cause(), cause))
                .findFirst()
                .orElseThrow();
    }
}
