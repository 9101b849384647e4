// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;

/**
 * Items that were posted together, and how fast they went: shares within the study's deadlines and the mean, as in the rows of
 * removal, without intervals.
 */
public final class CohortItems {
    /** The group of causes that are removal. */
    public static final String REMOVED = Causes.ALL_REMOVAL;

    /** The same if nothing of unknown cause was removal. */
    public static final String REMOVED_WITHOUT_UNKNOWN = "all_without_unknown";
    /** The same if everything of unknown cause was. */
    public static final String REMOVED_WITH_UNKNOWN = "all_with_unknown";

    private static final Set<String> REMOVING = Set.copyOf(Causes.REMOVING);
    private static final List<CauseGroup> GROUPS = List.of(
            new CauseGroup(REMOVED, REMOVING, Set.of(Causes.UNKNOWN)),
            new CauseGroup(REMOVED_WITHOUT_UNKNOWN, REMOVING, Set.of()),
            new CauseGroup(
                    REMOVED_WITH_UNKNOWN,
                    Stream.concat(REMOVING.stream(), Stream.of(Causes.UNKNOWN)).collect(Collectors.toSet()),
                    Set.of()));
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
     * @param confirmed false where it is gone by one last unconfirmed absence only
     */
    public void add(double entry, double lower, double upper, String cause, boolean confirmed) {
        StratumItem item = new StratumItem();
        item.entry = entry;
        item.lower = lower;
        item.upper = upper;
        item.cause = cause;
        item.confirmed = confirmed;
        // Families only matter to intervals.
        item.itemKey = ITEM;
        items.add(item);
    }

    /** Items that are gone by one last unconfirmed absence only. */
    public long unconfirmed() {
        return items.unconfirmed();
    }

    /** Shares gone, shares removed by all causes together under {@link #REMOVED}, and the mean. */
    public RemovalEstimate estimate() {
        return estimate(items.asSeen());
    }

    /** The same if single last absences are not disappearances. */
    public RemovalEstimate unconfirmedCensored() {
        return estimate(items.unconfirmedCensored());
    }

    private RemovalEstimate estimate(EstimatedItems estimated) {
        return estimated.estimate(RemovalEstimator.standard()
                .withDeadlines(plan.deadlinesHours().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .withQuantiles()
                .withTau(plan.tauHours())
                .withMinAtRisk(StratumEstimation.MIN_AT_RISK)
                .withCauseGroups(GROUPS));
    }
}
