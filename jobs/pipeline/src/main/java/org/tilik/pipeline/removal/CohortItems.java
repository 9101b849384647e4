// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.Set;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;

/**
 * Items that were posted together, and how fast they went: shares within the study's deadlines and the mean, as in the rows of
 * removal, without intervals.
 */
public final class CohortItems {
    /** The group of causes that are removal. */
    public static final String REMOVED = Causes.ALL_REMOVAL;

    private static final String ITEM = "";

    private final MeasurePlan plan;
    private final StratumItems items;

    /** Nobody yet. */
    public CohortItems(MeasurePlan plan) {
        this.plan = plan;
        this.items = new StratumItems(plan.k(), StratumItems.mostExact(plan));
    }

    /**
     * Adds one item, in hours since it was posted.
     *
     * @param upper infinity where it was not seen gone
     * @param cause null where it was not seen gone
     */
    public void add(double entry, double lower, double upper, String cause) {
        StratumItem item = new StratumItem();
        item.entry = entry;
        item.lower = lower;
        item.upper = upper;
        item.cause = cause;
        item.confirmed = true;
        // Families only matter to intervals.
        item.itemKey = ITEM;
        items.add(item);
    }

    /** Shares gone, shares removed by all causes together under {@link #REMOVED}, and the mean. */
    public RemovalEstimate estimate() {
        return items.asSeen()
                .estimate(RemovalEstimator.standard()
                        .withDeadlines(plan.deadlinesHours().stream()
                                .mapToDouble(Double::doubleValue)
                                .toArray())
                        .withQuantiles()
                        .withTau(plan.tauHours())
                        .withMinAtRisk(StratumEstimation.MIN_AT_RISK)
                        .withCauseGroups(Causes.groups(Set.of())));
    }
}
