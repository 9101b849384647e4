// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.List;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.referral.ReferralEstimate;
import org.tilik.measure.removal.referral.ReferralEstimator;
import org.tilik.measure.removal.referral.Referrals;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.study.Clock;

/**
 * The referrals of one stratum: shares answered, removed, rejected and pending within the study's deadlines, counted from
 * the referral whatever the study's clock.
 */
final class ReferredItems implements Population<ReferralFact> {
    static final String ANSWERED = "referral.answered_share_within";
    static final String REMOVED = "referral.removed_share_within";
    static final String REJECTED = "referral.rejected_share_within";
    static final String PENDING = "referral.pending_share_within";

    private final PopulationPlan plan;
    private final MeasureRow maker;
    private final MemberKeys keys;
    private final Referrals referrals = new Referrals();

    ReferredItems(MeasurePlan plan, Stratum stratum) {
        this.plan = new PopulationPlan(plan, StratumResult.REFERRED, stratum);
        this.maker = new MeasureRow(plan, stratum, Clock.REFERRED.id());
        this.keys = new MemberKeys(plan.k());
    }

    @Override
    public void add(ReferralFact fact) {
        referrals.add(fact.toReferral(keys.add(fact.accountKey, fact.familyId)));
    }

    @Override
    public StratumResult result() {
        List<RemovalMeasureRow> rows = new ArrayList<>();
        long items = rows(rows, false, MeasureRows.uncorrected(plan.plan()));
        if (referrals.unconfirmed() > 0) {
            rows(rows, true, MeasureRows.UNCONFIRMED_CENSORED);
        }
        return plan.result(items, keys.hasEnoughAccounts(), rows);
    }

    private long rows(List<RemovalMeasureRow> rows, boolean censorUnconfirmed, String correction) {
        RemovalEstimator options =
                plan.estimator(referrals.data(censorUnconfirmed).brackets() > 0);
        ReferralEstimate estimate = new ReferralEstimator(options).estimate(referrals, censorUnconfirmed);
        MeasureCounts counts = MeasureCounts.of(estimate.waits(), referrals.unconfirmed());
        String byCause = IntervalNames.of(estimate.waits().intervalMethod(), "aalen_log_log", options.replicates());
        String overall = IntervalNames.of(estimate.waits().intervalMethod(), "greenwood_log_log", options.replicates());
        add(rows, ANSWERED, estimate.answered(), counts, byCause, correction);
        add(rows, REMOVED, estimate.removed(), counts, byCause, correction);
        add(rows, REJECTED, estimate.rejected(), counts, byCause, correction);
        add(rows, PENDING, estimate.pending(), counts, overall, correction);
        return counts.items();
    }

    private void add(
            List<RemovalMeasureRow> rows,
            String metric,
            List<DeadlineShare> shares,
            MeasureCounts counts,
            String interval,
            String correction) {
        for (DeadlineShare share : shares) {
            rows.add(maker.of(
                    new MeasureKey(metric, "1", null, share.deadlineHours(), null, null),
                    Figures.of(share.share(), 0, interval),
                    counts,
                    correction));
        }
    }
}
