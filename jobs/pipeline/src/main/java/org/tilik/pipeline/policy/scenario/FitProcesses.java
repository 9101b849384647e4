// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.spread.family.FamilyFact;

/**
 * Collects the contents of a stratum and fits the process that they share; batch mode only, where keys come one after the
 * other, so that plain fields hold one stratum at a time.
 */
final class FitProcesses extends KeyedProcessFunction<String, Tuple2<String, FamilyFact>, ScenarioSum> {
    private static final long serialVersionUID = 1L;

    private final PolicyPlan plan;
    private transient String stratum;
    private transient SharedProcess process;

    FitProcesses(PolicyPlan plan) {
        this.plan = plan;
    }

    @Override
    public void processElement(Tuple2<String, FamilyFact> member, Context context, Collector<ScenarioSum> out) {
        if (process == null) {
            stratum = member.f0;
            process = new SharedProcess(plan.measures().confLevel());
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        } else if (!stratum.equals(member.f0)) {
            throw new IllegalStateException("Strata came mixed; the policy job must run in batch mode.");
        }
        process.add(member.f1);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ScenarioSum> out) {
        process.fit().ifPresent(cascade -> {
            ScenarioSum sum = ScenarioSum.of(stratum, Scenario.of(plan).size());
            sum.branchingRatio = cascade.branchingRatio();
            sum.betaPerHour = cascade.beta();
            out.collect(sum);
        });
        process = null;
    }
}
