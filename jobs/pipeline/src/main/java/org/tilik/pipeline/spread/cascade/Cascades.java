// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.tilik.model.table.CascadeEdgeRow;
import org.tilik.model.table.CascadeRow;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/**
 * The topology from items to cascades.
 *
 * <pre>
 *   items ─→ links ┬by item→ inner items ─(one task)→ roots ┐
 *                  │             └ first items ─────────────┼──────────────┐
 *                  └ linked items ──────────────────────────┴by parent→ attached ─by root→ cascades ─→ rows, edges, facts
 *                                                                                              └(one task)→ release
 * </pre>
 *
 * <p>Memory: the keys and links of all items that others name meet in one task (41 bytes each, up to 115 while they
 * arrive); otherwise one cascade in each task (some 130 bytes an item). All else is sorted outside the heap.
 */
public final class Cascades {
    private Cascades() {}

    /**
     * The streams that become tables and measures.
     *
     * @param cascades every cascade of two items or more that holds a tracked one; restricted
     * @param edges their links in the order of the table, all in the first task; restricted
     * @param release what may be published of them
     * @param facts what is measured of them and of lone tracked items
     * @param counts what became of every link
     */
    public record Outputs(
            DataStream<CascadeRow> cascades,
            DataStream<CascadeEdgeRow> edges,
            DataStream<CascadeRow> release,
            DataStream<CascadeFact> facts,
            DataStream<Tuple2<String, Long>> counts) {}

    /** Adds the building of cascades behind these items. */
    public static Outputs build(DataStream<SpreadItem> items, SpreadPlan plan, Reconstructions asked) {
        SingleOutputStreamOperator<CascadeNode> links = items.transform(
                        "cascades: read links", CascadeNode.TYPE, new ReadLinks())
                .uid("cascades-links");
        SingleOutputStreamOperator<CascadeNode> firsts = CascadeNode.grouped(
                        links, "cascades-by-item", "cascades: items with those that name them")
                .transform("cascades: find inner items", CascadeNode.TYPE, new FindInner())
                .uid("cascades-inner");
        DataStream<CascadeNode> roots = firsts.getSideOutput(FindInner.INNER)
                .global()
                .transform("cascades: find roots", CascadeNode.TYPE, new FindRoots())
                .uid("cascades-roots")
                .setParallelism(1);
        SingleOutputStreamOperator<CascadeNode> attached = CascadeNode.grouped(
                        links.getSideOutput(ReadLinks.LINKED).union(roots),
                        "cascades-by-parent",
                        "cascades: items with what they name")
                .transform("cascades: attach items", CascadeNode.TYPE, new AttachItems())
                .uid("cascades-attach");
        SingleOutputStreamOperator<CascadeRow> cascades = CascadeNode.inTime(
                        firsts.union(attached), "cascades-by-root", "cascades: items of a cascade by time")
                .transform("cascades: build", RowType.of(Table.CASCADES), new BuildCascades(plan, asked))
                .uid("cascades-build");
        DataStream<CascadeRow> release = cascades.getSideOutput(BuildCascades.RELEASE)
                .global()
                .transform("cascades: release rules", RowType.of(Table.CASCADES), new PublishCascades(plan))
                .uid("cascades-release")
                .setParallelism(1);
        DataStream<Tuple2<String, Long>> latest = items.transform(
                        "cascades: latest postings", LatestPostings.TYPE, new LatestPostings())
                .uid("cascades-latest-postings");
        DataStream<CascadeFact> facts = cascades.getSideOutput(BuildCascades.FACTS)
                .connect(latest.broadcast(FollowFacts.BROADCAST))
                .process(new FollowFacts(), CascadeFact.TYPE)
                .uid("cascades-facts")
                .name("cascades: how long they were followed");
        return new Outputs(
                cascades,
                EdgeBlock.rows(cascades.getSideOutput(BuildCascades.EDGES), plan.runId()),
                release,
                facts,
                links.getSideOutput(JobCounts.TAG)
                        .union(attached.getSideOutput(JobCounts.TAG), cascades.getSideOutput(JobCounts.TAG)));
    }
}
