// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import org.tilik.pipeline.spread.SpreadItem;

/**
 * When the last of some copies was gone, as a bracket that grows with each of them; microseconds since 1970.
 *
 * <p>The same rule as {@link org.tilik.measure.removal.families.HourBracket#last}, without holding the copies: a copy that
 * was not seen gone leaves the end open, and a known time that may be the last one belongs to the bracket.
 */
final class GoneTime {
    private long known = Long.MIN_VALUE;
    private long after = Long.MIN_VALUE;
    private long by = Long.MIN_VALUE;

    /** Adds a copy with a time of posting. */
    void add(SpreadItem copy) {
        int last = copy.spanSeen.length - 1;
        long seen = last < 0 ? copy.postedAt : Math.max(copy.spanSeen[last], copy.spanBegun[last]);
        long gone = last < 0 ? SpreadItem.NEVER : Math.max(seen, copy.spanGone[last]);
        if (seen == gone) {
            known = Math.max(known, seen);
        } else {
            after = Math.max(after, seen);
        }
        by = Math.max(by, gone);
    }

    /** Whether every copy was seen gone. */
    boolean happened() {
        return by != SpreadItem.NEVER;
    }

    /** Until when one of them was known to be there. */
    long after() {
        if (known <= after) {
            return after;
        }
        return by == known ? known : known - 1;
    }

    /** When all were gone at the latest; {@link SpreadItem#NEVER} where one was not seen gone. */
    long by() {
        return by;
    }
}
