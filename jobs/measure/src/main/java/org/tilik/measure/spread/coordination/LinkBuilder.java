// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.coordination;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Adds up the pairs of shares of two accounts, window by window.
 *
 * <p>Distinct items are held, each once, so that memory grows with the items of the one link at hand.
 */
public final class LinkBuilder {

    private static final int EARLIER = 0;
    private static final int LATER = 1;
    private static final int FIRST = 2;
    private static final int OTHER = 3;
    private static final int ROLES = 4;
    private static final int BITS = Byte.SIZE;
    private static final int ABSENT = (1 << BITS) - 1;

    private final String account;
    private final String other;
    private final long[] weights;
    private final long[] gaps;
    /** By item, the narrowest window in which it has each role, one byte a role. */
    private final Map<String, Integer> roles = new HashMap<>();

    /**
     * For two accounts, in order by name.
     *
     * @throws IllegalArgumentException if there are more windows than a byte can number
     */
    public LinkBuilder(String account, String otherAccount, int windows) {
        if (windows >= ABSENT) {
            throw new IllegalArgumentException(windows + " windows, expected fewer than " + ABSENT + ".");
        }
        this.account = account;
        this.other = otherAccount;
        this.weights = new long[windows];
        this.gaps = new long[windows];
    }

    /**
     * One pair, which counts in its narrowest window and all wider ones.
     *
     * @param firstIsEarlier whether the earlier item is of the first account
     */
    public void add(String earlierItem, String laterItem, boolean firstIsEarlier, long gapMicros, int narrowest) {
        for (int w = narrowest; w < weights.length; w++) {
            weights[w]++;
            gaps[w] += gapMicros;
        }
        take(earlierItem, EARLIER, narrowest);
        take(earlierItem, firstIsEarlier ? FIRST : OTHER, narrowest);
        take(laterItem, LATER, narrowest);
        take(laterItem, firstIsEarlier ? OTHER : FIRST, narrowest);
    }

    private void take(String item, int role, int narrowest) {
        int known = roles.getOrDefault(item, -1);
        if (narrowest < window(known, role)) {
            roles.put(item, (known & ~(ABSENT << (role * BITS))) | (narrowest << (role * BITS)));
        }
    }

    private static int window(int packed, int role) {
        return (packed >>> (role * BITS)) & ABSENT;
    }

    /** The link in one window; empty if it has no pair there. */
    public Optional<AccountLink> link(int window) {
        if (weights[window] == 0) {
            return Optional.empty();
        }
        long[] items = new long[ROLES];
        for (int packed : roles.values()) {
            for (int role = 0; role < ROLES; role++) {
                items[role] += window(packed, role) <= window ? 1 : 0;
            }
        }
        return Optional.of(new AccountLink(
                account,
                other,
                weights[window],
                gaps[window],
                items[EARLIER],
                items[LATER],
                items[FIRST],
                items[OTHER]));
    }
}
