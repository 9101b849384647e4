// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.time.Instant;
import java.util.Objects;

/**
 * A time known to lie after {@code low} and at or before {@code high}; equal where it is known exactly.
 *
 * <p>Hours between two such times are themselves a bracket, interval minus interval:
 *
 * <pre>(o_lo, o_hi] to (e_lo, e_hi]:   (max(0, e_lo − o_hi), e_hi − o_lo]</pre>
 */
public record TimeBracket(Instant low, Instant high) {
    private static final double SECONDS_PER_HOUR = 3600;
    private static final double NANOS_PER_SECOND = 1e9;

    /** Refuses a bracket that ends before it begins. */
    public TimeBracket {
        if (Objects.requireNonNull(high, "high").isBefore(Objects.requireNonNull(low, "low"))) {
            throw new IllegalArgumentException(
                    "The bracket (" + low + ", " + high + "] ends before it begins; expected low at or before high.");
        }
    }

    /** A time known exactly. */
    public static TimeBracket at(Instant time) {
        return new TimeBracket(time, time);
    }

    /** Whether the time is known exactly. */
    public boolean isExact() {
        return low.equals(high);
    }

    /** The least number of hours from this time to {@code end}, at least 0. */
    public double hoursAtLeast(Instant end) {
        return Math.max(0, leastHours(end));
    }

    /** The least number of hours from this time to {@code end}; below 0 where that may have come first. */
    public double leastHours(Instant end) {
        return hours(high, end);
    }

    /** The greatest number of hours from this time to {@code end}; below 0 where that surely came first. */
    public double hoursAtMost(Instant end) {
        return hours(low, end);
    }

    private static double hours(Instant from, Instant until) {
        long seconds = Math.subtractExact(until.getEpochSecond(), from.getEpochSecond());
        return (seconds + (until.getNano() - from.getNano()) / NANOS_PER_SECOND) / SECONDS_PER_HOUR;
    }
}
