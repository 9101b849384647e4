// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.change;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;
import org.tilik.model.table.PolicyChangeRow;
import org.tilik.pipeline.classify.Standing;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.policy.PolicyItem;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.policy.release.Parts;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.table.Table;

/**
 * The topology from items to the rows of release/policy_changes.
 *
 * <pre>
 *   items ┬─(each task)→ delivered by platform and week ─────────────────┐
 *         └─ strata ─by stratum and week→ cohorts ───────────────(one task)→ fits ─→ release
 * </pre>
 *
 * <p>Memory: the followed items of one cohort in each task, as the removal job holds those of a stratum; one row for each
 * stratum and week in one task.
 */
public final class PolicyChanges {
    private static final String PLATFORM = "platform";
    private static final String MONTH = "month";

    private PolicyChanges() {}

    /**
     * The streams that become tables.
     *
     * @param release rows to be published
     * @param counts interventions inside and outside the time of the data, items without a time of posting
     */
    public record Outputs(DataStream<PolicyChangeRow> release, DataStream<Tuple2<String, Long>> counts) {}

    /** Adds the operators behind these items. */
    public static Outputs build(DataStream<PolicyItem> items, PolicyPlan plan) {
        DataStream<PolicyItem> dated = items.filter(item -> isDated(item, plan))
                .uid("policy-change-dated")
                .name("policy: items posted in the window of the study");
        DataStream<Cohort> delivered = dated.transform(
                        "policy: count what was delivered", Cohort.TYPE, new CountDelivered())
                .uid("policy-change-delivered");
        DataStream<Cohort> cohorts = dated.filter(item -> item.item.isCounted() || isBeside(item))
                .uid("policy-change-counted")
                .name("policy: items that headline measures count, and those beside them")
                .flatMap((PolicyItem item, Collector<CohortMember> out) ->
                        members(item, plan).forEach(out::collect))
                .returns(CohortMember.TYPE)
                .uid("policy-change-members")
                .name("policy: members of weekly cohorts")
                .keyBy(CohortMember::key, Types.STRING)
                .process(new MeasureCohort(plan.measures()), Cohort.TYPE)
                .uid("policy-change-cohorts")
                .name("policy: measure weekly cohorts");
        SingleOutputStreamOperator<Tuple5<String, String, Long, Boolean, List<PolicyChangeRow>>> parts = cohorts.union(
                        delivered)
                .global()
                .transform("policy: fit changes", Parts.type(Table.POLICY_CHANGES), new FitChanges(plan))
                .uid("policy-change-fit")
                .setParallelism(1);
        DataStream<Tuple2<String, Long>> undated = items.filter(item -> item.item.postedAt == null)
                .uid("policy-change-undated")
                .name("policy: items without a time of posting")
                .map(item -> Tuple2.of("changes.items_without_time", 1L))
                .returns(JobCounts.TYPE)
                .uid("policy-change-count-undated")
                .name("policy: count items without a time");
        return new Outputs(
                Parts.release(parts, Table.POLICY_CHANGES, plan.k(), "policy_changes"),
                undated.union(parts.getSideOutput(JobCounts.TAG)));
    }

    private static boolean isDated(PolicyItem item, PolicyPlan plan) {
        Long posted = item.item.postedAt;
        return posted != null
                && (plan.from() == null || posted >= micros(plan.from()))
                && (plan.until() == null || posted < micros(plan.until()));
    }

    private static long micros(Instant time) {
        return TimeUnit.SECONDS.toMicros(time.getEpochSecond()) + TimeUnit.NANOSECONDS.toMicros(time.getNano());
    }

    private static boolean isBeside(PolicyItem item) {
        return item.standing == Standing.NEARLY || item.standing == Standing.NOT;
    }

    /**
     * The item in each of its groups, and in the widest ones also on every other clock that started for it and among those
     * that would be tracked at other thresholds; there too what is not tracked.
     */
    private static List<CohortMember> members(PolicyItem item, PolicyPlan plan) {
        List<CohortMember> members = new ArrayList<>();
        for (Stratum stratum : strata(item, plan)) {
            if (item.item.isCounted()) {
                members.add(CohortMember.of(item, stratum));
            }
            if (StratumSeries.isHeadline(stratum)) {
                addApart(members, item, stratum, plan);
            }
        }
        return members;
    }

    private static void addApart(List<CohortMember> members, PolicyItem item, Stratum stratum, PolicyPlan plan) {
        if (item.item.isCounted()) {
            for (ChangeRule rule : ChangeRule.clocks()) {
                CohortMember.of(item, stratum, rule).ifPresent(members::add);
            }
        }
        if (plan.measures().tracksByLabel()) {
            for (ChangeRule rule : ChangeRule.shifts()) {
                CohortMember.apart(item, stratum, rule).ifPresent(members::add);
            }
        }
        CohortMember.apart(item, stratum, ChangeRule.NOT_TRACKED).ifPresent(members::add);
    }

    /** The study's groups, but not those of one month, which hold no change; and always those of platforms. */
    private static List<Stratum> strata(PolicyItem item, PolicyPlan plan) {
        List<Stratum> strata = new ArrayList<>();
        for (Stratum stratum : plan.strata().of(item.item.traits())) {
            if (!List.of(stratum.by().split(",", -1)).contains(MONTH)) {
                strata.add(stratum);
            }
        }
        Stratum platform = new Stratum(PLATFORM, item.item.platform);
        if (!item.item.isShare() && !strata.contains(platform)) {
            strata.add(platform);
        }
        return strata;
    }
}
