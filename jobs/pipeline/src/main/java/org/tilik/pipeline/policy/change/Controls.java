// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tilik.measure.policy.series.Outcome;
import org.tilik.measure.policy.series.SeriesFit;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.strata.Stratum;

/**
 * What a change is held against: platforms that had not signed, and what was posted beside the tracked items and is not
 * tracked. Each is repeated under the assumptions under which the headline is.
 */
final class Controls {
    static final String NO_OTHERS = "nothing that is not tracked was followed";
    static final String FEW_OTHERS = "too few items that are not tracked";

    private final PolicyPlan plan;
    private final ChangeFits fits;
    private final DatedBundle bundle;
    private final ChangeOutcome outcome;

    Controls(PolicyPlan plan, ChangeFits fits, DatedBundle bundle, ChangeOutcome outcome) {
        this.plan = plan;
        this.fits = fits;
        this.bundle = bundle;
        this.outcome = outcome;
    }

    /**
     * Members against others; under other assumptions only where both are there.
     *
     * @param platforms changes of single platforms, on every set of cohorts
     */
    List<ChangeDraft> ofMembers(List<StratumChange> platforms) {
        List<StratumChange> headline = of(ChangeRule.HEADLINE, platforms);
        List<ChangeDraft> drafts = new ArrayList<>(arms(ChangeRule.HEADLINE, headline));
        for (ChangeRule rule : ChangeRule.repeated()) {
            if (headline.stream().anyMatch(platform -> platform.source().differs(rule, outcome))) {
                drafts.addAll(numbers(arms(rule, again(headline, rule))));
            }
        }
        Stream.concat(ChangeRule.clocks().stream(), ChangeRule.shifts().stream())
                .forEach(rule -> drafts.addAll(numbers(arms(rule, of(rule, platforms)))));
        return drafts;
    }

    private static List<StratumChange> of(ChangeRule rule, List<StratumChange> changes) {
        return changes.stream().filter(change -> change.rule() == rule).toList();
    }

    private List<StratumChange> again(List<StratumChange> headline, ChangeRule rule) {
        return headline.stream()
                .map(change -> fits.of(change.source(), bundle, outcome, rule))
                .toList();
    }

    private List<ChangeDraft> arms(ChangeRule rule, List<StratumChange> platforms) {
        return new MemberArms(plan, bundle, outcome, rule, fits.unbroken()).drafts(platforms);
    }

    /** Only the headline says why there is no number. */
    private static List<ChangeDraft> numbers(List<ChangeDraft> drafts) {
        return drafts.stream().filter(draft -> !draft.numbers().isNone()).toList();
    }

    /**
     * The tracked items of a stratum less what is not tracked there; not on other clocks, which start for tracked items
     * only.
     *
     * @param isLarge whether a stratum has enough accounts to be published
     */
    List<ChangeDraft> ofOthers(
            StratumChange tracked, Optional<StratumSeries> notTracked, Predicate<StratumSeries> isLarge) {
        StratumSeries source = tracked.source();
        if (outcome.isCounted() || !source.isHeadline() || tracked.rule().isClock()) {
            return List.of();
        }
        if (notTracked.isEmpty() || !isLarge.test(notTracked.get())) {
            boolean isSaid = source.stratum().equals(Stratum.ALL) && tracked.rule() == ChangeRule.HEADLINE;
            ChangeNumbers none = ChangeNumbers.none(notTracked.isEmpty() ? NO_OTHERS : FEW_OTHERS);
            return isSaid ? terms(tracked, none, none) : List.of();
        }
        List<ChangeDraft> drafts = new ArrayList<>(beyond(tracked, notTracked.get()));
        if (tracked.rule() == ChangeRule.HEADLINE && !drafts.get(0).numbers().isNone()) {
            ChangeRule.repeated().stream()
                    .filter(rule ->
                            source.differs(rule, outcome) || notTracked.get().differs(rule, outcome))
                    .map(rule -> fits.of(source, bundle, outcome, rule))
                    .forEach(change -> drafts.addAll(beyond(change, notTracked.get())));
        }
        return drafts;
    }

    private List<ChangeDraft> beyond(StratumChange tracked, StratumSeries notTracked) {
        Outcome<SeriesFit> fit = fits.beyond(tracked, notTracked, bundle, outcome);
        return fit.value()
                .map(found -> terms(
                        tracked,
                        ChangeNumbers.of(
                                found, found.level(), false, tracked.rule().errors()),
                        ChangeNumbers.of(
                                found, found.slope(), false, tracked.rule().errors())))
                .orElseGet(() -> {
                    ChangeNumbers none = ChangeNumbers.none(fit.none().orElseThrow());
                    return terms(tracked, none, none);
                });
    }

    private List<ChangeDraft> terms(StratumChange tracked, ChangeNumbers level, ChangeNumbers slope) {
        return List.of(draft(tracked, ChangeDraft.LEVEL, level), draft(tracked, ChangeDraft.SLOPE, slope));
    }

    private ChangeDraft draft(StratumChange tracked, String metric, ChangeNumbers numbers) {
        return new ChangeDraft(
                tracked.source().stratum(), bundle, outcome, tracked.rule(), metric, ChangeDraft.NOT_TRACKED, numbers);
    }
}
