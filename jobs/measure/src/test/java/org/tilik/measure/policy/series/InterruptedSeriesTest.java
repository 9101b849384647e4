// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.measure.removal.Identifiability;

class InterruptedSeriesTest {

    private static final SeriesPlan PLAN = SeriesPlan.standard();
    private static final Interruption AT = Series.interruption();

    private static WeeklySeries noisy(int before, int after) {
        return new Series(before, after, -0.1, 0, 0, 0.05).shares(new Random(7));
    }

    private static NoSeries reason(WeeklySeries series, Interruption at, SeriesPlan plan) {
        return InterruptedSeries.of(plan).fit(series, at).none().orElseThrow();
    }

    private static SeriesFit fit(WeeklySeries series, Interruption at, SeriesPlan plan) {
        return InterruptedSeries.of(plan).fit(series, at).orElseThrow();
    }

    @Test
    void aLineWithoutNoiseGivesItsOwnTermsButNoInterval() {
        Series line = new Series(20, 20, -0.1, 0.003, 0, 0);
        WeeklySeries exact = line.weeks(line::line, week -> true);
        assertThat(reason(exact, AT, PLAN)).isEqualTo(NoSeries.NO_RESIDUAL_VARIATION);
        WeeklySeries nearly = line.weeks(week -> line.line(week) + (week % 2 == 0 ? 1e-7 : -1e-7), week -> true);
        SeriesFit fit = fit(nearly, AT, PLAN);
        assertThat(fit.level().estimate()).isCloseTo(-0.1, within(1e-6));
        assertThat(fit.slope().estimate()).isCloseTo(0.003, within(1e-7));
        assertThat(fit.trend().estimate()).isCloseTo(Series.TREND, within(1e-7));
        assertThat(reason(line.weeks(week -> 0, week -> true), AT, PLAN)).isEqualTo(NoSeries.NO_RESIDUAL_VARIATION);
    }

    @ParameterizedTest
    @CsvSource({"12, 12, ", "11, 12, FEW_WEEKS_BEFORE", "12, 11, FEW_WEEKS_AFTER", "0, 30, FEW_WEEKS_BEFORE"})
    void twelveWeeksOnEachSide(int before, int after, NoSeries reason) {
        assertThat(InterruptedSeries.of(PLAN)
                        .fit(noisy(before, after), AT)
                        .none()
                        .orElse(null))
                .isEqualTo(reason);
    }

    @Test
    void weeksOfFewItemsAreLeftOutAndCounted() {
        List<WeekValue> weeks = new ArrayList<>(noisy(20, 20).weeks());
        weeks.set(3, WeekValue.exact(weeks.get(3).week(), 5, 9));
        SeriesFit fit = fit(new WeeklySeries(weeks), AT, PLAN);
        assertThat(fit.thinWeeks()).isEqualTo(1);
        assertThat(fit.weeksBefore()).isEqualTo(19);
        assertThat(fit.items()).isEqualTo(3900);
        assertThat(fit.caveats()).containsExactly(SeriesCaveat.THIN_WEEKS_LEFT_OUT, SeriesCaveat.SHORT_SERIES);
        weeks.replaceAll(week -> week.week() < 0 ? WeekValue.exact(week.week(), week.low(), 3) : week);
        assertThat(reason(new WeeklySeries(weeks), AT, PLAN)).isEqualTo(NoSeries.THIN_WEEKS);
    }

    @Test
    void excludedWindowsTakeEveryWeekThatTheyTouch() {
        ExcludedWindow attack = new ExcludedWindow(LocalDate.of(2019, 3, 15), LocalDate.of(2019, 4, 14));
        long first = Weeks.of(LocalDate.of(2019, 3, 15));
        assertThat(Weeks.monday(first)).isEqualTo("2019-03-11");
        assertThat(attack.touches(first)).isTrue();
        assertThat(attack.touches(first - 1)).isFalse();
        assertThat(attack.touches(first + 4)).isTrue();
        assertThat(attack.touches(first + 5)).isFalse();
        SeriesFit fit = fit(
                noisy(20, 20),
                AT,
                PLAN.excluding(List.of(new ExcludedWindow(Weeks.monday(-10).plusDays(4), Weeks.monday(-8)))));
        assertThat(fit.excludedWeeks()).isEqualTo(3);
        assertThat(fit.weeksBefore()).isEqualTo(17);
        assertThat(fit.caveats()).containsExactly(SeriesCaveat.EXCLUDED_WEEKS, SeriesCaveat.SHORT_SERIES);
    }

