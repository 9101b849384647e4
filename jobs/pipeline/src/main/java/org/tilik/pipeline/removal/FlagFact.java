// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.model.EventKind;
import org.tilik.pipeline.study.Clock;

/**
 * When an item was first reported, referred and ordered to be removed, as far as rows state it; null where no row does.
 * Flink needs it mutable, with public fields.
 */
public final class FlagFact {
    /** How flags travel between operators. */
    public static final TypeInformation<FlagFact> TYPE = Types.POJO(FlagFact.class);

    public String itemKey;
    /** First report by a user. */
    public Instant reportedAt;
    /** First referral by anybody else. */
    public Instant referredAt;
    /** First removal order. */
    public Instant orderedAt;

    /** The flags in these observations of an item. */
    static FlagFact of(String itemKey, List<ItemObservation> observations) {
        FlagFact fact = new FlagFact();
        fact.itemKey = itemKey;
        for (ItemObservation observation : observations) {
            if (EventKind.REFERRAL.name().equals(observation.kind)
                    && observation.timeHi != null
                    && !ReferralHistory.isAnswer(observation)) {
                switch (ClockOrigin.clockOf(observation.channel)) {
                    case REPORTED -> fact.reportedAt = earlier(fact.reportedAt, observation.timeHi);
                    case REFERRED -> fact.referredAt = earlier(fact.referredAt, observation.timeHi);
                    case ORDERED -> fact.orderedAt = earlier(fact.orderedAt, observation.timeHi);
                    case POSTED, FIRST_SEEN ->
                        throw new IllegalStateException("A channel starts " + Clock.POSTED.id() + "; it cannot.");
                }
            }
        }
        return fact;
    }

    /** Whether anybody flagged the item. */
    boolean isFlagged() {
        return reportedAt != null || referredAt != null || orderedAt != null;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }
}
