// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tilik.measure.removal.ReferenceTable;
import org.tilik.measure.spread.timing.DoublingTime.Outcome;

/** Oracle: {@code scipy.stats.linregress} on log counts; see SOURCE.txt beside the data. */
class DoublingTimeTest {

    private static final double EXACT = 1e-9;
    private static final long HOUR = 3_600_000_000L;

    @ParameterizedTest
    @EnumSource(GrowthWindow.class)
    void theRateAndItsIntervalEqualScipy(GrowthWindow window) {
        ReferenceTable input = read("input.csv");
        ReferenceTable expected = read("expected.csv");
        long[] copies = new long[input.size()];
        for (int i = 0; i < copies.length; i++) {
            copies[i] = (long) input.number(i, "new_copies");
        }
        DoublingTime time = DoublingTime.of(CopyBins.of(1, copies), window, 0.95);
        assertThat(time.outcome()).isEqualTo(Outcome.GROWS);
        assertClose("r", time.ratePerHour(), expected.value("growth_rate_r")[0], EXACT);
        assertClose("error", time.rateError(), expected.value("r_se")[0], EXACT);
        assertClose("hours", time.hours(), expected.value("doubling_time_ln2_over_r")[0], EXACT);
        assertClose("low", time.ciLow(), expected.value("dt_lo")[0], EXACT);
        assertClose("high", time.ciHigh(), expected.value("dt_hi")[0], EXACT);
    }

    private static ReferenceTable read(String file) {
        return ReferenceTable.read("/org/tilik/measure/spread/doubling_time/" + file);
    }

    @Test
    void hoursFollowTheWidthOfBins() {
        DoublingTime one = DoublingTime.of(CopyBins.of(1, 1, 2, 5, 8), GrowthWindow.ALL, 0.9);
        DoublingTime quarter = DoublingTime.of(CopyBins.of(0.25, 1, 2, 5, 8), GrowthWindow.ALL, 0.9);
        assertClose("hours", quarter.hours(), one.hours() / 4, EXACT);
        assertClose("low", quarter.ciLow(), one.ciLow() / 4, EXACT);
        assertClose("rate", quarter.ratePerHour(), one.ratePerHour() * 4, EXACT);
    }

    @Test
    void whatComesAfterThePeakIsNotGrowth() {
        CopyBins bins = CopyBins.of(1, 1, 2, 4, 8, 8, 3, 1, 1);
        DoublingTime growth = DoublingTime.of(bins, GrowthWindow.TO_PEAK, 0.95);
        assertThat(growth.bins()).isEqualTo(4);
        assertClose("hours", growth.hours(), 1, EXACT);
        assertThat(DoublingTime.of(bins, GrowthWindow.ALL, 0.95).outcome()).isEqualTo(Outcome.NONE_RATE_SPANS_ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "'1 2 4', NONE_FEW_BINS, 3, 0",
        "'', NONE_FEW_BINS, 0, 0",
        "'1 0 2 0 4 0 8', GROWS, 4, 3",
        "'1 0 0 2 0 0 4 0 8', NONE_SPARSE, 4, 5",
        "'16 8 4 2 1', NONE_DECLINES, 5, 0",
        "'5 4 6 5 4 6', NONE_RATE_SPANS_ZERO, 6, 0",
        "'3 3 3 3', NONE_RATE_SPANS_ZERO, 4, 0",
    })
    void withoutGrowthThereIsNoTimeButAReason(String copies, Outcome outcome, int bins, int empty) {
        long[] counts = copies.isEmpty()
                ? new long[0]
                : Arrays.stream(copies.split(" ")).mapToLong(Long::parseLong).toArray();
        DoublingTime time = DoublingTime.of(CopyBins.of(1, counts), GrowthWindow.ALL, 0.95);
        assertThat(time.outcome()).isEqualTo(outcome);
        assertThat(time.bins()).isEqualTo(bins);
        assertThat(time.emptyBins()).isEqualTo(empty);
        assertThat(Double.isNaN(time.hours())).isEqualTo(outcome != Outcome.GROWS);
        assertThat(Double.isNaN(time.ciHigh())).isEqualTo(outcome != Outcome.GROWS);
    }

    @Test
    void binsBeginWithTheFirstCopyAndHoldTheirLeftEnd() {
        CopyBins bins = CopyBins.ofTimes(new long[] {3 * HOUR - 1, 5, HOUR + 5, HOUR + 4, 5}, HOUR);
        assertThat(bins.size()).isEqualTo(3);
        assertThat(new long[] {bins.copies(0), bins.copies(1), bins.copies(2)}).containsExactly(3, 1, 1);
        assertThat(bins.binHours()).isEqualTo(1);
        assertThat(CopyBins.ofTimes(new long[0], HOUR).size()).isZero();
    }

    /** The figures in {@link GrowthWindow}, from fewer worlds. */
    @ParameterizedTest
    @CsvSource({"TO_PEAK, 0.05, 0.13", "ALL, 0, 0.05"})
    void whereNothingGrowsGrowthIsFoundAsOftenAsIsSaid(GrowthWindow window, double least, double most) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(7);
        int given = 0;
        int grows = 0;
        for (int world = 0; world < 1000; world++) {
            long[] copies = new long[24];
            for (int i = 0; i < copies.length; i++) {
                copies[i] = PoissonSampler.of(random, 20).sample();
            }
            DoublingTime time = DoublingTime.of(CopyBins.of(1, copies), window, 0.95);
            given += time.outcome() == Outcome.NONE_FEW_BINS ? 0 : 1;
            grows += time.outcome() == Outcome.GROWS ? 1 : 0;
        }
        assertThat(grows / (double) given).isBetween(least, most);
    }

    @Test
    void binsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> CopyBins.of(0, 1)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> CopyBins.of(1, -1)).hasMessageContaining("from 0");
        assertThatThrownBy(() -> CopyBins.ofTimes(new long[] {0, Long.MAX_VALUE}, 1))
                .hasMessageContaining("do not fit");
        assertThatThrownBy(() -> CopyBins.ofTimes(new long[] {0}, 0)).hasMessageContaining("above 0");
        assertThatThrownBy(() -> DoublingTime.of(CopyBins.of(1, 1), GrowthWindow.ALL, 1))
                .hasMessageContaining("level");
    }
}