    @Test
    void aChangeOfCollectionCutsTheSeries() {
        WeeklySeries jumps = new Series(40, 40, 0, 0, 0, 0)
                .weeks(week -> (week < -20 ? 5 : week >= 25 ? 9 : 1) + 0.01 * (week * week % 7), week -> true);
        SeriesFit fit = fit(jumps, AT, PLAN.brokenOn(List.of(Weeks.monday(-21).plusDays(2), Weeks.monday(25))));
        assertThat(fit.weeksBefore()).isEqualTo(20);
        assertThat(fit.weeksAfter()).isEqualTo(25);
        assertThat(fit.level().estimate()).isCloseTo(0, within(0.05));
        assertThat(fit.caveats()).contains(SeriesCaveat.CUT_AT_COLLECTION_BREAK);
        assertThat(reason(jumps, AT, PLAN.brokenOn(List.of(Weeks.monday(-1).plusDays(3)))))
                .isEqualTo(NoSeries.BREAK_AT_INTERVENTION);
        assertThat(reason(jumps, AT, PLAN.brokenOn(List.of(Weeks.monday(0)))))
                .isEqualTo(NoSeries.BREAK_AT_INTERVENTION);
        assertThat(reason(jumps, AT, PLAN.brokenOn(List.of(Weeks.monday(-5))))).isEqualTo(NoSeries.FEW_WEEKS_BEFORE);
        assertThat(reason(jumps, AT, PLAN.brokenOn(List.of(Weeks.monday(5))))).isEqualTo(NoSeries.FEW_WEEKS_AFTER);
        assertThat(fit(jumps, AT, PLAN.brokenOn(List.of(LocalDate.of(1900, 1, 1))))
                        .caveats())
                .doesNotContain(SeriesCaveat.CUT_AT_COLLECTION_BREAK);
    }

    @Test
    void missingWeeksKeepTheirPlaceAndAreSaid() {
        Series line = new Series(30, 30, -0.1, 0.003, 0, 0);
        WeeklySeries gaps = line.weeks(
                week -> line.line(week) + (week % 2 == 0 ? 1e-7 : -1e-7), week -> Math.floorMod(week, 5) != 2);
        SeriesFit fit = fit(gaps, AT, PLAN);
        assertThat(fit.slope().estimate()).isCloseTo(0.003, within(1e-7));
        assertThat(fit.caveats()).contains(SeriesCaveat.MISSING_WEEKS);
        assertThat(fit.leftOutWeeks()).isEqualTo(12);
    }

    @Test
    void boundsOfTheWeeksGiveThoseOfTheChangeAsEveryCornerDoes() {
        List<WeekValue> weeks = new ArrayList<>(noisy(14, 15).weeks());
        int[] open = {0, 5, 12, 13, 14, 16, 20, 28};
        for (int i : open) {
            WeekValue week = weeks.get(i);
            weeks.set(i, WeekValue.between(week.week(), week.low() - 0.02 * (i + 1), week.high() + 0.1, 100));
        }
        SeriesFit bounds = fit(new WeeklySeries(weeks), AT, PLAN);
        double[] level = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
        double[] slope = level.clone();
        for (int corner = 0; corner < 1 << open.length; corner++) {
            List<WeekValue> exact = new ArrayList<>(weeks);
            for (int k = 0; k < open.length; k++) {
                WeekValue week = weeks.get(open[k]);
                exact.set(
                        open[k], WeekValue.exact(week.week(), (corner >> k & 1) == 0 ? week.low() : week.high(), 100));
            }
            SeriesFit fit = fit(new WeeklySeries(exact), AT, PLAN);
            level[0] = Math.min(level[0], fit.level().estimate());
            level[1] = Math.max(level[1], fit.level().estimate());
            slope[0] = Math.min(slope[0], fit.slope().estimate());
            slope[1] = Math.max(slope[1], fit.slope().estimate());
        }
        assertThat(bounds.identifiability()).isEqualTo(Identifiability.BOUNDS);
        assertThat(bounds.level().low()).isCloseTo(level[0], within(1e-12));
        assertThat(bounds.level().high()).isCloseTo(level[1], within(1e-12));
        assertThat(bounds.slope().low()).isCloseTo(slope[0], within(1e-12));
        assertThat(bounds.slope().high()).isCloseTo(slope[1], within(1e-12));
        assertThat(bounds.level().estimate()).isNaN();
        assertThat(bounds.level().p()).isNaN();
        assertThat(bounds.level().ciLow()).isLessThan(level[0]);
        assertThat(bounds.level().ciHigh()).isGreaterThan(level[1]);
        assertThat(bounds.caveats()).contains(SeriesCaveat.BOUNDS);
    }

