// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.withholding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;

class WithholdingsTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;
    private static final double START = Double.NEGATIVE_INFINITY;

    private final Withholdings withholdings = new Withholdings();

    /** Of four, one is withheld at 2 h and one gone at 5 h; one of the two left is withheld at 10 h. */
    @Test
    void toBeGoneCompetes() {
        withholdings.add(START, 100, NEVER, 2, 2, -1, 1);
        withholdings.addNever(START, 5, 5, -1, 2);
        withholdings.add(START, 100, NEVER, 10, 10, -1, 3);
        withholdings.addNever(START, 100, NEVER, -1, 4);

        assertThat(share(1).estimate()).isZero();
        assertThat(share(2).estimate()).isCloseTo(0.25, within(1e-12));
        assertThat(share(24).estimate()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void aWithholdingBetweenTwoCapturesLeavesBounds() {
        withholdings.add(START, 100, NEVER, 12, 36, -1, 5);
        withholdings.addNever(START, 100, NEVER, -1, 6);

        assertThat(share(24).identifiability()).isEqualTo(Identifiability.BOUNDS);
        assertThat(share(24).boundLow()).isCloseTo(0, within(1e-9));
        assertThat(share(24).boundHigh()).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void aWithholdingAfterTheEndOfFollowUpDoesNotCount() {
        withholdings.add(START, 30, NEVER, 40, 40, -1, 7);
        withholdings.add(START, 20, 25, 40, 40, -1, 8);

        assertThat(withholdings.data().censored()).isEqualTo(1);
        assertThat(withholdings.data().cause(1)).isEqualTo(2);
        assertThat(share(24).boundHigh()).isZero();
    }

    private Share share(double deadline) {
        return RemovalEstimator.standard()
                .withDeadlines(deadline)
                .withCauseGroups(Withholdings.GROUPS)
                .estimate(withholdings.data())
                .causeGroups()
                .get(Withholdings.WITHHELD)
                .get(0)
                .share();
    }
}
