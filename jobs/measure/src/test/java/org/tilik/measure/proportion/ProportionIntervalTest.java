// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.proportion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tilik.measure.removal.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.ReferenceTable;

/** Oracle: R 4.2.2, {@code binom.test} and {@code prop.test(correct = FALSE)}. */
class ProportionIntervalTest {

    private static final double EXACT = 1e-9;

    @Test
    void everyIntervalEqualsR() {
        ReferenceTable expected = ReferenceTable.read("/org/tilik/measure/proportion/proportion_ci/expected.csv");
        assertThat(expected.size()).isEqualTo(21);
        for (int i = 0; i < expected.size(); i++) {
            long x = (long) expected.number(i, "x");
            long n = (long) expected.number(i, "n");
            String what = x + " of " + n;
            Proportion exact = ProportionInterval.CLOPPER_PEARSON.of(x, n, 0.95);
            assertClose("low, " + what, exact.ciLow(), expected.number(i, "cp_lo"), EXACT);
            assertClose("high, " + what, exact.ciHigh(), expected.number(i, "cp_hi"), EXACT);
            Proportion wilson = ProportionInterval.WILSON.of(x, n, 0.95);
            assertClose("low, " + what, wilson.ciLow(), expected.number(i, "wilson_lo"), EXACT);
            assertClose("high, " + what, wilson.ciHigh(), expected.number(i, "wilson_hi"), EXACT);
            assertThat(wilson.estimate()).isEqualTo((double) x / n);
        }
    }

    @Test
    void intervalsMirrorEachOther() {
        for (ProportionInterval kind : ProportionInterval.values()) {
            Proportion few = kind.of(3, 17, 0.9);
            Proportion many = kind.of(14, 17, 0.9);
            assertClose("mirrored", many.ciHigh(), 1 - few.ciLow(), 1e-12);
            assertClose("mirrored", many.ciLow(), 1 - few.ciHigh(), 1e-12);
            assertThat(kind.of(17, 17, 0.9).ciHigh()).isEqualTo(1);
        }
    }

    @Test
    void noItemsHaveNoShare() {
        Proportion none = ProportionInterval.WILSON.of(0, 0, 0.95);
        assertThat(none.estimate()).isNaN();
        assertThat(none.ciLow()).isNaN();
    }

    @Test
    void impossibleCountsAreRefused() {
        assertThatThrownBy(() -> ProportionInterval.WILSON.of(4, 3, 0.95)).hasMessageContaining("Counted 4 of 3");
        assertThatThrownBy(() -> ProportionInterval.WILSON.of(1, 3, 95)).hasMessageContaining("level is 95.0");
    }
}