    @Test
    void aControlTakesAwayWhatBothShare() {
        Random random = new Random(11);
        Series ours = new Series(30, 30, -0.1, 0, 0, 0.02);
        WeeklySeries treated = ours.weeks(
                week -> ours.line(week) + (week >= 0 ? 0.2 : 0) + 0.02 * random.nextGaussian(), week -> true);
        Series theirs = new Series(35, 25, 0.2, 0, 0, 0.02);
        SeriesFit raw = fit(treated, AT, PLAN);
        SeriesFit beyond = fit(treated.minus(theirs.shares(random)), AT, PLAN);
        assertThat(raw.level().estimate()).isCloseTo(0.1, within(0.03));
        assertThat(beyond.level().estimate()).isCloseTo(-0.1, within(0.04));
        assertThat(beyond.weeksBefore()).isEqualTo(30);
        assertThat(beyond.weeksAfter()).isEqualTo(25);
        WeeklySeries one = new WeeklySeries(List.of(WeekValue.between(0, 0.1, 0.3, 50)));
        WeeklySeries other = new WeeklySeries(List.of(WeekValue.between(0, 0.2, 0.25, 20), WeekValue.exact(1, 1, 1)));
        assertThat(one.minus(other).weeks()).hasSize(1);
        assertThat(one.minus(other).weeks().get(0).low()).isCloseTo(-0.15, within(1e-15));
        assertThat(one.minus(other).weeks().get(0).high()).isCloseTo(0.1, within(1e-15));
        assertThat(one.minus(other).weeks().get(0).items()).isEqualTo(20);
    }

    @Test
    void countsGiveRatios() {
        Series halved = new Series(60, 60, Math.log(0.5), 0, 0, 0);
        SeriesFit fit = InterruptedSeries.of(PLAN)
                .fitCounts(halved.counts(40, new Random(3)), AT)
                .orElseThrow();
        assertThat(fit.level().ratio().estimate()).isBetween(0.4, 0.62);
        assertThat(fit.level().ratio().ciLow()).isLessThan(0.5);
        assertThat(fit.level().ratio().ciHigh()).isGreaterThan(0.5);
        assertThat(fit.dispersion()).isBetween(0.6, 1.6);
    }

    @Test
    void countsThatSayNothingHaveAReason() {
        InterruptedSeries model = InterruptedSeries.of(PLAN);
        Series any = new Series(20, 20, 0, 0, 0, 0);
        assertThat(model.fitCounts(any.weeks(week -> week < 0 ? 8 : 0, week -> true), AT)
                        .none())
                .contains(NoSeries.FEW_ITEMS);
        assertThat(model.fitCounts(any.weeks(week -> 8, week -> true), AT).none())
                .contains(NoSeries.NO_RESIDUAL_VARIATION);
        assertThat(model.fitCounts(any.weeks(week -> week == -20 || week == 19 ? 50 : 0, week -> true), AT)
                        .none())
                .contains(NoSeries.NOT_CONVERGED);
        List<WeekValue> bounds =
                new ArrayList<>(any.weeks(week -> 3, week -> true).weeks());
        bounds.set(0, WeekValue.between(-20, 1, 2, 2));
        assertThat(model.fitCounts(new WeeklySeries(bounds), AT).none()).contains(NoSeries.BOUNDS_ONLY);
        assertThatThrownBy(() -> model.fitCounts(any.weeks(week -> -1, week -> true), AT))
                .hasMessageContaining("count from 0");
    }

    @Test
    void aSeasonNeedsTwoYearsAndTakesOutAWave() {
        assertThat(reason(noisy(40, 40), AT, PLAN.with(Season.YEARLY_WAVE))).isEqualTo(NoSeries.SHORT_FOR_SEASON);
        Random random = new Random(5);
        WeeklySeries wave = new Series(110, 60, 0, 0, 0, 0)
                .weeks(
                        week -> 0.3 * Math.sin(2 * Math.PI * (week + 9) / (365.2425 / 7))
                                + (week < 0 ? 0 : 0.1)
                                + 0.01 * random.nextGaussian(),
                        week -> true);
        assertThat(fit(wave, AT, PLAN.with(Season.YEARLY_WAVE)).level().estimate())
                .isCloseTo(0.1, within(0.01));
        assertThat(Math.abs(fit(wave, AT, PLAN).level().estimate() - 0.1)).isGreaterThan(0.05);
    }

