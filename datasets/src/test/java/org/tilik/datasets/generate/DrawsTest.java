// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DrawsTest {
    @Test
    void theRawBitsAreThoseOfSplitMix64() {
        // First outputs of Vigna's splitmix64.c for seed 1234567, as listed at rosettacode.org (Splitmix64).
        Draws draws = new Draws(1234567);
        assertThat(draws.bits()).isEqualTo(Long.parseUnsignedLong("6457827717110365317"));
        assertThat(draws.bits()).isEqualTo(Long.parseUnsignedLong("3203168211198807973"));
        assertThat(draws.bits()).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
    }

    @Test
    void theRawBitsAgreeWithTheGeneratorOfTheJdk() {
        SplittableRandom jdk = new SplittableRandom(42);
        Draws draws = new Draws(42);
        for (int i = 0; i < 1000; i++) {
            assertThat(draws.bits()).isEqualTo(jdk.nextLong());
        }
    }

    @Test
    void exponentialDrawsHaveTheirMeanAndUniformOnesStayBelowOne() {
        Draws draws = Draws.of(7, 0);
        double sum = 0;
        for (int i = 0; i < 100_000; i++) {
            assertThat(draws.uniform()).isBetween(0.0, Math.nextDown(1.0));
            sum += draws.exponential(3);
        }
        // Standard error of the mean is 3 / sqrt(100 000) = 0.0095.
        assertThat(sum / 100_000).isCloseTo(3.0, within(0.04));
    }
}
