// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.api.java.tuple.Tuple5;
import org.junit.jupiter.api.Test;
import org.tilik.formats.policy.EventType;
import org.tilik.formats.policy.Jurisdictions;
import org.tilik.formats.policy.Membership;
import org.tilik.formats.policy.Memberships;
import org.tilik.formats.policy.PolicyEvent;
import org.tilik.formats.policy.PolicyTimeline;
import org.tilik.measure.policy.series.Weeks;
import org.tilik.model.table.PolicyChangeRow;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.removal.MeasurePlan;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.StudyPolicy;

class ChangeTableTest {
    private static final double DAY = 24;

    private static PolicyEvent event(
            String id, LocalDate on, boolean isMonth, EventType type, LocalDate excludeFrom, LocalDate excludeUntil) {
        return new PolicyEvent(
                id,
                on,
                isMonth,
                null,
                type,
                Set.of(PolicyEvent.GLOBAL),
                null,
                "An event",
                null,
                null,
                Set.of(),
                false,
                null,
                null,
                excludeFrom,
                excludeUntil,
                0,
                true,
                "test");
    }

    private static PolicyPlan plan(PolicyEvent... events) {
        return plan(new Memberships(List.of()), events);
    }

    private static PolicyPlan plan(Memberships memberships, PolicyEvent... events) {
        return new PolicyPlan(
                new MeasurePlan("study", Clock.POSTED, List.of(DAY), 0.95, 10, 7, null, false, "0123456789abcdef"),
                new Strata(List.of("platform")),
                Map.of(),
                new StudyPolicy(new PolicyTimeline(List.of(events)), memberships, new Jurisdictions(List.of())),
                null,
                null);
    }

    /** Weeks −40 to 40 of one platform; a share falls by .2 at week 0, and each week knows it to within {@code width}. */
    private static ChangeTable table(PolicyPlan plan, double width) {
        ChangeTable table = new ChangeTable(plan);
        add(table, "reddit", -0.2, width, 5);
        return table;
    }

    private static void add(ChangeTable table, String platform, double change, double width, long seed) {
        Random random = new Random(seed);
        for (int week = -40; week <= 40; week++) {
            table.add(Cohort.ofSource(platform, week, 100));
            Cohort cohort = new Cohort();
            cohort.stratum = "platform=" + platform;
            cohort.week = week;
            cohort.items = 100;
            cohort.followed = 90;
            cohort.accounts = IntStream.range(0, 10).mapToObj(i -> "a" + i).toArray(String[]::new);
            double share = 0.6 + (week < 0 ? 0 : change) + 0.02 * random.nextGaussian();
            cohort.goneLow = new double[] {share - width};
            cohort.goneHigh = new double[] {share + width};
            cohort.removedLow = cohort.goneLow;
            cohort.removedHigh = cohort.goneHigh;
            cohort.removedHighWithoutUnknown = cohort.goneHigh;
            cohort.removedLowWithUnknown = cohort.goneLow;
            cohort.brackets = width > 0;
            table.add(cohort);
        }
    }

    private static PolicyChangeRow level(PolicyPlan plan, double width) {
        return rows(plan, width, ChangeOutcome.Kind.GONE).get(0);
    }

    private static List<PolicyChangeRow> rows(PolicyPlan plan, double width, ChangeOutcome.Kind kind) {
        ChangeTable table = table(plan, width);
        ChangeOutcome outcome = ChangeOutcome.of(plan.measures()).stream()
                .filter(candidate -> candidate.kind() == kind)
                .findFirst()
                .orElseThrow();
        return table.parts(table.bundles(true).get(0), outcome).get(0).f4;
    }

    private static PolicyEvent law(LocalDate on, boolean isMonth) {
        return event("law", on, isMonth, EventType.LAW, null, null);
    }

    @Test
    void weeksThatAreKnownGiveAPointAndBoundsGiveBounds() {
        PolicyChangeRow point = level(plan(law(Weeks.monday(0), false)), 0);
        assertThat(point.estimate()).isCloseTo(-0.2, within(0.03));
        assertThat(point.boundLow()).isEqualTo(point.estimate());
        PolicyChangeRow bounds = level(plan(law(Weeks.monday(0), false)), 0.05);
        assertThat(bounds.identifiability()).isEqualTo("bounds");
        assertThat(bounds.estimate()).isNull();
        assertThat(bounds.boundLow()).isLessThan(point.estimate());
        assertThat(bounds.boundHigh()).isGreaterThan(point.estimate());
        assertThat(bounds.ciLow()).isLessThan(bounds.boundLow());
        assertThat(bounds.reason()).contains("bounds");
        assertThat(rows(plan(law(Weeks.monday(0), false)), 0.05, ChangeOutcome.Kind.GONE))
                .filteredOn(row -> row.metricId().equals("policy.placebo_share"))
                .allSatisfy(row -> assertThat(row.identifiability()).isEqualTo("none"));
    }

