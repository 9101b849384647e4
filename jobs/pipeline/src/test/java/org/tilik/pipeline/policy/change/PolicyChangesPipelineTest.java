// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.formats.policy.EventType;
import org.tilik.formats.policy.Jurisdictions;
import org.tilik.formats.policy.Membership;
import org.tilik.formats.policy.Memberships;
import org.tilik.formats.policy.PolicyEvent;
import org.tilik.formats.policy.PolicyTimeline;
import org.tilik.measure.policy.series.InterruptedSeries;
import org.tilik.measure.policy.series.Interruption;
import org.tilik.measure.policy.series.SeriesFit;
import org.tilik.measure.policy.series.SeriesPlan;
import org.tilik.measure.policy.series.WeekValue;
import org.tilik.measure.policy.series.WeeklySeries;
import org.tilik.measure.policy.series.Weeks;
import org.tilik.model.table.PolicyChangeRow;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.policy.PolicyItem;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.removal.MeasurePlan;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.StudyPolicy;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFolder;
import org.tilik.pipeline.table.TableReader;
import org.tilik.pipeline.table.TableSink;

/** From items to release/policy_changes: a world in which one platform changed at a date, and another did not. */
class PolicyChangesPipelineTest {
    private static final String RUN = "0123456789abcdef";
    private static final LocalDate MONDAY = LocalDate.of(2023, 1, 2);
    private static final int WEEKS = 80;
    /** A Wednesday. */
    private static final LocalDate PROMISED = MONDAY.plusWeeks(42).plusDays(2);

    private static final int A_WEEK = 30;
    private static final int K = 10;
    private static final double BEFORE = 0.3;
    private static final double AFTER = 0.7;
    private static final double DAY = 24;

    @TempDir
    private static Path temp;

    private static List<PolicyChangeRow> rows;
    private static JobCounts counts;

    @BeforeAll
    static void runWithOneTask() throws Exception {
        rows = write("one", 1, K, items());
        counts = JobCounts.read(countsFile("one"));
    }

    private static List<PolicyItem> items() {
        Random random = new Random(20190315);
        List<PolicyItem> items = new ArrayList<>();
        for (int week = 0; week < WEEKS; week++) {
            for (String platform : List.of("reddit", "gab")) {
                int n = A_WEEK + random.nextInt(7) - 3;
                for (int i = 0; i < n; i++) {
                    LocalDate day = MONDAY.plusWeeks(week).plusDays(i % 7);
                    boolean changed = platform.equals("reddit") && !day.isBefore(PROMISED);
                    String key = platform + " " + week + " " + i;
                    items.add(item(key, platform, day, i < 5 ? "id" : "en", changed ? AFTER : BEFORE, random));
                }
            }
        }
        return items;
    }

    private static PolicyItem item(
            String key, String platform, LocalDate day, String language, double removed, Random random) {
        SpreadItem spread = new SpreadItem();
        spread.itemKey = key;
        spread.platform = platform;
        spread.month = day.toString().substring(0, 7);
        spread.accountKey = platform + random.nextInt(50);
        spread.kind = "POST";
        spread.postedAt = day.atStartOfDay().plusHours(5).toEpochSecond(ZoneOffset.UTC) * 1_000_000;
        spread.language = language;
        spread.trackedBy = "all";
        PolicyItem item = new PolicyItem();
        item.itemKey = key;
        item.item = spread;
        item.measured = true;
        item.lower = 200;
        item.reportedAt = platform.equals("reddit") ? (Long) (spread.postedAt + 1_800_000_000L) : null;
        if (random.nextDouble() < removed) {
            item.lower = 1 + 20 * random.nextDouble();
            item.upper = item.lower;
            item.cause = "platform";
        }
        return item;
    }

    private static PolicyEvent event(String id, LocalDate on, EventType type, String instrument) {
        return new PolicyEvent(
                id,
                on,
                false,
                null,
                type,
                Set.of(PolicyEvent.GLOBAL),
                instrument,
                "An event",
                null,
                null,
                Set.of(),
                false,
                null,
                null,
                null,
                null,
                0,
                true,
                "test");
    }

