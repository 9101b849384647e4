// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.incident;

import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.streaming.api.functions.co.KeyedBroadcastProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.tilik.model.table.IncidentRow;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/**
 * Brings the copies of one family together and finds its incidents; batch mode only, where families come one after the other,
 * so that plain fields hold one at a time, and what is broadcast comes before everything else.
 */
final class FindIncidents
        extends KeyedBroadcastProcessFunction<String, SpreadItem, Tuple4<String, Long, Long, Long>, IncidentRow> {
    /** Flink asks for the state that it broadcasts into; the spans are kept in a field, the same in every task. */
    static final MapStateDescriptor<String, Long> BROADCAST =
            new MapStateDescriptor<>("incident-watched-spans", Types.STRING, Types.LONG);

    /** Incidents that may be published. */
    static final OutputTag<IncidentRow> PUBLISHED = new OutputTag<>("published-incidents", RowType.of(Table.INCIDENTS));

    private static final long serialVersionUID = 1L;

    private final IncidentPlan plan;
    private transient WatchedSpans watched;
    private transient FamilyCopies copies;

    FindIncidents(IncidentPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open(OpenContext context) {
        watched = new WatchedSpans();
    }

    @Override
    public void processBroadcastElement(
            Tuple4<String, Long, Long, Long> span, Context context, Collector<IncidentRow> out) {
        watched.add(span.f0, span.f1, span.f2);
    }

    @Override
    public void processElement(SpreadItem copy, ReadOnlyContext context, Collector<IncidentRow> out) {
        if (copies == null) {
            copies = new FamilyCopies(copy.familyId);
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        } else if (!copies.familyId().equals(copy.familyId)) {
            throw new IllegalStateException("Copies of the families " + copies.familyId() + " and " + copy.familyId
                    + " came mixed; incidents of whole histories are looked for in batch mode.");
        }
        copies.add(copy);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<IncidentRow> out) {
        FamilyCopies family = copies;
        copies = null;
        count(context, "families", 1);
        count(context, "copies", family.timed() + family.untimed());
        count(context, "copies.untimed", family.untimed());
        if (family.timed() == 0) {
            return;
        }
        IncidentRows rows = new IncidentRows(plan, watched, family);
        for (IncidentRow row : rows.complete()) {
            out.collect(row);
            count(context, "incidents." + row.status(), 1);
        }
        for (IncidentRow row : rows.published()) {
            context.output(PUBLISHED, row);
            count(context, "incidents.published", 1);
        }
    }

    private static void count(OnTimerContext context, String name, long number) {
        context.output(JobCounts.TAG, Tuple2.of(name, number));
    }
}
