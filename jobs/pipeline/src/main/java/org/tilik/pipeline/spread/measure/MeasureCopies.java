// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import java.util.List;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.tilik.model.table.SpreadTimelineRow;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.spread.family.HourlyChange;
import org.tilik.pipeline.spread.family.StratumTimeline;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/** Counts the copies of one stratum over time; batch mode only, where strata come one after the other. */
final class MeasureCopies extends KeyedProcessFunction<String, HourlyChange, SpreadResult> {
    /** Timelines of all strata. */
    static final OutputTag<SpreadTimelineRow> TIMELINE =
            new OutputTag<>("stratum-timeline", RowType.of(Table.SPREAD_TIMELINE));

    private static final long serialVersionUID = 1L;

    private final SpreadPlan plan;
    private transient String label;
    private transient StratumTimeline timeline;

    MeasureCopies(SpreadPlan plan) {
        this.plan = plan;
    }

    @Override
    public void processElement(HourlyChange change, Context context, Collector<SpreadResult> out) {
        if (timeline == null) {
            label = change.stratum;
            timeline = new StratumTimeline(plan, Stratum.ofLabel(label));
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        } else if (!label.equals(change.stratum)) {
            throw new IllegalStateException("Copies of the strata " + label + " and " + change.stratum
                    + " came mixed; the spread job must run in batch mode.");
        }
        timeline.add(change);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<SpreadResult> out) {
        Stratum stratum = Stratum.ofLabel(label);
        timeline.complete().forEach(row -> context.output(TIMELINE, row));
        SpreadResult result = SpreadResult.of(
                SpreadResult.COPIES,
                stratum,
                timeline.copies(),
                timeline.hasEnoughAccounts(),
                List.copyOf(new CopyMeasures(plan, stratum).rows(timeline)));
        result.timeline = timeline.published();
        out.collect(result);
        timeline = null;
    }
}
