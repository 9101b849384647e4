// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Items and lags of a cascade in steps of ten minutes. */
class CascadeStepsTest {

    private static long[] minutes(double... minutes) {
        return Arrays.stream(minutes)
                .mapToLong(m -> 5_000_000 + Math.round(m * TimeUnit.MINUTES.toMicros(1)))
                .toArray();
    }

    @Test
    void anItemCountsInTheStepThatItEndsAndSoDoesItsLag() {
        CascadeSteps steps = CascadeSteps.of(new int[] {-1, 0, 0, 1, 3}, minutes(0, 10, 10.5, 20, 20));

        assertThat(steps.steps()).containsExactly(1, 2);
        assertThat(steps.items()).containsExactly(1, 3);
        assertThat(steps.lags()).containsExactly(1, 2);
        assertThat(steps.lagCounts()).containsExactly(3, 1);
        assertThat(steps.longer()).isZero();
    }

    @Test
    void lagsAreThoseBehindItemsOfTheFirstDayAndLongOnesAreOnlyCounted() {
        double day = TimeUnit.DAYS.toMinutes(1);
        CascadeSteps steps = CascadeSteps.of(
                new int[] {-1, 0, 1, 0, 3, 0}, minutes(0, day, day + 9, 6 * day + 1, 6 * day + 2, 8 * day));

        assertThat(steps.steps()).containsExactly(144, 145, 865);
        assertThat(steps.items()).containsExactly(1, 1, 2);
        assertThat(steps.lags()).containsExactly(1, 144);
        assertThat(steps.lagCounts()).containsExactly(1, 1);
        assertThat(steps.longer()).isEqualTo(2);
    }

    @Test
    void aLoneRootHasNoSteps() {
        assertThat(CascadeSteps.of(new int[] {-1}, new long[] {7})).isSameAs(CascadeSteps.NONE);
    }

    @Property
    void theOrderOfRowsDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        int n = 2 + random.nextInt(30);
        int[] parents = new int[n];
        long[] micros = new long[n];
        for (int i = 0; i < n; i++) {
            parents[i] = i == 0 ? -1 : random.nextInt(i);
            micros[i] = i == 0 ? 0 : micros[parents[i]] + TimeUnit.MINUTES.toMicros(random.nextInt(4000));
        }
        int[] reversed = IntStream.range(0, n)
                .map(i -> parents[n - 1 - i] < 0 ? -1 : n - 1 - parents[n - 1 - i])
                .toArray();
        long[] times = IntStream.range(0, n).mapToLong(i -> micros[n - 1 - i]).toArray();

        assertThat(CascadeSteps.of(reversed, times))
                .usingRecursiveComparison()
                .isEqualTo(CascadeSteps.of(parents, micros));
    }
}
