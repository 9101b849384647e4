// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.exposure.ExposureHalfLife;
import org.tilik.measure.removal.exposure.ViewWeightedShares;
import org.tilik.measure.removal.exposure.ViewedItem;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.study.Clock;

/** The items of one stratum whose views were counted: share removed by views, and the half-life of the exposure. */
final class ViewedItems implements Population<ViewFact> {
    static final String WEIGHTED = "removal.view_weighted_share_within";
    static final String HALF_LIFE = "exposure.half_life_hours";

    private final PopulationPlan plan;
    private final MeasureRow maker;
    private final MemberKeys keys;
    private final List<ViewedItem> asSeen = new ArrayList<>();
    private final List<ViewedItem> unconfirmedCensored = new ArrayList<>();
    private long unconfirmed;

    ViewedItems(MeasurePlan plan, Stratum stratum) {
        this.plan = new PopulationPlan(plan, StratumResult.VIEWED, stratum);
        this.maker = new MeasureRow(plan, stratum);
        this.keys = new MemberKeys(plan.k());
    }

    @Override
    public void add(ViewFact fact) {
        int family = keys.add(fact.accountKey, fact.familyId);
        asSeen.add(fact.toItem(family, false));
        unconfirmedCensored.add(fact.toItem(family, true));
        unconfirmed += fact.confirmed ? 0 : 1;
    }

    @Override
    public StratumResult result() {
        List<RemovalMeasureRow> rows = new ArrayList<>();
        rows(rows, asSeen, MeasureRows.uncorrected(plan.plan()));
        if (unconfirmed > 0) {
            rows(rows, unconfirmedCensored, MeasureRows.UNCONFIRMED_CENSORED);
        }
        return plan.result(asSeen.size(), keys.hasEnoughAccounts(), rows);
    }

    private void rows(List<RemovalMeasureRow> rows, List<ViewedItem> items, String correction) {
        CauseGroup removal = Causes.groups(Set.of()).get(0);
        // Weighted items are resampled even where all times are exact; a deadline has its own weights.
        RemovalEstimator options = plan.estimator(brackets(items) > 0);
        for (ViewWeightedShares.Weighted share :
                new ViewWeightedShares(options, Causes.NAMES, removal).estimate(items)) {
            rows.add(maker.of(
                    new MeasureKey(WEIGHTED, "1", removal.name(), share.deadlineHours(), null, null),
                    Figures.of(
                            share.share(),
                            0,
                            IntervalNames.of(share.estimate().intervalMethod(), "aalen_log_log", options.replicates())),
                    counts(items, share.estimate().nEffective()),
                    correction));
        }
        if (plan.plan().clock() == Clock.POSTED) {
            rows.add(halfLife(items, correction));
        }
    }

    private RemovalMeasureRow halfLife(List<ViewedItem> items, String correction) {
        int replicates = PopulationPlan.BRACKET_REPLICATES;
        ExposureHalfLife half = ExposureHalfLife.of(items, plan.plan().confLevel(), replicates, plan.seed());
        Figures figures = new Figures(
                half.identifiability(),
                half.estimate(),
                half.ciLow(),
                half.ciHigh(),
                half.boundLow(),
                half.boundHigh(),
                0,
                IntervalNames.of(half.intervalMethod(), null, replicates));
        MeasureKey key = new MeasureKey(HALF_LIFE, "h", null, null, null, null);
        return maker.of(key, figures, counts(items, half.effectiveItems()), correction);
    }

    private MeasureCounts counts(List<ViewedItem> items, double effective) {
        long censored = items.stream().filter(ViewedItem::isCensored).count();
        return new MeasureCounts(
                items.size(), items.size() - censored, censored, brackets(items), unconfirmed, effective);
    }

    private static long brackets(List<ViewedItem> items) {
        return items.stream()
                .filter(item -> !item.isCensored() && item.lower() < item.upper())
                .count();
    }
}
