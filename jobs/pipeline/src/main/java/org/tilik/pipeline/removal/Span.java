// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tilik.model.Actor;
import org.tilik.model.Reach;
import org.tilik.pipeline.removal.Look.Finding;

/**
 * One span in which an item was visible, until it was gone or last seen.
 *
 * <p>An explicit sign (notice, tombstone, 410, 451) ends a span. Mere absence ends it only when nobody saw the item
 * afterwards, or when the source says that it came back; otherwise the absence was an error of the look.
 *
 * @param seenFrom when it was seen again after a restoration or a gap in the watch, null for the first span
 * @param lastAlive last time it was seen in this span, null for never
 * @param lastWatched last time until then at which somebody looked who would have told had it been gone; null when it was
 *     only ever happened upon. Between that and {@code lastAlive} the item could only be seen alive, so it was not at risk
 * @param gone the looks that did not find it after that, in order of time; empty when it was not seen gone
 * @param restored whether it was seen again after them
 */
record Span(Instant seenFrom, Instant lastAlive, Instant lastWatched, List<Look> gone, boolean restored) {

    /**
     * The spans that these looks, in order of time, tell of; at least one.
     *
     * @param from when the first of them began anew, null where it is the item's first
     */
    static List<Span> of(List<Look> looks, Instant from) {
        List<Span> spans = new ArrayList<>();
        List<Look> gone = new ArrayList<>();
        Instant seenFrom = from;
        Instant lastAlive = null;
        Instant looked = null;
        Instant lastWatched = null;
        for (Look look : looks) {
            looked = look.oneSided() ? looked : look.at();
            if (!look.foundIt()) {
                gone.add(look);
            } else if (!isOnlyTheAccount(look, gone)) {
                boolean cameBack = look.finding() == Finding.REAPPEARED
                        || gone.stream().anyMatch(sign -> sign.finding() == Finding.GONE);
                if (!gone.isEmpty() && cameBack) {
                    spans.add(new Span(seenFrom, lastAlive, lastWatched, List.copyOf(gone), true));
                    seenFrom = look.at();
                    looked = look.oneSided() ? null : look.at();
                }
                gone.clear();
                lastAlive = look.at();
                lastWatched = looked;
            }
        }
        spans.add(new Span(seenFrom, lastAlive, lastWatched, List.copyOf(gone), false));
        return spans;
    }

    /** A reactivated account brings back what went with the account, never what was deleted by itself. */
    private static boolean isOnlyTheAccount(Look look, List<Look> gone) {
        return look.finding() == Finding.REAPPEARED
                && look.reach() == Reach.ACCOUNT
                && (gone.isEmpty() || gone.stream().anyMatch(sign -> sign.reach() != Reach.ACCOUNT));
    }

    boolean isGone() {
        return !gone.isEmpty();
    }

    /** False when all that speaks for the disappearance is one last look of mere absence. */
    boolean isConfirmed() {
        return restored || gone.size() != 1 || gone.get(0).finding() == Finding.GONE;
    }

    /** The latest time at which the item is known to have been visible in this span, null when it never was. */
    Instant visibleAt() {
        Instant dated = isGone() ? gone.get(0).changedAfter() : null;
        return lastAlive == null || (dated != null && dated.isAfter(lastAlive)) ? dated : lastAlive;
    }

    /** Until when it was at risk of being seen gone, and was visible; null when that is not known. */
    Instant followedUntil() {
        return isGone() || lastWatched == null ? visibleAt() : lastWatched;
    }

    /** The same, but null also where the item was only ever happened upon and so never at risk. */
    Instant watchedUntil() {
        return isGone() ? visibleAt() : lastWatched;
    }

    /** The earliest time at which it is known to have been gone. */
    Instant goneAt() {
        Look first = gone.get(0);
        Instant visible = visibleAt();
        boolean sameSecond = visible != null && !first.isExact() && !first.at().isAfter(visible);
        // Times are whole seconds: seen and missed in one second means gone before the second was over.
        return sameSecond ? visible.plusSeconds(1) : first.at();
    }

    /** When it was last looked for in vain after it was gone. */
    Instant lastMissed() {
        Instant last = gone.get(gone.size() - 1).at();
        return last.isBefore(goneAt()) ? goneAt() : last;
    }

    /** Who made it disappear: the first of the looks that says it. */
    Actor actor() {
        return gone.stream()
                .map(Look::actor)
                .filter(known -> known != Actor.UNKNOWN)
                .findFirst()
                .orElse(Actor.UNKNOWN);
    }

    /** The cause of the disappearance as tables name it; null when it was not seen gone. */
    String cause() {
        boolean copyright = gone.stream().anyMatch(look -> Causes.COPYRIGHT.equalsIgnoreCase(look.reason()));
        return isGone() ? Causes.of(actor(), copyright) : null;
    }
}
