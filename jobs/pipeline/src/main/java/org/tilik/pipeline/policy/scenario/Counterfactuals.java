// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import java.util.Map;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;
import org.tilik.measure.policy.scenario.ScenarioRule;
import org.tilik.model.table.CounterfactualRow;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.policy.PolicyItem;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.policy.release.Parts;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.spread.family.FamilyFact;
import org.tilik.pipeline.spread.family.SpreadFamilies;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.table.Table;

/**
 * The topology from items to the rows of release/counterfactuals.
 *
 * <pre>
 *   items ─by account, in order of posting→ barred? ─┬─by family→ replay ─┬→ add up ─by stratum→ rows ─(one task)→ release
 *                                                    └─ without family ───┘
 *     └─ families ─by stratum→ fit the closed form ───────────────────────────┘
 * </pre>
 */
public final class Counterfactuals {
    private static final String POPULATION = "counterfactuals";

    private Counterfactuals() {}

    /**
     * The streams that become tables.
     *
     * @param release rows to be published
     * @param counts items that were replayed, by what they are to the rules, and those that could not be
     */
    public record Outputs(DataStream<CounterfactualRow> release, DataStream<Tuple2<String, Long>> counts) {}

    /** Adds the operators behind these items, all those of a run. */
    public static Outputs build(DataStream<PolicyItem> all, PolicyPlan plan) {
        int scenarios = Scenario.of(plan).size();
        DataStream<ScenarioItem> items = barred(dated(all, plan), plan);
        DataStream<ScenarioSum> families = items.filter(item -> item.familyId != null)
                .uid("policy-scenario-copies")
                .name("policy: copies of families")
                .keyBy(item -> item.familyId, Types.STRING)
                .process(new ReplayFamilies(plan), ScenarioSum.TYPE)
                .uid("policy-scenario-families")
                .name("policy: replay families");
        DataStream<ScenarioSum> singles = items.filter(item -> item.familyId == null)
                .uid("policy-scenario-alone")
                .name("policy: items without family")
                .flatMap(new ReplaySingles(plan))
                .returns(ScenarioSum.TYPE)
                .uid("policy-scenario-singles")
                .name("policy: replay items without family");
        DataStream<CounterfactualRow> release = Parts.release(
                addUp(families, "families", scenarios, plan)
                        .union(addUp(singles, "singles", scenarios, plan), processes(all, plan))
                        .keyBy(sum -> sum.stratum, Types.STRING)
                        .reduce((one, other) -> one.add(other, plan.k()))
                        .uid("policy-scenario-strata")
                        .name("policy: scenarios by stratum")
                        // Other tables have no strata without anything tracked; their number would be 0 anyway.
                        .filter(sum -> sum.copies() > 0)
                        .uid("policy-scenario-with-copies")
                        .name("policy: strata with copies")
                        .map(sum -> Parts.of(
                                POPULATION,
                                Stratum.ofLabel(sum.stratum),
                                sum.copies(),
                                sum.isLargeEnough(plan.k()),
                                new CounterfactualRows(plan).of(sum)))
                        .returns(Parts.type(Table.COUNTERFACTUALS))
                        .uid("policy-scenario-rows")
                        .name("policy: rows of scenarios"),
                Table.COUNTERFACTUALS,
                plan.k(),
                POPULATION);
        return new Outputs(release, counts(all, items));
    }

    private static DataStream<ScenarioItem> dated(DataStream<PolicyItem> all, PolicyPlan plan) {
        return all.flatMap((PolicyItem item, Collector<ScenarioItem> out) -> {
                    if (item.item.postedAt != null) {
                        out.collect(ScenarioItem.of(item, plan));
                    }
                })
                .returns(ScenarioItem.TYPE)
                .uid("policy-scenario-items")
                .name("policy: items of scenarios");
    }

    private static DataStream<ScenarioItem> barred(DataStream<ScenarioItem> items, PolicyPlan plan) {
        ScenarioRule.OneStrike rule = Scenario.of(plan).stream()
                .map(Scenario::rule)
                .filter(ScenarioRule.OneStrike.class::isInstance)
                .map(ScenarioRule.OneStrike.class::cast)
                .findFirst()
                .orElseThrow();
        DataStream<ScenarioItem> ofAccounts = items.filter(item -> item.accountKey != null)
                .uid("policy-scenario-of-accounts")
                .name("policy: items of known accounts")
                .assignTimestampsAndWatermarks(WatermarkStrategy.<ScenarioItem>noWatermarks()
                        .withTimestampAssigner((item, before) -> item.postedAt))
                .uid("policy-scenario-times")
                .name("policy: order of posting")
                .keyBy(item -> item.accountKey, Types.STRING)
                .process(new BarAccounts(rule), ScenarioItem.TYPE)
                .uid("policy-scenario-bars")
                .name("policy: accounts barred under one strike");
        return items.filter(item -> item.accountKey == null)
                .uid("policy-scenario-of-nobody")
                .name("policy: items of unknown accounts")
                .union(ofAccounts);
    }

    /** Of each stratum the process that its tracked contents share; the sums hold nothing else. */
    private static DataStream<ScenarioSum> processes(DataStream<PolicyItem> all, PolicyPlan plan) {
        SpreadPlan spread = new SpreadPlan(plan.measures(), plan.strata(), plan.sampling(), null);
        DataStream<SpreadItem> items = all.map(item -> item.item)
                .returns(SpreadItem.TYPE)
                .uid("policy-scenario-spread")
                .name("policy: how items spread");
        return SpreadFamilies.build(items, spread, plan.until(), Map.of())
                .facts()
                .flatMap((FamilyFact fact, Collector<Tuple2<String, FamilyFact>> out) -> {
                    for (String stratum : fact.hours.length > 0 ? fact.strata : new String[0]) {
                        out.collect(Tuple2.of(stratum, fact));
                    }
                })
                .returns(Types.TUPLE(Types.STRING, FamilyFact.TYPE))
                .uid("policy-scenario-processes")
                .name("policy: contents of strata")
                .keyBy(member -> member.f0, Types.STRING)
                .process(new FitProcesses(plan), ScenarioSum.TYPE)
                .uid("policy-scenario-fit")
                .name("policy: fit processes");
    }

    private static DataStream<ScenarioSum> addUp(
            DataStream<ScenarioSum> sums, String of, int scenarios, PolicyPlan plan) {
        return sums.transform("policy: add up " + of, ScenarioSum.TYPE, new AddSums(scenarios, plan.k()))
                .uid("policy-scenario-add-" + of);
    }

    private static DataStream<Tuple2<String, Long>> counts(DataStream<PolicyItem> all, DataStream<ScenarioItem> items) {
        DataStream<Tuple2<String, Long>> undated = all.filter(item -> item.item.postedAt == null)
                .uid("policy-scenario-undated")
                .name("policy: items without time")
                .map(item -> Tuple2.of("counterfactuals.without_time", 1L))
                .returns(JobCounts.TYPE)
                .uid("policy-scenario-count-undated")
                .name("policy: count items without time");
        return items.map(item -> Tuple2.of("counterfactuals." + item.standing, 1L))
                .returns(JobCounts.TYPE)
                .uid("policy-scenario-count")
                .name("policy: count items of scenarios")
                .union(undated);
    }
}
