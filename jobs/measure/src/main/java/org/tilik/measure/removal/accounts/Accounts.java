// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.accounts;

import java.util.List;
import java.util.Set;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.TimeBracket;
import org.tilik.measure.removal.accounts.AccountHistory.Account;

/**
 * Accounts by the time until they were gone, in hours since their first post that is tracked.
 *
 * <p>Accounts that were gone before they were ever captured are in no archive (Conway et al. 2019,
 * doi:10.1080/1057610X.2018.1513984, say so of their own data), so an account enters when its first item
 * did. Those of which only all items are gone may be gone: left out of lower bounds and counted in upper ones.
 */
public final class Accounts {
    /** Name of the cause that counts. */
    public static final String GONE = "gone";

    private static final String UNKNOWN = "unknown";

    /** The share that is wanted. */
    public static final List<CauseGroup> GROUPS = List.of(new CauseGroup(GONE, Set.of(GONE), Set.of(UNKNOWN)));

    private final RemovalDataBuilder data = RemovalData.builder(List.of(GONE, UNKNOWN));
    private long known;

    /** Adds an account; accounts are independent of each other. */
    public Accounts add(Account account) {
        TimeBracket origin = TimeBracket.at(account.origin());
        double watched = account.watchedFrom() == null ? 0 : origin.hoursAtMost(account.watchedFrom());
        double entry = watched > 0 ? watched : Double.NEGATIVE_INFINITY;
        if (account.goneAt() == null) {
            double until = account.lastVisible() == null ? 0 : origin.hoursAtLeast(account.lastVisible());
            data.add(until > 0 ? entry : 0, until, Double.POSITIVE_INFINITY, 0, 1);
            return this;
        }
        double upper = Math.max(0, origin.hoursAtMost(account.goneAt().high()));
        double lower = Math.min(upper, origin.hoursAtLeast(account.goneAt().low()));
        data.add(entry, lower, upper, account.known() ? 1 : 2, 1);
        known += account.known() ? 1 : 0;
        return this;
    }

    /** Number of accounts that a source says are gone; where it is 0, sources may not tell of accounts at all. */
    public long knownGone() {
        return known;
    }

    /** One row for each account with follow-up. */
    public RemovalData data() {
        return data.build();
    }

    /**
     * The hours from the loss of an account to that of an item of it, as a bracket; below 0 where the item went first.
     *
     * @param low the least
     * @param high the most, +∞ where the item was not seen gone
     */
    public record Lag(double low, double high) {

        /**
         * The lag of an item behind its account, interval minus interval: (a − R, b − L] for an account gone in (L, R] and
         * an item in (a, b].
         */
        public static Lag of(TimeBracket account, TimeBracket item) {
            return new Lag(account.leastHours(item.low()), account.hoursAtMost(item.high()));
        }
    }
}
