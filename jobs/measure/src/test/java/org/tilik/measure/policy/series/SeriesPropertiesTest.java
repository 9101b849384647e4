// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds of every series. */
class SeriesPropertiesTest {

    private static final InterruptedSeries MODEL = InterruptedSeries.of(SeriesPlan.standard());

    private static WeeklySeries series(int before, int after, long seed) {
        return new Series(before, after, -0.1, 0.002, 0.3, 0.05).shares(new Random(seed));
    }

    private static SeriesFit fit(WeeklySeries series) {
        return MODEL.fit(series, Series.interruption()).orElseThrow();
    }

    private static WeeklySeries moved(WeeklySeries series, double scale, double shift, double tilt, long weeks) {
        List<WeekValue> moved = series.weeks().stream()
                .map(week -> WeekValue.exact(
                        week.week() + weeks, scale * week.low() + shift + tilt * week.week(), week.items()))
                .toList();
        return new WeeklySeries(moved);
    }

    @Property(tries = 60)
    void aLineAddedToEveryWeekChangesOnlyTheTrend(
            @ForAll @IntRange(min = 12, max = 60) int before,
            @ForAll @IntRange(min = 12, max = 60) int after,
            @ForAll @DoubleRange(min = -1, max = 1) double tilt,
            @ForAll long seed) {
        WeeklySeries series = series(before, after, seed);
        SeriesFit plain = fit(series);
        SeriesFit tilted = fit(moved(series, 1, 3, tilt, 0));
        assertThat(tilted.level().estimate()).isCloseTo(plain.level().estimate(), within(1e-10));
        assertThat(tilted.slope().estimate()).isCloseTo(plain.slope().estimate(), within(1e-10));
        assertThat(tilted.level().standardError()).isCloseTo(plain.level().standardError(), within(1e-10));
        assertThat(tilted.trend().estimate()).isCloseTo(plain.trend().estimate() + tilt, within(1e-10));
    }

    @Property(tries = 60)
    void theUnitAndTheCalendarOnlyRename(
            @ForAll @IntRange(min = 12, max = 60) int before,
            @ForAll @DoubleRange(min = 0.01, max = 100) double scale,
            @ForAll @IntRange(min = -3000, max = 3000) int weeks,
            @ForAll long seed) {
        WeeklySeries series = series(before, 20, seed);
        SeriesFit plain = fit(series);
        SeriesFit renamed = MODEL.fit(moved(series, scale, 0, 0, weeks), Interruption.at(weeks))
                .orElseThrow();
        assertThat(renamed.level().estimate()).isCloseTo(scale * plain.level().estimate(), within(1e-10 * scale));
        assertThat(renamed.level().p()).isCloseTo(plain.level().p(), within(1e-9));
    }

    @Property(tries = 60)
    void boundsHoldWhatAnySeriesInsideThemGives(
            @ForAll @IntRange(min = 12, max = 40) int before,
            @ForAll @IntRange(min = 12, max = 40) int after,
            @ForAll long seed) {
        Random random = new Random(seed);
        WeeklySeries series = series(before, after, seed);
        WeeklySeries open = new WeeklySeries(series.weeks().stream()
                .map(week -> WeekValue.between(
                        week.week(),
                        week.low() - 0.1 * random.nextDouble(),
                        week.high() + 0.1 * random.nextDouble(),
                        week.items()))
                .toList());
        SeriesFit bounds = fit(open);
        SeriesFit inside = fit(series);
        assertThat(inside.level().estimate())
                .isBetween(bounds.level().low(), bounds.level().high());
        assertThat(inside.slope().estimate())
                .isBetween(bounds.slope().low(), bounds.slope().high());
        assertThat(inside.trend().estimate())
                .isBetween(bounds.trend().low(), bounds.trend().high());
        assertThat(bounds.level().ciLow()).isLessThan(bounds.level().low());
        assertThat(bounds.level().ciHigh()).isGreaterThan(bounds.level().high());
    }
}
