// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.referral;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What ended the wait for an answer to a referral; the outcomes compete, and the first one counts. */
public enum ReferralOutcome {
    /** The platform said that it removed the item, or the item went by an act that is removal. */
    REMOVED,
    /** The platform said that it will not remove the item. */
    REJECTED,
    /** The platform withheld the item in some countries only. */
    WITHHELD,
    /** The author deleted the item first. */
    AUTHOR,
    /** The item was gone first, and nobody says by whom. */
    UNKNOWN;

    /** The names of all, in order: the causes of removal data about referrals. */
    static final List<String> NAMES =
            Arrays.stream(values()).map(ReferralOutcome::id).toList();

    /** The name used in results. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The number of this cause in such data. */
    int number() {
        return NAMES.indexOf(id()) + 1;
    }
}
