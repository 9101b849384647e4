// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import java.util.HashMap;
import java.util.Map;

/**
 * How far each source is in time, where a source is a folder of files or a topic; time as a whole is where the slowest of those is that
 * still tell something.
 */
final class SourceClocks {
    private final long idleMillis;
    private final Map<String, Clock> clocks = new HashMap<>();
    private long reached = Long.MIN_VALUE;

    private record Clock(long millis, long toldAt) {}

    /** Clocks that keep others waiting for so many milliseconds after they last moved. */
    SourceClocks(long idleMillis) {
        this.idleMillis = idleMillis;
    }

    /** Where each source was, in milliseconds, to be kept with the state of the job. */
    Map<String, Long> told() {
        Map<String, Long> told = new HashMap<>();
        clocks.forEach((source, clock) -> told.put(source, clock.millis));
        return told;
    }

    /**
     * Takes up a clock that was kept; of one that several tasks kept, the slowest. It keeps others waiting from now on:
     * otherwise the first source to tell something would leave behind what the others have still to tell.
     *
     * @param now time of the machine, in milliseconds
     */
    void restore(String source, long millis, long now) {
        clocks.merge(source, new Clock(millis, now), (before, after) -> before.millis <= after.millis ? before : after);
        reached = clocks.values().stream().mapToLong(Clock::millis).min().orElse(reached);
    }

    /** The time as a whole; the least possible where no source has told anything. */
    long reached() {
        return reached;
    }

    /**
     * Says that a source is at this time; gives the time as a whole, which never goes back.
     *
     * @param now time of the machine, in milliseconds
     */
    long advance(String source, long millis, long now) {
        clocks.merge(
                source,
                new Clock(millis, now),
                (before, after) -> new Clock(Math.max(before.millis, after.millis), after.toldAt));
        clocks.values().removeIf(clock -> clock.toldAt + idleMillis <= now);
        long slowest = clocks.values().stream().mapToLong(Clock::millis).min().orElse(millis);
        reached = Math.max(reached, slowest);
        return reached;
    }
}
