// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.measure.removal.families.HourBracket;
import org.tilik.measure.spread.compare.JumpLag.Order;

class JumpLagTest {

    private static final double ALWAYS = Double.NEGATIVE_INFINITY;

    @ParameterizedTest
    @CsvSource({
        "5, 5, 8, 8, 3, 3, FIRST",
        "8, 8, 5, 5, -3, -3, SECOND",
        "5, 5, 5, 5, 0, 0, SAME_TIME",
        "1, 3, 4, 9, 1, 8, FIRST",
        "4, 9, 1, 3, -8, -1, SECOND",
        "1, 5, 4, 9, -1, 8, UNDECIDED",
        // Ends that touch: after the end of the one bracket begins the other.
        "1, 3, 3, 9, 0, 8, FIRST",
        "3, 9, 1, 3, -8, 0, SECOND",
        // A known time at the closed end of a bracket may be the same; at its open end it may not.
        "1, 3, 3, 3, 0, 2, UNDECIDED",
        "3, 3, 1, 3, -2, 0, UNDECIDED",
        "3, 3, 3, 5, 0, 2, FIRST",
        "3, 5, 3, 3, -2, 0, SECOND",
    })
    void aLagOfTwoBracketsIsABracket(double la, double ra, double lb, double rb, double after, double by, Order order) {
        JumpLag lag = JumpLag.of(new HourBracket(la, ra), new HourBracket(lb, rb), ALWAYS, ALWAYS);
        assertThat(lag).isEqualTo(new JumpLag(order, after, by));
        assertThat(lag.isExact()).isEqualTo(la == ra && lb == rb);
    }

    @Test
    void aContentThatIsNotOnTheOtherPlatformUntilTheEndHasAnOpenLag() {
        HourBracket seen = HourBracket.at(5);
        HourBracket never = HourBracket.notUntil(100);
        assertThat(JumpLag.of(seen, never, ALWAYS, ALWAYS))
                .isEqualTo(new JumpLag(Order.FIRST, 95, Double.POSITIVE_INFINITY));
        assertThat(JumpLag.of(never, seen, ALWAYS, ALWAYS)).isEqualTo(new JumpLag(Order.SECOND, ALWAYS, -95));
        assertThat(JumpLag.of(HourBracket.at(101), never, ALWAYS, ALWAYS).order())
                .isEqualTo(Order.UNDECIDED);
        assertThat(JumpLag.of(never, never, ALWAYS, ALWAYS).order()).isEqualTo(Order.NEITHER);
    }

    @Test
    void ofWhatOneArchiveSawBeforeTheOtherBeganNobodyKnowsWhereItWasFirst() {
        HourBracket early = HourBracket.at(5);
        HourBracket late = HourBracket.at(50);
        assertThat(JumpLag.of(early, late, 0, 10)).isEqualTo(new JumpLag(Order.NOT_WATCHED, 45, 45));
        assertThat(JumpLag.of(early, late, 0, 5).order()).isEqualTo(Order.FIRST);
        assertThat(JumpLag.of(late, early, 10, 0).order()).isEqualTo(Order.NOT_WATCHED);
        assertThat(JumpLag.of(new HourBracket(4, 20), late, 0, 5).order()).isEqualTo(Order.NOT_WATCHED);
    }
}
