// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import java.time.Duration;
import java.time.Instant;

/**
 * When a record reached the archive.
 *
 * @param from earliest, null when unknown
 * @param until latest, null when unknown
 * @param isPushed whether a stream pushed the record, which then also sends notices; statuses that were asked for one by
 *     one are never followed by a notice
 */
record Capture(Instant from, Instant until, boolean isPushed) {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /**
     * From what record, file and study say, in this order.
     *
     * @param timestamp milliseconds since 1970, or {@link TwitterJson#ABSENT}; only streams state it
     * @param minute the minute of the file, or null
     * @param declared the time that the study declares, or null
     */
    static Capture of(long timestamp, Instant minute, Instant declared) {
        if (timestamp != TwitterJson.ABSENT) {
            Instant at = Instant.ofEpochMilli(timestamp);
            return new Capture(at, at, true);
        }
        return minute == null ? new Capture(declared, declared, false) : new Capture(minute, minute.plus(MINUTE), true);
    }

    /** Whether the record states its own time. */
    boolean isExact() {
        return isPushed && from.equals(until);
    }

    /** When a status posted at this time was seen: what is in a minute's file was not seen before it was posted. */
    Instant ofStatus(Instant posted) {
        boolean inTheCourseOfAMinute = isPushed && !isExact();
        return inTheCourseOfAMinute && posted.isAfter(from) ? posted : from;
    }
}
