// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * When the stream showed a Twitter item, by itself or inside others, and what else is seen of it.
 *
 * <p>Of the sightings between two other things that happen to the item only the first and the last are kept, so the
 * memory does not grow with the number of shares.
 */
final class Sightings {
    private final boolean topLevel;
    private final List<Look> rechecks;
    private final long[] turns;
    private long[] times = new long[4];
    private int count;

    /**
     * The first sighting.
     *
     * @param topLevel whether the stream delivered the item itself
     * @param ms millisecond of the sighting
     * @param fate what becomes of the item
     * @param rechecks what a checker sees, in order of time
     */
    Sightings(boolean topLevel, long ms, Fate fate, List<Look> rechecks, StreamPlan plan) {
        this.topLevel = topLevel;
        this.rechecks = rechecks;
        LongStream checks = rechecks.stream().mapToLong(Look::at);
        LongStream gaps = plan.gaps().stream().mapToLong(gap -> gap.from().toEpochMilli());
        LongStream changes = LongStream.of(fate.goneAt(), fate.restoredAt());
        this.turns = LongStream.concat(changes, LongStream.concat(checks, gaps))
                .sorted()
                .toArray();
        add(ms);
    }

    /** The item was seen at this millisecond, not earlier than any before. */
    void add(long ms) {
        if (count >= 2 && !hasTurnBetween(times[count - 2], ms)) {
            times[count - 1] = ms;
            return;
        }
        if (count == times.length) {
            times = Arrays.copyOf(times, 2 * count);
        }
        times[count++] = ms;
    }

    private boolean hasTurnBetween(long after, long until) {
        return Arrays.stream(turns).anyMatch(turn -> turn > after && turn <= until);
    }

    boolean topLevel() {
        return topLevel;
    }

    long first() {
        return times[0];
    }

    List<Look> rechecks() {
        return rechecks;
    }

    /** All that was seen of the item, in order of time; {@code noticeAt} is when its removal was announced, or never. */
    List<Look> looks(long noticeAt) {
        List<Look> looks = new ArrayList<>(rechecks);
        for (int i = 0; i < count; i++) {
            looks.add(Look.alive(times[i], Look.Source.ARCHIVE));
        }
        if (noticeAt != Fate.NEVER) {
            looks.add(Look.notice(noticeAt));
        }
        looks.sort(
                Comparator.comparingLong(Look::at).thenComparing(Look::outcome).thenComparing(Look::source));
        return looks;
    }
}
