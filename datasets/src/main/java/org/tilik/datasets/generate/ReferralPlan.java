// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * Referrals of supportive items to the platform, or orders to remove them.
 *
 * @param share share of supportive items that are referred
 * @param delayMeanHours mean time from posting to the referral, hours
 * @param answerMeanHours mean time from the referral to its answer, hours
 * @param accepted share of answered referrals after which the platform removes the item
 * @param unanswered share of referrals that are never answered
 */
public record ReferralPlan(
        double share, double delayMeanHours, double answerMeanHours, double accepted, double unanswered) {
    /** Nobody asks for anything. */
    static final ReferralPlan NONE = new ReferralPlan(0, 1, 1, 1, 0);
}
