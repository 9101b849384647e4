// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.exposure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.tilik.measure.proportion.ProportionInterval;

class ViolativeViewsTest {

    /** 20 accounts of 10 views, of which 1 or 3: R = 0.2, Σ e² = 20, Var = 20/19 · 20/200² = 1/1900, R(1 − R)/Var = 304. */
    @Test
    void theIntervalIsWilsonsForTheEffectiveSample() {
        ViolativeViews views = new ViolativeViews();
        for (int i = 0; i < 20; i++) {
            views.add(i % 2 == 0 ? 1 : 3, 10);
        }
        ViolativeViews.Rate rate = views.rate(0.95);

        assertThat(rate.estimate()).isCloseTo(0.2, within(1e-12));
        assertThat(rate.effectiveClusters()).isCloseTo(20, within(1e-9));
        // R 4.2.2: prop.test(60.8, 304, correct = FALSE)$conf.int
        assertThat(rate.ciLow()).isCloseTo(0.158903833412529, within(1e-9));
        assertThat(rate.ciHigh()).isCloseTo(0.248583381926322, within(1e-9));
    }

    @Test
    void noneAndAllHaveTheIntervalOfAsManyAccounts() {
        ViolativeViews none = new ViolativeViews();
        ViolativeViews all = new ViolativeViews();
        for (int i = 0; i < 30; i++) {
            none.add(0, 100);
            all.add(100, 100);
        }
        assertThat(none.rate(0.95).ciLow()).isZero();
        assertThat(none.rate(0.95).ciHigh())
                .isCloseTo(ProportionInterval.WILSON.of(0, 30, 0.95).ciHigh(), within(1e-9));
        assertThat(all.rate(0.95).ciLow())
                .isCloseTo(ProportionInterval.WILSON.of(30, 30, 0.95).ciLow(), within(1e-9));
        assertThat(all.rate(0.95).ciHigh()).isOne();
    }

    @Test
    void fewAccountsHaveNoInterval() {
        ViolativeViews views = new ViolativeViews().add(900, 1000);
        for (int i = 0; i < 100; i++) {
            views.add(0, 1);
        }
        assertThat(views.rate(0.95).estimate()).isCloseTo(900 / 1100.0, within(1e-12));
        assertThat(views.rate(0.95).ciLow()).isNaN();
        assertThat(new ViolativeViews().rate(0.95).estimate()).isNaN();
    }

    @Test
    void partsAddUp() {
        ViolativeViews whole = new ViolativeViews();
        ViolativeViews one = new ViolativeViews();
        ViolativeViews two = new ViolativeViews();
        for (int i = 0; i < 50; i++) {
            whole.add(i % 4, 3 + i % 5);
            (i < 20 ? one : two).add(i % 4, 3 + i % 5);
        }
        assertThat(one.add(two).rate(0.95)).isEqualTo(whole.rate(0.95));
    }

    @Test
    void moreTrackedThanAllIsRefused() {
        assertThatThrownBy(() -> new ViolativeViews().add(2, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2.0 of 1.0");
    }

    /** Accounts differ in how much of what they post is violative, so that views as units would be far too sure. */
    @Test
    void intervalsCoverTheRateOfManyWorlds() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(20190315);
        int covered = 0;
        for (int world = 0; world < 1000; world++) {
            ViolativeViews views = new ViolativeViews();
            for (int account = 0; account < 200; account++) {
                double size = 50 + 200 * random.nextDouble();
                views.add(random.nextDouble() < 0.3 ? Math.floor(size * random.nextDouble()) : 0, size);
            }
            ViolativeViews.Rate rate = views.rate(0.95);
            // Half a view of rounding: E[floor(size u)] = size/2 − 1/2.
            double truth = 0.3 * (75 - 0.5) / 150;
            covered += rate.ciLow() <= truth && truth <= rate.ciHigh() ? 1 : 0;
        }
        assertThat(covered).isBetween(925, 970);
    }
}
