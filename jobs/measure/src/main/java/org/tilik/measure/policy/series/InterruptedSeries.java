// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Interrupted time series: how a weekly value changed at a date, in level and in slope by week.
 *
 * <pre>
 * y_t = b0 + b1 (t − t0) + b2 D_t + b3 (t − t0) D_t + season + e_t        D_t = 1 from t0, the first week after
 * </pre>
 *
 * <p>b2 is the change of level in the first week after, b3 the change of slope: with time since the intervention, not
 * t × D_t, whose level would be one at the beginning of time (Xiao, Augusto and Wagenaar 2021, doi:10.1093/ije/dyaa148).
 * Ordinary (or weighted) least squares with standard errors of {@link NeweyWest}; {@link #fitCounts} takes logarithms of counts
 * instead, by {@link QuasiPoisson}. Intervals and p are those of {@link Autoregression}, since Student's t with Newey–West
 * errors is too narrow in short, autocorrelated series (Turner, Forbes, Karahalios, Taljaard and McKenzie, BMC Med. Res.
 * Methodol. 2021, doi:10.1186/s12874-021-01364-0); a plan may ask for the latter. How often each holds the truth stands in the
 * README of this module. Bernal, Cummins and Gasparrini, Interrupted time series regression for the evaluation of public health interventions: a tutorial, Int. J.
 * Epidemiol. 2017, doi:10.1093/ije/dyw098.
 *
 * <p>Where weeks have only bounds, each term is linear in the values: its lowest is that of the series which takes the low
 * end of a week that counts for it and the high end of one that counts against it. The interval then reaches from the low
 * end of that of the lowest to the high end of that of the highest.
 *
 * <p>A change at a date holds everything else that changed in those weeks.
 */
public final class InterruptedSeries {

    private final SeriesPlan plan;

    private InterruptedSeries(SeriesPlan plan) {
        this.plan = plan;
    }

    /** Fits by a plan. */
    public static InterruptedSeries of(SeriesPlan plan) {
        return new InterruptedSeries(plan);
    }

    /** The change of a value, such as a share. */
    public Outcome<SeriesFit> fit(WeeklySeries series, Interruption interruption) {
        return Segment.of(series, interruption, plan).flatMap(this::fit);
    }

    private Outcome<SeriesFit> fit(Segment segment) {
        if (isShortForSeason(segment)) {
            return Outcome.none(NoSeries.SHORT_FOR_SEASON);
        }
        Design design = new Design(segment, plan);
        Optional<LeastSquares> lows = design.fit(values(segment, WeekValue::low));
        if (lows.isEmpty()) {
            return Outcome.none(NoSeries.COLLINEAR);
        }
        if (!segment.isExact()) {
            return between(segment, design, lows.orElseThrow());
        }
        return design.line(values(segment, WeekValue::low))
                .map(line -> SeriesFit.of(segment, line, plan.level(), Double.NaN));
    }

    private Outcome<SeriesFit> between(Segment segment, Design design, LeastSquares any) {
        Change[] terms = new Change[SegmentedLine.TERMS];
        SegmentedLine last = null;
        for (int term : List.of(SegmentedLine.TREND, SegmentedLine.LEVEL, SegmentedLine.SLOPE)) {
            double[] influence = any.influence(term);
            Outcome<SegmentedLine> lowest = design.line(ends(segment, influence, true));
            Outcome<SegmentedLine> highest = design.line(ends(segment, influence, false));
            if (!lowest.isDefined() || !highest.isDefined()) {
                return Outcome.none(NoSeries.NO_RESIDUAL_VARIATION);
            }
            last = lowest.orElseThrow();
            terms[term] = Change.between(
                    last.change(term, plan.level()), highest.orElseThrow().change(term, plan.level()));
        }
        return Outcome.of(SeriesFit.between(
                segment, last, terms[SegmentedLine.TREND], terms[SegmentedLine.LEVEL], terms[SegmentedLine.SLOPE]));
    }

    /** The values that make a term lowest, or highest: each week at the end that pulls it there. */
    private static double[] ends(Segment segment, double[] influence, boolean lowest) {
        double[] values = new double[influence.length];
        for (int i = 0; i < values.length; i++) {
            WeekValue week = segment.weeks().get(i);
            values[i] = influence[i] > 0 == lowest ? week.low() : week.high();
        }
        return values;
    }

    /**
     * The change of the number of items a week, as logarithms of ratios. A week in which nothing was posted belongs to the
     * series with 0; one that was not watched does not. No week is too thin, but each side must hold the least number of items.
     */
    public Outcome<SeriesFit> fitCounts(WeeklySeries series, Interruption interruption) {
        return Segment.of(series, interruption, plan.withLeastItems(0)).flatMap(this::fitCounts);
    }

    private Outcome<SeriesFit> fitCounts(Segment segment) {
        if (!segment.isExact()) {
            return Outcome.none(NoSeries.BOUNDS_ONLY);
        }
        if (isShortForSeason(segment)) {
            return Outcome.none(NoSeries.SHORT_FOR_SEASON);
        }
        double[] counts = values(segment, WeekValue::low);
        if (counts(counts, 0, segment.before()) < plan.leastItems()
                || counts(counts, segment.before(), counts.length) < plan.leastItems()) {
            return Outcome.none(NoSeries.FEW_ITEMS);
        }
        return QuasiPoisson.of(segment.design(plan.season()), counts).flatMap(model -> {
            LeastSquares fit = model.fit();
            return fit.isPerfect(counts)
                    ? Outcome.none(NoSeries.NO_RESIDUAL_VARIATION)
                    : Outcome.of(SeriesFit.of(
                            segment,
                            SegmentedLine.of(fit, segment.times(), plan.errors()),
                            plan.level(),
                            model.dispersion()));
        });
    }

    private static double counts(double[] counts, int from, int until) {
        double sum = 0;
        for (int i = from; i < until; i++) {
            if (counts[i] < 0) {
                throw new IllegalArgumentException("A week has " + counts[i] + " items, expected a count from 0.");
            }
            sum += counts[i];
        }
        return sum;
    }

    private boolean isShortForSeason(Segment segment) {
        return plan.season() != Season.NONE && segment.span() < Season.LEAST_WEEKS;
    }

    private static double[] values(Segment segment, ToDoubleFunction<WeekValue> value) {
        return segment.weeks().stream().mapToDouble(value).toArray();
    }

    /** The rows of a segment, whatever its values. */
    private record Design(double[][] rows, double[] weights, long[] times, SeriesErrors errors) {
        Design(Segment segment, SeriesPlan plan) {
            this(segment.design(plan.season()), values(segment, WeekValue::weight), segment.times(), plan.errors());
        }

        Optional<LeastSquares> fit(double[] values) {
            return LeastSquares.of(rows, values, weights);
        }

        Outcome<SegmentedLine> line(double[] values) {
            LeastSquares fit = fit(values).orElseThrow();
            return fit.isPerfect(values)
                    ? Outcome.none(NoSeries.NO_RESIDUAL_VARIATION)
                    : Outcome.of(SegmentedLine.of(fit, times, errors));
        }
    }
}
