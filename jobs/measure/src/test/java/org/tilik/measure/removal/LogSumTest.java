// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LogSumTest {

    @Test
    void productsGiveTheSumOfLogarithms() {
        SplittableRandom random = new SplittableRandom(1);
        LogSum sum = new LogSum();
        double expected = 0;
        for (int i = 0; i < 100_000; i++) {
            double value = Math.pow(random.nextDouble(), 1 + random.nextInt(40));
            double weight = random.nextInt(12) - 1 + (random.nextInt(5) == 0 ? 0.5 : 0);
            sum.add(weight, value);
            expected += weight * Math.log(value);
        }
        assertThat(sum.total()).isCloseTo(expected, within(Math.abs(expected) * 1e-12));
    }

    @Test
    void nothingIsLostInVerySmallProducts() {
        LogSum sum = new LogSum();
        for (int i = 0; i < 1_000; i++) {
            sum.add(8, 0x1p-59);
        }
        assertThat(sum.total()).isCloseTo(-59 * 8_000 * Math.log(2), within(1e-6));
    }

    @Test
    void anImpossibleObservationIsMinusInfinity() {
        LogSum sum = new LogSum();
        sum.add(1, 0.5);
        sum.add(1, 0);
        assertThat(sum.total()).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
