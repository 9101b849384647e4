// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.overremoval;

import java.util.List;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tilik.model.table.OverRemovalRow;
import org.tilik.pipeline.audit.AuditCodes;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.strata.Stratum;

/**
 * Collects one stratum and estimates it when it is complete; batch mode only, where keys come one after the other, so that
 * plain fields hold one stratum at a time.
 */
final class EstimateOverRemoval
        extends KeyedProcessFunction<
                String, Tuple2<String, CodedFact>, Tuple5<String, String, Long, Boolean, List<OverRemovalRow>>> {
    private static final long serialVersionUID = 1L;

    private final PolicyPlan plan;
    private final AuditCodes audit;
    private transient CodedMembers members;

    EstimateOverRemoval(PolicyPlan plan, AuditCodes audit) {
        this.plan = plan;
        this.audit = audit;
    }

    @Override
    public void processElement(
            Tuple2<String, CodedFact> member,
            Context context,
            Collector<Tuple5<String, String, Long, Boolean, List<OverRemovalRow>>> out) {
        if (members == null) {
            members = new CodedMembers(plan, audit, Stratum.ofLabel(member.f0));
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        } else if (!members.stratum().label().equals(member.f0)) {
            throw new IllegalStateException("Strata came mixed; the policy job must run in batch mode.");
        }
        members.add(member.f1);
    }

    @Override
    public void onTimer(
            long timestamp,
            OnTimerContext context,
            Collector<Tuple5<String, String, Long, Boolean, List<OverRemovalRow>>> out) {
        members.parts().forEach(out::collect);
        members = null;
    }
}
