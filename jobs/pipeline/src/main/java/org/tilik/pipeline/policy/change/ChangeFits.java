// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.tilik.measure.policy.series.ExcludedWindow;
import org.tilik.measure.policy.series.InterruptedSeries;
import org.tilik.measure.policy.series.Interruption;
import org.tilik.measure.policy.series.NoSeries;
import org.tilik.measure.policy.series.Outcome;
import org.tilik.measure.policy.series.Season;
import org.tilik.measure.policy.series.SeriesErrors;
import org.tilik.measure.policy.series.SeriesFit;
import org.tilik.measure.policy.series.SeriesPlan;
import org.tilik.measure.policy.series.WeeklySeries;
import org.tilik.pipeline.policy.PolicyPlan;

/** Fits the series of strata about the dates of one timeline, on the weeks that were collected. */
final class ChangeFits {
    private final PolicyPlan plan;
    private final Delivered delivered;
    private final List<ExcludedWindow> excluded;

    ChangeFits(PolicyPlan plan, Delivered delivered) {
        this.plan = plan;
        this.delivered = delivered;
        this.excluded = DatedBundle.excluded(plan.policy().timeline());
    }

    /** How one stratum changed about one date under an assumption. */
    StratumChange of(StratumSeries stratum, DatedBundle bundle, ChangeOutcome outcome, ChangeRule rule) {
        SeriesPlan weeks = weeks(stratum).with(rule.errors());
        WeeklySeries series = series(stratum, outcome, rule);
        Outcome<SeriesFit> fit = isBracketed(stratum, outcome)
                ? Outcome.none(NoSeries.BOUNDS_ONLY)
                : fit(series, bundle.interruption(outcome, rule), weeks, outcome);
        return new StratumChange(stratum, series, rule, weeks, fit);
    }

    /** How what is tracked in a stratum changed beyond what is not, of an outcome that is no count. */
    Outcome<SeriesFit> beyond(
            StratumChange tracked, StratumSeries notTracked, DatedBundle bundle, ChangeOutcome outcome) {
        if (isBracketed(tracked.source(), outcome) || isBracketed(notTracked, outcome)) {
            return Outcome.none(NoSeries.BOUNDS_ONLY);
        }
        WeeklySeries beyond = tracked.series().minus(series(notTracked, outcome, tracked.rule()));
        return fit(beyond, bundle.interruption(outcome, tracked.rule()), tracked.plan(), outcome);
    }

    private WeeklySeries series(StratumSeries stratum, ChangeOutcome outcome, ChangeRule rule) {
        return stratum.of(outcome, rule, delivered);
    }

    /** The mean is not known where items went in brackets. */
    private static boolean isBracketed(StratumSeries stratum, ChangeOutcome outcome) {
        return outcome.kind() == ChangeOutcome.Kind.MEAN && stratum.isBracketed();
    }

    private static Outcome<SeriesFit> fit(
            WeeklySeries series, Interruption at, SeriesPlan weeks, ChangeOutcome outcome) {
        InterruptedSeries model = InterruptedSeries.of(weeks);
        return outcome.isCounted() ? model.fitCounts(series, at) : model.fit(series, at);
    }

    private SeriesPlan weeks(StratumSeries stratum) {
        Collection<String> platforms = stratum.platforms(delivered);
        List<LocalDate> breaks = new ArrayList<>(stratum.breaks(delivered));
        breaks.addAll(DatedBundle.breaks(plan.policy().timeline(), platforms));
        return unbroken().brokenOn(breaks);
    }

    /** Which weeks may enter, whatever the platform. */
    SeriesPlan unbroken() {
        return new SeriesPlan(
                SeriesPlan.LEAST_WEEKS,
                leastItems(),
                plan.measures().confLevel(),
                Season.NONE,
                SeriesErrors.AUTOREGRESSION,
                excluded,
                List.of());
    }

    /** A week of fewer items than may be published enters no share. */
    long leastItems() {
        return Math.max(SeriesPlan.LEAST_ITEMS, plan.k());
    }
}
