// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.List;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.accounts.Accounts;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.study.Clock;

/**
 * The accounts of one stratum: the share gone within the study's deadlines, counted from the first tracked post; nothing
 * where no source says of any of them that it is gone.
 */
final class AccountItems implements Population<AccountLife> {
    static final String SHARE = "account.gone_share_within";

    private final PopulationPlan plan;
    private final MeasureRow maker;
    private final MemberKeys keys;
    private final Accounts accounts = new Accounts();

    AccountItems(MeasurePlan plan, Stratum stratum) {
        this.plan = new PopulationPlan(plan, StratumResult.ACCOUNTS, stratum);
        this.maker = new MeasureRow(plan, stratum, Clock.POSTED.id());
        this.keys = new MemberKeys(plan.k());
    }

    @Override
    public void add(AccountLife life) {
        keys.add(life.accountKey, null);
        accounts.add(life.toAccount());
    }

    @Override
    public StratumResult result() {
        RemovalData data = accounts.data();
        List<RemovalMeasureRow> rows = new ArrayList<>();
        if (accounts.knownGone() > 0) {
            RemovalEstimator options = plan.estimator(data.brackets() > 0).withCauseGroups(Accounts.GROUPS);
            RemovalEstimate estimate = options.estimate(data);
            String interval = IntervalNames.of(estimate.intervalMethod(), "aalen_log_log", options.replicates());
            for (DeadlineShare share : estimate.causeGroups().get(Accounts.GONE)) {
                rows.add(maker.of(
                        new MeasureKey(SHARE, "1", null, share.deadlineHours(), null, null),
                        Figures.of(share.share(), 0, interval),
                        MeasureCounts.of(estimate, 0),
                        MeasureRows.uncorrected(plan.plan())));
            }
        }
        return plan.result(Math.round(data.totalWeight()), keys.hasEnoughAccounts(), rows);
    }
}
