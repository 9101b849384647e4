// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import java.time.Instant;

/**
 * The time that a Twitter id states. Since 4 November 2010 ids are made from it: milliseconds since
 * 2010-11-04T01:42:54.657Z in the bits above the lowest 22. Earlier ids were counted up and state no time.
 */
final class Snowflake {
    private static final long FIRST = 29_700_859_247L;
    private static final long EPOCH_MILLIS = 1_288_834_974_657L;
    private static final int TIME_SHIFT = 22;
    private static final int MILLIS_PER_SECOND = 1000;
    private static final int SAMPLED_FROM = 657;
    private static final int SAMPLED_UNTIL = 666;

    private Snowflake() {}

    /** When the item of this id was made, to the millisecond; null for an id from before snowflakes. */
    static Instant time(long id) {
        return id < FIRST ? null : Instant.ofEpochMilli(millis(id));
    }

    /**
     * Whether the public sample stream (1 %) could hold this id: it takes ids of ten milliseconds of each second, and
     * sends notices for these only. Ids from before snowflakes do not tell.
     */
    static boolean mayBeSampled(long id) {
        long ofSecond = millis(id) % MILLIS_PER_SECOND;
        return id < FIRST || (ofSecond >= SAMPLED_FROM && ofSecond <= SAMPLED_UNTIL);
    }

    private static long millis(long id) {
        return (id >> TIME_SHIFT) + EPOCH_MILLIS;
    }
}