    private static StudyPolicy policy() {
        return new StudyPolicy(
                new PolicyTimeline(List.of(
                        event("long-ago", LocalDate.of(2001, 9, 12), EventType.LAW, null),
                        event("early", MONDAY.plusWeeks(5), EventType.RULE, null),
                        event("promise", PROMISED, EventType.COMMITMENT, "the-promise"),
                        event("follow-up", PROMISED.plusDays(4), EventType.MEETING, null),
                        event("only-said", PROMISED.plusDays(40), EventType.STATEMENT, null))),
                new Memberships(List.of(
                        member("Reddit", PROMISED, null, "reddit"), member("Gab", null, PROMISED.plusYears(1), "gab"))),
                new Jurisdictions(List.of()));
    }

    private static Membership member(String company, LocalDate joined, LocalDate outside, String platform) {
        return new Membership("the-promise", company, "company", joined, null, outside, Set.of(platform), true, "test");
    }

    private static org.apache.flink.core.fs.Path countsFile(String name) {
        return JobCounts.file("file:" + temp.resolve(name), "policy");
    }

    private static List<PolicyChangeRow> write(String name, int parallelism, int k, List<PolicyItem> items)
            throws Exception {
        Files.createDirectories(temp.resolve(name).resolve("work"));
        StreamExecutionEnvironment env = BatchJob.environment(parallelism, Exchange.STORED);
        PolicyPlan plan = new PolicyPlan(
                new MeasurePlan("study", Clock.POSTED, List.of(DAY), 0.95, k, 7, null, false, RUN),
                new Strata(List.of("platform", "language", "month")),
                Map.of(),
                policy(),
                null,
                null);
        PolicyChanges.Outputs outputs = PolicyChanges.build(
                env.fromData(PolicyItem.TYPE, items.toArray(PolicyItem[]::new)).rebalance(), plan);
        TableFolder folder = new TableFolder("file:" + temp.resolve(name).resolve("changes"), RUN, 1);
        TableSink.write(outputs.release(), Table.POLICY_CHANGES, folder);
        JobCounts.collect("policy", RUN, countsFile(name), outputs.counts());
        BatchJob.execute(env, name);
        return TableReader.read(Table.POLICY_CHANGES, folder.root());
    }

    private static List<PolicyChangeRow> rows(String intervention, String stratum, String outcome) {
        return rows.stream()
                .filter(row -> row.intervention().equals(intervention)
                        && row.stratum().equals(stratum)
                        && row.outcomeMetricId().equals(outcome)
                        && row.correctionMethod().equals("none"))
                .toList();
    }

