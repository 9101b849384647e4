// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.Identifiability;

class SampleQuantilesTest {
    private static final double LEVEL = 0.95;

    @Test
    void theMedianOfTwentyHasTheFifthBestPairOfEndsOfTheSignTest() {
        // Conover, Practical Nonparametric Statistics, 1999, table A3: for n = 20 and p = 0.5, P(B <= 5) = 0.0207.
        SampleQuantiles quantiles = new SampleQuantiles(
                DoubleStream.iterate(1, x -> x + 1).limit(20).toArray());

        SpreadFigures median = quantiles.of(0.5, LEVEL, 20);

        assertThat(median.estimate()).isEqualTo(10);
        assertThat(median.ciLow()).isEqualTo(6);
        assertThat(median.ciHigh()).isEqualTo(15);
        assertThat(median.ciMethod()).isEqualTo("order_statistics_binomial");
    }

    @Test
    void anEndThatTheSampleDoesNotReachIsOpen() {
        SampleQuantiles quantiles = new SampleQuantiles(
                DoubleStream.iterate(1, x -> x + 1).limit(50).toArray());

        SpreadFigures high = quantiles.of(0.99, LEVEL, 20);

        assertThat(high.estimate()).isEqualTo(50);
        assertThat(high.ciLow()).isLessThan(50);
        assertThat(high.ciHigh()).isNaN();
    }

    @Test
    void fewNumbersHaveNoIntervalAndNoneNoQuantile() {
        assertThat(new SampleQuantiles(new double[] {3, 1, 2})
                        .of(0.5, LEVEL, 20)
                        .ciMethod())
                .isNull();
        assertThat(new SampleQuantiles(new double[0]).of(0.5, LEVEL, 20).identifiability())
                .isEqualTo(Identifiability.NONE);
    }

    @Test
    void intervalsHoldTheTrueQuantileAsOftenAsTheySay() {
        int held = 0;
        int samples = 2_000;
        for (int seed = 0; seed < samples; seed++) {
            Random random = new Random(seed);
            double[] values = random.doubles(60).map(u -> -Math.log(1 - u)).toArray();
            SpreadFigures figures = new SampleQuantiles(values).of(0.9, LEVEL, 20);
            boolean above = Double.isNaN(figures.ciHigh()) || figures.ciHigh() >= -Math.log(0.1);
            held += figures.ciLow() <= -Math.log(0.1) && above ? 1 : 0;
        }
        assertThat(held / (double) samples).isBetween(0.94, 0.995);
    }
}
