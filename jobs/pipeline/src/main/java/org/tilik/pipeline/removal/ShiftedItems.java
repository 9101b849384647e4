// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.List;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.classify.ThresholdShift;
import org.tilik.pipeline.strata.Stratum;

/** The items of one stratum that would be measured at other thresholds of label scores. */
final class ShiftedItems implements Population<StandingFact> {
    private final MeasurePlan plan;
    private final ThresholdShift shift;
    private final Stratum stratum;
    private final StratumItems items;
    private long measured;
    private long shifted;

    ShiftedItems(MeasurePlan plan, ThresholdShift shift, Stratum stratum) {
        this.plan = plan;
        this.shift = shift;
        this.stratum = stratum;
        this.items = new StratumItems(plan.k(), StratumItems.mostExact(plan));
    }

    @Override
    public void add(StandingFact fact) {
        measured += fact.standing.isTracked() ? 1 : 0;
        if (fact.standing.isTracked(shift)) {
            shifted++;
            items.add(fact.in(stratum.label()));
        }
    }

    /** Held back also where the headline's numbers less these would be those of a few items. */
    @Override
    public StratumResult result() {
        List<RemovalMeasureRow> rows =
                shifted == 0 ? List.of() : new StratumEstimation(plan).measures(stratum, items, shift.id());
        boolean tells = ReleaseRules.tellsOfFew(measured, shifted, plan.k());
        return new PopulationPlan(plan, shift.id(), stratum).result(shifted, items.hasEnoughAccounts() && !tells, rows);
    }
}
