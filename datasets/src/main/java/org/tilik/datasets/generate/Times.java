// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.time.Instant;

/** Milliseconds since 1970 UTC as the truth tables state them. */
final class Times {
    private Times() {}

    /** The instant, null for {@link Fate#NEVER}. */
    static Instant instant(long ms) {
        return ms == Fate.NEVER ? null : Instant.ofEpochMilli(ms);
    }

    /** The instant of a second, null for {@link Fate#NEVER}. */
    static Instant ofSecond(long second) {
        return second == Fate.NEVER ? null : Instant.ofEpochSecond(second);
    }

    /** Hours from one millisecond to another, computed as from two instants, so that both give the same double. */
    static double hours(long fromMs, long untilMs) {
        long seconds = Math.floorDiv(untilMs, 1000) - Math.floorDiv(fromMs, 1000);
        long nanos = (Math.floorMod(untilMs, 1000) - Math.floorMod(fromMs, 1000)) * 1_000_000L;
        return (seconds + nanos / 1e9) / 3600;
    }
}
