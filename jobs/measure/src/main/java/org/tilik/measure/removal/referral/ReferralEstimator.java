// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.referral;

import java.util.List;
import java.util.Set;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;

/**
 * Estimates the shares of referrals that were answered, that ended in removal, that were rejected, and that were still
 * pending within deadlines counted from the referral.
 *
 * <p>Rejection competes with removal, and so does the author's own deletion: Aalen and Johansen 1978,
 * jstor:4615704, for exact times; the sub-distribution NPMLE of Hudgens, Satten and Longini 2001,
 * doi:10.1111/j.0006-341X.2001.00074.x, with bounds, where items went between two looks. One minus a Kaplan–Meier curve
 * that censors rejections would overstate removal and is not offered.
 *
 * @param options deadlines, level, resampling; its groups of causes are replaced
 */
public record ReferralEstimator(RemovalEstimator options) {
    private static final String ANSWERED = "answered";
    private static final Set<String> UNKNOWN = Set.of(ReferralOutcome.UNKNOWN.id());
    private static final List<CauseGroup> GROUPS = List.of(
            new CauseGroup(
                    ANSWERED,
                    Set.of(ReferralOutcome.REMOVED.id(), ReferralOutcome.REJECTED.id(), ReferralOutcome.WITHHELD.id()),
                    UNKNOWN),
            new CauseGroup(ReferralOutcome.REMOVED.id(), Set.of(ReferralOutcome.REMOVED.id()), UNKNOWN),
            // An item that is gone was not refused.
            new CauseGroup(ReferralOutcome.REJECTED.id(), Set.of(ReferralOutcome.REJECTED.id()), Set.of()));

    /**
     * Estimates from these referrals.
     *
     * @param censorUnconfirmed whether a single last absence of an item is taken as not gone
     */
    public ReferralEstimate estimate(Referrals referrals, boolean censorUnconfirmed) {
        RemovalEstimate waits = options.withCauseGroups(GROUPS).estimate(referrals.data(censorUnconfirmed));
        return new ReferralEstimate(
                waits,
                referrals.alreadyGone(),
                waits.causeGroups().get(ANSWERED),
                waits.causeGroups().get(ReferralOutcome.REMOVED.id()),
                waits.causeGroups().get(ReferralOutcome.REJECTED.id()),
                waits.deadlines().stream().map(ReferralEstimator::stillPending).toList());
    }

    private static DeadlineShare stillPending(DeadlineShare ended) {
        return new DeadlineShare(
                ended.deadlineHours(),
                ended.share().complement(),
                ended.conditionalOnHours(),
                ended.givenCaptured().complement());
    }
}
