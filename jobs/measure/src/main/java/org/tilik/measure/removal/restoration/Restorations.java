// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.restoration;

import java.time.Instant;
import java.util.List;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.TimeBracket;

/**
 * Removed items by the time until they came back, in hours since the removal; one cause, {@link #RESTORED}.
 *
 * <p>Removal and return are both known as brackets only, so the time between is one bracket minus the other:
 *
 * <pre>
 * removed in (L, R], last missed at G, seen again at A:   (max(0, G − R), A − L]
 * not seen again:                                         censored at max(0, G − R)
 * under observation from R:                               entry R − L at the latest
 * </pre>
 *
 * <p>What came back before anybody noticed that it was gone is in no data: the entry says so, and where removals are
 * noticed late shares hold only for what was still gone when noticed. An item that nobody looked for again has no
 * follow-up.
 */
public final class Restorations {
    /** Name of the one cause. */
    public static final String RESTORED = "restored";

    private final RemovalDataBuilder data = RemovalData.builder(List.of(RESTORED));

    /**
     * Adds one removed item.
     *
     * @param removedAt when it was removed
     * @param lastMissed when it was last looked for in vain
     * @param seenAgain when it was seen again, null for never
     * @param family its family, −1 = none
     */
    public Restorations add(TimeBracket removedAt, Instant lastMissed, Instant seenAgain, int family) {
        double width = removedAt.hoursAtMost(removedAt.high());
        // What is noticed at once is watched from the start.
        double entry = width > 0 ? width : Double.NEGATIVE_INFINITY;
        double lower = removedAt.hoursAtLeast(lastMissed);
        if (seenAgain == null) {
            // Nobody looked again: no time at risk, also not at 0.
            data.add(lower > 0 ? entry : 0, lower, Double.POSITIVE_INFINITY, 0, 1, family);
        } else {
            double upper = removedAt.hoursAtMost(seenAgain);
            data.add(entry, Math.min(lower, upper), upper, 1, 1, family);
        }
        return this;
    }

    /** One row for each item with follow-up. */
    public RemovalData data() {
        return data.build();
    }
}
