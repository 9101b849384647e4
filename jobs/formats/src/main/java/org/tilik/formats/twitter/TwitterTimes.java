// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import org.tilik.formats.Decoded;
import org.tilik.formats.json.JsonValues;
import org.tilik.model.RejectReason;
import org.tilik.model.TimePrecision;

/**
 * When a status was posted: as its id states it, else as {@code created_at} does.
 *
 * @param posted the time; null where it is wrong
 * @param precision how finely it is stated
 * @param wrong why no time can be used, or null
 */
record TwitterTimes(Instant posted, TimePrecision precision, Decoded.Rejected wrong) {
    /** Twitter's first status is of that evening. */
    private static final Instant OPENED = Instant.parse("2006-03-21T00:00:00Z");

    private static final Instant YEAR_2100 = Instant.parse("2100-01-01T00:00:00Z");

    /** Machines and zones were wrong by hours at times; by a day they were not. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    /**
     * The time of a status.
     *
     * @param id its id
     * @param createdAt as Twitter wrote it; null where missing
     * @param capture when the record was captured
     */
    static TwitterTimes of(long id, String createdAt, Capture capture) {
        Instant stated = createdAt == null ? null : CreatedAt.parse(createdAt);
        if (createdAt != null && stated == null) {
            return wrong(
                    RejectReason.BAD_TIMESTAMP,
                    "created_at is not of the form \"Mon Apr 19 17:52:00 +0000 2010\" in English.");
        }
        return of(id, stated, capture);
    }

    /** The time of a tweet whose {@code created_at} is ISO 8601, as API version 2 and compliance jobs write it. */
    static TwitterTimes ofVersion2(long id, JsonNode createdAt, Capture capture) {
        Instant stated = JsonValues.iso(createdAt).orElse(null);
        boolean isMissing = createdAt.isMissingNode() || createdAt.isNull();
        return stated == null && !isMissing
                ? wrong(RejectReason.BAD_TIMESTAMP, "created_at is no time; expected ISO 8601 with its zone.")
                : of(id, stated, capture);
    }

    /** The time of a tweet of this id that was posted then as its record states it, or null. */
    static TwitterTimes of(long id, Instant stated, Capture capture) {
        Instant byId = Snowflake.time(id);
        if (stated == null && byId == null) {
            return wrong(
                    RejectReason.BAD_TIMESTAMP,
                    "created_at is missing, and the id is from before 2010-11-04, when ids began to state a time.");
        }
        // An id that is days off its own created_at was not made by Twitter, so that it states no time.
        boolean idCounts = byId != null
                && (stated == null || Duration.between(stated, byId).abs().compareTo(TOLERANCE) <= 0);
        Instant posted = idCounts ? byId : stated;
        if (isOutside(posted)) {
            return impossible("The status was posted at " + posted + "; expected a time from 2006-03-21 to 2100.");
        }
        if (capture.from() != null && isOutside(capture.from())) {
            return impossible("The capture is of " + capture.from() + "; expected a time from 2006-03-21 to 2100.");
        }
        if (capture.from() != null && capture.from().isBefore(posted.minus(TOLERANCE))) {
            return impossible("The capture at " + capture.from()
                    + " is more than a day before the status was posted at " + posted + ".");
        }
        return new TwitterTimes(posted, idCounts ? TimePrecision.MILLI : TimePrecision.SECOND, null);
    }

    /** Whether nothing of Twitter can be of this time. */
    static boolean isOutside(Instant time) {
        return time.isBefore(OPENED) || !time.isBefore(YEAR_2100);
    }

    private static TwitterTimes impossible(String detail) {
        return wrong(RejectReason.IMPOSSIBLE_TIME, detail);
    }

    private static TwitterTimes wrong(RejectReason reason, String detail) {
        return new TwitterTimes(null, null, new Decoded.Rejected(reason, detail));
    }
}
