// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.util.Collector;
import org.tilik.model.table.SpreadMeasureRow;
import org.tilik.model.table.SpreadTimelineRow;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.spread.cascade.CascadeFact;
import org.tilik.pipeline.spread.family.CountHours;
import org.tilik.pipeline.spread.family.FamilyFact;
import org.tilik.pipeline.spread.family.HourlyChange;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/**
 * The topology from items and facts to measures and timelines of strata.
 *
 * <pre>
 *   counted items ┬─(each task)→ changes by hour ─by stratum→ timeline, copies ┐
 *                 └─by account, by family→ sums ─by stratum→ accounts, shares ─┤
 *   facts of families and cascades ─────────────by stratum→ sizes, times ──────┴(one task)→ release: measures, timelines
 * </pre>
 */
public final class SpreadMeasures {
    private SpreadMeasures() {}

    /**
     * The streams that become tables.
     *
     * @param measures for release
     * @param timeline every hour and day of every stratum; restricted
     * @param publishedTimeline those that may be published
     */
    public record Outputs(
            DataStream<SpreadMeasureRow> measures,
            DataStream<SpreadTimelineRow> timeline,
            DataStream<SpreadTimelineRow> publishedTimeline) {}

    /** Adds the operators behind all items and the facts of families and cascades. */
    public static Outputs build(
            DataStream<SpreadItem> items,
            DataStream<FamilyFact> families,
            DataStream<CascadeFact> cascades,
            SpreadPlan plan) {
        DataStream<SpreadItem> counted = items.filter(SpreadItem::isCounted)
                .uid("spread-counted")
                .name("spread: items that headline measures count");
        SingleOutputStreamOperator<SpreadResult> copies = counted.transform(
                        "spread: count hours in each task", HourlyChange.TYPE, new CountHours(plan))
                .uid("spread-count-hours")
                .keyBy(change -> change.stratum, Types.STRING)
                .process(new MeasureCopies(plan), SpreadResult.TYPE)
                .uid("spread-measure-copies")
                .name("spread: copies of each stratum");
        DataStream<SpreadResult> results = copies.union(
                measure(
                        sources(counted, plan),
                        sum -> new String[] {sum.stratum},
                        stratum -> new SourceMeasures(plan, stratum),
                        SourceSum.TYPE,
                        "sources"),
                measure(
                        families,
                        fact -> fact.strata,
                        stratum -> new FamilyMeasures(plan, stratum),
                        FamilyFact.TYPE,
                        "families"),
                measure(
                        cascades.filter(CascadeMeasures::isMeasured)
                                .uid("spread-measured-cascades")
                                .name("spread: cascades of tracked roots"),
                        fact -> fact.strata,
                        stratum -> new CascadeMeasures(plan, stratum),
                        CascadeFact.TYPE,
                        "cascades"));
        SingleOutputStreamOperator<SpreadMeasureRow> release = results.global()
                .transform("spread: release rules", RowType.of(Table.SPREAD_MEASURES), new ReleaseSpread(plan))
                .uid("spread-release")
                .setParallelism(1);
        return new Outputs(
                release, copies.getSideOutput(MeasureCopies.TIMELINE), release.getSideOutput(ReleaseSpread.TIMELINE));
    }

    /** Copies of each account and each family. */
    private static DataStream<SourceSum> sources(DataStream<SpreadItem> counted, SpreadPlan plan) {
        return counted.flatMap((SpreadItem item, Collector<SourceSum> out) -> SourceSum.of(item, plan, out))
                .returns(SourceSum.TYPE)
                .uid("spread-sources")
                .name("spread: accounts and families of each copy")
                .keyBy(SourceSum::key, SourceSum.KEY)
                .reduce(SourceSum::with)
                .uid("spread-source-sums")
                .name("spread: copies of each account and family");
    }

    /** What members say in the strata that count them. */
    private static <T> DataStream<SpreadResult> measure(
            DataStream<T> members,
            StrataOf<T> strata,
            StratumMembers.Factory<T> factory,
            TypeInformation<T> type,
            String name) {
        return members.flatMap((T member, Collector<Tuple2<String, T>> out) ->
                        strataOf(member, strata).forEach(stratum -> out.collect(Tuple2.of(stratum, member))))
                .returns(Types.TUPLE(Types.STRING, type))
                .uid("spread-strata-" + name)
                .name("spread: strata of " + name)
                .keyBy(member -> member.f0, Types.STRING)
                .process(new MeasureStratum<>(factory), SpreadResult.TYPE)
                .uid("spread-measure-" + name)
                .name("spread: measure " + name);
    }

    private static <T> List<String> strataOf(T member, StrataOf<T> strata) {
        return Arrays.asList(strata.of(member));
    }

    /** The labels of the strata that count a member. */
    private interface StrataOf<T> extends Serializable {
        String[] of(T member);
    }
}
