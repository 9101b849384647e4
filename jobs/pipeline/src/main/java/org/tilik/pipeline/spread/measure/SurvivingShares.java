// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tilik.measure.removal.ConfidenceInterval;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.IntervalMethod;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.model.table.SpreadMeasureRow;
import org.tilik.pipeline.removal.MeasurePlan;

/**
 * Until when families or cascades have reached something, of which some were not followed for so long, as rows: the hours
 * by which half have, and the shares that have within the study's deadlines.
 *
 * <p>Kaplan and Meier 1958, as {@link org.tilik.measure.spread.timing.TimeToSize}, which states what is assumed; at least
 * ten must be followed for the data to speak, as for removal.
 */
final class SurvivingShares {
    private static final double MIN_AT_RISK = 10;
    private static final double HALF = 0.5;
    private static final int REPLICATES = 1000;
    /** With more of them, the times until when they were followed are taken in whole hours, rounded down. */
    private static final int MOST_EXACT = 20_000;

    private final boolean independent;
    private final List<Followed> exact = new ArrayList<>();
    private final Map<Double, Long> eventsAt = new TreeMap<>();
    private final Map<Double, Long> censoredAt = new TreeMap<>();
    private long size;
    private long reached;

    private record Followed(double hours, double until, long family) {
        boolean isEvent() {
            return hours <= until;
        }
    }

    /** Without any; they may be copies of each other unless they are said to be independent. */
    SurvivingShares(boolean independent) {
        this.independent = independent;
    }

    /**
     * Adds one.
     *
     * @param hours when it was reached; NaN where that was not seen
     * @param followedHours until when it would have been seen; what came later does not count
     * @param family {@link org.tilik.pipeline.spread.family.UnitHash} of the family with which it is not independent
     */
    void add(double hours, double followedHours, long family) {
        if (!(followedHours >= 0)) {
            return;
        }
        Followed one = new Followed(hours, followedHours, family);
        size++;
        reached += one.isEvent() ? 1 : 0;
        if (size <= MOST_EXACT) {
            exact.add(one);
        } else {
            exact.forEach(this::count);
            exact.clear();
            count(one);
        }
    }

    private void count(Followed one) {
        if (one.isEvent()) {
            eventsAt.merge(one.hours(), 1L, Long::sum);
        } else {
            censoredAt.merge(Math.floor(one.until()), 1L, Long::sum);
        }
    }

    /** How many were followed. */
    long size() {
        return size;
    }

    /**
     * The rows.
     *
     * @param known whether the data can say anything; all are none otherwise
     * @param halfMetric metric of the hours by which half have reached it
     * @param withinMetric metric of the shares within deadlines, null for none
     * @param threshold number of items that is reached; null for none
     */
    List<SpreadMeasureRow> rows(
            MeasurePlan plan,
            SpreadRow maker,
            boolean known,
            String halfMetric,
            String withinMetric,
            Long threshold,
            long seed) {
        RemovalEstimator estimator = RemovalEstimator.standard()
                .withConfidence(ConfidenceInterval.LOG_LOG, plan.confLevel())
                .withQuantiles(HALF)
                .withDeadlines(plan.deadlinesHours().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .withMinAtRisk(MIN_AT_RISK)
                .withBootstrap(REPLICATES, seed);
        RemovalEstimate estimate = estimator.estimate(data());
        boolean familiesKnown = independent || size <= MOST_EXACT;
        double effective = familiesKnown ? estimate.nEffective() : Double.NaN;
        boolean enough = effective >= FamilyMeasures.FEWEST_FAMILIES;
        SpreadCounts counts = new SpreadCounts(size(), reached, size() - reached, effective);
        List<SpreadMeasureRow> made = new ArrayList<>();
        SpreadFigures half = SpreadFigures.of(
                        estimate.quantiles().get(0), method(estimate, "brookmeyer_crowley_log_log"))
                .withIntervalIf(enough);
        made.add(maker.of(
                new SpreadKey(halfMetric, SpreadKey.HOURS, null, HALF, threshold, null),
                known ? half : SpreadFigures.none(),
                counts));
        for (DeadlineShare share : withinMetric == null ? List.<DeadlineShare>of() : estimate.deadlines()) {
            // Where none or all have reached it, the formula has no width, and says nothing.
            boolean hasWidth = share.share().ciLow() < share.share().ciHigh();
            SpreadFigures within = SpreadFigures.of(share.share(), method(estimate, "greenwood_log_log"))
                    .withIntervalIf(enough && hasWidth);
            made.add(maker.of(
                    new SpreadKey(withinMetric, SpreadKey.ONE, share.deadlineHours(), null, threshold, null),
                    known ? within : SpreadFigures.none(),
                    counts));
        }
        return made;
    }

    /** Families are numbered by their ids, so that the order in which they came does not matter. */
    private RemovalData data() {
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        long[] ids =
                exact.stream().mapToLong(Followed::family).sorted().distinct().toArray();
        boolean shared = ids.length < exact.size();
        for (Followed one : exact) {
            int family = shared ? Arrays.binarySearch(ids, one.family()) : -1;
            add(rows, one.isEvent(), one.isEvent() ? one.hours() : one.until(), 1, family);
        }
        eventsAt.forEach((hours, number) -> add(rows, true, hours, number, -1));
        censoredAt.forEach((hours, number) -> add(rows, false, hours, number, -1));
        return rows.build();
    }

    private static void add(RemovalDataBuilder rows, boolean event, double hours, long number, int family) {
        rows.add(Double.NEGATIVE_INFINITY, hours, event ? hours : Double.POSITIVE_INFINITY, 0, (double) number, family);
    }

    private static String method(RemovalEstimate estimate, String formula) {
        IntervalMethod method = estimate.intervalMethod();
        return switch (method) {
            case GREENWOOD -> formula;
            case ITEM_BOOTSTRAP, FAMILY_BOOTSTRAP -> "family_bootstrap_percentile_" + REPLICATES;
            case RANDOM_GROUP_BOOTSTRAP -> "random_group_bootstrap_percentile_" + REPLICATES;
            case AUDIT_BOOTSTRAP -> "audit_stratum_bootstrap_percentile_" + REPLICATES;
            case NONE -> null;
        };
    }
}
