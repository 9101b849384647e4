// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * One look at an item, by the archive or by a re-check.
 *
 * @param at millisecond of the look, or of the removal itself where {@code exact}
 * @param outcome what it showed
 * @param actor who made the item disappear, where the look says so, else null
 * @param reason {@code copyright} where the look says so, else null
 * @param source what kind of look it was
 */
record Look(long at, Outcome outcome, String actor, String reason, Source source) {
    /** What a look shows. BLOCKED and FAILED say nothing about the item. */
    enum Outcome {
        ALIVE,
        /** The platform says that it is gone. */
        GONE,
        /** It was not found, for whatever reason. */
        ABSENT,
        BLOCKED,
        FAILED;

        boolean tells() {
            return this == ALIVE || this == GONE || this == ABSENT;
        }
    }

    /** Where a look stands. */
    enum Source {
        /** In the dump. */
        ARCHIVE,
        /** In the list of re-checks. */
        RECHECK,
        /** In the dump, as the platform's notice that the item went at exactly this time. */
        NOTICE
    }

    static Look alive(long at, Source source) {
        return new Look(at, Outcome.ALIVE, null, null, source);
    }

    /** The platform's notice of a removal, which never says who did it. */
    static Look notice(long at) {
        return new Look(at, Outcome.GONE, null, null, Source.NOTICE);
    }

    boolean isExact() {
        return source == Source.NOTICE;
    }
}
