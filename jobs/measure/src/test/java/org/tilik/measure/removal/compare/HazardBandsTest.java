// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.ReferenceData;
import org.tilik.measure.removal.ReferenceTable;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;

/** Oracle: R 4.2.2, {@code survSplit} of survival 3.5-3 and {@code poisson.test}; brackets by trying all times. */
class HazardBandsTest {

    private static final double INF = Double.POSITIVE_INFINITY;

    @Test
    void eventsHoursRatesAndIntervalsEqualR() {
        ReferenceTable expected = ReferenceTable.read("km_lung/expected_piecewise_rates_cuts_90_180_360.csv");
        ReferenceTable input = ReferenceTable.read("km_lung/input.csv");
        for (int i = 0; i < expected.size(); i++) {
            RemovalData data = ReferenceData.timed(input.where("sex", expected.text(i, "sex")), "time");
            BandRate band = HazardBands.of(0.95, 0, 90, 180, 360).rates(data).get((int) expected.number(i, "iv") - 1);
            assertThat(band.identifiability()).isEqualTo(Identifiability.POINT);
            assertThat(band.events()).isEqualTo(expected.number(i, "event"));
            assertClose("hours", band.personHours(), expected.number(i, "pt"), 1e-12);
            assertClose("rate", band.rate(), expected.number(i, "rate"), 1e-9);
            assertClose("low", band.ciLow(), expected.number(i, "lo_exact"), 1e-9);
            assertClose("high", band.ciHigh(), expected.number(i, "hi_exact"), 1e-9);
        }
    }

    @Test
    void lateEntryCountsFromTheEntryOnAndABandWithoutAnybodyHasNoRate() {
        RemovalData data = RemovalData.builder(List.of())
                .add(0.5, 2, 2, 0, 1)
                .add(3, 24, 24, 0, 2)
                .add(0, 20, INF, 0, 1)
                .build();
        List<BandRate> bands = HazardBands.standard().rates(data);
        assertThat(bands.get(0).personHours()).isEqualTo(1.5);
        assertThat(bands.get(0).events()).isZero();
        assertThat(bands.get(0).ciLow()).isZero();
        // −log(0.025) / 1.5 hours.
        assertClose("high", bands.get(0).ciHigh(), 3.6888794541139363 / 1.5, 1e-12);
        assertThat(bands.get(1).events()).isEqualTo(3);
        assertThat(bands.get(1).personHours()).isEqualTo(1 + 42 + 19);
        assertThat(bands.get(2).identifiability()).isEqualTo(Identifiability.NONE);
        assertThat(bands.get(2).rate()).isNaN();
    }

    @Test
    void aBracketInsideOneBandLeavesOnlyTheHoursOpen() {
        RemovalData data =
                RemovalData.builder(List.of()).add(2, 10).add(30, INF).build();
        BandRate day = HazardBands.standard().rates(data).get(1);
        assertThat(day.identifiability()).isEqualTo(Identifiability.BOUNDS);
        assertThat(day.why()).contains(Undefined.BRACKETS);
        assertThat(day.events()).isEqualTo(1);
        assertThat(day.personHoursLow()).isEqualTo(23 + 1);
        assertThat(day.personHoursHigh()).isEqualTo(23 + 9);
        assertThat(day.rate()).isNaN();
        assertThat(day.rateLow()).isEqualTo(1.0 / 32);
        assertThat(day.rateHigh()).isEqualTo(1.0 / 24);
        assertThat(day.ciLow()).isLessThan(day.rateLow());
        assertThat(day.ciHigh()).isGreaterThan(day.rateHigh());
    }

    @Test
    void aBracketOverAnEdgeBelongsToNoOneBand() {
        RemovalData data = RemovalData.builder(List.of()).add(0, 36).add(0, 36).build();
        List<BandRate> bands = HazardBands.standard().rates(data);
        assertThat(bands.get(0).why()).contains(Undefined.BRACKETS_OVER_BANDS);
        assertThat(bands.get(0).events()).isNaN();
        assertThat(bands.get(0).rateLow()).isZero();
        assertThat(bands.get(0).rateHigh()).isEqualTo(INF);
        assertThat(bands.get(3).identifiability()).isEqualTo(Identifiability.NONE);
    }

