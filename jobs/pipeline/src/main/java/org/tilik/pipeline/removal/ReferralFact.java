// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tilik.measure.removal.TimeBracket;
import org.tilik.measure.removal.referral.Referral;
import org.tilik.measure.removal.referral.ReferralOutcome;

/**
 * What is known of one referral of one item, through one channel or through any, on its way to its strata. Flink needs it
 * mutable, with public fields.
 */
public final class ReferralFact {
    /** Labels of the strata that count it. */
    public String[] strata;
    /** {@link EpisodeStatus}; only measured ones go to the strata. */
    public String status;
    /** Null where unknown. */
    public String accountKey;
    /** Null where the item has no family. */
    public String familyId;

    public Instant referredLo;
    public Instant referredHi;
    /** When the item came under observation; null = it was from the start. */
    public Instant watchedFrom;
    /** Channels through which it was referred, in order; with each the time of its last row and whether one answers. */
    public String[] channels;

    public Instant[] lastRows;
    public boolean[] answers;
    /** First answer after the referral; null for none. */
    public Instant answerLo;

    public Instant answerHi;
    public boolean removed;
    /** First withholding in some country after the referral; null for none. */
    public Instant withheldLo;

    public Instant withheldHi;
    /** Between which times the item went; null where it was not seen gone. */
    public Instant goneLo;

    public Instant goneHi;
    /** {@link ReferralOutcome} of that; null for none. */
    public String goneBy;

    public boolean confirmed;
    /** When the item was last known visible; null for never. */
    public Instant lastVisible;

    /**
     * The same end counted from another origin, which is no later. The item is at risk only from the referral on: had it gone
     * before, there would have been none.
     */
    ReferralFact from(ClockOrigin origin) {
        ReferralFact fact = new ReferralFact();
        fact.strata = strata;
        fact.status = status;
        fact.accountKey = accountKey;
        fact.familyId = familyId;
        fact.referredLo = origin.lo();
        fact.referredHi = origin.hi();
        fact.watchedFrom = watchedFrom != null && watchedFrom.isAfter(referredHi) ? watchedFrom : referredHi;
        fact.channels = channels;
        fact.lastRows = lastRows;
        fact.answers = answers;
        fact.answerLo = answerLo;
        fact.answerHi = answerHi;
        fact.removed = removed;
        fact.withheldLo = withheldLo;
        fact.withheldHi = withheldHi;
        fact.goneLo = goneLo;
        fact.goneHi = goneHi;
        fact.goneBy = goneBy;
        fact.confirmed = confirmed;
        fact.lastVisible = lastVisible;
        return fact;
    }

    /** The same as the estimator takes it, in a family of this number. */
    Referral toReferral(int family) {
        List<Referral.Ledger> ledgers = new ArrayList<>();
        for (int i = 0; i < channels.length; i++) {
            ledgers.add(new Referral.Ledger(channels[i], lastRows[i], answers[i]));
        }
        return new Referral(
                new TimeBracket(referredLo, referredHi),
                watchedFrom,
                ledgers,
                answerHi == null ? null : new Referral.Answer(new TimeBracket(answerLo, answerHi), removed),
                withheldHi == null ? null : new TimeBracket(withheldLo, withheldHi),
                goneHi == null
                        ? null
                        : new Referral.Disappearance(
                                new TimeBracket(goneLo, goneHi), ReferralOutcome.valueOf(goneBy), confirmed),
                lastVisible,
                family);
    }
}
