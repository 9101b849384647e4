// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.tilik.model.TimePrecision;

/** Times of helper inputs: ISO 8601 in UTC with seconds, for instance {@code 2024-06-01T12:00:00Z}. */
public final class IsoTime {
    /** What messages ask for. */
    public static final String EXPECTED = "expected ISO 8601 in UTC, for instance 2024-06-01T12:00:00Z";

    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private IsoTime() {}

    /** The time that this text states, in whole microseconds; empty when it is none. */
    public static Optional<Instant> parse(String text) {
        try {
            return Optional.of(Instant.parse(text).truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether something on a social platform can have happened then. */
    public static boolean isPossible(Instant time) {
        return !time.isBefore(EARLIEST) && time.isBefore(LATEST);
    }

    /** How finely a time with so many decimals was stated. */
    public static TimePrecision precision(Instant time) {
        if (time.equals(time.truncatedTo(ChronoUnit.SECONDS))) {
            return TimePrecision.SECOND;
        }
        return time.equals(time.truncatedTo(ChronoUnit.MILLIS)) ? TimePrecision.MILLI : TimePrecision.MICRO;
    }
}
