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
            strata.computeIfAbsent(cohort.stratum, label -> new StratumSeries(Stratum.ofLabel(label)))
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
                .map(stratum -> change(stratum, bundle, outcome))
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
                        drafts.stream()
                                .filter(draft ->
                                        draft.stratum().equals(change.source().stratum()))
                                .toList(),
                        adjusted))
                .toList();
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
                bundle.id() + "|" + outcome.name(),
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

    private StratumChange change(StratumSeries stratum, DatedBundle bundle, ChangeOutcome outcome) {
        Collection<String> platforms = stratum.platforms(delivered);
        List<LocalDate> breaks = new ArrayList<>(stratum.breaks(delivered));
        breaks.addAll(DatedBundle.breaks(plan.policy().timeline(), platforms));
        SeriesPlan weeks = seriesPlan(breaks);
        WeeklySeries series = stratum.of(outcome, delivered);
        boolean bracketed = outcome.kind() == ChangeOutcome.Kind.MEAN && stratum.isBracketed();
        Outcome<SeriesFit> fit = bracketed
                ? Outcome.none(NoSeries.BOUNDS_ONLY)
                : fit(series, bundle.interruption(outcome), weeks, outcome);
        return new StratumChange(stratum, series, weeks, fit);
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
        Stratum stratum = change.source().stratum();
        boolean counted = outcome.isCounted();
        List<ChangeDraft> drafts = List.of(
                new ChangeDraft(
                        stratum,
                        bundle,
                        outcome,
                        ChangeDraft.LEVEL,
                        ChangeDraft.NOTHING,
                        numbers(change.fit().map(fit -> ChangeNumbers.of(fit, fit.level(), counted)), bundle)),
                new ChangeDraft(
                        stratum,
                        bundle,
                        outcome,
                        ChangeDraft.SLOPE,
                        ChangeDraft.NOTHING,
                        numbers(change.fit().map(fit -> ChangeNumbers.of(fit, fit.slope(), counted)), bundle)),
                new ChangeDraft(
                        stratum,
                        bundle,
                        outcome,
                        ChangeDraft.PLACEBO,
                        ChangeDraft.EARLIER_DATES,
                        numbers(placebo(change, bundle, outcome), bundle)));
        return drafts.stream()
                .filter(draft ->
                        change.source().isHeadline() || !draft.numbers().isNone())
                .toList();
    }

    private static Outcome<ChangeNumbers> placebo(StratumChange change, DatedBundle bundle, ChangeOutcome outcome) {
        Interruption at = bundle.interruption(outcome);
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
