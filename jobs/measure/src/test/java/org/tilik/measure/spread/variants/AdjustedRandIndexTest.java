// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class AdjustedRandIndexTest {
    @Test
    void theSamePartitionUnderOtherNamesIsTheSame() {
        assertThat(AdjustedRandIndex.of(new int[] {0, 0, 1, 1, 2}, new int[] {7, 7, 5, 5, 1}))
                .isEqualTo(1);
    }

    /** scikit-learn's documentation of adjusted_rand_score gives 0.57. */
    @Test
    void aPartThatIsSplitAgreesInPart() {
        assertThat(AdjustedRandIndex.of(new int[] {0, 0, 1, 2}, new int[] {0, 0, 1, 1}))
                .isCloseTo(4.0 / 7, within(1e-15));
    }

    /** Worked out by hand: Σ_ij = 4, Σ_i = 12, Σ_j = 9, C(10, 2) = 45. */
    @Test
    void countsOfPairsGiveTheIndex() {
        int[] one = {0, 0, 0, 0, 1, 1, 1, 2, 2, 2};
        int[] other = {0, 0, 1, 1, 1, 1, 2, 2, 3, 3};
        double expected = 12.0 * 9 / 45;
        assertThat(AdjustedRandIndex.of(one, other))
                .isCloseTo((4 - expected) / ((12 + 9) / 2.0 - expected), within(1e-15));
    }

    @Test
    void partitionsThatKnowNothingOfEachOtherAgreeByChanceOnly() {
        Random random = new Random(2);
        int[] one = random.ints(20_000, 0, 50).toArray();
        int[] other = random.ints(20_000, 0, 50).toArray();
        assertThat(AdjustedRandIndex.of(one, other)).isCloseTo(0, within(0.002));
    }

    @Test
    void allApartInBothSaysNothing() {
        assertThat(AdjustedRandIndex.of(new int[] {0, 1, 2}, new int[] {2, 1, 0}))
                .isNaN();
    }

    @Test
    void otherItemsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AdjustedRandIndex.of(new int[2], new int[3]))
                .withMessageContaining("2 and 3 items");
    }
}
