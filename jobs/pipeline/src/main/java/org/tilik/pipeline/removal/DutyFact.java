// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.measure.removal.referral.Referral;
import org.tilik.measure.removal.referral.ReferralOutcome;
import org.tilik.pipeline.classify.Standing;
import org.tilik.pipeline.study.Clock;

/**
 * What became of one item about which a platform was bound or asked to do something. Flink needs it mutable, with public
 * fields.
 */
public final class DutyFact {
    /** How facts travel between operators. */
    public static final TypeInformation<DutyFact> TYPE = Types.POJO(DutyFact.class);

    /** In {@link #signatory}: nobody knows. */
    public static final String UNKNOWN = "unknown";
    /** In {@link #signatory}: it binds without a signature. */
    public static final String NOT_ASKED = "not_asked";

    /** Id of what asks for it. */
    public String event;
    /** Jurisdiction of that. */
    public String jurisdiction;
    /** Clock on which it is measured here: that of the duty or, for comparison, another that started for the same item. */
    public String clock;
    /** The same, or one of its countries. */
    public String place;

    public String platform;
    /** Calendar month in which the clock started. */
    public String month;
    /** {@code true}, {@code false}, or why there is no answer. */
    public String signatory;
    /** How near the item is to being tracked by its scores, or not being tracked. */
    public Standing standing = Standing.TRACKED;
    /** Null where unknown. */
    public String accountKey;
    /** Null where the item has no family. */
    public String familyId;
    /** What came of the requests; null where nobody needs to ask. */
    public ReferralFact referral;
    /** Where nobody needs to ask: hours from the origin, as in episodes. */
    public Double entry;

    public double lower;
    /** Null where the item was not seen gone. */
    public Double upper;
    /** Cause of disappearance; null where it was not seen gone. */
    public String cause;
    /** False where it is gone by one last unconfirmed absence only. */
    public boolean confirmed = true;

    /** What came of the requests, as estimators take it, in a family of this number. */
    public Referral referral(int family) {
        return referral.toReferral(family);
    }

    /** The same item with the same end, on another clock that started when or before the duty's did. */
    DutyFact earlier(Clock other, ClockOrigin origin) {
        DutyFact fact = on(other);
        fact.referral = referral.from(origin);
        return fact;
    }

    /** The same item on another clock, without its times. */
    DutyFact on(Clock other) {
        DutyFact fact = new DutyFact();
        fact.event = event;
        fact.jurisdiction = jurisdiction;
        fact.clock = other.id();
        fact.place = place;
        fact.platform = platform;
        fact.month = month;
        fact.signatory = signatory;
        fact.standing = standing;
        fact.accountKey = accountKey;
        fact.familyId = familyId;
        fact.cause = cause;
        fact.confirmed = confirmed;
        return fact;
    }

    /** Whether the platform itself said what it did. */
    public boolean isAnswered() {
        return referral != null && referral.answerHi != null;
    }

    /** Whether an item that somebody was asked about is gone, and nobody says by whom. */
    public boolean isGoneByUnknownHands() {
        return referral != null && ReferralOutcome.UNKNOWN.name().equals(referral.goneBy);
    }

    /** Whether the item was seen gone or withheld. */
    public boolean isSeenToEnd() {
        return referral == null ? upper != null : referral.goneHi != null || referral.withheldHi != null;
    }
}
