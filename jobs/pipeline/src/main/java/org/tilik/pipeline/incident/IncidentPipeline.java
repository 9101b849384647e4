// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.incident;

import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.tilik.model.table.IncidentRow;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.spread.PostedSpans;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/**
 * The topology from items to incidents.
 *
 * <pre>
 *   items ─(first and last of each platform)─broadcast┐
 *     └─tracked, in families, by family────────────find─→ incidents; those for release
 * </pre>
 *
 * <p>Memory: the copies of one family for each task, 24 bytes each, and counts by hour.
 */
final class IncidentPipeline {
    private IncidentPipeline() {}

    /**
     * The streams that become tables, and counts.
     *
     * @param incidents every incident; restricted
     * @param published those that may be published
     * @param counts what was looked at and found
     */
    record Outputs(
            DataStream<IncidentRow> incidents,
            DataStream<IncidentRow> published,
            DataStream<Tuple2<String, Long>> counts) {}

    /** Adds the operators behind all items. */
    static Outputs build(DataStream<SpreadItem> items, IncidentPlan plan) {
        DataStream<Tuple4<String, Long, Long, Long>> spans = items.transform(
                        "incidents: watched spans", PostedSpans.TYPE, new PostedSpans())
                .uid("incidents-watched-spans");
        SingleOutputStreamOperator<IncidentRow> incidents = items.filter(
                        item -> item.isTracked() && item.familyId != null)
                .uid("incidents-copies")
                .name("incidents: tracked copies")
                .keyBy(item -> item.familyId, Types.STRING)
                .connect(spans.broadcast(FindIncidents.BROADCAST))
                .process(new FindIncidents(plan), RowType.of(Table.INCIDENTS))
                .uid("incidents-find")
                .name("incidents: find");
        return new Outputs(
                incidents, incidents.getSideOutput(FindIncidents.PUBLISHED), incidents.getSideOutput(JobCounts.TAG));
    }
}
