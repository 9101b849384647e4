// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.util.List;
import org.tilik.datasets.worlds.Snowflake;

/**
 * Somebody who posts.
 *
 * @param site the platform
 * @param number from 0
 * @param suspendedAt millisecond at which the platform suspends the account, or {@link Fate#NEVER}
 * @param reactivatedAt millisecond at which it is reactivated, or {@link Fate#NEVER}
 */
record Account(Site site, int number, long suspendedAt, long reactivatedAt) {
    private static final List<String> ADJECTIVES =
            List.of("quiet", "amber", "early", "plain", "distant", "narrow", "gentle", "salt", "ninth", "rainy");
    private static final List<String> NOUNS =
            List.of("heron", "ferry", "lantern", "orchard", "bridge", "kettle", "harbour", "mill", "meadow", "pebble");
    /** 2019-01-01: accounts get numeric ids of that time on, one a millisecond. */
    private static final long FIRST_ACCOUNT_MS = 1_546_300_800_000L;

    private static final long FEWEST_FOLLOWERS = 10;
    private static final int DIFFERENT_FOLLOWERS = 977;

    String name() {
        return "sim_" + adjective() + "_" + noun() + "_" + number;
    }

    /** Twitter's short name, at most 15 letters for two million accounts. */
    String screenName() {
        return "sim_" + noun() + Integer.toString(number, 36);
    }

    String displayName() {
        return adjective() + " " + noun();
    }

    /** Twitter's numeric id. */
    long userId() {
        return Snowflake.id(FIRST_ACCOUNT_MS + number, 0);
    }

    /** How many follow it on Twitter, at all times. */
    long followers() {
        return FEWEST_FOLLOWERS + number % DIFFERENT_FOLLOWERS;
    }

    boolean isSuspendedAt(long ms) {
        return ms >= suspendedAt && ms < reactivatedAt;
    }

    private String adjective() {
        return ADJECTIVES.get(number % 10);
    }

    private String noun() {
        return NOUNS.get(number / 10 % 10);
    }
}
