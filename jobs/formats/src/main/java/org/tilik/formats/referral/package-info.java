// SPDX-License-Identifier: GPL-3.0-or-later
/** Lists of items that authorities or trusted flaggers referred to a platform. */
package org.tilik.formats.referral;
