// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.List;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.TimeBracket;
import org.tilik.measure.removal.restoration.Restorations;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;

/** The removed items of one stratum: the share that came back within the study's deadlines, counted from removal. */
final class RestoredItems implements Population<RestorationFact> {
    static final String SHARE = "restoration.share_within";
    static final String SHARE_GIVEN_NOTICED = "restoration.share_within_given_noticed";
    /** The clock of these rows. */
    static final String CLOCK = "removed";

    private final PopulationPlan plan;
    private final MeasureRow maker;
    private final MemberKeys keys;
    private final Restorations restorations = new Restorations();

    RestoredItems(MeasurePlan plan, Stratum stratum) {
        this.plan = new PopulationPlan(plan, StratumResult.REMOVED, stratum);
        this.maker = new MeasureRow(plan, stratum, CLOCK);
        this.keys = new MemberKeys(plan.k());
    }

    @Override
    public void add(RestorationFact fact) {
        restorations.add(
                new TimeBracket(fact.removedLo, fact.removedHi),
                fact.lastMissed,
                fact.seenAgain,
                keys.add(fact.accountKey, fact.familyId));
    }

    @Override
    public StratumResult result() {
        RemovalData data = restorations.data();
        RemovalEstimator options = plan.estimator(data.brackets() > 0);
        RemovalEstimate estimate = options.estimate(data);
        String interval = IntervalNames.of(estimate.intervalMethod(), "greenwood_log_log", options.replicates());
        MeasureCounts counts = MeasureCounts.of(estimate, 0);
        String correction = MeasureRows.uncorrected(plan.plan());
        List<RemovalMeasureRow> rows = new ArrayList<>();
        for (DeadlineShare share : estimate.deadlines()) {
            double hours = share.deadlineHours();
            rows.add(maker.of(
                    new MeasureKey(SHARE, "1", null, hours, null, null),
                    Figures.of(share.share(), 0, interval),
                    counts,
                    correction));
            if (share.conditionalOnHours() > 0) {
                rows.add(maker.of(
                        new MeasureKey(SHARE_GIVEN_NOTICED, "1", null, hours, null, null),
                        Figures.of(share.givenCaptured(), share.conditionalOnHours(), interval),
                        counts,
                        correction));
            }
        }
        return plan.result(counts.items(), keys.hasEnoughAccounts(), rows);
    }
}
