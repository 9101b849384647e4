// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;
import org.tilik.measure.removal.TimeBracket;
import org.tilik.measure.removal.accounts.AccountHistory.Account;
import org.tilik.pipeline.strata.Stratum;

/** How long an account was there, on its way to its strata. Flink needs it mutable, with public fields. */
public final class AccountLife {
    public String accountKey;
    public String platform;
    /** Its first tracked post. */
    public Instant origin;
    /** When it came under observation; null = it was from the start. */
    public Instant watchedFrom;
    /** When it was last known to be there. */
    public Instant lastVisible;
    /** Between which times it was gone; null where it was not seen gone. */
    public Instant goneLo;

    public Instant goneHi;
    /** Whether a source says that the account is gone, rather than that all its items are. */
    public boolean known;

    static AccountLife of(String accountKey, String platform, Account account) {
        AccountLife life = new AccountLife();
        life.accountKey = accountKey;
        life.platform = platform;
        life.origin = account.origin();
        life.watchedFrom = account.watchedFrom();
        life.lastVisible = account.lastVisible();
        life.goneLo = account.goneAt() == null ? null : account.goneAt().low();
        life.goneHi = account.goneAt() == null ? null : account.goneAt().high();
        life.known = account.known();
        return life;
    }

    Account toAccount() {
        TimeBracket gone = goneHi == null ? null : new TimeBracket(goneLo, goneHi);
        return new Account(origin, watchedFrom, lastVisible, gone, known);
    }

    /** Labels of the strata that count it. */
    String[] strata() {
        return new String[] {Stratum.ALL.label(), new Stratum("platform", platform).label()};
    }
}
