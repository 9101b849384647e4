// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import java.util.Map;
import java.util.Set;

/**
 * All that an {@link IncidentWatch} knows, to be kept between two copies.
 *
 * @param copies copies by hour and platform, of hours that are not forgotten
 * @param firstHours first hour of the family on each platform; never forgotten
 * @param bursts surprise of each hour of a burst that is not forgotten
 * @param forgottenBefore hours before this one are forgotten; the smallest number where none is
 * @param tooLate copies of forgotten hours that came too late to count
 * @param openedHour first hour of alarm of the incident last told; null where there was none or it was told closed
 * @param lastAlarmHour its last hour of alarm; null as {@code openedHour}
 * @param platforms its platforms so far
 * @param peak most copies in one of its hours so far
 */
public record WatchState(
        Map<Long, Map<String, Long>> copies,
        Map<String, Long> firstHours,
        Map<Long, Double> bursts,
        long forgottenBefore,
        long tooLate,
        Long openedHour,
        Long lastAlarmHour,
        Set<String> platforms,
        long peak) {
    /** Before the first copy. */
    public static final WatchState EMPTY =
            new WatchState(Map.of(), Map.of(), Map.of(), Long.MIN_VALUE, 0, null, null, Set.of(), 0);
}