    @Test
    void boundsAreThoseOfAllTimesAtWhichItemsMayHaveGone() {
        SplittableRandom random = new SplittableRandom(20190315);
        for (int world = 0; world < 200; world++) {
            double[][] rows = new double[4][];
            RemovalDataBuilder data = RemovalData.builder(List.of());
            for (int i = 0; i < rows.length; i++) {
                double entry = random.nextInt(3);
                double lower = entry + random.nextInt(5);
                double upper = random.nextInt(4) == 0 ? INF : lower + 1 + random.nextInt(6);
                if (upper == INF && lower <= entry) {
                    lower = entry + 1;
                }
                rows[i] = new double[] {entry, lower, upper};
                data.add(entry, lower, upper, 0, 1);
            }
            BandRate band = HazardBands.of(0.95, 2, 6).rates(data.build()).get(0);
            double[] extremes = {INF, 0};
            tryAll(rows, 0, 0, 0, extremes);
            if (band.identifiability() == Identifiability.BOUNDS) {
                // Times just after the lower end are tried a thousandth of an hour after it.
                assertClose("low " + world, band.rateLow(), extremes[0], 0.01);
                assertThat(band.rateHigh() == INF || Math.abs(band.rateHigh() / extremes[1] - 1) < 0.01)
                        .as("%s, tried %s", band, extremes[1])
                        .isTrue();
            }
        }
    }

    private static void tryAll(double[][] rows, int i, double events, double hours, double[] extremes) {
        if (i == rows.length) {
            if (hours > 0.1) {
                extremes[0] = Math.min(extremes[0], events / hours);
            }
            if (hours > 0) {
                extremes[1] = Math.max(extremes[1], events / hours);
            }
            return;
        }
        double lower = rows[i][1];
        double upper = rows[i][2];
        if (upper == INF) {
            tryAll(rows, i + 1, events, hours + hours(rows[i][0], lower), extremes);
            return;
        }
        for (double t : new double[] {lower + 0.001, 2, 2.001, 6, 6.001, upper}) {
            if (t > lower && t <= upper) {
                double here = t > 2 && t <= 6 ? 1 : 0;
                tryAll(rows, i + 1, events + here, hours + hours(rows[i][0], t), extremes);
            }
        }
    }

    private static double hours(double entry, double end) {
        return Math.max(0, Math.min(6, end) - Math.max(2, entry));
    }

    @Test
    void copiesWidenTheInterval() {
        RemovalDataBuilder copies = RemovalData.builder(List.of());
        for (int family = 0; family < 40; family++) {
            copies.add(0, 1 + family, 1 + family, 0, 9, family);
        }
        BandRate band = HazardBands.of(0.95, 0).rates(copies.build()).get(0);
        assertThat(band.interval()).isEqualTo(RateInterval.FAMILY_ROBUST_LOG);
        // Forty families: 1 / sqrt(40) would be the error of a Poisson number; hours vary less than exponentially here.
        assertThat(Math.log(band.ciHigh() / band.rate())).isBetween(1.0 / Math.sqrt(40), 1.96 / Math.sqrt(40));
        RemovalDataBuilder few = RemovalData.builder(List.of());
        for (int family = 0; family < 10; family++) {
            few.add(0, 1 + family, 1 + family, 0, 9, family);
        }
        BandRate unsure = HazardBands.of(0.95, 0).rates(few.build()).get(0);
        assertThat(unsure.interval()).isEqualTo(RateInterval.NONE);
        assertThat(unsure.ciLow()).isNaN();
        assertThat(unsure.rate()).isPositive();
    }

    @Test
    void edgesThatDoNotAscendAreRefused() {
        assertThatThrownBy(() -> HazardBands.of(0.95, 0, 24, 1)).hasMessageContaining("[0.0, 24.0, 1.0]");
    }
}
