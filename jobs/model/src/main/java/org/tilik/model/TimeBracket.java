// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A time that is known to lie in [lo, hi), or exactly where both are equal.
 *
 * @param lo earliest time
 * @param hi the end, not included; equal to lo for an exact time
 */
public record TimeBracket(Instant lo, Instant hi) {
    private static final Duration DAY = Duration.ofDays(1);

    /** Refuses an end before the beginning. */
    public TimeBracket {
        if (hi.isBefore(lo)) {
            throw new IllegalArgumentException("A time bracket ends at " + hi + ", before it begins at " + lo + ".");
        }
    }

    /** Some time of this day. */
    public static TimeBracket ofDay(LocalDate day) {
        Instant start = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return new TimeBracket(start, start.plus(DAY));
    }

    /** Exactly this time. */
    public static TimeBracket exact(Instant time) {
        return new TimeBracket(time, time);
    }

    /** Whether it is one day. */
    boolean isDay() {
        return Duration.between(lo, hi).equals(DAY);
    }
}
