// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tilik.measure.policy.scenario.Toy.hours;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountStrikesTest {
    private static final int DAY = 24;
    private final AccountStrikes account = new AccountStrikes(Duration.ofDays(30));

    private final List<Bar> bars = new ArrayList<>();

    private void post(double hour, Known known, Standing standing) {
        bars.add(account.post(hours(hour), known, standing, false));
    }

    private void post(double hour, Known known) {
        post(hour, known, Standing.VIOLATING);
    }

    @Test
    void aFlagBarsFromTheNextMomentForThirtyDays() {
        post(0, Known.flagged(hours(5)));
        post(5, Known.NOTHING);
        post(5.001, Known.NOTHING);
        post(5 + 30 * DAY, Known.NOTHING);
        post(5.001 + 30 * DAY, Known.NOTHING);

        assertThat(bars).containsExactly(Bar.NOT, Bar.NOT, Bar.SURELY, Bar.SURELY, Bar.NOT);
    }

    @Test
    void aBracketOfRemovalBarsPossiblyWhereItMayAndSurelyWhereItMust() {
        post(0, new Known(Known.NEVER, hours(10), hours(20)));
        post(10, Known.NOTHING);
        post(15, Known.NOTHING);
        post(21, Known.NOTHING);
        post(15 + 30 * DAY, Known.NOTHING);
        post(21 + 30 * DAY, Known.NOTHING);

        assertThat(bars).containsExactly(Bar.NOT, Bar.NOT, Bar.POSSIBLY, Bar.SURELY, Bar.POSSIBLY, Bar.NOT);
    }

    @Test
    void anItemGoneForUnknownReasonsIsPerhapsAStrike() {
        post(0, new Known(Known.NEVER, hours(10), Known.NEVER));
        post(11, Known.NOTHING);

        assertThat(bars).containsExactly(Bar.NOT, Bar.POSSIBLY);
    }

    @Test
    void whatIsPostedWhileBarredIsNoSureStrike() {
        post(0, Known.flagged(hours(1)));
        post(29 * DAY, Known.flagged(hours(29 * DAY + 1)));
        post(40 * DAY, Known.NOTHING);

        assertThat(bars).containsExactly(Bar.NOT, Bar.SURELY, Bar.POSSIBLY);
    }

    @Test
    void whatHangsOnAnotherCopyIsNoSureStrike() {
        bars.add(account.post(0, Known.flagged(hours(1)), Standing.VIOLATING, true));
        post(2, Known.NOTHING);

        assertThat(bars).containsExactly(Bar.NOT, Bar.POSSIBLY);
    }

    @Test
    void aListThatHadTheContentBeforeItWasPostedIsAStrikeOncePosted() {
        post(50 * DAY, Known.flagged(0));
        post(51 * DAY, Known.NOTHING);

        assertThat(bars).containsExactly(Bar.NOT, Bar.SURELY);
    }

    @Test
    void onlyViolationsAreStrikesAndABarKeepsOutWhateverTheAccountPosts() {
        post(0, Known.flagged(hours(1)), Standing.PROTECTED);
        post(2, Known.flagged(hours(3)), Standing.OTHER);
        post(4, Known.flagged(hours(5)), Standing.VIOLATING);
        post(6, Known.NOTHING, Standing.VIOLATING);
        post(7, Known.NOTHING, Standing.PROTECTED);

        assertThat(bars).containsExactly(Bar.NOT, Bar.NOT, Bar.NOT, Bar.SURELY, Bar.SURELY);
    }

    @Test
    void itemsOutOfOrderAreRefused() {
        post(2, Known.NOTHING);

        assertThatThrownBy(() -> post(1, Known.NOTHING)).hasMessageContaining("in order of posting");
    }
}
