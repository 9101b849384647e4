// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PlaceboDatesTest {

    private static final SeriesPlan PLAN = SeriesPlan.standard();

    private static Outcome<PlaceboDates> ranked(WeeklySeries series, Interruption at) {
        return PlaceboDates.of(series, at, PLAN);
    }

    @Test
    void everyWeekWithTwelveOnBothSidesIsADate() {
        WeeklySeries series = new Series(60, 20, -0.3, 0, 0, 0.05).shares(new Random(1));
        PlaceboDates dates = ranked(series, Series.interruption()).orElseThrow();
        // Weeks -60 to -1: the first date is -48, the last is -12.
        assertThat(dates.dates()).isEqualTo(37);
        assertThat(dates.levelShare()).isZero();
        assertThat(ranked(series, new Interruption(-2, 0)).orElseThrow().dates())
                .isEqualTo(33);
    }

    @Test
    void theShareIsThatOfAsLargeT() {
        WeeklySeries series = new Series(60, 20, 0, 0, 0, 0.05).shares(new Random(2));
        PlaceboDates dates = ranked(series, Series.interruption()).orElseThrow();
        InterruptedSeries model = InterruptedSeries.of(PLAN.with(SeriesErrors.NEWEY_WEST));
        double observed = Math.abs(
                model.fit(series, Series.interruption()).orElseThrow().level().t());
        WeeklySeries before = new WeeklySeries(series.weeks().subList(0, 60));
        int asLarge = 0;
        for (long week = -48; week <= -12; week++) {
            double t = model.fit(before, Interruption.at(week))
                    .orElseThrow()
                    .level()
                    .t();
            asLarge += Math.abs(t) >= observed ? 1 : 0;
        }
        assertThat(dates.levelShare()).isEqualTo(asLarge / 37.0);
    }

    @Test
    void fewDatesAndBoundsRankNothing() {
        assertThat(ranked(new Series(32, 20, 0, 0, 0, 1).shares(new Random(1)), Series.interruption())
                        .none())
                .contains(NoSeries.FEW_PLACEBO_DATES);
        assertThat(ranked(new Series(33, 20, 0, 0, 0, 1).shares(new Random(1)), Series.interruption())
                        .isDefined())
                .isTrue();
        List<WeekValue> weeks = new ArrayList<>(
                new Series(40, 20, 0, 0, 0, 1).shares(new Random(1)).weeks());
        weeks.set(50, WeekValue.between(weeks.get(50).week(), 0, 9, 100));
        assertThat(ranked(new WeeklySeries(weeks), Series.interruption()).none())
                .contains(NoSeries.BOUNDS_ONLY);
        assertThat(ranked(new WeeklySeries(weeks.subList(0, 45)), Series.interruption())
                        .none())
                .contains(NoSeries.FEW_WEEKS_AFTER);
    }

    @Test
    void countsAreRankedToo() {
        WeeklySeries counts = new Series(60, 20, -2, 0, 0, 0).counts(50, new Random(4));
        assertThat(PlaceboDates.ofCounts(counts, Series.interruption(), PLAN)
                        .orElseThrow()
                        .levelShare())
                .isZero();
    }
}
