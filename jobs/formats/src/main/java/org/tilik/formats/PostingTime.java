// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tilik.model.RejectReason;

/** Whether the time of posting that a record states can be that of an item of its platform. */
public final class PostingTime {
    private static final Instant YEAR_2100 = Instant.parse("2100-01-01T00:00:00Z");
    /** Clocks differ, and days end at different times. */
    private static final Duration TOLERANCE = Duration.ofDays(1);

    private PostingTime() {}

    /**
     * What is wrong with these times, or empty.
     *
     * @param posted time of posting; null where the record states none that can be read
     * @param captured when the item was seen; null where nobody says
     * @param opened when the platform opened
     * @param field where the time of posting was looked for, and in what form it was expected
     */
    public static Optional<Decoded.Rejected> fault(Instant posted, Instant captured, Instant opened, String field) {
        if (posted == null) {
            return Optional.of(new Decoded.Rejected(
                    RejectReason.BAD_TIMESTAMP, "The record has no time of posting; expected " + field + "."));
        }
        if (isOutside(posted, opened) || (captured != null && captured.isBefore(posted.minus(TOLERANCE)))) {
            return Optional.of(new Decoded.Rejected(
                    RejectReason.IMPOSSIBLE_TIME,
                    "The record is of " + posted + (captured == null ? "" : ", captured " + captured)
                            + "; expected a time from " + opened + " to 2100, at most a day after its capture."));
        }
        return Optional.empty();
    }

    /** Whether nothing of a platform that opened then can be of this time. */
    public static boolean isOutside(Instant time, Instant opened) {
        return time.isBefore(opened) || !time.isBefore(YEAR_2100);
    }
}
