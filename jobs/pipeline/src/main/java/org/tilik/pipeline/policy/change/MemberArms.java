// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tilik.measure.policy.series.InterruptedSeries;
import org.tilik.measure.policy.series.MemberComparison;
import org.tilik.measure.policy.series.Outcome;
import org.tilik.measure.policy.series.PlatformChange;
import org.tilik.measure.policy.series.SeriesFit;
import org.tilik.measure.policy.series.SeriesPlan;
import org.tilik.measure.policy.series.WeekValue;
import org.tilik.measure.policy.series.WeeklySeries;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.table.RowId;

/**
 * Platforms that had signed an instrument on its date, held against platforms that had not; those of which nobody knows are
 * in neither arm, and those that could not be fitted by themselves.
 */
final class MemberArms {
    private static final String NO_ARM = "no member, or no other platform, could be fitted by itself";
    private static final String NOBODY_KNOWN =
            "no platform is known to have signed, or not to have signed, what was decided";
    private static final int HEX = 16;

    private final PolicyPlan plan;
    private final DatedBundle bundle;
    private final ChangeOutcome outcome;
    private final ChangeRule rule;
    private final SeriesPlan weeks;

    /** Under this assumption, by which the platforms were fitted. */
    MemberArms(PolicyPlan plan, DatedBundle bundle, ChangeOutcome outcome, ChangeRule rule, SeriesPlan weeks) {
        this.plan = plan;
        this.bundle = bundle;
        this.outcome = outcome;
        this.rule = rule;
        this.weeks = weeks.with(rule.errors());
    }

    /** Rows of all items, with the reason where there is no control to hold them against. */
    List<ChangeDraft> drafts(List<StratumChange> platforms) {
        Map<String, Boolean> signed = bundle.members(
                plan.policy().memberships(),
                platforms.stream().map(MemberArms::name).toList());
        Map<Boolean, List<StratumChange>> arms = platforms.stream()
                .filter(platform ->
                        signed.containsKey(name(platform)) && platform.fit().isDefined())
                .collect(Collectors.partitioningBy(platform -> signed.get(name(platform))));
        String why = signed.isEmpty() ? NOBODY_KNOWN : NO_ARM;
        boolean empty = arms.get(true).isEmpty() || arms.get(false).isEmpty();
        List<ChangeDraft> drafts = new ArrayList<>();
        // Exchanging platforms knows no errors of weeks.
        if (rule != ChangeRule.NEWEY_WEST_INTERVAL) {
            drafts.add(
                    draft(ChangeDraft.MEMBERS, ChangeDraft.OTHERS, empty ? ChangeNumbers.none(why) : difference(arms)));
        }
        if (!outcome.isCounted()) {
            Outcome<SeriesFit> fit = empty ? null : control(arms);
            drafts.add(draft(
                    ChangeDraft.LEVEL, ChangeDraft.CONTROL, empty ? ChangeNumbers.none(why) : numbers(fit, true)));
            drafts.add(draft(
                    ChangeDraft.SLOPE, ChangeDraft.CONTROL, empty ? ChangeNumbers.none(why) : numbers(fit, false)));
        }
        return drafts;
    }

    private ChangeDraft draft(String metric, String comparison, ChangeNumbers numbers) {
        return new ChangeDraft(Stratum.ALL, bundle, outcome, rule, metric, comparison, numbers);
    }

    private static String name(StratumChange platform) {
        return platform.source().stratum().value();
    }

    private ChangeNumbers numbers(Outcome<SeriesFit> fit, boolean level) {
        return fit.value()
                .map(found -> ChangeNumbers.of(found, level ? found.level() : found.slope(), false, weeks.errors()))
                .orElseGet(() -> ChangeNumbers.none(fit.none().orElseThrow()));
    }

    private ChangeNumbers difference(Map<Boolean, List<StratumChange>> arms) {
        List<PlatformChange> changes = new ArrayList<>();
        arms.forEach((member, platforms) -> platforms.forEach(platform -> changes.add(
                PlatformChange.ofLevel(name(platform), member, platform.fit().orElseThrow()))));
        String identity = RowId.of(plan.measures().seed(), bundle.id(), outcome.name());
        return ChangeNumbers.of(
                MemberComparison.of(changes, Long.parseUnsignedLong(identity, HEX)), outcome.isCounted());
    }

    /** The series of members less that of others. */
    private Outcome<SeriesFit> control(Map<Boolean, List<StratumChange>> arms) {
        List<LocalDate> breaks = new ArrayList<>(weeks.breaks());
        arms.values()
                .forEach(platforms -> platforms.forEach(
                        platform -> breaks.addAll(platform.plan().breaks())));
        WeeklySeries difference = pooled(arms.get(true)).minus(pooled(arms.get(false)));
        return InterruptedSeries.of(weeks.brokenOn(breaks)).fit(difference, bundle.interruption(outcome, rule));
    }

    /** Platforms together, each counting by its items, on the weeks that all of them have. */
    private WeeklySeries pooled(List<StratumChange> platforms) {
        Map<Long, List<WeekValue>> byWeek = new TreeMap<>();
        for (StratumChange platform : platforms) {
            for (WeekValue week : platform.series().weeks()) {
                if (week.items() >= weeks.leastItems()) {
                    byWeek.computeIfAbsent(week.week(), number -> new ArrayList<>())
                            .add(week);
                }
            }
        }
        List<WeekValue> pooled = new ArrayList<>();
        for (long week : new TreeSet<>(byWeek.keySet())) {
            List<WeekValue> values = byWeek.get(week);
            if (values.size() == platforms.size()) {
                pooled.add(mean(week, values));
            }
        }
        return new WeeklySeries(pooled);
    }

    private static WeekValue mean(long week, List<WeekValue> values) {
        double low = 0;
        double high = 0;
        long items = 0;
        for (WeekValue value : values) {
            low += value.items() * value.low();
            high += value.items() * value.high();
            items += value.items();
        }
        return WeekValue.between(week, low / items, high / items, items);
    }
}
