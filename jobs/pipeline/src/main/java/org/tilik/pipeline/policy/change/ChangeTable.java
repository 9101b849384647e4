// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.java.tuple.Tuple5;
import org.tilik.measure.policy.series.ExcludedWindow;
import org.tilik.measure.policy.series.InterruptedSeries;
import org.tilik.measure.policy.series.Interruption;
import org.tilik.measure.policy.series.NoSeries;
import org.tilik.measure.policy.series.Outcome;
import org.tilik.measure.policy.series.PlaceboDates;
import org.tilik.measure.policy.series.Season;
import org.tilik.measure.policy.series.SeriesErrors;
import org.tilik.measure.policy.series.SeriesFit;
import org.tilik.measure.policy.series.SeriesPlan;
import org.tilik.measure.policy.series.WeeklySeries;
import org.tilik.measure.policy.series.Weeks;
import org.tilik.measure.removal.compare.PairwiseComparison;
import org.tilik.model.table.PolicyChangeRow;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.policy.release.Parts;
import org.tilik.pipeline.strata.Stratum;

/** All cohorts of a run, and what they say of each intervention inside the time that they cover. */
final class ChangeTable {
    private static final String OTHER_INTERVENTIONS = "other_interventions_in_span";

    private final PolicyPlan plan;
    private final Delivered delivered = new Delivered();
    private final Map<String, StratumSeries> strata = new TreeMap<>();
    private final List<ExcludedWindow> excluded;
    private final List<DatedBundle> bundles;

    ChangeTable(PolicyPlan plan) {
        this.plan = plan;
        this.excluded = DatedBundle.excluded(plan.policy().timeline());
        this.bundles = DatedBundle.of(plan.policy().timeline());
    }

    void add(Cohort cohort) {
        if (cohort.collected != null) {
            delivered.add(cohort.collected, cohort.week, cohort.items);
        } else {
            ChangeRule rule = ChangeRule.valueOf(cohort.rule);
            ChangeRule clock = ChangeRule.clocks().contains(rule) ? rule : ChangeRule.HEADLINE;
            strata.computeIfAbsent(
                            cohort.stratum + "|" + clock,
                            label -> new StratumSeries(Stratum.ofLabel(cohort.stratum), clock))
                    .add(cohort);
        }
    }

    /** Bundles inside, or outside, the time of which there are data. */
    List<DatedBundle> bundles(boolean inside) {
        return bundles.stream()
                .filter(bundle -> inside
                        == delivered.spans(
                                bundle.bundle().first(), bundle.bundle().last()))
                .toList();
    }

    /** What each stratum has to say of one bundle and outcome. */
    List<Tuple5<String, String, Long, Boolean, List<PolicyChangeRow>>> parts(
            DatedBundle bundle, ChangeOutcome outcome) {
        List<StratumChange> changes = strata.values().stream()
                .filter(stratum -> stratum.clock() == ChangeRule.HEADLINE || !outcome.isCounted())
                .map(stratum -> change(stratum, bundle, outcome, stratum.clock()))
                .toList();
        List<ChangeDraft> drafts = new ArrayList<>();
        changes.forEach(change -> drafts.addAll(drafts(change, bundle, outcome)));
        drafts.addAll(new MemberArms(plan, bundle, outcome, seriesPlan(List.of())).drafts(compared(changes, outcome)));
        Map<ChangeDraft, Double> adjusted = holm(drafts);
        return changes.stream()
                .map(change -> part(
                        change,
                        bundle,
                        outcome,
                        drafts.stream().filter(draft -> isOf(draft, change)).toList(),
                        adjusted))
                .toList();
    }

    private static boolean isOf(ChangeDraft draft, StratumChange change) {
        StratumSeries source = change.source();
        boolean isOtherClock = ChangeRule.clocks().contains(draft.rule());
        return draft.stratum().equals(source.stratum())
                && (isOtherClock ? draft.rule() : ChangeRule.HEADLINE) == source.clock();
    }

    private Tuple5<String, String, Long, Boolean, List<PolicyChangeRow>> part(
            StratumChange change,
            DatedBundle bundle,
            ChangeOutcome outcome,
            List<ChangeDraft> drafts,
            Map<ChangeDraft, Double> adjusted) {
        List<PolicyChangeRow> rows = drafts.stream()
                .map(draft -> draft.row(plan, adjusted.getOrDefault(draft, Double.NaN), change.items()))
                .toList();
        return Parts.of(
                bundle.id() + "|" + outcome.name() + "|" + change.source().clock(),
                change.source().stratum(),
                change.items(),
                hasEnoughAccounts(change, outcome),
                rows);
    }

    private boolean hasEnoughAccounts(StratumChange change, ChangeOutcome outcome) {
        return change.source().hasEnoughAccounts(outcome, leastItems(), plan.k());
    }

    /** Platforms that may be compared with each other: held-back ones would show in a difference. */
    private List<StratumChange> compared(List<StratumChange> changes, ChangeOutcome outcome) {
        return changes.stream()
                .filter(change -> change.source().isPlatform())
                .filter(change -> hasEnoughAccounts(change, outcome))
                .toList();
    }

