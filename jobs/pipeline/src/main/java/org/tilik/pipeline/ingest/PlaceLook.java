// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.tilik.model.table.CaptureRow;

/**
 * One capture of a channel or thread that shows every item that was there and had a number of a range.
 *
 * <p>The ends of the range do not belong to it: had the item of the highest number been gone, the range would have ended
 * before it, so that nobody would have known.
 *
 * @param from when its first record was captured
 * @param until when its last record was captured; what it lacks was gone by then
 * @param lowest number at which the range begins
 * @param highest number at which it ends; {@link Long#MAX_VALUE} where it holds all that followed
 * @param unclear numbers of records of which nobody can say what they hold
 * @param capturedAt the one time that its records state, or null
 * @param file input file
 * @param member archive member, or the empty text
 * @param record number of its first record
 */
record PlaceLook(
        Instant from,
        Instant until,
        long lowest,
        long highest,
        Set<Long> unclear,
        Instant capturedAt,
        String file,
        String member,
        long record) {
    /** Whether it would have shown an item of this number. */
    boolean covers(long number) {
        return lowest < number && number < highest && !unclear.contains(number);
    }

    /** Whether this record of its place belongs to it. */
    boolean holds(CaptureRow event) {
        boolean isThen = event.capturedAtUtc() != null
                && !event.capturedAtUtc().isBefore(from)
                && !event.capturedAtUtc().isAfter(until);
        return isThen
                && file.equals(event.sourceFile())
                && member.equals(LookTally.member(event.sourceMember()))
                && (capturedAt == null || Objects.equals(capturedAt, event.capturedAtUtc()));
    }
}
