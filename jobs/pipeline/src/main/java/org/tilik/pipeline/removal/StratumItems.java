// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;

/** Collects the items of one stratum in columns of numbers, so that the largest stratum fits into memory. */
final class StratumItems {
    private static final int NO_FAMILY = -1;

    private final int k;
    private final RemovalDataBuilder asSeen = RemovalData.builder(Causes.NAMES);
    private final RemovalDataBuilder unconfirmedCensored = RemovalData.builder(Causes.NAMES);
    private final Set<String> causes = new TreeSet<>();
    /** Numbers of families in the order of arrival; estimates do not depend on it. */
    private final Map<String, Integer> families = new HashMap<>();

    private final Set<String> accounts = new HashSet<>();
    private long unconfirmed;

    /** For a stratum that is published when it holds k accounts. */
    StratumItems(int k) {
        this.k = k;
    }

    void add(StratumItem item) {
        int family = item.familyId == null ? NO_FAMILY : families.computeIfAbsent(item.familyId, id -> families.size());
        asSeen.add(item.entry, item.lower, item.upper, Causes.number(item.cause), 1, family);
        if (item.confirmed) {
            unconfirmedCensored.add(item.entry, item.lower, item.upper, Causes.number(item.cause), 1, family);
        } else {
            unconfirmedCensored.add(item.entry, item.lower, Double.POSITIVE_INFINITY, 0, 1, family);
            unconfirmed++;
        }
        if (item.cause != null) {
            causes.add(item.cause);
        }
        // Only whether there are k is ever asked. Unknown accounts might all be one that is counted already.
        if (item.accountKey != null && accounts.size() < k) {
            accounts.add(item.accountKey);
        }
    }

    RemovalData asSeen() {
        return asSeen.build();
    }

    /** The same items, those whose only sign of disappearance is one last absence censored before it. */
    RemovalData unconfirmedCensored() {
        return unconfirmedCensored.build();
    }

    long unconfirmed() {
        return unconfirmed;
    }

    Set<String> causes() {
        return causes;
    }

    boolean hasEnoughAccounts() {
        return accounts.size() >= k;
    }
}
