// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.overremoval;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.tilik.model.table.OverRemovalRow;
import org.tilik.pipeline.audit.AuditCodes;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.policy.PolicyItem;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.policy.release.MeasureMembers;
import org.tilik.pipeline.policy.release.Parts;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.table.Table;

/**
 * The topology from items to the rows of release/over_removal.
 *
 * <pre>
 *   items ─(coded)→ strata ─by stratum→ estimate ─(one task)→ release
 * </pre>
 */
public final class OverRemovals {
    private OverRemovals() {}

    /**
     * The streams that become tables.
     *
     * @param release rows to be published
     * @param counts how many coded items are followed
     */
    public record Outputs(DataStream<OverRemovalRow> release, DataStream<Tuple2<String, Long>> counts) {}

    /** Adds the operators behind these items; without a usable audit rows say what it would give. */
    public static Outputs build(DataStream<PolicyItem> items, PolicyPlan plan, AuditCodes audit) {
        DataStream<Tuple2<String, CodedFact>> members = items.flatMap(new FindCoded(plan, audit))
                .returns(Types.TUPLE(Types.STRING, CodedFact.TYPE))
                .uid("policy-over-removal-strata")
                .name("policy: strata of coded items");
        DataStream<OverRemovalRow> release = Parts.release(
                members.keyBy(member -> member.f0, Types.STRING)
                        .process(
                                new MeasureMembers<>(key -> new CodedMembers(plan, audit, Stratum.ofLabel(key))),
                                Parts.type(Table.OVER_REMOVAL))
                        .uid("policy-over-removal-estimate")
                        .name("policy: estimate over-removal"),
                Table.OVER_REMOVAL,
                plan.k(),
                "over-removal");
        DataStream<Tuple2<String, Long>> counts = members.filter(
                        member -> member.f1.number >= 0 && member.f0.equals(Stratum.ALL.label()))
                .uid("policy-coded-all")
                .name("policy: coded items that are followed")
                .map(member -> Tuple2.of("audit.followed", 1L))
                .returns(JobCounts.TYPE)
                .uid("policy-count-coded")
                .name("policy: count coded items");
        return new Outputs(release, counts);
    }
}
