// SPDX-License-Identifier: GPL-3.0-or-later
/** How long platforms took to answer referrals, and what the answer was. */
package org.tilik.measure.removal.referral;
