// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.Arrays;
import java.util.List;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.counts.RiskCounter;

/**
 * Times of the families of one stratum, in hours: one by one while they are few, counted on a grid of time when they are
 * many, as {@link StratumItems} does with items. Which of the two depends on their number alone.
 */
final class FamilyRows {
    private final int mostExact;
    private RemovalDataBuilder rows = RemovalData.builder(List.of());
    private long[] units = new long[16];
    private int held;
    private RiskCounter counter;

    /** No times yet; {@code mostExact} is the number up to which nothing is counted. */
    FamilyRows(int mostExact) {
        this.mostExact = mostExact;
    }

    /**
     * Adds one time; what was not followed at all is left out.
     *
     * @param unit hash of the family
     * @param family its number where it may have several rows; else −1
     */
    void add(double entry, double lower, double upper, long unit, int family) {
        double exit = upper == Double.POSITIVE_INFINITY ? lower : upper;
        if (exit <= entry) {
            return;
        }
        if (counter == null && held == mostExact) {
            count();
        }
        if (counter == null) {
            if (held == units.length) {
                units = Arrays.copyOf(units, Math.toIntExact(Math.min(held * 3L / 2, Integer.MAX_VALUE - 8L)));
            }
            units[held++] = unit;
            rows.add(entry, lower, upper, 0, 1, family);
        } else {
            counter.add(entry, Math.max(entry, lower), upper, 0, unit, family >= 0);
        }
    }

    private void count() {
        counter = new RiskCounter(CountedItems.GRID, List.of());
        RemovalData data = rows.build();
        for (int i = 0; i < data.size(); i++) {
            counter.add(data.entry(i), data.lower(i), data.upper(i), 0, units[i], data.family(i) >= 0);
        }
        rows = null;
        units = null;
    }

    /** All times added so far. */
    EstimatedItems all() {
        return counter == null ? new EstimatedItems(rows.build()) : new EstimatedItems(counter.counts());
    }
}
