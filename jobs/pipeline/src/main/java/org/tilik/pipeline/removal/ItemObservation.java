// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;

/**
 * One observation of an item's visibility or its views, or a referral of it: the columns of the observations table that episodes
 * need. Flink needs it mutable, with public fields.
 */
public final class ItemObservation {
    public String itemKey;
    /** REMOVAL, REAPPEARANCE, RECHECK, REFERRAL or COUNTS. */
    public String kind;

    public Instant timeLo;
    public Instant timeHi;
    /** For re-checks ALIVE, GONE, BLOCKED or ERROR; for referrals REMOVED, REJECTED or PENDING. */
    public String outcome;

    public boolean explicit;
    /** Whether it was told of the account and reaches the item only through it. */
    public boolean ofAccount;
    /** Whether its source would have said nothing had it been the other way. */
    public boolean oneSided;

    public String actor;
    public String reach;
    public String reason;
    /** Referral channel. */
    public String channel;
    /** Where it is withheld, or where the law is that a referral invokes; ISO 3166-1 alpha-2; never null in a row. */
    public String[] countries = {};
    /** Cumulative views by then; null where the source does not state them. */
    public Long views;

    /** The same observation, of this item. */
    ItemObservation about(String key) {
        ItemObservation copy = new ItemObservation();
        copy.itemKey = key;
        copy.kind = kind;
        copy.timeLo = timeLo;
        copy.timeHi = timeHi;
        copy.outcome = outcome;
        copy.explicit = explicit;
        copy.ofAccount = ofAccount;
        copy.oneSided = oneSided;
        copy.actor = actor;
        copy.reach = reach;
        copy.reason = reason;
        copy.channel = channel;
        copy.countries = countries;
        copy.views = views;
        return copy;
    }
}
