// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ProportionIntervalTest {

    /** R 4.2.2: {@code binom.test(x, n)} and {@code prop.test(x, n, correct = FALSE)}. */
    @ParameterizedTest
    @CsvFileSource(resources = "proportion_ci.csv", numLinesToSkip = 1)
    void intervalsAreThoseOfR(double x, double n, double cpLow, double cpHigh, double wilsonLow, double wilsonHigh) {
        close(ProportionInterval.CLOPPER_PEARSON.low(x, n, 0.95), cpLow);
        close(ProportionInterval.CLOPPER_PEARSON.high(x, n, 0.95), cpHigh);
        close(ProportionInterval.WILSON.low(x, n, 0.95), wilsonLow);
        close(ProportionInterval.WILSON.high(x, n, 0.95), wilsonHigh);
    }

    private static void close(double found, double expected) {
        assertThat(found).isCloseTo(expected, within(1e-9 * Math.max(1e-6, Math.abs(expected))));
    }

    @Test
    void moreThanAllAndNothingOfNothingAreRefused() {
        assertThatThrownBy(() -> ProportionInterval.WILSON.low(3, 2, 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("3.0 of 2.0");
        assertThatThrownBy(() -> ProportionInterval.CLOPPER_PEARSON.high(0, 0, 0.95))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ProportionInterval.WILSON.low(1, 2, 95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("between 0 and 1");
    }
}
