// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import java.util.Locale;

/** What a ledger says was done; where one entry states several, the first of these counts. */
public enum LedgerAction {
    REMOVED,
    DISABLED,
    ACCOUNT_TERMINATED,
    ACCOUNT_SUSPENDED,
    SERVICE,
    DEMOTED,
    AGE_RESTRICTED,
    INTERACTION_RESTRICTED,
    LABELLED,
    MONETARY,
    OTHER,
    /** The ledger says that something was done about all that was asked, not what. */
    TAKEN,
    /** The same about a part of it. */
    PARTLY_TAKEN,
    NOT_TAKEN,
    IMPOSSIBLE,
    REJECTED,
    PENDING,
    UNKNOWN;

    /** The name used in tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it takes content out of sight; demotion, labels and age gates do not, and money is another matter. */
    public boolean hides() {
        return this == REMOVED || this == DISABLED || this == ACCOUNT_TERMINATED || this == ACCOUNT_SUSPENDED;
    }
}
