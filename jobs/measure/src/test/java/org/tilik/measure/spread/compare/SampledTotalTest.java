// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.measure.removal.Identifiability;

class SampledTotalTest {

    @Test
    void aTotalIsTheSampleOverItsShare() {
        SampledTotal total = SampledTotal.of(40, 0.1, 0.95);
        assertThat(total.total()).isCloseTo(400, within(1e-9));
        assertThat(total.standardError()).isCloseTo(Math.sqrt(40 * 0.9) / 0.1, within(1e-9));
        assertThat(total.ciLow()).isBetween(290.0, 300.0);
        assertThat(total.ciHigh()).isBetween(530.0, 550.0);
    }

    @Test
    void noPostInTheSampleStillLeavesSomeThatMayHaveBeenThere() {
        SampledTotal none = SampledTotal.of(0, 0.1, 0.95);
        assertThat(none.total()).isZero();
        assertThat(none.ciLow()).isZero();
        // 0.9^35 = 0.02503 and 0.9^36 = 0.02253
        assertThat(none.ciHigh()).isEqualTo(35);
    }

    @Test
    void everythingIsKnownOfAWhole() {
        assertThat(SampledTotal.of(12, 1, 0.95)).isEqualTo(new SampledTotal(12, 1, 12, 0, 12, 12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.05, 0.2, 0.7})
    void theIntervalHoldsTheNumberAtLeastAsOftenAsItSays(double share) {
        SampledTotal[] bySampled = new SampledTotal[151];
        for (int n = 0; n < bySampled.length; n++) {
            bySampled[n] = SampledTotal.of(n, share, 0.95);
        }
        for (int all = 1; all <= 150; all++) {
            BinomialDistribution sampled = BinomialDistribution.of(all, share);
            double held = 0;
            for (int n = 0; n <= all; n++) {
                boolean holds = bySampled[n].ciLow() <= all && all <= bySampled[n].ciHigh();
                held += holds ? sampled.probability(n) : 0;
            }
            assertThat(held).as("of %s", all).isGreaterThanOrEqualTo(0.95 - 1e-12);
        }
    }

    /** Over all samples of three posts the estimate is right on average, and so is its variance. */
    @Test
    void sumsAndTheirVarianceAreUnbiased() {
        double[] values = {3, -1, 10};
        double share = 0.3;
        double mean = 0;
        double square = 0;
        double variance = 0;
        for (int sample = 0; sample < 8; sample++) {
            double[] drawn = new double[3];
            double chance = 1;
            for (int i = 0; i < 3; i++) {
                boolean in = (sample >> i & 1) == 1;
                drawn[i] = in ? values[i] : 0;
                chance *= in ? share : 1 - share;
            }
            double sum = SampledTotal.sum(drawn, share);
            mean += chance * sum;
            square += chance * sum * sum;
            variance += chance * Math.pow(SampledTotal.sumError(drawn, share), 2);
        }
        assertThat(mean).isCloseTo(12, within(1e-12));
        assertThat(variance).isCloseTo(square - mean * mean, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource(SampledMeasure.class)
    void onlyTotalsSurviveSampling(SampledMeasure measure) {
        assertThat(measure.under(1)).isEqualTo(Identifiability.POINT);
        assertThat(measure.under(0.99))
                .isEqualTo(measure == SampledMeasure.TOTAL ? Identifiability.POINT : Identifiability.NONE);
        assertThatThrownBy(() -> measure.under(0)).hasMessageContaining("above 0");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> SampledTotal.of(1, 1.1, 0.95)).hasMessageContaining("at most 1");
        assertThatThrownBy(() -> SampledTotal.of(-1, 0.5, 0.95)).hasMessageContaining("from 0");
    }
}