    private StratumChange change(StratumSeries stratum, DatedBundle bundle, ChangeOutcome outcome, ChangeRule rule) {
        Collection<String> platforms = stratum.platforms(delivered);
        List<LocalDate> breaks = new ArrayList<>(stratum.breaks(delivered));
        breaks.addAll(DatedBundle.breaks(plan.policy().timeline(), platforms));
        SeriesPlan weeks = seriesPlan(breaks).with(rule.errors());
        WeeklySeries series = stratum.of(outcome, rule, delivered);
        boolean bracketed = outcome.kind() == ChangeOutcome.Kind.MEAN && stratum.isBracketed();
        Outcome<SeriesFit> fit = bracketed
                ? Outcome.none(NoSeries.BOUNDS_ONLY)
                : fit(series, bundle.interruption(outcome, rule), weeks, outcome);
        return new StratumChange(stratum, series, rule, weeks, fit);
    }

    static Outcome<SeriesFit> fit(WeeklySeries series, Interruption at, SeriesPlan plan, ChangeOutcome outcome) {
        InterruptedSeries model = InterruptedSeries.of(plan);
        return outcome.isCounted() ? model.fitCounts(series, at) : model.fit(series, at);
    }

    private SeriesPlan seriesPlan(List<LocalDate> breaks) {
        return new SeriesPlan(
                SeriesPlan.LEAST_WEEKS,
                leastItems(),
                plan.measures().confLevel(),
                Season.NONE,
                SeriesErrors.AUTOREGRESSION,
                excluded,
                breaks);
    }

    /** A week of fewer items than may be published enters no share. */
    private long leastItems() {
        return Math.max(SeriesPlan.LEAST_ITEMS, plan.k());
    }

    private List<ChangeDraft> drafts(StratumChange change, DatedBundle bundle, ChangeOutcome outcome) {
        StratumSeries source = change.source();
        List<ChangeDraft> drafts = new ArrayList<>(terms(change, bundle, outcome));
        if (source.clock() == ChangeRule.HEADLINE) {
            drafts.add(new ChangeDraft(
                    source.stratum(),
                    bundle,
                    outcome,
                    ChangeRule.HEADLINE,
                    ChangeDraft.PLACEBO,
                    ChangeDraft.EARLIER_DATES,
                    numbers(placebo(change, bundle, outcome), bundle)));
        }
        if (source.clock() == ChangeRule.HEADLINE
                && source.isHeadline()
                && change.fit().isDefined()) {
            ChangeRule.repeated().stream()
                    .filter(rule -> source.differs(rule, outcome))
                    .forEach(rule -> drafts.addAll(terms(change(source, bundle, outcome, rule), bundle, outcome)));
        }
        return drafts.stream()
                .filter(draft -> source.isHeadline() || !draft.numbers().isNone())
                .toList();
    }

    /** The change of level and that of slope. */
    private List<ChangeDraft> terms(StratumChange change, DatedBundle bundle, ChangeOutcome outcome) {
        boolean counted = outcome.isCounted();
        SeriesErrors errors = change.rule().errors();
        return List.of(
                term(
                        change,
                        bundle,
                        outcome,
                        ChangeDraft.LEVEL,
                        change.fit().map(fit -> ChangeNumbers.of(fit, fit.level(), counted, errors))),
                term(
                        change,
                        bundle,
                        outcome,
                        ChangeDraft.SLOPE,
                        change.fit().map(fit -> ChangeNumbers.of(fit, fit.slope(), counted, errors))));
    }

    private ChangeDraft term(
            StratumChange change,
            DatedBundle bundle,
            ChangeOutcome outcome,
            String metric,
            Outcome<ChangeNumbers> numbers) {
        return new ChangeDraft(
                change.source().stratum(),
                bundle,
                outcome,
                change.rule(),
                metric,
                ChangeDraft.NOTHING,
                numbers(numbers, bundle));
    }

    private static Outcome<ChangeNumbers> placebo(StratumChange change, DatedBundle bundle, ChangeOutcome outcome) {
        Interruption at = bundle.interruption(outcome, ChangeRule.HEADLINE);
        return change.fit()
                .flatMap(fit -> (outcome.isCounted()
                                ? PlaceboDates.ofCounts(change.series(), at, change.plan())
                                : PlaceboDates.of(change.series(), at, change.plan()))
                        .map(dates -> ChangeNumbers.of(fit, dates)));
    }

    private ChangeNumbers numbers(Outcome<ChangeNumbers> outcome, DatedBundle bundle) {
        ChangeNumbers numbers = outcome.value()
                .orElseGet(() -> ChangeNumbers.none(outcome.none().orElseThrow()));
        return numbers.fit() != null && hasOthers(numbers.fit(), bundle) ? numbers.with(OTHER_INTERVENTIONS) : numbers;
    }

    private boolean hasOthers(SeriesFit fit, DatedBundle bundle) {
        return bundles.stream()
                .filter(other -> !other.equals(bundle))
                .anyMatch(other -> Weeks.of(other.bundle().last()) >= fit.firstWeek()
                        && Weeks.of(other.bundle().first()) <= fit.lastWeek());
    }

    /** p values of one question, adjusted to how many strata are asked. */
    private static Map<ChangeDraft, Double> holm(List<ChangeDraft> drafts) {
        Map<String, List<ChangeDraft>> questions = new TreeMap<>();
        for (ChangeDraft draft : drafts) {
            if (!Double.isNaN(draft.numbers().figures().p())) {
                questions
                        .computeIfAbsent(draft.question(), question -> new ArrayList<>())
                        .add(draft);
            }
        }
        Map<ChangeDraft, Double> adjusted = new HashMap<>();
        for (List<ChangeDraft> asked : questions.values()) {
            double[] p = PairwiseComparison.holm(asked.stream()
                    .mapToDouble(draft -> draft.numbers().figures().p())
                    .toArray());
            for (int i = 0; i < p.length; i++) {
                adjusted.put(asked.get(i), p[i]);
            }
        }
        return adjusted;
    }
}