    private static PolicyChangeRow row(String stratum, String outcome, String metric, String comparison) {
        return rows("promise+follow-up", stratum, outcome).stream()
                .filter(row -> row.metricId().equals(metric) && row.comparison().equals(comparison))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theTableDoesNotDependOnParallelismOrOrder() throws Exception {
        List<PolicyItem> shuffled = items();
        Collections.shuffle(shuffled, new Random(3));
        assertThat(lines(write("two", 2, K, shuffled))).isEqualTo(lines(rows));
    }

    private static Set<String> lines(List<PolicyChangeRow> table) {
        Set<String> lines = new TreeSet<>();
        table.forEach(row -> lines.add(row.toString()));
        assertThat(lines).hasSameSizeAs(table);
        return lines;
    }

    @Test
    void thePlantedChangeIsFoundWhereItIsAndNotElsewhere() {
        PolicyChangeRow changed = row("reddit", "removal.share_within", "policy.level_change", "none");
        assertThat(changed.estimate()).isCloseTo(AFTER - BEFORE, within(0.1));
        assertThat(changed.ciLow()).isGreaterThan(0);
        assertThat(changed.pAdjusted()).isLessThan(0.001);
        assertThat(changed.identifiability()).isEqualTo("point");
        assertThat(changed.reason()).isNull();
        assertThat(changed.cause()).isEqualTo("all");
        assertThat(changed.deadlineHours()).isEqualTo(DAY);
        assertThat(changed.interventionOn()).isEqualTo(PROMISED.toString());
        PolicyChangeRow same = row("gab", "removal.share_within", "policy.level_change", "none");
        assertThat(same.ciLow()).isLessThan(0);
        assertThat(same.ciHigh()).isGreaterThan(0);
        assertThat(row("reddit", "removal.share_within", "policy.placebo_share", "placebo_dates")
                        .estimate())
                .isLessThan(0.05);
        assertThat(row("reddit", "removal.share_within", "policy.slope_change_per_week", "none")
                        .unit())
                .isEqualTo("1/wk");
        assertThat(row("reddit", "gone.rmst_hours", "policy.level_change", "none")
                        .estimate())
                .isLessThan(-3);
    }

    /** Every item is reported half an hour after it is posted, and none goes sooner. */
    @Test
    void onTheClockOfReportsTheSameChangeIsFound() {
        List<PolicyChangeRow> reported = rows.stream()
                .filter(row -> row.correctionMethod().equals("clock_reported"))
                .toList();
        assertThat(reported).extracting(PolicyChangeRow::clock).containsOnly("reported");
        assertThat(reported).extracting(PolicyChangeRow::outcomeMetricId).doesNotContain("copies.total");
        PolicyChangeRow level = reported.stream()
                .filter(row -> row.stratum().equals("reddit")
                        && row.intervention().equals("promise+follow-up")
                        && row.outcomeMetricId().equals("removal.share_within")
                        && row.metricId().equals("policy.level_change"))
                .findFirst()
                .orElseThrow();
        assertThat(level.estimate())
                .isEqualTo(row("reddit", "removal.share_within", "policy.level_change", "none")
                        .estimate());
        assertThat(rows).noneMatch(row -> row.correctionMethod().equals("clock_ordered"));
    }

    @Test
    void theIntervalOfNeweyAndWestStandsBesideTheOther() {
        PolicyChangeRow headline = row("reddit", "removal.share_within", "policy.level_change", "none");
        PolicyChangeRow narrow = rows.stream()
                .filter(row -> row.correctionMethod().equals("newey_west_interval")
                        && row.stratum().equals("reddit")
                        && row.outcomeMetricId().equals("removal.share_within")
                        && row.metricId().equals("policy.level_change"))
                .findFirst()
                .orElseThrow();
        assertThat(narrow.estimate()).isEqualTo(headline.estimate());
        assertThat(narrow.ciMethod()).isEqualTo("newey_west_t");
        assertThat(narrow.ciLow()).isGreaterThan(headline.ciLow());
    }

    /** All items are followed for longer than the deadline, so that the share is that of those removed. */
    @Test
    void changesAreThoseOfTheSharesOfEachWeek() {
        Map<Long, double[]> weeks = new TreeMap<>();
        for (PolicyItem item : items()) {
            if (item.item.platform.equals("reddit")) {
                double[] week = weeks.computeIfAbsent(CohortMember.week(item.item.postedAt), w -> new double[2]);
                week[0]++;
                week[1] += item.upper <= DAY ? 1 : 0;
            }
        }
        long first = Weeks.of(MONDAY);
        weeks.remove(first);
        weeks.remove(first + WEEKS - 1);
        List<WeekValue> shares = new ArrayList<>();
        weeks.forEach((week, n) -> shares.add(WeekValue.exact(week, n[1] / n[0], (long) n[0])));
        SeriesFit fit = InterruptedSeries.of(SeriesPlan.standard())
                .fit(new WeeklySeries(shares), new Interruption(first + 42, first + 43))
                .orElseThrow();
        PolicyChangeRow level = row("reddit", "removal.share_within", "policy.level_change", "none");
        assertThat(level.estimate()).isCloseTo(fit.level().estimate(), within(1e-10));
        assertThat(level.ciLow()).isCloseTo(fit.level().ciLow(), within(1e-10));
        assertThat(level.nItems()).isEqualTo(fit.items());
        assertThat(row("reddit", "gone.share_within", "policy.slope_change_per_week", "none")
                        .estimate())
                .isCloseTo(fit.slope().estimate(), within(1e-10));
    }

    @Test
    void weeksAreThoseWhollyBeforeAndAfter() {
        // Week 0 and the last are parts; the week of the promise is mixed, the follow-up is on the Sunday of it.
        PolicyChangeRow share = row("reddit", "removal.share_within", "policy.level_change", "none");
        assertThat(share.nWeeksBefore()).isEqualTo(41);
        assertThat(share.nWeeksAfter()).isEqualTo(WEEKS - 1 - 43);
        assertThat(share.nWeeksLeftOut()).isEqualTo(1);
        assertThat(share.lagWeeks()).isEqualTo(3);
        assertThat(share.caveats()).contains("other_interventions_in_span");
    }

    @Test
    void whatOthersDidNotDoIsLeftByTheControl() {
        assertThat(row("all", "removal.share_within", "policy.level_change", "none")
                        .estimate())
                .isCloseTo((AFTER - BEFORE) / 2, within(0.08));
        assertThat(row("all", "removal.share_within", "policy.level_change", "control")
                        .estimate())
                .isCloseTo(AFTER - BEFORE, within(0.13));
        PolicyChangeRow difference =
                row("all", "removal.share_within", "policy.member_difference", "members_vs_non_members");
        assertThat(difference.estimate()).isCloseTo(AFTER - BEFORE, within(0.13));
        assertThat(difference.nCompared()).isEqualTo(2);
        assertThat(difference.pValue()).isNull();
        assertThat(difference.caveats()).isEqualTo("described_only");
        // The interval and anticipation are others'; exchanging platforms knows no errors of weeks.
        assertThat(rows.stream()
                        .filter(row -> row.intervention().equals("promise+follow-up")
                                && row.outcomeMetricId().equals("removal.share_within")
                                && Set.of("control", "members_vs_non_members").contains(row.comparison())
                                && !row.metricId().equals("policy.slope_change_per_week"))
                        .map(row -> row.comparison() + " " + row.correctionMethod()))
                .containsExactlyInAnyOrder(
                        "control none",
                        "control newey_west_interval",
                        "control anticipation_4_weeks",
                        "members_vs_non_members none",
                        "members_vs_non_members anticipation_4_weeks");
    }

    @Test
    void countsAreRatiosAndWhatNobodyCountedIsNone() {
        PolicyChangeRow copies = row("reddit", "copies.total", "policy.level_change", "none");
        assertThat(copies.estimate()).isBetween(0.85, 1.18);
        assertThat(copies.unit()).isEqualTo("ratio");
        assertThat(copies.ciMethod()).isEqualTo("quasi_poisson_ar1_averaged_t");
        PolicyChangeRow views = row("reddit", "exposure.views_lower", "policy.level_change", "none");
        assertThat(views.identifiability()).isEqualTo("none");
        assertThat(views.reason()).contains("too few weeks");
    }

    @Test
    void anEarlyInterventionSaysWhyThereIsNothingAndOneOutsideIsOnlyCounted() {
        List<PolicyChangeRow> early =
                rows.stream().filter(row -> row.intervention().equals("early")).toList();
        assertThat(early).isNotEmpty().allSatisfy(row -> {
            assertThat(row.identifiability()).isEqualTo("none");
            boolean isControlled = Set.of("control", "members_vs_non_members").contains(row.comparison());
            boolean isBesideOthers = row.comparison().equals("not_tracked");
            assertThat(row.reason())
                    .contains(
                            isControlled
                                    ? "no platform is known to have signed"
                                    : isBesideOthers ? Controls.NO_OTHERS : "too few weeks before");
            assertThat(row.estimate()).isNull();
        });
        assertThat(early).extracting(PolicyChangeRow::stratum).containsOnly("all", "reddit", "gab");
        assertThat(rows).extracting(PolicyChangeRow::intervention).containsOnly("early", "promise+follow-up");
        assertThat(counts.count("interventions.inside")).isEqualTo(3);
        assertThat(counts.count("interventions.outside")).isEqualTo(1);
    }

    @Test
    void weeksOfFewItemsEnterNoShareAndMonthsAreNoStrata() {
        assertThat(rows("promise+follow-up", "reddit|en", "removal.share_within"))
                .isNotEmpty();
        assertThat(rows("promise+follow-up", "reddit|id", "removal.share_within"))
                .isEmpty();
        assertThat(rows).noneMatch(row -> row.stratumBy().contains("month"));
    }

    @Test
    void heldBackRowsHaveNoNumbers() throws Exception {
        List<PolicyChangeRow> held = write("held", 1, 1000, items());
        assertThat(held).isNotEmpty().allSatisfy(row -> {
            assertThat(row.suppressed()).isTrue();
            assertThat(row.estimate()).isNull();
            assertThat(row.nItems()).isNull();
            assertThat(row.nWeeksBefore()).isNull();
            assertThat(row.caveats()).isNull();
            assertThat(row.pValue()).isNull();
        });
    }

    @Test
    void noRowSpeaksOfMoreThanAnAssociation() {
        assertThat(rows.toString().toLowerCase(Locale.ROOT))
                .doesNotContain("effect of")
                .doesNotContain("caus" + "ed");
        assertThat(rows).extracting(PolicyChangeRow::rowId).doesNotHaveDuplicates();
    }
}