    @Test
    void theMeanIsNoneWhereItemsWentInBrackets() {
        assertThat(rows(plan(law(Weeks.monday(0), false)), 0.05, ChangeOutcome.Kind.MEAN))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.reason()).contains("only bounds"));
    }

    @Test
    void ofAMonthTheWholeMonthIsNeitherBeforeNorAfter() {
        // The Monday of week 0 is 1969-12-29; January ends on a Saturday.
        PolicyChangeRow row = level(plan(law(LocalDate.of(1970, 1, 1), true)), 0);
        assertThat(row.nWeeksLeftOut()).isEqualTo(5);
        assertThat(row.nWeeksAfter()).isEqualTo(40 - 5);
    }

    @Test
    void theTimelineLeavesOutWindowsAndBreaksSeries() {
        PolicyEvent attack = event(
                "attack",
                Weeks.monday(10),
                false,
                EventType.EVENT,
                Weeks.monday(10),
                Weeks.monday(13).plusDays(1));
        PolicyEvent source = event("source", Weeks.monday(-20), false, EventType.COLLECTION_BREAK, null, null);
        PolicyChangeRow row = level(plan(law(Weeks.monday(0), false), attack, source), 0);
        assertThat(row.nWeeksBefore()).isEqualTo(20 - 1);
        assertThat(row.nWeeksAfter()).isEqualTo(40 - 4);
        assertThat(row.nWeeksLeftOut()).isEqualTo(1 + 4);
        assertThat(row.caveats()).contains("cut_at_collection_break").contains("excluded_weeks");
    }

    @Test
    void sixPlatformsAnArmAreTestedByExchangingThem() {
        PolicyEvent promise = new PolicyEvent(
                "promise",
                Weeks.monday(0),
                false,
                null,
                EventType.COMMITMENT,
                Set.of(PolicyEvent.GLOBAL),
                "the-promise",
                "An event",
                null,
                "posted",
                Set.of(),
                true,
                null,
                null,
                null,
                null,
                0,
                true,
                "test");
        List<Membership> members = IntStream.range(0, 12)
                .mapToObj(i -> new Membership(
                        "the-promise",
                        "company " + i,
                        "company",
                        i < 6 ? Weeks.monday(0) : null,
                        null,
                        i < 6 ? null : Weeks.monday(0),
                        Set.of("p" + i),
                        true,
                        "test"))
                .toList();
        PolicyPlan plan = plan(new Memberships(members), promise);
        ChangeTable table = new ChangeTable(plan);
        for (int i = 0; i < 12; i++) {
            add(table, "p" + i, i < 6 ? -0.2 : 0, 0, i);
        }
        add(table, "unknown", 0.3, 0, 99);
        Cohort all = new Cohort();
        all.stratum = "all";
        all.goneLow = new double[] {Double.NaN};
        all.goneHigh = all.goneLow;
        table.add(all);
        ChangeOutcome gone = ChangeOutcome.of(plan.measures()).get(1);
        List<PolicyChangeRow> rows =
                table.parts(table.bundles(true).get(0), gone).get(0).f4;
        PolicyChangeRow difference = rows.stream()
                .filter(row -> row.metricId().equals("policy.member_difference"))
                .findFirst()
                .orElseThrow();
        assertThat(difference.estimate()).isCloseTo(-0.2, within(0.02));
        assertThat(difference.pValue()).isEqualTo(2 / 924.0);
        assertThat(difference.pAdjusted()).isEqualTo(difference.pValue());
        assertThat(difference.nCompared()).isEqualTo(12);
        assertThat(difference.caveats()).isNull();
        assertThat(rows.stream()
                        .filter(row -> row.comparison().equals("control"))
                        .findFirst()
                        .orElseThrow()
                        .estimate())
                .isCloseTo(-0.2, within(0.02));
        assertThat(methods(rows, "policy.level_change", "control"))
                .containsExactlyInAnyOrder("none", "newey_west_interval", "anticipation_4_weeks");
        assertThat(methods(rows, "policy.member_difference", "members_vs_non_members"))
                .containsExactlyInAnyOrder("none", "anticipation_4_weeks");
        assertThat(rows)
                .filteredOn(row -> row.comparison().equals("control"))
                .allSatisfy(row -> assertThat(row.identifiability()).isEqualTo("point"));
        // Every item of this world is tracked.
        assertThat(rows)
                .filteredOn(row -> row.comparison().equals("not_tracked"))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.reason()).isEqualTo(Controls.NO_OTHERS));
        assertThat(rows).extracting(PolicyChangeRow::rowId).doesNotHaveDuplicates();
    }

    private static List<String> methods(List<PolicyChangeRow> rows, String metric, String comparison) {
        return rows.stream()
                .filter(row -> row.metricId().equals(metric) && row.comparison().equals(comparison))
                .map(PolicyChangeRow::correctionMethod)
                .toList();
    }

    @Test
    void fewItemsBesideTheTrackedOnesAreNoControlAndAFewMoreOrLessAreNotTold() {
        PolicyPlan plan = plan(law(Weeks.monday(0), false));
        ChangeTable table = table(plan, 0);
        for (ChangeRule rule : List.of(ChangeRule.HEADLINE, ChangeRule.THRESHOLDS_LOWERED, ChangeRule.NOT_TRACKED)) {
            for (int week = -40; week <= 40; week++) {
                Cohort cohort = new Cohort();
                cohort.stratum = "all";
                cohort.rule = rule.name();
                cohort.week = week;
                // Of all weeks together nine items more.
                cohort.items = rule == ChangeRule.THRESHOLDS_LOWERED && week >= 32 ? 21 : 20;
                cohort.followed = cohort.items;
                int accounts = rule == ChangeRule.NOT_TRACKED ? 9 : 10;
                cohort.accounts =
                        IntStream.range(0, accounts).mapToObj(i -> "a" + i).toArray(String[]::new);
                cohort.goneLow = new double[] {0.3 + 0.001 * Math.floorMod(week * 7, 11)};
                cohort.goneHigh = cohort.goneLow;
                cohort.removedLow = cohort.goneLow;
                cohort.removedHigh = cohort.goneLow;
                cohort.removedHighWithoutUnknown = cohort.goneLow;
                cohort.removedLowWithUnknown = cohort.goneLow;
                table.add(cohort);
            }
        }
        ChangeOutcome gone = ChangeOutcome.of(plan.measures()).get(1);
        List<Tuple5<String, String, Long, Boolean, List<PolicyChangeRow>>> parts =
                table.parts(table.bundles(true).get(0), gone);
        assertThat(parts)
                .filteredOn(part -> part.f1.equals("all"))
                .extracting(part -> part.f0.endsWith("THRESHOLDS_LOWERED"), part -> part.f3)
                .containsExactlyInAnyOrder(tuple(false, true), tuple(true, false));
        assertThat(parts.stream().flatMap(part -> part.f4.stream()))
                .filteredOn(row -> row.comparison().equals("not_tracked"))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.reason()).isEqualTo(Controls.FEW_OTHERS));
    }

    /** What is gone and nobody says by whom is more often so after the date, so that it decides what the change is. */
    @Test
    void eachAssumptionHasRowsOfItsOwnBesideTheHeadline() {
        PolicyPlan plan = plan(law(Weeks.monday(0), false));
        ChangeTable table = table(plan, 0);
        for (int week = -40; week <= 40; week++) {
            Cohort known = new Cohort();
            known.stratum = "all";
            known.week = week;
            known.items = 100;
            known.followed = 90;
            known.accounts = IntStream.range(0, 10).mapToObj(i -> "a" + i).toArray(String[]::new);
            double low = 0.3 + 0.001 * Math.floorMod(week * 7, 11);
            double high = low + (week < 0 ? 0.05 : 0.15);
            known.goneLow = new double[] {high};
            known.goneHigh = known.goneLow;
            known.removedLow = new double[] {low};
            known.removedHigh = new double[] {high};
            known.removedHighWithoutUnknown = known.removedLow;
            known.removedLowWithUnknown = known.removedHigh;
            table.add(known);
            Cohort censored = known.copy();
            censored.censored = true;
            censored.removedHigh = known.removedLow;
            table.add(censored);
        }
        ChangeOutcome removed = ChangeOutcome.of(plan.measures()).get(0);
        List<PolicyChangeRow> rows =
                table.parts(table.bundles(true).get(0), removed).get(0).f4;
        Map<String, PolicyChangeRow> levels = rows.stream()
                .filter(row -> row.metricId().equals("policy.level_change")
                        && row.comparison().equals("none"))
                .collect(Collectors.toMap(PolicyChangeRow::correctionMethod, row -> row));
        assertThat(levels)
                .containsOnlyKeys(
                        "none",
                        "newey_west_interval",
                        "anticipation_4_weeks",
                        "unknown_cause_excluded",
                        "unknown_cause_counted",
                        "unconfirmed_censored");
        assertThat(levels.get("none").estimate()).isNull();
        assertThat(levels.get("unknown_cause_excluded").estimate()).isCloseTo(0, within(0.005));
        assertThat(levels.get("unknown_cause_counted").estimate()).isCloseTo(0.1, within(0.005));
        assertThat(levels.get("unconfirmed_censored").estimate()).isCloseTo(0, within(0.005));
        assertThat(levels.get("anticipation_4_weeks").nWeeksBefore()).isEqualTo(39 - 4 - 1);
        assertThat(levels.get("newey_west_interval").ciMethod()).isEqualTo("newey_west_t");
        assertThat(levels.get("none").ciMethod()).isEqualTo("ar1_averaged_t");
        assertThat(rows).extracting(PolicyChangeRow::rowId).doesNotHaveDuplicates();
    }

    @Test
    void aBreakOnTheDayLeavesNothingToSay() {
        PolicyEvent source = event("source", Weeks.monday(0), false, EventType.COLLECTION_BREAK, null, null);
        PolicyChangeRow row = level(plan(law(Weeks.monday(0), false), source), 0);
        assertThat(row.identifiability()).isEqualTo("none");
        assertThat(row.reason()).contains("changed at the time of the intervention");
    }
}
