// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.referral;

import java.time.Instant;
import java.util.List;
import org.tilik.measure.removal.TimeBracket;

/**
 * The first referral of an item, through one channel or through any, and all that is known of what came of it. Later
 * referrals of the same item through the same channel are reminders and start no clock of their own.
 *
 * @param referredAt when it was referred
 * @param watchedFrom when the item came under observation; null = it was from the start
 * @param ledgers the channels through which it was referred, at least one
 * @param answer the first answer after the referral, null for none
 * @param withheldAt when it was first withheld in some country after the referral, null for never
 * @param disappearance how it went after the referral, null where it was not seen gone
 * @param lastVisible when it was last known visible, null for never
 * @param family family of the item, −1 for none
 */
public record Referral(
        TimeBracket referredAt,
        Instant watchedFrom,
        List<Ledger> ledgers,
        Answer answer,
        TimeBracket withheldAt,
        Disappearance disappearance,
        Instant lastVisible,
        int family) {

    /** Copies the list of channels. */
    public Referral {
        ledgers = List.copyOf(ledgers);
    }

    /**
     * What a list of referrals says of an item through one channel.
     *
     * @param channel name of the channel
     * @param lastRow time of its last row about the item
     * @param answers whether any of these rows states an answer
     */
    public record Ledger(String channel, Instant lastRow, boolean answers) {}

    /**
     * What the platform answered.
     *
     * @param at when
     * @param removed whether it removed the item; otherwise it refused to
     */
    public record Answer(TimeBracket at, boolean removed) {}

    /**
     * How the item went.
     *
     * @param at when
     * @param outcome REMOVED, AUTHOR or UNKNOWN
     * @param confirmed false where a single last absence is the only sign
     */
    public record Disappearance(TimeBracket at, ReferralOutcome outcome, boolean confirmed) {}
}
