// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.compare;

import org.tilik.measure.removal.families.HourBracket;

/**
 * By how many hours a content was first on a second platform later than on a first one; negative = on the second before.
 *
 * <pre>
 * T_a in (L_a, R_a], T_b in (L_b, R_b]     T_b − T_a in (L_b − R_a, R_b − L_a)
 * both known                               T_b − T_a known
 * one known                                its end of the lag belongs to it, the other does not
 * not on b until L_b                       T_b − T_a in (L_b − R_a, ∞)
 * </pre>
 *
 * <p>The first sighting is the first that the archive has. What was there before the archive began, or was gone before it
 * looked, it does not have: a first sighting is left-truncated by the begin of each archive, and of a content that one
 * archive saw before the other began, nobody knows where it was first ({@link Order#NOT_WATCHED}).
 *
 * @param after hours; −∞ = no lower end
 * @param by hours; +∞ = no upper end
 */
public record JumpLag(Order order, double after, double by) {

    /** On which platform it was first, of what the archives have. */
    public enum Order {
        /** On the first platform. */
        FIRST,
        /** On the second platform. */
        SECOND,
        /** At the same time. */
        SAME_TIME,
        /** The brackets overlap: on either. */
        UNDECIDED,
        /** It was there before one of the archives began: on either. */
        NOT_WATCHED,
        /** On neither platform. */
        NEITHER
    }

    /**
     * The lag between two first sightings, hours of one clock; {@link HourBracket#notUntil} where it was not seen.
     *
     * @param firstBegan when the archive of the first platform began, hours; −∞ = before all contents
     * @param secondBegan when the archive of the second platform began
     */
    public static JumpLag of(HourBracket first, HourBracket second, double firstBegan, double secondBegan) {
        double after = first.happened() ? second.after() - first.by() : Double.NEGATIVE_INFINITY;
        double by = second.happened() ? second.by() - first.after() : Double.POSITIVE_INFINITY;
        double watched = Math.max(firstBegan, secondBegan);
        if (!first.happened() && !second.happened()) {
            return new JumpLag(Order.NEITHER, after, by);
        }
        // A bracket that begins before the archive does may hold a time at which nobody watched.
        boolean unseen =
                (first.happened() && first.after() < watched) || (second.happened() && second.after() < watched);
        return new JumpLag(unseen ? Order.NOT_WATCHED : order(first, second, after, by), after, by);
    }

    private static Order order(HourBracket first, HourBracket second, double after, double by) {
        if (after == 0 && by == 0) {
            return Order.SAME_TIME;
        }
        // An end belongs to the lag where the one time is known and the other bracket ends there.
        if (after > 0 || (after == 0 && !(second.happened() && second.isExact()))) {
            return Order.FIRST;
        }
        return by < 0 || (by == 0 && !(first.happened() && first.isExact())) ? Order.SECOND : Order.UNDECIDED;
    }

    /** Whether the lag is known. */
    public boolean isExact() {
        return after == by;
    }
}
