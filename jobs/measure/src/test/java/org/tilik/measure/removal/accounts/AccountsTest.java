// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;
import org.tilik.measure.removal.TimeBracket;
import org.tilik.measure.removal.accounts.AccountHistory.Account;
import org.tilik.measure.removal.accounts.AccountHistory.ItemSpan;
import org.tilik.measure.removal.accounts.AccountHistory.Loss;

class AccountsTest {
    private static final Instant START = Instant.parse("2024-06-03T12:00:00Z");

    @Test
    void anAccountIsThereAsLongAsAnyOfItsItems() {
        Account account = new AccountHistory()
                .add(item(5, null, 20.0, Loss.BY_ITSELF, 30.0))
                .add(item(2, null, 50.0, Loss.NONE, null))
                .read();

        assertThat(account).isEqualTo(new Account(at(2), null, at(50), null, false));
    }

    @Test
    void aNoticeEndsItAfterTheLastSightingBeforeIt() {
        Account account = new AccountHistory()
                .add(item(2, null, 20.0, Loss.UNKNOWN, 40.0))
                .add(item(3, null, 80.0, Loss.NONE, null))
                .gone(new TimeBracket(at(10), at(30)))
                .gone(TimeBracket.at(at(70)))
                .read();

        assertThat(account.goneAt()).isEqualTo(new TimeBracket(at(20), at(30)));
        assertThat(account.known()).isTrue();
        assertThat(account.lastVisible()).isEqualTo(at(20));
    }

    @Test
    void anItemThatWentWithTheAccountIsANotice() {
        Account account = new AccountHistory()
                .add(item(2, null, 20.0, Loss.WITH_ACCOUNT, 25.0))
                .add(item(2, null, 22.0, Loss.UNKNOWN, 40.0))
                .read();

        assertThat(account.goneAt()).isEqualTo(new TimeBracket(at(22), at(25)));
        assertThat(new AccountHistory()
                        .add(item(2, null, 20.0, Loss.WITH_ACCOUNT, 20.0))
                        .read()
                        .goneAt()
                        .isExact())
                .isTrue();
    }

    @Test
    void whereAllItemsAreGoneTheAccountMayBe() {
        Account lost = new AccountHistory()
                .add(item(2, null, 20.0, Loss.UNKNOWN, 30.0))
                .add(item(4, null, null, Loss.UNKNOWN, 50.0))
                .read();
        assertThat(lost.goneAt()).isEqualTo(new TimeBracket(at(20), at(50)));
        assertThat(lost.known()).isFalse();

        Account moderated = new AccountHistory()
                .add(item(2, null, 20.0, Loss.UNKNOWN, 30.0))
                .add(item(4, null, 6.0, Loss.BY_ITSELF, 50.0))
                .read();
        assertThat(moderated.goneAt()).isNull();
        assertThat(moderated.lastVisible()).isEqualTo(at(20));
    }

    @Test
    void anAccountWithoutItemsIsNone() {
        assertThat(new AccountHistory().gone(TimeBracket.at(at(5))).read()).isNull();
    }

    /** Of four accounts one is gone at 10 h, one may be; two are there at the end. */
    @Test
    void accountsThatMayBeGoneCountInTheUpperBound() {
        Accounts accounts = new Accounts()
                .add(account(0, null, 5.0, 10.0, 10.0, true))
                .add(account(0, null, 5.0, 12.0, 20.0, false))
                .add(account(0, null, 100.0, null, null, false))
                .add(account(0, null, 100.0, null, null, false));
        Share day = share(accounts, 24);

        assertThat(day.identifiability()).isEqualTo(Identifiability.BOUNDS);
        assertThat(day.boundLow()).isCloseTo(0.25, within(1e-6));
        assertThat(day.boundHigh()).isCloseTo(0.5, within(1e-6));
        assertThat(accounts.knownGone()).isEqualTo(1);
    }

    @Test
    void anAccountEntersWithItsFirstItemAndOneSeenOnceHasNoFollowUp() {
        RemovalData data = new Accounts()
                .add(account(0, 6.0, 30.0, null, null, false))
                .add(account(0, 0.0, 0.0, null, null, false))
                .add(account(5, 6.0, 5.0, 5.0, 5.0, true))
                .data();

        assertThat(data.entry(0)).isEqualTo(6);
        assertThat(data.size()).isOne();
        assertThat(data.noFollowUp()).isEqualTo(2);
    }

    @Test
    void theLagOfAnItemIsOneBracketMinusTheOther() {
        TimeBracket account = new TimeBracket(at(10), at(14));

        assertThat(Accounts.Lag.of(account, new TimeBracket(at(12), at(20)))).isEqualTo(new Accounts.Lag(-2, 10));
        assertThat(Accounts.Lag.of(TimeBracket.at(at(10)), TimeBracket.at(at(10))))
                .isEqualTo(new Accounts.Lag(0, 0));
    }

    private static Share share(Accounts accounts, double deadline) {
        return RemovalEstimator.standard()
                .withDeadlines(deadline)
                .withCauseGroups(Accounts.GROUPS)
                .estimate(accounts.data())
                .causeGroups()
                .get(Accounts.GONE)
                .get(0)
                .share();
    }

    private static Account account(
            double origin, Double watched, double visible, Double from, Double to, boolean known) {
        return new Account(
                at(origin),
                watched == null ? null : at(watched),
                at(visible),
                from == null ? null : new TimeBracket(at(from), at(to)),
                known);
    }

    private static ItemSpan item(double posted, Double watched, Double visible, Loss loss, Double gone) {
        return new ItemSpan(
                at(posted),
                watched == null ? null : at(watched),
                visible == null ? null : at(visible),
                loss,
                gone == null ? null : at(gone));
    }

    private static Instant at(double hours) {
        return START.plusSeconds(Math.round(hours * 3600));
    }
}
