// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tilik.pipeline.removal.MeasurePlan;

/**
 * Collects one cohort and measures it when it is complete; batch mode only, where keys come one after the other, so that
 * plain fields hold one cohort at a time.
 */
final class MeasureCohort extends KeyedProcessFunction<String, CohortMember, Cohort> {
    private static final long serialVersionUID = 1L;

    private final MeasurePlan plan;
    private transient CohortBuilder members;

    MeasureCohort(MeasurePlan plan) {
        this.plan = plan;
    }

    @Override
    public void processElement(CohortMember member, Context context, Collector<Cohort> out) {
        if (members == null) {
            members = new CohortBuilder(plan, member);
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        } else if (!members.isOf(member)) {
            throw new IllegalStateException("Weekly cohorts came mixed; the policy job must run in batch mode.");
        }
        members.add(member);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<Cohort> out) {
        members.results().forEach(out::collect);
        members = null;
    }
}
