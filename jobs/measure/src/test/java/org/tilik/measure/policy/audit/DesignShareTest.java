// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.measure.removal.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.tilik.measure.proportion.Proportion;
import org.tilik.measure.proportion.ProportionInterval;

class DesignShareTest {

    private static SamplingDesign one(int items, double probability) {
        SamplingDesign.Builder design = SamplingDesign.builder();
        for (int i = 0; i < items; i++) {
            design.add("a", probability, true);
        }
        return design.build();
    }

    private static boolean[] first(int count, int items) {
        boolean[] member = new boolean[items];
        for (int i = 0; i < count; i++) {
            member[i] = true;
        }
        return member;
    }

    @Test
    void aLargeSimpleSampleGivesWilsonsInterval() {
        int n = 10_000;
        DesignShare share = DesignShare.of(one(n, 1e-6), first(3_000, n), first(n, n), 0.95);
        Proportion wilson = ProportionInterval.WILSON.of(3_000, n, 0.95);
        assertClose("low", share.share().ciLow(), wilson.ciLow(), 1e-4);
        assertClose("high", share.share().ciHigh(), wilson.ciHigh(), 1e-4);
        assertThat(share.codedPart()).isEqualTo(3_000);
    }

    @Test
    void whereAllWereCodedTheShareIsKnown() {
        DesignShare share = DesignShare.of(one(10, 1), first(3, 10), first(10, 10), 0.95);
        assertThat(share.share()).isEqualTo(new Proportion(0.3, 0.3, 0.3));
    }

    @Test
    void noneAmongManyIsNoCertainty() {
        DesignShare share = DesignShare.of(one(50, 0.1), first(0, 50), first(40, 50), 0.95);
        assertThat(share.share().estimate()).isZero();
        assertThat(share.share().ciHigh()).isBetween(0.07, 0.12);
        assertThat(DesignShare.of(one(5, 0.1), first(0, 5), first(0, 5), 0.95)
                        .share()
                        .estimate())
                .isNaN();
    }
}
