// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

/**
 * Numbers of copies.
 *
 * @param copies all of them
 * @param removed those seen gone by a cause that is removal
 * @param gone those seen gone for whatever cause
 * @param visibleLow those that were there when last looked at
 * @param visibleHigh those not known to be gone
 */
public record CopyCounts(long copies, long removed, long gone, long visibleLow, long visibleHigh) {
    static final CopyCounts NONE = new CopyCounts(0, 0, 0, 0, 0);

    static CopyCounts of(CopyFate fate) {
        return new CopyCounts(
                1,
                fate.isRemoved() ? 1 : 0,
                fate.isGone() ? 1 : 0,
                fate.isVisible() ? 1 : 0,
                fate.mayBeVisible() ? 1 : 0);
    }

    /** These and others. */
    CopyCounts with(CopyCounts other) {
        return new CopyCounts(
                copies + other.copies,
                removed + other.removed,
                gone + other.gone,
                visibleLow + other.visibleLow,
                visibleHigh + other.visibleHigh);
    }
}
