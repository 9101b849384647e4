// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import java.time.Instant;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.tilik.model.table.FamilyRow;
import org.tilik.model.table.PlatformJumpRow;
import org.tilik.model.table.SpreadTimelineRow;
import org.tilik.pipeline.spread.PostedSpans;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/**
 * The topology from items to families.
 *
 * <pre>
 *   items ─(latest of each platform)─broadcast┐
 *     └─tracked, by content─────────────────gather─→ families, timelines, jumps; those of large families for release
 *                                              ├─by size→ add up ─(one task)→ release: classes of small families
 *                                              └─→ facts for the measures
 * </pre>
 */
public final class SpreadFamilies {
    private SpreadFamilies() {}

    /**
     * The streams that become tables, and facts.
     *
     * @param families every family; restricted
     * @param published large families and classes of small ones
     * @param jumps every pair of platforms; restricted
     * @param publishedJumps those that may be published
     * @param timeline every hour and day of every family; restricted
     * @param publishedTimeline those that may be published
     * @param facts what families say in the measures
     */
    public record Outputs(
            DataStream<FamilyRow> families,
            DataStream<FamilyRow> published,
            DataStream<PlatformJumpRow> jumps,
            DataStream<PlatformJumpRow> publishedJumps,
            DataStream<SpreadTimelineRow> timeline,
            DataStream<SpreadTimelineRow> publishedTimeline,
            DataStream<FamilyFact> facts) {}

    /**
     * Adds the operators behind all items.
     *
     * @param until end of the study's window, null for none
     * @param begins when the push stream of a platform began to be watched, by platform, where that is known
     */
    public static Outputs build(
            DataStream<SpreadItem> items, SpreadPlan plan, Instant until, Map<String, Instant> begins) {
        DataStream<Tuple4<String, Long, Long, Long>> latest = items.transform(
                        "spread: latest items", PostedSpans.TYPE, new PostedSpans())
                .uid("spread-latest-items");
        SingleOutputStreamOperator<FamilyRow> families = items.filter(
                        item -> item.isTracked() && (item.familyId != null || item.isCounted()))
                .uid("spread-copies")
                .name("spread: tracked copies")
                .keyBy(GatherCopies::contentOf, Types.STRING)
                .connect(latest.broadcast(GatherCopies.BROADCAST))
                .process(new GatherCopies(plan, until, begins), RowType.of(Table.FAMILIES))
                .uid("spread-families")
                .name("spread: gather families");
        DataStream<FamilyRow> small = families.getSideOutput(GatherCopies.SMALL)
                .keyBy(family -> family.sizeClass, Types.STRING)
                .reduce((one, other) -> one.with(other, plan.k()))
                .uid("spread-small-families")
                .name("spread: add up small families")
                .global()
                .transform("spread: release small families", RowType.of(Table.FAMILIES), new ReleaseSmallFamilies(plan))
                .uid("spread-release-small-families")
                .setParallelism(1);
        return new Outputs(
                families,
                families.getSideOutput(GatherCopies.PUBLISHED).union(small),
                families.getSideOutput(GatherCopies.JUMPS),
                families.getSideOutput(GatherCopies.PUBLISHED_JUMPS),
                families.getSideOutput(GatherCopies.TIMELINE),
                families.getSideOutput(GatherCopies.PUBLISHED_TIMELINE),
                families.getSideOutput(GatherCopies.FACTS));
    }
}
