// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.model.table.ComplianceRow;
import org.tilik.model.table.EpisodeRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.LabelRow;
import org.tilik.model.table.ObservationRow;
import org.tilik.model.table.PolicyChangeRow;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.policy.PolicyJob;
import org.tilik.pipeline.removal.RemovalJob;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableDigest;
import org.tilik.pipeline.table.TableReader;

/**
 * Posts of 44 weeks about May 2019, as many of each kind: far above the threshold of a half, just above it, just below it,
 * far below it. What is far above is removed more often from the date on, and so is, half as much, what is far below.
 */
class ThresholdRowsPipelineTest {
    private static final Instant START = Instant.parse("2018-12-03T00:00:00Z");
    private static final Instant CHANGED = Instant.parse("2019-05-14T00:00:00Z");
    private static final Instant PROMISED = Instant.parse("2019-05-15T00:00:00Z");
    private static final int WEEKS = 44;
    private static final int A_WEEK = 20;
    /** As many a week of each of four kinds. */
    private static final long MINUTES_APART = 7 * 24 * 60 / (4 * A_WEEK);

    private static final double USUAL = 0.3;
    private static final double GOLDEN = 0.6180339887498949;

    /** What a score says of the post, and how often it is removed. */
    private enum Kind {
        CLEAR(0.9, 0.7),
        JUST(0.55, USUAL),
        NEARLY(0.45, USUAL),
        OTHER(0.05, 0.5);

        private final double score;
        private final double later;

        Kind(double score, double later) {
            this.score = score;
            this.later = later;
        }
    }

    private static final Set<Kind> HEADLINE = Set.of(Kind.CLEAR, Kind.JUST);
    private static final Set<Kind> RAISED = Set.of(Kind.CLEAR);
    private static final Set<Kind> LOWERED = Set.of(Kind.CLEAR, Kind.JUST, Kind.NEARLY);

    @TempDir
    static Path temp;

    private static final Map<Kind, long[]> REMOVED = new EnumMap<>(Kind.class);
    private static final Map<Kind, long[]> REMOVED_LATER = new EnumMap<>(Kind.class);
    private static final List<ItemRow> ITEMS = new ArrayList<>();
    private static final List<LabelRow> LABELS = new ArrayList<>();
    private static final List<ObservationRow> OBSERVATIONS = new ArrayList<>();

    private static Run run;
    private static JobCounts counts;
    private static List<RemovalMeasureRow> removal;
    private static List<ComplianceRow> compliance;
    private static List<PolicyChangeRow> changes;

    @BeforeAll
    static void measure() throws Exception {
        post();
        run = run("two", 2);
        removal = TableReader.read(
                Table.REMOVAL_MEASURES, run.folder(Table.REMOVAL_MEASURES).root());
        compliance =
                TableReader.read(Table.COMPLIANCE, run.folder(Table.COMPLIANCE).root());
        changes = TableReader.read(
                Table.POLICY_CHANGES, run.folder(Table.POLICY_CHANGES).root());
    }

    private static Run run(String output, int parallelism) throws Exception {
        Run made = CodedWorld.write(temp, output, null, ITEMS, LABELS, OBSERVATIONS);
        counts = new RemovalJob(made).run(CodedWorld.environment(parallelism));
        new PolicyJob(made).run(CodedWorld.environment(parallelism));
        return made;
    }

    private static void post() {
        for (Kind kind : Kind.values()) {
            REMOVED.put(kind, new long[2]);
            REMOVED_LATER.put(kind, new long[2]);
        }
        for (int i = 0; i < WEEKS * A_WEEK * Kind.values().length; i++) {
            Kind kind = Kind.values()[i % Kind.values().length];
            int turn = i / Kind.values().length;
            Instant posted = START.plus(Duration.ofMinutes(MINUTES_APART * i));
            // Spread evenly, so that each week has nearly the share that is meant.
            boolean isRemoved = GOLDEN * turn % 1 < (posted.isBefore(CHANGED) ? USUAL : kind.later);
            boolean isTracked = HEADLINE.contains(kind);
            String name = "post " + i;
            ITEMS.add(CodedWorld.item(name, i, posted, "POST", null));
            LABELS.add(CodedWorld.label(
                    name, i / 4 % 2, isTracked ? "label" : null, isTracked ? "hateful" : "none", kind.score, 0.05));
            OBSERVATIONS.add(
                    isRemoved
                            ? CodedWorld.observation(
                                    name, "REMOVAL", posted.plus(Duration.ofHours(3)), null, "PLATFORM")
                            : CodedWorld.observation(
                                    name, "RECHECK", posted.plus(Duration.ofHours(90)), "ALIVE", null));
            count(REMOVED.get(kind), isRemoved);
            if (!posted.isBefore(PROMISED)) {
                count(REMOVED_LATER.get(kind), isRemoved);
            }
        }
    }

    private static void count(long[] counted, boolean isRemoved) {
        counted[0]++;
        counted[1] += isRemoved ? 1 : 0;
    }

    private static double share(Set<Kind> kinds, Map<Kind, long[]> counted) {
        return sum(kinds, counted, 1) / (double) sum(kinds, counted, 0);
    }

    private static long sum(Set<Kind> kinds, Map<Kind, long[]> counted, int place) {
        return kinds.stream().mapToLong(kind -> counted.get(kind)[place]).sum();
    }

