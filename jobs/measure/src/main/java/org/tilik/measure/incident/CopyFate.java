// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

/**
 * What became of one copy, as far as it is known.
 *
 * @param isRemoved whether it was seen gone by a cause that is removal
 * @param isGone whether it was seen gone, for whatever cause
 * @param isVisible whether it was there when last looked at
 * @param mayBeVisible whether it is not known to be gone: visible, or never looked at
 */
public record CopyFate(boolean isRemoved, boolean isGone, boolean isVisible, boolean mayBeVisible) {
    /** A copy that nobody followed. */
    public static final CopyFate UNKNOWN = new CopyFate(false, false, false, true);
}
