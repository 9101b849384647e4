// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.counter;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.java.tuple.Tuple5;
import org.tilik.measure.removal.ConfidenceInterval;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.model.table.CounterSpeechRow;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.policy.release.Members;
import org.tilik.pipeline.policy.release.Parts;
import org.tilik.pipeline.removal.IntervalNames;
import org.tilik.pipeline.removal.MemberKeys;
import org.tilik.pipeline.table.RowId;

/**
 * The threads of one cell, until all are there: how many were answered by a counter reply within the deadlines, and how long
 * violating items waited for one. Threads and items without a reply are censored where what is known of them ends. Families
 * of fewer than k threads have no rows.
 */
final class ThreadMembers implements Members<ThreadFact, CounterSpeechRow> {
    private static final double MIN_AT_RISK = 10;
    private static final int REPLICATES = 1000;
    private static final int HEX = 16;

    private final PolicyPlan plan;
    private final CounterCell cell;
    private final MemberKeys keys;
    private final RemovalDataBuilder threads = RemovalData.builder(List.of());
    private final RemovalDataBuilder items = RemovalData.builder(List.of());
    private long size;

    ThreadMembers(PolicyPlan plan, CounterCell cell) {
        this.plan = plan;
        this.cell = cell;
        this.keys = new MemberKeys(plan.k());
    }

    @Override
    public void add(ThreadFact fact) {
        int family = keys.add(fact.accountKey, fact.familyId);
        RemovalDataBuilder rows = fact.isThread ? threads : items;
        rows.add(
                Double.NEGATIVE_INFINITY,
                fact.hours,
                fact.answered ? fact.hours : Double.POSITIVE_INFINITY,
                0,
                1,
                family);
        size += fact.isThread ? 1 : 0;
    }

    @Override
    public List<Tuple5<String, String, Long, Boolean, List<CounterSpeechRow>>> parts() {
        boolean isSmallFamily = cell.kind().equals(CounterCell.FAMILY) && size < plan.k();
        return isSmallFamily
                ? List.of()
                : List.of(
                        Parts.of("threads\t" + cell.population(), cell.part(), size, keys.hasEnoughAccounts(), rows()));
    }

    private List<CounterSpeechRow> rows() {
        CounterRows maker = new CounterRows(plan, cell, true);
        List<CounterSpeechRow> rows = new ArrayList<>();
        RemovalEstimate answered = estimator().withQuantiles().estimate(threads.build());
        for (DeadlineShare share : answered.deadlines()) {
            rows.add(maker.share(
                    CounterRows.ANSWERED,
                    share.deadlineHours(),
                    share.share(),
                    counts(answered),
                    IntervalNames.of(answered.intervalMethod(), "greenwood_log_log", REPLICATES)));
        }
        RemovalEstimate waits = estimator().withDeadlines().estimate(items.build());
        rows.add(maker.latency(
                waits.quantiles().get(0),
                counts(waits),
                IntervalNames.of(waits.intervalMethod(), "brookmeyer_crowley_log_log", REPLICATES)));
        return rows;
    }

    private RemovalEstimator estimator() {
        return RemovalEstimator.standard()
                .withConfidence(ConfidenceInterval.LOG_LOG, plan.measures().confLevel())
                .withDeadlines(plan.measures().deadlinesHours().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .withQuantiles(CounterRows.MEDIAN)
                .withMinAtRisk(MIN_AT_RISK)
                .withBootstrap(
                        REPLICATES,
                        Long.parseUnsignedLong(
                                RowId.of(plan.measures().seed(), CounterRows.ANSWERED, cell.key()), HEX));
    }

    private static CounterRows.Counts counts(RemovalEstimate estimate) {
        double effective = estimate.nEffective();
        return new CounterRows.Counts(
                Math.round(estimate.n()),
                Math.round(estimate.events()),
                Math.round(estimate.censored()),
                Double.isFinite(effective) ? (Double) effective : null);
    }
}
