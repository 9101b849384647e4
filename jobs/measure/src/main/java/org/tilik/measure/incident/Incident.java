// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * One incident of a family: hours of alarm no further apart than the rule's quiet hours; times in whole hours since 1970.
 *
 * @param begunHour hour of the first copy of those that raised the first alarm
 * @param openedHour first hour of alarm
 * @param lastAlarmHour last hour of alarm
 * @param closedHour hour by which the quiet hours had passed; empty while it is open
 * @param triggers what raised alarms
 * @param surprise largest −log10 of the probability of the copies in a window; NaN without a burst
 * @param firstHours hour of the incident's first copy by platform
 * @param counts copies posted from {@code begunHour} on, before {@code closedHour}
 * @param peakHour first hour of those with the most copies
 * @param peakCopiesPerHour copies in that hour
 */
public record Incident(
        long begunHour,
        long openedHour,
        long lastAlarmHour,
        OptionalLong closedHour,
        SortedSet<Trigger> triggers,
        double surprise,
        SortedMap<String, Long> firstHours,
        CopyCounts counts,
        long peakHour,
        long peakCopiesPerHour) {
    /** Whether it is over. */
    public IncidentStatus status() {
        return closedHour.isPresent() ? IncidentStatus.CLOSED : IncidentStatus.OPEN;
    }

    /** Whether a copy of this hour belongs to it. */
    public boolean holds(long hour) {
        return hour >= begunHour && (closedHour.isEmpty() || hour < closedHour.getAsLong());
    }
}