    @Test
    void removalIsRepeatedForWhatOtherThresholdsWouldTrack() {
        for (String stratum : List.of("all", "reddit")) {
            assertRemoval(stratum, "classifier-tracked items", HEADLINE);
            assertRemoval(stratum, "thresholds_raised", RAISED);
            assertRemoval(stratum, "thresholds_lowered", LOWERED);
        }
        assertThat(removal)
                .filteredOn(row -> row.correctionMethod().startsWith("thresholds"))
                .extracting(RemovalMeasureRow::stratumBy)
                .containsOnly("all", "platform");
        assertThat(removal).extracting(RemovalMeasureRow::rowId).doesNotHaveDuplicates();
    }

    private static void assertRemoval(String stratum, String correction, Set<Kind> kinds) {
        RemovalMeasureRow row = removal.stream()
                .filter(each -> each.stratum().equals(stratum)
                        && each.metricId().equals("removal.share_within")
                        && each.correctionMethod().equals(correction)
                        && "all".equals(each.cause())
                        && each.deadlineHours() == 24)
                .findFirst()
                .orElseThrow();
        assertThat(row.nItems()).isEqualTo(sum(kinds, REMOVED, 0));
        assertThat(row.estimate()).isCloseTo(share(kinds, REMOVED), within(1e-9));
        assertThat(row.ciLow()).isLessThan(row.estimate());
    }

    @Test
    void whatIsNotTrackedIsInNoEpisodeAndInNoCount() throws Exception {
        assertThat(counts.count("items_tracked")).isEqualTo(sum(HEADLINE, REMOVED, 0));
        List<EpisodeRow> episodes =
                TableReader.read(Table.EPISODES, run.folder(Table.EPISODES).root());
        assertThat(episodes).hasSize((int) sum(HEADLINE, REMOVED, 0));
    }

    @Test
    void complianceIsRepeatedToo() {
        for (Map.Entry<String, Set<Kind>> set : Map.of(
                        "classifier-tracked items",
                        HEADLINE,
                        "thresholds_raised",
                        RAISED,
                        "thresholds_lowered",
                        LOWERED)
                .entrySet()) {
            List<ComplianceRow> rows = compliance.stream()
                    .filter(row -> row.commitment().equals("christchurch-call-2019")
                            && row.period().equals("all")
                            && row.stratumBy().equals("all")
                            && row.deadlineHours() == 24
                            && row.correctionMethod().equals(set.getKey()))
                    .toList();
            assertThat(rows).hasSize(1);
            assertThat(rows.get(0).nItems()).isEqualTo(sum(set.getValue(), REMOVED_LATER, 0));
            assertThat(rows.get(0).estimate()).isCloseTo(share(set.getValue(), REMOVED_LATER), within(1e-9));
        }
        assertThat(compliance).extracting(ComplianceRow::rowId).doesNotHaveDuplicates();
    }

    private static PolicyChangeRow change(String stratum, String comparison, String correction) {
        return changes.stream()
                .filter(row -> row.stratum().equals(stratum)
                        && row.outcomeMetricId().equals("removal.share_within")
                        && row.deadlineHours() == 24
                        && row.metricId().equals("policy.level_change")
                        && row.intervention().contains("christchurch-call-2019")
                        && row.comparison().equals(comparison)
                        && row.correctionMethod().equals(correction))
                .reduce((one, other) -> {
                    throw new AssertionError("two rows: " + one + " and " + other);
                })
                .orElseThrow();
    }

    @Test
    void changesHangOnTheThreshold() {
        for (String stratum : List.of("all", "reddit")) {
            assertThat(change(stratum, "none", "classifier-tracked items").estimate())
                    .isCloseTo(0.2, within(0.06));
            assertThat(change(stratum, "none", "thresholds_raised").estimate()).isCloseTo(0.4, within(0.06));
            assertThat(change(stratum, "none", "thresholds_lowered").estimate()).isCloseTo(0.4 / 3, within(0.06));
        }
        assertThat(change("all", "none", "thresholds_raised").nItems())
                .isLessThan(change("all", "none", "classifier-tracked items").nItems());
        assertThat(changes)
                .filteredOn(row -> row.outcomeMetricId().equals("copies.total")
                        && row.correctionMethod().equals("thresholds_lowered"))
                .isNotEmpty();
    }

    @Test
    void whatIsNotTrackedChangedTooAndIsTakenOff() {
        for (String stratum : List.of("all", "reddit")) {
            assertThat(change(stratum, "not_tracked", "classifier-tracked items")
                            .estimate())
                    .isCloseTo(0, within(0.06));
            assertThat(change(stratum, "not_tracked", "thresholds_raised").estimate())
                    .isCloseTo(0.2, within(0.06));
        }
        PolicyChangeRow headline = change("all", "not_tracked", "classifier-tracked items");
        assertThat(headline.nWeeksBefore()).isGreaterThanOrEqualTo(12);
        assertThat(change("all", "not_tracked", "anticipation_4_weeks").nWeeksBefore())
                .isEqualTo(headline.nWeeksBefore() - 4);
        assertThat(change("all", "not_tracked", "newey_west_interval").ciMethod())
                .isEqualTo("newey_west_t");
        assertThat(changes).extracting(PolicyChangeRow::rowId).doesNotHaveDuplicates();
    }

    @Test
    void theTablesDoNotDependOnTheNumberOfTasks() throws Exception {
        Run one = run("one", 1);
        for (Table<?> table : List.of(Table.REMOVAL_MEASURES, Table.COMPLIANCE, Table.POLICY_CHANGES)) {
            assertThat(TableDigest.of(table, one.folder(table).root()))
                    .isEqualTo(TableDigest.of(table, run.folder(table).root()));
        }
    }
}
