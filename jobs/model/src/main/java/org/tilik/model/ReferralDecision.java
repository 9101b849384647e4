// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

/** What the platform answered to a referral. */
public enum ReferralDecision {
    REMOVED,
    REJECTED,
    PENDING
}
