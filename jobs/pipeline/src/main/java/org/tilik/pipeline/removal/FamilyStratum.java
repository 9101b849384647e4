// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tilik.measure.removal.families.GoneLag;
import org.tilik.measure.removal.families.MeanCumulativeFunction;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;

/** Collects the families of one stratum in columns of numbers, so that the largest stratum fits into memory. */
final class FamilyStratum implements Population<FamilyRecord> {
    private static final int ALONE = -1;

    private final FamilyPlan plan;
    private final Stratum stratum;
    private final MeanCumulativeFunction.Builder furtherCopies = new MeanCumulativeFunction.Builder();
    private final MeanCumulativeFunction.Builder reuploadsAtLeast = new MeanCumulativeFunction.Builder();
    private final MeanCumulativeFunction.Builder reuploadsAtMost = new MeanCumulativeFunction.Builder();
    private final FamilyRows gaps;
    private final FamilyRows last;
    private final FamilyRows cleared;
    private final Column visibleLow = new Column();
    private final Column visibleHigh = new Column();
    private final List<GoneLag> lags = new ArrayList<>();
    private final Set<String> accounts = new HashSet<>();
    private int families;
    private long items;
    private long unconfirmed;

    FamilyStratum(FamilyPlan plan, Stratum stratum) {
        this.plan = plan;
        this.stratum = stratum;
        int mostExact = StratumItems.mostExact(plan.plan());
        this.gaps = new FamilyRows(mostExact);
        this.last = new FamilyRows(mostExact);
        this.cleared = new FamilyRows(mostExact);
    }

    @Override
    public void add(FamilyRecord family) {
        items += family.items;
        unconfirmed += family.unconfirmed;
        if (accounts.size() < plan.plan().k()) {
            Collections.addAll(accounts, family.accounts);
        }
        if (family.lag != null) {
            lags.add(new GoneLag(GoneLag.Outcome.valueOf(family.lag), family.lagAfter, family.lagBy));
            return;
        }
        furtherCopies.add(family.followedFor, family.furtherCopies);
        for (int i = 0; i < family.gapAfter.length; i++) {
            gaps.add(0, family.gapAfter[i], family.gapBy[i], family.unit, families);
        }
        reuploadsAtLeast.add(family.reuploadsFollowedFor, family.reuploadsAtLeast);
        reuploadsAtMost.add(family.reuploadsFollowedFor, family.reuploadsAtMost);
        if (!Double.isNaN(family.visibleLow)) {
            visibleLow.add(family.visibleLow);
            visibleHigh.add(family.visibleHigh);
        }
        for (int i = 0; i < family.lastEntry.length; i++) {
            FamilyRows rows = i == 0 ? last : cleared;
            rows.add(
                    family.lastEntry[i], family.lastAfter[i], family.lastBy[i], family.unit, i == 0 ? ALONE : families);
        }
        families++;
    }

    @Override
    public StratumResult result() {
        PopulationPlan named = new PopulationPlan(plan.plan(), StratumResult.FAMILIES, stratum);
        return named.result(items, accounts.size() >= plan.plan().k(), measures(named));
    }

    private List<RemovalMeasureRow> measures(PopulationPlan named) {
        FamilyMeasures measures = new FamilyMeasures(plan, named, unconfirmed);
        if (!lags.isEmpty()) {
            return measures.lag(lags);
        }
        List<RemovalMeasureRow> rows = new ArrayList<>();
        rows.addAll(measures.copies(furtherCopies.build()));
        rows.addAll(measures.reuploads(gaps.all(), reuploadsAtLeast.build(), reuploadsAtMost.build()));
        rows.addAll(measures.visible(visibleLow.values(), visibleHigh.values()));
        rows.addAll(measures.last(last.all(), cleared.all()));
        return rows;
    }
}
