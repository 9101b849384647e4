// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.flink.api.java.tuple.Tuple5;
import org.tilik.measure.policy.series.Interruption;
import org.tilik.measure.policy.series.Outcome;
import org.tilik.measure.policy.series.PlaceboDates;
import org.tilik.measure.policy.series.SeriesErrors;
import org.tilik.measure.policy.series.SeriesFit;
import org.tilik.measure.policy.series.Weeks;
import org.tilik.measure.removal.compare.PairwiseComparison;
import org.tilik.model.table.PolicyChangeRow;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.policy.release.Parts;
import org.tilik.pipeline.removal.ReleaseRules;
import org.tilik.pipeline.strata.Stratum;

/** All cohorts of a run, and what they say of each intervention inside the time that they cover. */
final class ChangeTable {
    private static final String OTHER_INTERVENTIONS = "other_interventions_in_span";

    private final PolicyPlan plan;
    private final Delivered delivered = new Delivered();
    private final Map<String, StratumSeries> strata = new TreeMap<>();
    private final ChangeFits fits;
    private final List<DatedBundle> bundles;

    ChangeTable(PolicyPlan plan) {
        this.plan = plan;
        this.fits = new ChangeFits(plan, delivered);
        this.bundles = DatedBundle.of(plan.policy().timeline());
    }

    void add(Cohort cohort) {
        if (cohort.collected != null) {
            delivered.add(cohort.collected, cohort.week, cohort.items);
        } else {
            ChangeRule rule = ChangeRule.valueOf(cohort.rule);
            strata.computeIfAbsent(
                            key(cohort.stratum, rule),
                            label -> new StratumSeries(Stratum.ofLabel(cohort.stratum), rule))
                    .add(cohort);
        }
    }

    private static String key(String stratum, ChangeRule rule) {
        return stratum + "|" + rule;
    }

    private Optional<StratumSeries> series(Stratum stratum, ChangeRule rule) {
        return Optional.ofNullable(strata.get(key(stratum.label(), rule)));
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
                .filter(stratum -> stratum.rule() != ChangeRule.NOT_TRACKED)
                .filter(stratum -> !stratum.rule().isClock() || !outcome.isCounted())
                .map(stratum -> fits.of(stratum, bundle, outcome, stratum.rule()))
                .toList();
        Controls controls = new Controls(plan, fits, bundle, outcome);
        List<ChangeDraft> drafts = new ArrayList<>();
        for (StratumChange change : changes) {
            drafts.addAll(drafts(change, bundle, outcome));
            drafts.addAll(controls.ofOthers(
                    change,
                    series(change.source().stratum(), ChangeRule.NOT_TRACKED),
                    others -> hasEnoughAccounts(others, outcome)));
        }
        drafts.addAll(controls.ofMembers(compared(changes, outcome)));
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
        return draft.stratum().equals(source.stratum()) && draft.rule().cohorts() == source.rule();
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
                bundle.id() + "|" + outcome.name() + "|" + change.source().rule(),
                change.source().stratum(),
                change.items(),
                hasEnoughAccounts(change.source(), outcome) && !tellsOfFew(change.source()),
                rows);
    }

    private boolean hasEnoughAccounts(StratumSeries stratum, ChangeOutcome outcome) {
        return stratum.hasEnoughAccounts(outcome, fits.leastItems(), plan.k());
    }

    /** Whether the headline's items less those tracked at other thresholds, or the other way round, would be a few. */
    private boolean tellsOfFew(StratumSeries stratum) {
        long headline = series(stratum.stratum(), ChangeRule.HEADLINE)
                .map(StratumSeries::items)
                .orElse(0L);
        return stratum.rule().isShift() && ReleaseRules.tellsOfFew(headline, stratum.items(), plan.k());
    }

    /** Platforms that may be compared with each other: held-back ones would show in a difference. */
    private List<StratumChange> compared(List<StratumChange> changes, ChangeOutcome outcome) {
        return changes.stream()
                .filter(change -> change.source().isPlatform())
                .filter(change -> hasEnoughAccounts(change.source(), outcome) && !tellsOfFew(change.source()))
                .toList();
    }

    private List<ChangeDraft> drafts(StratumChange change, DatedBundle bundle, ChangeOutcome outcome) {
        StratumSeries source = change.source();
        List<ChangeDraft> drafts = new ArrayList<>(terms(change, bundle, outcome));
        if (source.rule() == ChangeRule.HEADLINE) {
            drafts.add(new ChangeDraft(
                    source.stratum(),
                    bundle,
                    outcome,
                    ChangeRule.HEADLINE,
                    ChangeDraft.PLACEBO,
                    ChangeDraft.EARLIER_DATES,
                    numbers(placebo(change, bundle, outcome), bundle)));
        }
        if (source.rule() == ChangeRule.HEADLINE
                && source.isHeadline()
                && change.fit().isDefined()) {
            ChangeRule.repeated().stream()
                    .filter(rule -> source.differs(rule, outcome))
                    .forEach(rule -> drafts.addAll(terms(fits.of(source, bundle, outcome, rule), bundle, outcome)));
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
