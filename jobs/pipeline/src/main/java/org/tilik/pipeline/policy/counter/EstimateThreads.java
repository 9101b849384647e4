// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.counter;

import java.util.List;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tilik.model.table.CounterSpeechRow;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.policy.release.Parts;

/**
 * Collects the threads of one cell and estimates them when all are there; batch mode only, where keys come one after the
 * other, so that plain fields hold one cell at a time. Families of fewer than k threads have no rows.
 */
final class EstimateThreads
        extends KeyedProcessFunction<
                String, Tuple2<String, ThreadFact>, Tuple5<String, String, Long, Boolean, List<CounterSpeechRow>>> {
    private static final long serialVersionUID = 1L;

    private final PolicyPlan plan;
    private transient ThreadMembers members;

    EstimateThreads(PolicyPlan plan) {
        this.plan = plan;
    }

    @Override
    public void processElement(
            Tuple2<String, ThreadFact> member,
            Context context,
            Collector<Tuple5<String, String, Long, Boolean, List<CounterSpeechRow>>> out) {
        if (members == null) {
            members = new ThreadMembers(plan, CounterCell.ofKey(member.f0));
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        } else if (!members.cell().key().equals(member.f0)) {
            throw new IllegalStateException("Cells came mixed; the policy job must run in batch mode.");
        }
        members.add(member.f1);
    }

    @Override
    public void onTimer(
            long timestamp,
            OnTimerContext context,
            Collector<Tuple5<String, String, Long, Boolean, List<CounterSpeechRow>>> out) {
        CounterCell cell = members.cell();
        if (!cell.kind().equals(CounterCell.FAMILY) || members.size() >= plan.k()) {
            out.collect(Parts.of(
                    "threads\t" + cell.population(),
                    cell.part(),
                    members.size(),
                    members.hasEnoughAccounts(),
                    members.rows()));
        }
        members = null;
    }
}
