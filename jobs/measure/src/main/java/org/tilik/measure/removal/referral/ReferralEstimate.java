// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.referral;

import java.util.List;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.RemovalEstimate;

/**
 * What became of referrals within each deadline, as shares in [0, 1] of all of them that had follow-up.
 *
 * <p>{@code answered} = removed, rejected or withheld; {@code pending} = none of these, and the item is still there. What
 * is left to 1 was gone before an answer, by its author or nobody knows by whom; the latter are left out of the lower
 * bounds of answered and removed and counted in the upper.
 *
 * @param waits the wait for whatever comes first
 * @param alreadyGone referrals of items that were gone already, in none of the shares
 */
public record ReferralEstimate(
        RemovalEstimate waits,
        long alreadyGone,
        List<DeadlineShare> answered,
        List<DeadlineShare> removed,
        List<DeadlineShare> rejected,
        List<DeadlineShare> pending) {}
