// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import java.util.List;
import java.util.function.BiFunction;

/**
 * The change at a date beside those at earlier dates at which nothing was decided.
 *
 * <p>The same model, with errors of Newey and West, is fitted at each week before the intervention that has enough weeks on both sides of it, all before the
 * intervention. The share of these dates whose |t| is as large as that of the intervention is the rank of its change; the
 * dates share most of their weeks, so that it is no more exact than their number.
 *
 * @param dates how many weeks could be a date
 * @param levelShare share of them with |t| of the level at or above that of the intervention
 * @param slopeShare the same for the slope
 */
public record PlaceboDates(int dates, double levelShare, double slopeShare) {

    /** Fewer dates than this rank nothing. */
    public static final int LEAST_DATES = 10;

    /** Among dates before an intervention, for a value such as a share. */
    public static Outcome<PlaceboDates> of(WeeklySeries series, Interruption interruption, SeriesPlan plan) {
        return of(series, interruption, InterruptedSeries.of(plan.with(SeriesErrors.NEWEY_WEST))::fit);
    }

    /** Among dates before an intervention, for counts. */
    public static Outcome<PlaceboDates> ofCounts(WeeklySeries series, Interruption interruption, SeriesPlan plan) {
        return of(series, interruption, InterruptedSeries.of(plan.with(SeriesErrors.NEWEY_WEST))::fitCounts);
    }

    private static Outcome<PlaceboDates> of(
            WeeklySeries series,
            Interruption interruption,
            BiFunction<WeeklySeries, Interruption, Outcome<SeriesFit>> fit) {
        return fit.apply(series, interruption).flatMap(observed -> {
            WeeklySeries earlier = new WeeklySeries(series.weeks().stream()
                    .filter(week -> week.week() < interruption.from())
                    .toList());
            return Double.isNaN(observed.level().t())
                    ? Outcome.none(NoSeries.BOUNDS_ONLY)
                    : rank(observed, fits(earlier, interruption, fit));
        });
    }

    /** At every week between the first and the last, with as many weeks left out as at the intervention. */
    private static List<SeriesFit> fits(
            WeeklySeries earlier,
            Interruption interruption,
            BiFunction<WeeklySeries, Interruption, Outcome<SeriesFit>> fit) {
        long between = interruption.after() - interruption.from();
        return earlier.weeks().stream()
                .map(week -> fit.apply(earlier, new Interruption(week.week(), week.week() + between)))
                .flatMap(outcome -> outcome.value().stream())
                .toList();
    }

    private static Outcome<PlaceboDates> rank(SeriesFit observed, List<SeriesFit> placebos) {
        if (placebos.size() < LEAST_DATES) {
            return Outcome.none(NoSeries.FEW_PLACEBO_DATES);
        }
        double level = Math.abs(observed.level().t());
        double slope = Math.abs(observed.slope().t());
        double n = placebos.size();
        return Outcome.of(new PlaceboDates(
                placebos.size(),
                placebos.stream().filter(p -> Math.abs(p.level().t()) >= level).count() / n,
                placebos.stream().filter(p -> Math.abs(p.slope().t()) >= slope).count() / n));
    }
}
