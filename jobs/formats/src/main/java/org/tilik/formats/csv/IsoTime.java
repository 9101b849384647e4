// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.csv;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.tilik.model.TimePrecision;

/** Times of helper inputs: ISO 8601 in UTC with seconds, for instance {@code 2024-06-01T12:00:00Z}. */
public final class IsoTime {
    /** What messages ask for. */
    public static final String EXPECTED = "expected ISO 8601 in UTC, for instance 2024-06-01T12:00:00Z";

    private static final String USUAL = "0000-00-00T00:00:00Z";
    private static final int SHORTEST_MONTH = 28;
    private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2100-01-01T00:00:00Z");

    private IsoTime() {}

    /** The time that this text states, in whole microseconds; empty when it is none. */
    public static Optional<Instant> parse(String text) {
        Optional<Instant> second = second(text);
        if (second.isPresent()) {
            return second;
        }
        try {
            return Optional.of(Instant.parse(text).truncatedTo(ChronoUnit.MICROS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The time in whole seconds of the usual form, read many times as fast as by a formatter; empty for every other text. */
    private static Optional<Instant> second(String text) {
        if (text.length() != USUAL.length()) {
            return Optional.empty();
        }
        for (int i = 0; i < USUAL.length(); i++) {
            char form = USUAL.charAt(i);
            char c = text.charAt(i);
            if (form == '0' ? c < '0' || c > '9' : c != form) {
                return Optional.empty();
            }
        }
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, 19);
        // What is left over is rare, or no time, and for the formatter to judge.
        if (day == 0 || day > SHORTEST_MONTH || hour > 23 || minute > 59 || second > 59) {
            return Optional.empty();
        }
        int month = number(text, 5, 7);
        return month == 0 || month > 12
                ? Optional.empty()
                : Optional.of(LocalDateTime.of(number(text, 0, 4), month, day, hour, minute, second)
                        .toInstant(ZoneOffset.UTC));
    }

    private static int number(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
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
