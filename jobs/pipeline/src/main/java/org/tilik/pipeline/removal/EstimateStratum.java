// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.io.IOException;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.tilik.model.table.RemovalCurveRow;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;

/**
 * Collects one stratum and estimates it when it is complete; batch mode only, where keys come one after the other, so
 * that plain fields hold one stratum at a time.
 */
final class EstimateStratum extends KeyedProcessFunction<String, StratumPart, StratumResult> {
    /** The curves at every time at which they change. */
    static final OutputTag<RemovalCurveRow> EXACT_CURVES =
            new OutputTag<>("exact-curves", RowType.of(Table.REMOVAL_CURVES));

    private static final long serialVersionUID = 1L;

    private final MeasurePlan plan;
    private transient StratumEstimation estimation;
    private transient StratumItems items;
    private transient String stratum;

    EstimateStratum(MeasurePlan plan) {
        this.plan = plan;
    }

    @Override
    public void open(OpenContext context) {
        estimation = new StratumEstimation(plan);
    }

    @Override
    public void processElement(StratumPart part, Context context, Collector<StratumResult> out) throws IOException {
        if (items == null) {
            items = new StratumItems(plan.k(), StratumItems.mostExact(plan));
            stratum = part.stratum;
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        } else if (!stratum.equals(part.stratum)) {
            throw new IllegalStateException("Items of the strata " + stratum + " and " + part.stratum
                    + " came mixed; the removal job must run in batch mode.");
        }
        items.add(part.body);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<StratumResult> out) {
        out.collect(estimation.estimate(Stratum.ofLabel(stratum), items, row -> context.output(EXACT_CURVES, row)));
        items = null;
    }
}
