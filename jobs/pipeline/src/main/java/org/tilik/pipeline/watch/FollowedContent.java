// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import java.util.Map;
import java.util.TreeMap;
import org.tilik.measure.incident.WatchState;

/**
 * A content that is followed; never changed, only replaced.
 *
 * @param isTracked whether an item with it is tracked for its own sake: then its copies count
 * @param firstItemKey item with the earliest posting, the smallest key where several are as early
 * @param firstHour its hour of posting, since 1970
 * @param lastHour latest hour of posting
 * @param copies items with it
 * @param gone how many of them are gone for whatever cause
 * @param removed how many are removed
 * @param held copies by hour and platform that do not count yet, since nothing tracked has come
 * @param watch what is known of bursts
 */
record FollowedContent(
        boolean isTracked,
        String firstItemKey,
        long firstHour,
        long lastHour,
        long copies,
        long gone,
        long removed,
        Map<Long, Map<String, Long>> held,
        WatchState watch) {
    static final FollowedContent NEW =
            new FollowedContent(false, null, Long.MAX_VALUE, Long.MIN_VALUE, 0, 0, 0, Map.of(), WatchState.EMPTY);

    /** With the numbers of this change; bursts as they were. */
    FollowedContent with(ContentChange change) {
        boolean isEarlier = change.copies > 0
                && (change.postedHour < firstHour
                        || (change.postedHour == firstHour && change.itemKey.compareTo(firstItemKey) < 0));
        return new FollowedContent(
                isTracked || change.isTracked,
                isEarlier ? change.itemKey : firstItemKey,
                isEarlier ? change.postedHour : firstHour,
                change.copies > 0 ? Math.max(lastHour, change.postedHour) : lastHour,
                copies + change.copies,
                gone + change.gone,
                removed + change.removed,
                held,
                watch);
    }

    /** With one more copy that does not count yet. */
    FollowedContent holding(long hour, String platform) {
        Map<Long, Map<String, Long>> more = new TreeMap<>(held);
        Map<String, Long> cell = new TreeMap<>(more.getOrDefault(hour, Map.of()));
        cell.merge(platform, 1L, Long::sum);
        more.put(hour, cell);
        return new FollowedContent(isTracked, firstItemKey, firstHour, lastHour, copies, gone, removed, more, watch);
    }

    /** With what is known of bursts now, and nothing held. */
    FollowedContent watched(WatchState state) {
        return new FollowedContent(
                isTracked, firstItemKey, firstHour, lastHour, copies, gone, removed, Map.of(), state);
    }
}
