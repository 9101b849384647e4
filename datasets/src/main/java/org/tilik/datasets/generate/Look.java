// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * One look at an item, by the archive or by a re-check.
 *
 * @param at second of the look
 * @param outcome what it showed
 * @param actor who made the item disappear, where the look says so, else null
 * @param reason {@code copyright} where the look says so, else null
 * @param byArchive whether the archive looked; otherwise it was a re-check
 */
record Look(long at, Outcome outcome, String actor, String reason, boolean byArchive) {
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

    static Look alive(long at, boolean byArchive) {
        return new Look(at, Outcome.ALIVE, null, null, byArchive);
    }
}
