// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import java.util.Collection;

/**
 * When something happened, in hours: after {@code after}, at {@code by} at the latest.
 *
 * <p>{@code after == by}: exactly then. {@code by = +∞}: not seen to have happened until {@code after}.
 */
public record HourBracket(double after, double by) {

    /** Refuses a bracket that ends before it begins. */
    public HourBracket {
        if (!(after <= by) || Double.isInfinite(after)) {
            throw new IllegalArgumentException("A bracket is (" + after + ", " + by
                    + "] hours, expected a finite begin and an end not before it.");
        }
    }

    /** Exactly then. */
    public static HourBracket at(double time) {
        return new HourBracket(time, time);
    }

    /** Not until then, as far as anybody looked. */
    public static HourBracket notUntil(double time) {
        return new HourBracket(time, Double.POSITIVE_INFINITY);
    }

    /** Whether it was seen to have happened. */
    public boolean happened() {
        return by < Double.POSITIVE_INFINITY;
    }

    /** Whether the time is known. */
    public boolean isExact() {
        return after == by;
    }

    /** The same in hours since another origin. */
    public HourBracket since(double origin) {
        return new HourBracket(after - origin, by - origin);
    }

    /**
     * The time of the last of several things; not happened while one of them has not.
     *
     * <pre>T_i in (L_i, R_i]   gives   max T_i in (max L_i, max R_i]</pre>
     *
     * <p>A known time that may be the last, because of no other it is known that it came later, belongs to the bracket,
     * which then begins just before it.
     *
     * @throws IllegalArgumentException when there is nothing
     */
    public static HourBracket last(Collection<HourBracket> times) {
        requireSome(times);
        double known = Double.NEGATIVE_INFINITY;
        double after = Double.NEGATIVE_INFINITY;
        double by = Double.NEGATIVE_INFINITY;
        for (HourBracket time : times) {
            if (time.isExact()) {
                known = Math.max(known, time.after);
            } else {
                after = Math.max(after, time.after);
            }
            by = Math.max(by, time.by);
        }
        boolean knownMayBeLast = known > after;
        if (!knownMayBeLast) {
            return new HourBracket(after, by);
        }
        return by == known ? at(known) : new HourBracket(Math.nextDown(known), by);
    }

    /**
     * The time of the first of several things that happened.
     *
     * <pre>T_i in (L_i, R_i]   gives   min T_i in (min L_i, min R_i]</pre>
     *
     * @throws IllegalArgumentException when there is nothing
     */
    public static HourBracket first(Collection<HourBracket> times) {
        requireSome(times);
        double after = Double.POSITIVE_INFINITY;
        double by = Double.POSITIVE_INFINITY;
        for (HourBracket time : times) {
            after = Math.min(after, time.after);
            by = Math.min(by, time.by);
        }
        return new HourBracket(after, by);
    }

    private static void requireSome(Collection<HourBracket> times) {
        if (times.isEmpty()) {
            throw new IllegalArgumentException("No times were given, expected at least one.");
        }
    }
}
