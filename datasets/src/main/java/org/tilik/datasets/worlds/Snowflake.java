// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

/**
 * Twitter's ids, which hold their own time: {@code (ms − 1288834974657) << 22 | machine << 12 | sequence}.
 *
 * <p>Fictional ids are told from real ones by the sequence. It starts at 0 in each millisecond on each machine, so a
 * real id with a sequence of 2,048 or more would mean that one machine had given out more than 2,000 ids within a
 * millisecond; the most tweets ever reported, from all machines together, are 143,199 in a second (August 2013).
 */
public final class Snowflake {
    private static final long EPOCH_MS = 1_288_834_974_657L;
    private static final int TIME_SHIFT = 22;
    private static final long FIRST_SEQUENCE = 2_048;
    private static final long SEQUENCES = 2_048;
    /** Ids of the 1 % stream end on these milliseconds, from here on (FORMATS §2). */
    private static final long FIRST_SAMPLED_MS = 657;

    private Snowflake() {}

    /** The id of what was posted at this millisecond; {@code number} keeps ids of one millisecond apart. */
    public static long id(long ms, long number) {
        return (ms - EPOCH_MS) << TIME_SHIFT | FIRST_SEQUENCE + Math.floorMod(number, SEQUENCES);
    }

    /** The millisecond that an id holds. */
    public static long milliseconds(long id) {
        return (id >> TIME_SHIFT) + EPOCH_MS;
    }

    /** Whether a stream that delivers this share of all posts delivers what was posted at this millisecond. */
    public static boolean isSampled(long ms, double share) {
        return Math.floorMod(ms - FIRST_SAMPLED_MS, 1000) < Math.round(1000 * share);
    }

    /** A millisecond of this second that such a stream delivers; {@code luck} on [0, 1) says which. */
    public static long sampled(long second, double share, double luck) {
        long first = second * 1000 + FIRST_SAMPLED_MS;
        return first + (int) (luck * (int) Math.max(1, Math.round(1000 * share)));
    }
}
