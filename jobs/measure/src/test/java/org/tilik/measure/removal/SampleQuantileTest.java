// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampleQuantileTest {
    private static final double[] ONE_TO_199 =
            IntStream.rangeClosed(1, 199).mapToDouble(i -> i).toArray();

    @Test
    void ofSamplesThatCutEvenlyEachEndLeavesOutItsShare() {
        assertThat(SampleQuantile.of(ONE_TO_199, 0.025)).isEqualTo(5, within(1e-9));
        assertThat(SampleQuantile.of(ONE_TO_199, 0.975)).isEqualTo(195, within(1e-9));
        assertThat(SampleQuantile.of(ONE_TO_199, 0.5)).isEqualTo(100, within(1e-9));
    }

    @Test
    void endsAreTheSmallestAndTheGreatest() {
        assertThat(SampleQuantile.of(ONE_TO_199, 0.001)).isEqualTo(1);
        assertThat(SampleQuantile.of(ONE_TO_199, 0.999)).isEqualTo(199);
        assertThat(SampleQuantile.of(new double[] {3}, 0.025)).isEqualTo(3);
    }

    @Test
    void aNeighbourThatIsNotReachedMakesItInfinite() {
        assertThat(SampleQuantile.of(new double[] {1, 2, Double.POSITIVE_INFINITY}, 0.7))
                .isInfinite();
    }
}
