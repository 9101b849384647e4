// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.tilik.pipeline.strata.Stratum;

/**
 * Collects the families of one stratum and measures them when all are there; batch mode only, where keys come one after
 * the other, so that plain fields hold one stratum at a time.
 */
final class EstimateFamilies extends KeyedProcessFunction<String, FamilyRecord, StratumResult> {
    private static final long serialVersionUID = 1L;

    private final FamilyPlan plan;
    private transient FamilyStratum families;
    private transient String stratum;

    EstimateFamilies(FamilyPlan plan) {
        this.plan = plan;
    }

    @Override
    public void processElement(FamilyRecord family, Context context, Collector<StratumResult> out) {
        if (families == null) {
            stratum = family.stratum;
            families = new FamilyStratum(plan, Stratum.ofLabel(stratum));
            context.timerService().registerEventTimeTimer(Long.MAX_VALUE);
        } else if (!stratum.equals(family.stratum)) {
            throw new IllegalStateException("Families of the strata " + stratum + " and " + family.stratum
                    + " came mixed; the removal job must run in batch mode.");
        }
        families.add(family);
    }

    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<StratumResult> out) {
        out.collect(families.result());
        families = null;
    }
}
