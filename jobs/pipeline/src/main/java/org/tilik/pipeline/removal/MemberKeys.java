// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Families and accounts of the members of one stratum. */
public final class MemberKeys {
    private static final int NO_FAMILY = -1;

    private final int k;
    /** Numbers of families in the order of arrival; estimates do not depend on it. */
    private final Map<String, Integer> families = new HashMap<>();

    private final Set<String> accounts = new HashSet<>();

    /** For a stratum that is published when it holds k accounts. */
    public MemberKeys(int k) {
        this.k = k;
    }

    /** Counts a member's account, and numbers its family; −1 for none. */
    public int add(String accountKey, String familyId) {
        // Only whether there are k is ever asked. Unknown accounts might all be one that is counted already.
        if (accountKey != null && accounts.size() < k) {
            accounts.add(accountKey);
        }
        return familyId == null ? NO_FAMILY : families.computeIfAbsent(familyId, id -> families.size());
    }

    /** Whether so many different accounts are known as publication takes. */
    public boolean hasEnoughAccounts() {
        return accounts.size() >= k;
    }
}
