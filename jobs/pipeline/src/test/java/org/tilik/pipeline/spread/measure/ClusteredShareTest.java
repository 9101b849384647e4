// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ClusteredShareTest {
    private static final double LEVEL = 0.95;

    @Test
    void whatComesInAnyOrderGivesOneInterval() {
        ClusteredShare one = new ClusteredShare();
        ClusteredShare other = new ClusteredShare();
        for (int i = 0; i < 100; i++) {
            one.add(i % 3, 1 + i % 7 + i % 3);
            other.add((99 - i) % 3, 1 + (99 - i) % 7 + (99 - i) % 3);
        }

        assertThat(one.figures(LEVEL, 20, 1)).isEqualTo(other.figures(LEVEL, 20, 1));
        assertThat(one.figures(LEVEL, 20, 1)).isNotEqualTo(one.figures(LEVEL, 20, 2));
    }

    @Test
    void fewEffectiveFamiliesHaveNoInterval() {
        ClusteredShare share = new ClusteredShare();
        share.add(500, 1000);
        for (int i = 0; i < 100; i++) {
            share.add(0, 1);
        }

        assertThat(share.effective()).isCloseTo(1.21, within(0.001));
        assertThat(share.figures(LEVEL, 20, 1).estimate()).isCloseTo(500 / 1100.0, within(1e-15));
        assertThat(share.figures(LEVEL, 20, 1).ciLow()).isNaN();
        assertThat(share.figures(LEVEL, 20, 1).ciMethod()).isNull();
    }

    @Test
    void intervalsHoldTheTrueShareWhereItemsOfAFamilyAreAlike() {
        int held = 0;
        int worlds = 300;
        for (int seed = 0; seed < worlds; seed++) {
            Random random = new Random(seed);
            ClusteredShare share = new ClusteredShare();
            for (int family = 0; family < 150; family++) {
                int size = 1 + random.nextInt(5);
                // Families differ: all or none of their items are shares.
                share.add(random.nextDouble() < 0.3 ? size : 0, size);
            }
            SpreadFigures figures = share.figures(LEVEL, 20, seed);
            held += figures.ciLow() <= 0.3 && 0.3 <= figures.ciHigh() ? 1 : 0;
        }
        assertThat(held / (double) worlds).isBetween(0.90, 0.98);
    }
}
