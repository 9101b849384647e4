// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.exposure;

import java.time.Instant;
import java.util.List;

/**
 * The number of views that an item had before it was gone, as far as counts at some times tell; null = not known.
 *
 * <p>Counts are cumulative, and a platform that counts fewer later has corrected itself: what it counted before stays the
 * lower bound.
 *
 * <pre>
 * lower = greatest count at or before the last sighting      upper = first count at or after it was found gone
 * </pre>
 *
 * <p>Of an item that was not seen gone the views go on, so there is no upper bound. Views between the last sighting and
 * the first look that missed the item are never interpolated.
 *
 * @param lower views known to have happened; null without a count until then
 * @param upper null without a later count
 */
public record ViewBounds(Long lower, Long upper) {

    /**
     * A cumulative count.
     *
     * @param at when it was taken
     * @param views views by then
     */
    public record Count(Instant at, long views) {}

    /**
     * The bounds from these counts, in any order.
     *
     * @param lastVisible when the item was last known visible, null for never
     * @param gone when it was first known gone, null where it was not
     */
    public static ViewBounds of(List<Count> counts, Instant lastVisible, Instant gone) {
        Long lower = null;
        Count after = null;
        for (Count count : counts) {
            if (lastVisible != null && !count.at().isAfter(lastVisible)) {
                lower = lower == null ? count.views() : Math.max(lower, count.views());
            } else if (gone != null && !count.at().isBefore(gone) && isEarlier(count, after)) {
                after = count;
            }
        }
        if (after == null) {
            return new ViewBounds(lower, null);
        }
        return new ViewBounds(lower, lower == null ? after.views() : Math.max(lower, after.views()));
    }

    /** Of two counts of one time the greater one is the bound. */
    private static boolean isEarlier(Count count, Count known) {
        return known == null
                || count.at().isBefore(known.at())
                || (count.at().equals(known.at()) && count.views() > known.views());
    }
}
