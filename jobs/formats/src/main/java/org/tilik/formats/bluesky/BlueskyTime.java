// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.bluesky;

import java.time.Instant;
import java.util.Optional;
import org.tilik.formats.Decoded;
import org.tilik.model.RejectReason;

/** Which times something of Bluesky can be of. */
final class BlueskyTime {
    /** The first accounts are of that year. */
    private static final Instant OPENED = Instant.parse("2022-01-01T00:00:00Z");

    private static final Instant YEAR_2100 = Instant.parse("2100-01-01T00:00:00Z");

    private BlueskyTime() {}

    /** Whether nothing of Bluesky can be of this time. */
    static boolean isOutside(Instant time) {
        return time.isBefore(OPENED) || !time.isBefore(YEAR_2100);
    }

    /** Why this time of a record cannot be used, or empty; null stands for one that is none. */
    static Optional<Decoded.Rejected> fault(Instant time, String name, String expected) {
        if (time == null) {
            return Optional.of(new Decoded.Rejected(
                    RejectReason.BAD_TIMESTAMP, name + " is missing or no time; expected " + expected + "."));
        }
        return isOutside(time)
                ? Optional.of(new Decoded.Rejected(
                        RejectReason.IMPOSSIBLE_TIME, name + " is " + time + "; expected a time from 2022 to 2100."))
                : Optional.empty();
    }
}
