// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

/** How a copy first disappeared. */
public enum Departure {
    /** By act of platform, moderators, referral or legal order. */
    REMOVED,
    /** By its author: no removal. */
    BY_AUTHOR,
    /** Nobody knows by whom: not counted as removal. */
    UNKNOWN,
    /** It was not seen gone. */
    NOT_SEEN
}
