// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import java.util.SortedSet;

/**
 * What is to be told of an incident while it lasts; hours since 1970.
 *
 * @param kind what is new
 * @param hour hour of the copy that gave rise to it, or in which the incident was closed
 * @param openedHour first hour of alarm of the incident
 * @param triggers what raised the alarm of {@code hour}; empty where that hour is none of alarm
 * @param platforms platforms with copies in the incident so far
 * @param peakCopiesPerHour most copies in one of its hours so far
 * @param surprise −log10 of the probability of the copies in the window that ends with {@code hour}; NaN without a burst
 */
public record Alert(
        Kind kind,
        long hour,
        long openedHour,
        SortedSet<Trigger> triggers,
        SortedSet<String> platforms,
        long peakCopiesPerHour,
        double surprise) {
    /** What is new. */
    public enum Kind {
        /** There is an incident. */
        OPENED,
        /** It has a copy on a further platform. */
        NEW_PLATFORM,
        /** An hour had ten times as many copies as was last told: 10, 100, 1,000 and so on. */
        NEW_PEAK,
        /** The quiet hours have passed. */
        CLOSED
    }
}
