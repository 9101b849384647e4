// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.coordination;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Adds up the pairs of shares of two accounts, window by window.
 *
 * <p>Distinct items are held, so that memory grows with the pairs of the one link at hand.
 */
public final class LinkBuilder {

    private static final class Sums {
        private long weight;
        private long gapMicros;
        private final Set<String> earlier = new HashSet<>();
        private final Set<String> later = new HashSet<>();
        private final Set<String> items = new HashSet<>();
        private final Set<String> others = new HashSet<>();
    }

    private final String account;
    private final String other;
    private final Sums[] byWindow;

    /** For two accounts, in order by name. */
    public LinkBuilder(String account, String otherAccount, int windows) {
        this.account = account;
        this.other = otherAccount;
        this.byWindow = new Sums[windows];
        for (int w = 0; w < windows; w++) {
            byWindow[w] = new Sums();
        }
    }

    /**
     * One pair, which counts in its narrowest window and all wider ones.
     *
     * @param firstIsEarlier whether the earlier item is of the first account
     */
    public void add(String earlierItem, String laterItem, boolean firstIsEarlier, long gapMicros, int narrowest) {
        for (int w = narrowest; w < byWindow.length; w++) {
            Sums sums = byWindow[w];
            sums.weight++;
            sums.gapMicros += gapMicros;
            sums.earlier.add(earlierItem);
            sums.later.add(laterItem);
            sums.items.add(firstIsEarlier ? earlierItem : laterItem);
            sums.others.add(firstIsEarlier ? laterItem : earlierItem);
        }
    }

    /** The link in one window; empty if it has no pair there. */
    public Optional<AccountLink> link(int window) {
        Sums sums = byWindow[window];
        return sums.weight == 0
                ? Optional.empty()
                : Optional.of(new AccountLink(
                        account,
                        other,
                        sums.weight,
                        sums.gapMicros,
                        sums.earlier.size(),
                        sums.later.size(),
                        sums.items.size(),
                        sums.others.size()));
    }
}