    @Test
    void interventionsWithinFourteenDaysAreOneBundle() {
        LocalDate attack = LocalDate.of(2019, 5, 1);
        List<Bundle<LocalDate>> bundles =
                Bundle.of(List.of(attack.plusDays(43), attack, attack.plusDays(14), attack.plusDays(28)), day -> day);
        assertThat(bundles).hasSize(2);
        assertThat(bundles.get(0).members()).containsExactly(attack, attack.plusDays(14), attack.plusDays(28));
        assertThat(bundles.get(0).last()).isEqualTo(attack.plusDays(28));
        assertThat(bundles.get(1).first()).isEqualTo(attack.plusDays(43));
        assertThat(Bundle.of(List.<LocalDate>of(), day -> day)).isEmpty();
        List<Bundle<LocalDate>> months =
                Bundle.of(List.of(attack, attack.plusDays(40)), day -> day, day -> day.plusMonths(1));
        assertThat(months).hasSize(1);
        assertThat(months.get(0).last()).isEqualTo(attack.plusDays(40).plusMonths(1));
    }

    /** 2019-05-15 is a Wednesday; its week begins on the 13th. */
    @ParameterizedTest
    @CsvSource({
        "2019-05-15, 2019-05-15, 0, 0, 2019-05-13, 2019-05-20",
        "2019-05-13, 2019-05-13, 0, 0, 2019-05-13, 2019-05-13",
        "2019-05-13, 2019-05-13, 0, 24, 2019-05-06, 2019-05-13",
        "2019-05-15, 2019-05-15, 0, 24, 2019-05-13, 2019-05-20",
        "2019-05-15, 2019-05-15, 0, 168, 2019-05-06, 2019-05-20",
        "2019-05-15, 2019-05-24, 2, 0, 2019-04-29, 2019-05-27"
    })
    void weeksThatAreNeitherBeforeNorAfterAreLeftOut(
            LocalDate first, LocalDate last, int anticipation, double hours, LocalDate from, LocalDate after) {
        Interruption at = Interruption.of(new Bundle<>(first, last, List.of()), anticipation, hours);
        assertThat(Weeks.monday(at.from())).isEqualTo(from);
        assertThat(Weeks.monday(at.after())).isEqualTo(after);
    }

    @Test
    void theOrderOfWeeksAndTheirWeightsInCommonChangeNothing() {
        WeeklySeries series = noisy(20, 20);
        List<WeekValue> reversed = new ArrayList<>();
        for (WeekValue week : series.weeks()) {
            reversed.add(0, new WeekValue(week.week(), week.low(), week.high(), week.items(), 3));
        }
        SeriesFit weighted = fit(WeeklySeries.of(reversed), AT, PLAN);
        assertThat(weighted.level().estimate())
                .isCloseTo(fit(series, AT, PLAN).level().estimate(), within(1e-13));
        assertThat(weighted.level().ciLow())
                .isCloseTo(fit(series, AT, PLAN).level().ciLow(), within(1e-12));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> WeekValue.between(0, 2, 1, 1)).hasMessageContaining("1969-12-29");
        assertThatThrownBy(() -> WeekValue.exact(0, Double.NaN, 1)).hasMessageContaining("leave out");
        assertThatThrownBy(() -> new WeekValue(0, 1, 1, -1, 1)).hasMessageContaining("items from 0");
        assertThatThrownBy(() -> new WeekValue(0, 1, 1, 1, 0)).hasMessageContaining("weight");
        assertThatThrownBy(() -> WeeklySeries.of(List.of(WeekValue.exact(1, 1, 1), WeekValue.exact(1, 2, 1))))
                .hasMessageContaining("each week once");
        assertThatThrownBy(() -> new Interruption(3, 2)).hasMessageContaining("before the end");
        assertThatThrownBy(() -> Interruption.of(new Bundle<>(LocalDate.EPOCH, LocalDate.EPOCH, List.of()), -1, 0))
                .hasMessageContaining("from 0");
        assertThatThrownBy(() -> new ExcludedWindow(LocalDate.EPOCH, LocalDate.EPOCH.minusDays(1)))
                .hasMessageContaining("ends on");
        assertThatThrownBy(
                        () -> new SeriesPlan(12, 10, 1, Season.NONE, SeriesErrors.AUTOREGRESSION, List.of(), List.of()))
                .hasMessageContaining("level");
        assertThatThrownBy(() ->
                        new SeriesPlan(2, 10, 0.95, Season.NONE, SeriesErrors.AUTOREGRESSION, List.of(), List.of()))
                .hasMessageContaining("from 3");
    }

    @Test
    void columnsThatFollowFromOthersAreSeen() {
        assertThat(LeastSquares.of(
                        new double[][] {{1, 1, 2}, {1, 2, 3}, {1, 3, 4}, {1, 4, 5}},
                        new double[] {1, 2, 3, 5},
                        new double[] {1, 1, 1, 1}))
                .isEmpty();
    }
}
