// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.compliance;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.tilik.model.table.ComplianceRow;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.policy.release.MeasureMembers;
import org.tilik.pipeline.policy.release.Parts;
import org.tilik.pipeline.removal.DutyFact;
import org.tilik.pipeline.table.Table;

/**
 * The topology from what became of duties to the rows of release/compliance.
 *
 * <pre>
 *   duties ─→ cells ─by duty, jurisdiction, signature, part→ estimate ─(one task)→ release
 * </pre>
 */
public final class Compliance {
    private Compliance() {}

    /**
     * The streams that become tables.
     *
     * @param release rows to be published
     * @param counts how many items each duty is about
     */
    public record Outputs(DataStream<ComplianceRow> release, DataStream<Tuple2<String, Long>> counts) {}

    /** Adds the operators behind these facts. */
    public static Outputs build(DataStream<DutyFact> duties, PolicyPlan plan) {
        DataStream<ComplianceRow> release = Parts.release(
                duties.flatMap((DutyFact fact, Collector<Tuple2<String, DutyFact>> out) -> {
                            for (ComplianceCell cell : ComplianceCell.of(fact, clock(fact, plan))) {
                                out.collect(Tuple2.of(cell.key(), fact));
                            }
                        })
                        .returns(Types.TUPLE(Types.STRING, DutyFact.TYPE))
                        .uid("policy-compliance-cells")
                        .name("policy: cells of compliance")
                        .keyBy(member -> member.f0, Types.STRING)
                        .process(
                                new MeasureMembers<>(key -> new DutyCell(plan, ComplianceCell.ofKey(key))),
                                Parts.type(Table.COMPLIANCE))
                        .uid("policy-compliance-estimate")
                        .name("policy: estimate compliance"),
                Table.COMPLIANCE,
                plan.k(),
                "compliance");
        DataStream<Tuple2<String, Long>> counts = duties.filter(fact ->
                        fact.standing.isTracked() && fact.place.equals(fact.jurisdiction) && isOnOwnClock(fact, plan))
                .uid("policy-duties-whole")
                .name("policy: duties, without countries of unions")
                .map(fact -> Tuple2.of("duties." + fact.event, 1L))
                .returns(JobCounts.TYPE)
                .uid("policy-count-duties")
                .name("policy: count duties");
        return new Outputs(release, counts);
    }

    private static boolean isOnOwnClock(DutyFact fact, PolicyPlan plan) {
        return fact.clock.equals(clock(fact, plan));
    }

    /** The clock of the duty that a fact is about. */
    private static String clock(DutyFact fact, PolicyPlan plan) {
        return plan.policy().timeline().find(fact.event).orElseThrow().clock();
    }
}
