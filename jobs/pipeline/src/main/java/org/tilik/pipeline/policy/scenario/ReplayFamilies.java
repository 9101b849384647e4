// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tilik.pipeline.policy.PolicyPlan;

/**
 * Collects a family and replays it when it is complete; batch mode only, where keys come one after the other, so that plain
 * fields hold one family at a time. Limit: {@link ScenarioReplayer#LIMIT} copies of one family.
 */
final class ReplayFamilies extends KeyedProcessFunction<String, ScenarioItem, ScenarioSum> {
    private static final long serialVersionUID = 1L;

    private final PolicyPlan plan;
    private transient List<Scenario> scenarios;
    private transient String family;
    private transient ScenarioReplayer replayer;

    ReplayFamilies(PolicyPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open(OpenContext context) {
        scenarios = Scenario.of(plan);
    }

    @Override
    public void processElement(ScenarioItem item, Context context, Collector<ScenarioSum> out) {
        if (replayer == null) {
            family = item.familyId;
            replayer = new ScenarioReplayer(plan.k(), scenarios);
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        } else if (!item.familyId.equals(family)) {
            throw new IllegalStateException("Families came mixed; the policy job must run in batch mode.");
        }
        replayer.add(item);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<ScenarioSum> out) {
        replayer.replay().all().forEach(out::collect);
        replayer = null;
    }
}
