// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.tilik.pipeline.policy.PolicyPlan;

/** Replays items that are in no family, each by itself. */
final class ReplaySingles extends RichFlatMapFunction<ScenarioItem, ScenarioSum> {
    private static final long serialVersionUID = 1L;

    private final PolicyPlan plan;
    private transient List<Scenario> scenarios;

    ReplaySingles(PolicyPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open(OpenContext context) {
        scenarios = Scenario.of(plan);
    }

    @Override
    public void flatMap(ScenarioItem item, Collector<ScenarioSum> out) {
        if (!item.isCounted()) {
            return;
        }
        ScenarioReplayer replayer = new ScenarioReplayer(plan.k(), scenarios);
        replayer.add(item);
        replayer.replay().all().forEach(out::collect);
    }
}
