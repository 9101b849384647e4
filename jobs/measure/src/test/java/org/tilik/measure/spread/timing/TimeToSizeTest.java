// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.Caveat;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.Quantile;
import org.tilik.measure.spread.cascade.CascadeTree;

class TimeToSizeTest {

    private static final double[] HALF = {0.5};
    private static final long HOUR = 3_600_000_000L;

    @Test
    void treesThatStaySmallAreCensoredAndNotLeftOut() {
        // By hand: S = 3/4 after 1 h, 3/4 · 2/3 after 2 h, 0 after 3 h; flat at one half from 2 to 3.
        TimeToSize time = TimeToSize.trees(3)
                .add(1, 10, -1)
                .add(2, 10, -1)
                .add(Double.NaN, 2, -1)
                .add(3, 10, -1)
                .estimate(new double[] {2, 2.9}, HALF, 0.95, 0, 1);
        assertThat(time.n()).isEqualTo(4);
        assertThat(time.reached()).isEqualTo(3);
        assertThat(time.quantiles().get(0).estimate()).isCloseTo(2.5, within(1e-12));
        assertThat(time.within().get(0).share().estimate()).isCloseTo(0.5, within(1e-12));
        assertThat(time.within().get(1).share().estimate()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aCopyAfterTheEndOfFollowUpDoesNotCount() {
        TimeToSize time = TimeToSize.trees(2).add(5, 4, -1).add(4, 4, -1).estimate(new double[] {4}, HALF, 0.95, 0, 1);
        assertThat(time.reached()).isEqualTo(1);
    }

    @Test
    void aSizeThatFewTreesReachHasNoMedian() {
        TimeToSize.Trees trees = TimeToSize.trees(100);
        for (int i = 0; i < 30; i++) {
            trees.add(i < 3 ? 1 + i : Double.NaN, 50, -1);
        }
        TimeToSize time = trees.estimate(new double[] {24, 60}, HALF, 0.95, 0, 1);
        Quantile median = time.quantiles().get(0);
        assertThat(median.reached()).isFalse();
        assertThat(median.estimate()).isNaN();
        assertThat(time.within().get(0).share().estimate()).isCloseTo(0.1, within(1e-12));
        assertThat(time.within().get(1).share().identifiability()).isEqualTo(Identifiability.NONE);
    }

    @Test
    void treesOfOneFamilyGetIntervalsFromWholeFamilies() {
        TimeToSize.Trees alone = TimeToSize.trees(2);
        TimeToSize.Trees together = TimeToSize.trees(2);
        Random random = new Random(3);
        for (int family = 0; family < 60; family++) {
            double hours = 1 + 20 * random.nextDouble();
            for (int tree = 0; tree < 5; tree++) {
                alone.add(hours, 15, -1);
                together.add(hours, 15, family);
            }
        }
        double[] day = {10};
        double without =
                together.estimate(day, HALF, 0.95, 0, 1).within().get(0).share().ciLow();
        assertThat(without).isNaN();
        var one = alone.estimate(day, HALF, 0.95, 400, 1).within().get(0).share();
        var other = together.estimate(day, HALF, 0.95, 400, 1).within().get(0).share();
        assertThat(other.estimate()).isCloseTo(one.estimate(), within(1e-12));
        assertThat(other.ciHigh() - other.ciLow()).isGreaterThan(1.5 * (one.ciHigh() - one.ciLow()));
        assertThat(together.estimate(day, HALF, 0.95, 0, 1).estimate().caveats())
                .contains(Caveat.INTERVALS_NEED_BOOTSTRAP);
    }

    @Test
    void theTimeOfATreeIsThatOfItsKthPost() {
        CascadeTree tree =
                CascadeTree.ofShares(new int[] {-1, 0, 1}, new long[] {HOUR, 2 * HOUR, 5 * HOUR}, new int[3]);
        TimeToSize time = TimeToSize.trees(3).add(tree, 9, -1).estimate(new double[] {4}, HALF, 0.95, 0, 1);
        assertThat(time.quantiles().get(0).estimate()).isEqualTo(4);
        assertThat(TimeToSize.trees(4)
                        .add(tree, 9, -1)
                        .estimate(new double[] {4}, HALF, 0.95, 0, 1)
                        .reached())
                .isZero();
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> TimeToSize.trees(1)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> TimeToSize.trees(2).add(-1, 3, -1)).hasMessageContaining("from 0");
        assertThatThrownBy(() -> TimeToSize.trees(2).add(1, Double.NaN, -1)).hasMessageContaining("from 0");
    }
}
