// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.exposure.ViolativeViews;
import org.tilik.pipeline.strata.Stratum;

/** The counted views of one stratum, account by account: the share of them that fell on tracked items. */
final class SampledItems implements Population<SampledViews> {
    static final String RATE = "exposure.violative_view_rate";

    private final PopulationPlan plan;
    private final MeasureRow maker;
    private final MemberKeys keys;
    /** By account, views on tracked items and all views; sums do not depend on the order of arrival. */
    private final List<double[]> accounts = new ArrayList<>();

    private long items;
    private long tracked;

    SampledItems(MeasurePlan plan, Stratum stratum) {
        this.plan = new PopulationPlan(plan, StratumResult.SAMPLED, stratum);
        this.maker = new MeasureRow(plan, stratum);
        this.keys = new MemberKeys(plan.k());
    }

    @Override
    public void add(SampledViews account) {
        keys.add(account.accountKey, null);
        accounts.add(new double[] {account.tracked, account.all});
        items += account.items;
        tracked += account.trackedItems;
    }

    @Override
    public StratumResult result() {
        ViolativeViews views = new ViolativeViews();
        accounts.stream().sorted(Arrays::compare).forEach(account -> views.add(account[0], account[1]));
        ViolativeViews.Rate rate = views.rate(plan.plan().confLevel());
        Figures figures = new Figures(
                Double.isNaN(rate.estimate()) ? Identifiability.NONE : Identifiability.POINT,
                rate.estimate(),
                rate.ciLow(),
                rate.ciHigh(),
                rate.estimate(),
                rate.estimate(),
                0,
                "wilson_of_account_clusters");
        return plan.result(
                items,
                keys.hasEnoughAccounts(),
                List.of(maker.of(
                        new MeasureKey(RATE, "1", null, null, null, null),
                        figures,
                        new MeasureCounts(items, tracked, items - tracked, 0, 0, rate.effectiveClusters()),
                        MeasureRows.uncorrected(plan.plan()))));
    }
}
