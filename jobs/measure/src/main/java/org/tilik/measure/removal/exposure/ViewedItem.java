// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.exposure;

import java.util.List;

/**
 * An item whose views were counted; times in hours since the origin of one clock.
 *
 * @param entry when it came under observation, −∞ = from the start
 * @param lower when it was last known visible
 * @param upper when it was first known gone, +∞ = never; equal to {@code lower} where exact
 * @param cause why it went, null where it was not seen gone
 * @param viewsLow views known to have happened before it was gone or last seen
 * @param viewsHigh the most that can have happened until then; +∞ = not known
 * @param counts cumulative views, in order of time
 * @param family its family, −1 = none
 */
public record ViewedItem(
        double entry,
        double lower,
        double upper,
        String cause,
        double viewsLow,
        double viewsHigh,
        List<CountAt> counts,
        int family) {

    /** Copies the counts and refuses bounds that exclude each other. */
    public ViewedItem {
        counts = List.copyOf(counts);
        if (!(viewsLow >= 0 && viewsHigh >= viewsLow)) {
            throw new IllegalArgumentException(
                    "Views are " + viewsLow + " to " + viewsHigh + ", expected 0 or more and the higher last.");
        }
    }

    /**
     * A cumulative count.
     *
     * @param hours hours since the origin
     * @param views views by then
     */
    public record CountAt(double hours, double views) {}

    /** Whether it was still visible when last seen. */
    public boolean isCensored() {
        return upper == Double.POSITIVE_INFINITY;
    }
}
