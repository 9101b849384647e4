// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.study.Clock;

/** The rows of strata of families, worked out by hand. */
class FamilyStratumTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final Stratum PAIR = new Stratum("platform_pair", "reddit>twitter");

    @Test
    void familiesOfOneStratumBecomeItsRows() {
        StratumResult result = stratum(Set.of()).result();

        assertThat(result.population).isEqualTo("families");
        assertThat(result.items).isEqualTo(50);
        assertThat(result.enoughAccounts).isTrue();
        assertThat(result.curve).isEmpty();
        // 30 families of one copy and 10 of two, the second after 12 h.
        RemovalMeasureRow copies = row(result, FamilyMeasures.COPIES, 24.0);
        assertThat(copies.estimate()).isCloseTo(1.25, within(1e-12));
        assertThat(copies.nItems()).isEqualTo(40);
        assertThat(copies.nEvents()).isEqualTo(50);
        assertThat(copies.nCensored()).isZero();
        assertThat(copies.ciMethod()).isEqualTo("lawless_nadeau_log");
        // Standard error of a share of a quarter: sqrt(3/16 / 40); on the log scale of the further copies.
        double factor = Math.exp(1.959963984540054 * Math.sqrt(3.0 / 16 / 40) / 0.25);
        assertThat(copies.ciLow()).isCloseTo(1 + 0.25 / factor, within(1e-9));
        assertThat(copies.ciHigh()).isCloseTo(1 + 0.25 * factor, within(1e-9));
        RemovalMeasureRow none = row(result, FamilyMeasures.COPIES, 1.0);
        assertThat(none.estimate()).isEqualTo(1);
        assertThat(none.ciLow()).as("no two families differ").isNull();
        // Each first copy is removed at 10: ten come back after 2 h.
        RemovalMeasureRow again = row(result, FamilyMeasures.REUPLOADED, 24.0);
        assertThat(again.estimate()).isCloseTo(0.25, within(1e-12));
        assertThat(again.nItems()).isEqualTo(40);
        assertThat(again.nEvents()).isEqualTo(10);
        assertThat(again.ciMethod()).isEqualTo("greenwood_log_log");
        assertThat(row(result, FamilyMeasures.REUPLOADS, 24.0).estimate()).isCloseTo(0.25, within(1e-12));
        RemovalMeasureRow visible = row(result, FamilyMeasures.VISIBLE, null);
        assertThat(visible.boundLow()).isEqualTo(12);
        assertThat(visible.boundHigh()).isCloseTo(13, within(1e-12));
        assertThat(visible.unit()).isEqualTo("h");
        RemovalMeasureRow gone = row(result, FamilyMeasures.LAST_GONE, 24.0);
        assertThat(gone.estimate()).isCloseTo(0.75, within(1e-12));
        assertThat(gone.nItems()).isEqualTo(40);
        assertThat(row(result, FamilyMeasures.CLEARED, 24.0).identifiability()).isEqualTo("none");
    }

    @Test
    void beyondFollowUpThereIsNoMean() {
        assertThat(row(stratum(Set.of()).result(), FamilyMeasures.COPIES, 168.0).identifiability())
                .isEqualTo("none");
    }

    @Test
    void ofASampleOfPostsNothingIsSaid() {
        StratumResult result = stratum(Set.of("twitter")).result();
        assertThat(result.measures)
                .hasSameSizeAs(stratum(Set.of()).result().measures)
                .allSatisfy(row -> {
                    assertThat(row.identifiability()).isEqualTo("none");
                    assertThat(row.estimate()).isNull();
                    assertThat(row.boundHigh()).isNull();
                    assertThat(row.ciHigh()).isNull();
                });
        FamilyStratum reddit = new FamilyStratum(plan(Set.of("twitter")), new Stratum("platform", "reddit"));
        for (int i = 0; i < 40; i++) {
            reddit.add(family(i, false));
        }
        assertThat(row(reddit.result(), FamilyMeasures.COPIES, 24.0).estimate()).isEqualTo(1);
        FamilyStratum pair = new FamilyStratum(plan(Set.of("twitter")), PAIR);
        pair.add(lag(0, "FROM_BOTH", 5, 5));
        assertThat(pair.result().measures)
                .extracting(RemovalMeasureRow::identifiability)
                .containsOnly("none");
    }

    @Test
    void lagsBetweenPlatformsHaveAStratumForEachDirection() {
        FamilyStratum pair = new FamilyStratum(plan(Set.of()), PAIR);
        for (int i = 0; i < 10; i++) {
            pair.add(lag(i, "FROM_BOTH", -4, -4));
            pair.add(lag(i, "FROM_BOTH", 5, 5));
            pair.add(lag(i, "FROM_FIRST_ONLY", 90, INF));
            pair.add(lag(i, "FROM_NEITHER", -INF, INF));
        }
        StratumResult result = pair.result();
        assertThat(result.stratum).isEqualTo("platform_pair=reddit>twitter");
        assertThat(result.items).isEqualTo(80);
        Map<Double, RemovalMeasureRow> rows =
                result.measures.stream().collect(Collectors.toMap(RemovalMeasureRow::deadlineHours, row -> row));
        assertThat(rows).containsOnlyKeys(1.0, 24.0, 168.0);
        assertThat(rows.get(1.0).estimate()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(rows.get(24.0).estimate()).isCloseTo(2.0 / 3, within(1e-12));
        assertThat(rows.get(168.0).identifiability()).isEqualTo("none");
        assertThat(rows.get(24.0).nItems()).isEqualTo(30);
        assertThat(rows.get(24.0).metricId()).isEqualTo(FamilyMeasures.LAG);
    }

    @Test
    void bracketedRemovalsLeaveBoundsOfReuploads() {
        FamilyStratum all = new FamilyStratum(plan(Set.of()), Stratum.ALL);
        for (int i = 0; i < 40; i++) {
            FamilyRecord family = family(i, false);
            family.gapAfter = new double[] {i < 20 ? 0 : 60};
            family.gapBy = new double[] {i < 20 ? 30 : INF};
            family.reuploadsAtLeast = i < 20 ? new double[] {30} : new double[0];
            family.reuploadsAtMost = i < 20 ? new double[] {0} : new double[0];
            all.add(family);
        }
        StratumResult result = all.result();
        RemovalMeasureRow mean = row(result, FamilyMeasures.REUPLOADS, 24.0);
        assertThat(mean.identifiability()).isEqualTo("bounds");
        assertThat(mean.estimate()).isNull();
        assertThat(mean.boundLow()).isZero();
        assertThat(mean.boundHigh()).isCloseTo(0.5, within(1e-12));
        assertThat(mean.ciLow()).isZero();
        assertThat(mean.ciHigh()).isGreaterThan(0.5);
        RemovalMeasureRow share = row(result, FamilyMeasures.REUPLOADED, 24.0);
        assertThat(share.boundLow()).isCloseTo(0, within(1e-9));
        assertThat(share.boundHigh()).isCloseTo(0.5, within(1e-9));
        assertThat(share.ciMethod()).isEqualTo("family_bootstrap_percentile_200");
    }

    private static FamilyStratum stratum(Set<String> sampled) {
        FamilyStratum stratum = new FamilyStratum(plan(sampled), Stratum.ALL);
        for (int i = 0; i < 40; i++) {
            stratum.add(family(i, i < 10));
        }
        return stratum;
    }

    /** Posted at 0, removed at 10; where it came back, posted again at 12 and there when last seen at 20. */
    private static FamilyRecord family(int number, boolean cameBack) {
        FamilyRecord family = new FamilyRecord();
        family.stratum = "all";
        family.items = cameBack ? 2 : 1;
        family.accounts = new String[] {"account " + number};
        family.followedFor = 100;
        family.furtherCopies = cameBack ? new double[] {12} : new double[0];
        family.gapAfter = new double[] {cameBack ? 2 : 90};
        family.gapBy = new double[] {cameBack ? 2 : INF};
        family.reuploadsFollowedFor = 90;
        family.reuploadsAtLeast = cameBack ? new double[] {2} : new double[0];
        family.reuploadsAtMost = family.reuploadsAtLeast;
        family.visibleLow = cameBack ? 18 : 10;
        family.visibleHigh = cameBack ? 22 : 10;
        family.lastEntry = new double[] {0};
        family.lastAfter = new double[] {cameBack ? 30 : 10};
        family.lastBy = new double[] {cameBack ? INF : 10};
        return family;
    }

    private static FamilyRecord lag(int number, String outcome, double after, double by) {
        FamilyRecord family = new FamilyRecord();
        family.stratum = PAIR.label();
        family.items = 2;
        family.accounts = new String[] {"account " + number};
        family.lag = outcome;
        family.lagAfter = after;
        family.lagBy = by;
        return family;
    }

    private static RemovalMeasureRow row(StratumResult result, String metric, Double deadline) {
        return result.measures.stream()
                .filter(row -> row.metricId().equals(metric))
                .filter(row -> deadline == null || deadline.equals(row.deadlineHours()))
                .findFirst()
                .orElseThrow();
    }

    private static FamilyPlan plan(Set<String> sampled) {
        MeasurePlan plan = new MeasurePlan(
                "test", Clock.POSTED, List.of(1.0, 24.0, 168.0), 0.95, 10, 7, null, false, "0123456789abcdef");
        return new FamilyPlan(plan, null, sampled, true);
    }
}
