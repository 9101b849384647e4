// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import java.util.Comparator;
import java.util.List;

/**
 * One item that carries a content; times in hours since one zero that all copies of a run share.
 *
 * @param platform where it was posted
 * @param isShare whether it only repeats another item by the platform's own means
 * @param postedAt when it was posted
 * @param watchedFrom from when on it would have been missed; +∞ where that is unknown
 * @param spans when it was visible, in order of time; the first begins with posting
 * @param departure how the first of them ended
 */
public record Copy(
        String platform, boolean isShare, double postedAt, double watchedFrom, List<Span> spans, Departure departure) {

    /** By content, so that what follows does not depend on the order in which copies come. */
    static final Comparator<Copy> IN_TIME = Comparator.comparingDouble(Copy::postedAt)
            .thenComparing(Copy::isShare)
            .thenComparing(Copy::platform)
            .thenComparingDouble(Copy::watchedFrom)
            .thenComparing(Copy::departure)
            .thenComparingInt(copy -> copy.spans.size())
            .thenComparing(
                    Copy::gone, Comparator.comparingDouble(HourBracket::after).thenComparingDouble(HourBracket::by))
            .thenComparing(
                    Copy::firstGone,
                    Comparator.comparingDouble(HourBracket::after).thenComparingDouble(HourBracket::by));

    /**
     * A span in which the copy was visible.
     *
     * @param from when it began
     * @param until when it ended; not happened where it was still visible when last seen
     */
    public record Span(HourBracket from, HourBracket until) {}

    /** Refuses a copy that was never visible, or whose departure does not fit its first span. */
    public Copy {
        spans = List.copyOf(spans);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException(
                    "A copy posted at " + postedAt + " h has no span, expected at least one.");
        }
        if (spans.get(0).until().happened() == (departure == Departure.NOT_SEEN)) {
            throw new IllegalArgumentException("A copy posted at " + postedAt + " h was "
                    + (departure == Departure.NOT_SEEN ? "" : "not ") + "seen gone, but its departure is " + departure
                    + ".");
        }
    }

    /** A copy that was visible once. */
    public static Copy of(
            String platform, boolean isShare, double postedAt, double watchedFrom, HourBracket gone, Departure how) {
        return new Copy(
                platform, isShare, postedAt, watchedFrom, List.of(new Span(HourBracket.at(postedAt), gone)), how);
    }

    /** When it first disappeared. */
    public HourBracket firstGone() {
        return spans.get(0).until();
    }

    /** When it disappeared for the last time; not happened where it was visible when last seen. */
    public HourBracket gone() {
        return spans.get(spans.size() - 1).until();
    }

    /** Whether it was removed: never by its author, and not where nobody knows by whom. */
    public boolean isRemoved() {
        return departure == Departure.REMOVED;
    }
}
