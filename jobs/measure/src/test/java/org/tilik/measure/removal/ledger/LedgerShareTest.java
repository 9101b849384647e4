// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LedgerShareTest {

    /** Facebook's statement of 2019: 1.2 of 1.5 million copies were blocked at upload. */
    @Test
    void fourOfFiveCopiesOfTheChristchurchVideoWereBlockedAtUpload() {
        LedgerShare share = LedgerShare.uploadBlocks(1_200_000, 300_000, 0.95);

        assertThat(share.source()).isEqualTo(LedgerShare.Source.LEDGER);
        assertThat(share.estimate()).isEqualTo(0.8);
        assertThat(share.all()).isEqualTo(1_500_000);
        assertThat(share.ciLow()).isBetween(0.799, 0.8);
        assertThat(share.ciHigh()).isBetween(0.8, 0.801);
    }

    /** R: prop.test(24, 100, correct = FALSE). */
    @Test
    void theProactiveShareHasAWilsonInterval() {
        LedgerShare share = LedgerShare.proactive(24, 76, 0.95);

        assertThat(share.estimate()).isEqualTo(0.24);
        assertThat(share.ciLow()).isCloseTo(0.166913255569488, within(1e-12));
        assertThat(share.ciHigh()).isCloseTo(0.332323363498145, within(1e-12));
    }

    @Test
    void allAndNoneStayWithinZeroAndOne() {
        assertThat(LedgerShare.proactive(10, 0, 0.95).ciHigh()).isOne();
        assertThat(LedgerShare.proactive(0, 10, 0.95).ciLow()).isZero();
    }

    @Test
    void withoutALedgerThereIsNoShareAndNotZero() {
        assertThat(LedgerShare.withoutLedger().source()).isEqualTo(LedgerShare.Source.NO_LEDGER);
        assertThat(LedgerShare.withoutLedger().estimate()).isNaN();
        LedgerShare empty = LedgerShare.uploadBlocks(0, 0, 0.95);
        assertThat(empty.source()).isEqualTo(LedgerShare.Source.EMPTY_LEDGER);
        assertThat(empty.estimate()).isNaN();
    }

    @Test
    void negativeCountsAreRefused() {
        assertThatThrownBy(() -> LedgerShare.proactive(-1, 3, 0.95))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("-1 and 3");
    }
}
