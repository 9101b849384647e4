// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.withholding;

import java.util.List;
import java.util.Set;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.counts.RiskCounter;
import org.tilik.measure.removal.counts.RiskCounts;
import org.tilik.measure.removal.counts.TimeGrid;

/**
 * Items by the time until they were first withheld in a country, or in any, in hours since the origin. To be gone
 * everywhere competes, for what is gone can no longer be withheld; to be withheld ends no episode of visibility.
 *
 * <p>A withholding that is told of after the item was gone or last seen is outside its follow-up and does not count: of
 * the others nobody would know either.
 */
public final class Withholdings {
    /** Name of the cause that counts. */
    public static final String WITHHELD = "withheld";

    /** The cause whose share is wanted; nothing hides it. */
    public static final List<CauseGroup> GROUPS = List.of(new CauseGroup(WITHHELD, Set.of(WITHHELD), Set.of()));

    private static final String GONE = "gone";

    private static final List<String> CAUSES = List.of(WITHHELD, GONE);

    private final RemovalDataBuilder data = RemovalData.builder(CAUSES);
    private final RiskCounter counter = new RiskCounter(TimeGrid.gradedForBrackets(), CAUSES);

    /**
     * Adds an item that was withheld.
     *
     * @param entryHours when it came under observation, −∞ = from the start
     * @param lowerHours when it was last known visible somewhere before it was gone
     * @param upperHours when it was known gone, +∞ = never
     * @param afterHours it was withheld after this time
     * @param untilHours and at or before this; equal where exact
     * @param family its family, −1 = none
     * @param unit what is independent of all else: a hash of the family's id, or of the item's own where it has none
     */
    public Withholdings add(
            double entryHours,
            double lowerHours,
            double upperHours,
            double afterHours,
            double untilHours,
            int family,
            long unit) {
        double end = upperHours == Double.POSITIVE_INFINITY ? lowerHours : upperHours;
        if (untilHours > end) {
            return addNever(entryHours, lowerHours, upperHours, family, unit);
        }
        return add(entryHours, Math.min(afterHours, untilHours), untilHours, 1, family, unit);
    }

    /** Adds an item that was not withheld while it was followed. */
    public Withholdings addNever(double entryHours, double lowerHours, double upperHours, int family, long unit) {
        return add(entryHours, lowerHours, upperHours, upperHours == Double.POSITIVE_INFINITY ? 0 : 2, family, unit);
    }

    private Withholdings add(
            double entryHours, double lowerHours, double upperHours, int cause, int family, long unit) {
        data.add(entryHours, lowerHours, upperHours, cause, 1, family);
        counter.add(entryHours, lowerHours, upperHours, cause, unit, family >= 0);
        return this;
    }

    /** One row for each item with follow-up. */
    public RemovalData data() {
        return data.build();
    }

    /** The same items as counts, of which samples cost little whatever their number. */
    public RiskCounts counts() {
        return counter.counts();
    }
}
