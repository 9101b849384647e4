// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RemovalAgesTest {
    private static RemovalAges of(Duration... ages) {
        RemovalAges all = RemovalAges.NONE;
        for (Duration age : ages) {
            all = all.plus(new RemovalAges(1, 1, Map.of(RemovalAges.bin(age), 1L)));
        }
        return all;
    }

    @Test
    void theMedianIsRightToThreeDigitsFromAMillisecondToDecades() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            double[] hours = new double[1 + random.nextInt(40)];
            Duration[] ages = new Duration[hours.length];
            for (int i = 0; i < hours.length; i++) {
                ages[i] = Duration.ofMillis((long) Math.exp(random.nextDouble() * Math.log(6e11)));
                hours[i] = ages[i].toMillis() / 3_600_000.0;
            }
            Arrays.sort(hours);
            double median = hours[(hours.length - 1) / 2];
            assertThat(of(ages).medianHours()).isCloseTo(median, within(median / 1024 + 1e-12));
        }
    }

    @Test
    void removalsWithoutAgeCountButHaveNoMedian() {
        RemovalAges ages = new RemovalAges(3, 0, Map.of());
        assertThat(ages.plus(ages).n()).isEqualTo(6);
        assertThat(ages.medianHours()).isNull();
        assertThat(of(Duration.ZERO).medianHours()).isZero();
    }
}
