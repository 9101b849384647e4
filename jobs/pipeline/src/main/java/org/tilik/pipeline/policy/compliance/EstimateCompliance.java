// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.compliance;

import java.util.List;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tilik.model.table.ComplianceRow;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.policy.release.Parts;
import org.tilik.pipeline.removal.DutyFact;

/**
 * Collects one cell and estimates it when it is complete; batch mode only, where keys come one after the other, so that
 * plain fields hold one cell at a time.
 */
final class EstimateCompliance
        extends KeyedProcessFunction<
                String, Tuple2<String, DutyFact>, Tuple5<String, String, Long, Boolean, List<ComplianceRow>>> {
    private static final long serialVersionUID = 1L;

    private final PolicyPlan plan;
    private transient DutyMembers members;

    EstimateCompliance(PolicyPlan plan) {
        this.plan = plan;
    }

    @Override
    public void processElement(
            Tuple2<String, DutyFact> member,
            Context context,
            Collector<Tuple5<String, String, Long, Boolean, List<ComplianceRow>>> out) {
        if (members == null) {
            members = new DutyMembers(plan, ComplianceCell.ofKey(member.f0));
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
            Collector<Tuple5<String, String, Long, Boolean, List<ComplianceRow>>> out) {
        ComplianceCell cell = members.cell();
        List<ComplianceRow> rows = members.rows();
        // Items without follow-up are in no number, so they cannot hide those that are.
        long items = rows.get(0).nItems();
        out.collect(Parts.of(cell.population(), cell.part(), items, members.hasEnoughAccounts(), rows));
        members = null;
    }
}
