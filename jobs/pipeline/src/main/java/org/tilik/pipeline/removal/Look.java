// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;
import java.util.Comparator;
import org.tilik.model.Actor;
import org.tilik.model.Reach;

/**
 * What somebody who looked for an item at one time found.
 *
 * @param at the time
 * @param finding what was found
 * @param oneSided whether its source would have said nothing had it been the other way: it only happened upon what it
 *     showed, or names only what is gone
 * @param changedAfter for a change that the source itself dates: it came after this time; equal to {@code at} where the
 *     time is exact; null for a plain look
 * @param actor who made it disappear; UNKNOWN when nobody says
 * @param reach null when nobody says
 * @param reason the source's own word for why, null when it gives none
 */
record Look(
        Instant at, Finding finding, boolean oneSided, Instant changedAfter, Actor actor, Reach reach, String reason) {

    /** In the order in which findings of the same time are taken. */
    enum Finding {
        ALIVE,
        /** Not found, for whatever reason. */
        ABSENT,
        /** The platform says that it is gone. */
        GONE,
        /** The source says that it came back. */
        REAPPEARED
    }

    /** By time; what else two looks differ in only makes the order the same in every run. */
    static final Comparator<Look> IN_TIME = Comparator.comparing(Look::at)
            .thenComparing(Look::finding)
            .thenComparing(Look::oneSided)
            .thenComparing(Look::changedAfter, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Look::actor)
            .thenComparing(Look::reach, Comparator.nullsLast(Comparator.<Reach>naturalOrder()))
            .thenComparing(Look::reason, Comparator.nullsLast(Comparator.<String>naturalOrder()));

    static Look alive(Instant at) {
        return alive(at, false);
    }

    static Look alive(Instant at, boolean oneSided) {
        return new Look(at, Finding.ALIVE, oneSided, null, Actor.UNKNOWN, null, null);
    }

    boolean foundIt() {
        return finding == Finding.ALIVE || finding == Finding.REAPPEARED;
    }

    /** Whether the item disappeared at exactly this time. */
    boolean isExact() {
        return finding == Finding.GONE && at.equals(changedAfter);
    }
}
