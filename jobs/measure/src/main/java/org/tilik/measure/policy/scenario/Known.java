// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

/**
 * When it was known that an item breaks a rule, in microseconds since one origin; {@link #NEVER} = not.
 *
 * <p>A removal whose author is unknown may be one: its bracket is ({@code removedAfter}, {@link #NEVER}].
 *
 * @param flaggedAt the earliest of reported, referred, ordered, added to a list; before the posting of the item only where
 *     a list had its content already
 * @param removedAfter when it was last there before it was removed
 * @param removedBy when it was first gone
 */
public record Known(long flaggedAt, long removedAfter, long removedBy) {
    /** Later than everything. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Neither flagged nor removed. */
    public static final Known NOTHING = new Known(NEVER, NEVER, NEVER);

    /** Refuses a bracket that ends before it begins. */
    public Known {
        if (removedBy < removedAfter) {
            throw new IllegalArgumentException(
                    "The removal lies in (" + removedAfter + ", " + removedBy
                            + "] microseconds, which ends before it begins; expected the time last seen, then the time first gone.");
        }
    }

    /** Flagged at this time, and not removed. */
    public static Known flagged(long at) {
        return new Known(at, NEVER, NEVER);
    }
}
