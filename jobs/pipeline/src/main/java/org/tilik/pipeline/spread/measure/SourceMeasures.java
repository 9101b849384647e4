// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import java.util.List;
import org.tilik.measure.spread.compare.Concentration;
import org.tilik.measure.spread.compare.Reach;
import org.tilik.model.table.SpreadMeasureRow;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.spread.family.Numbers;
import org.tilik.pipeline.strata.Stratum;

/**
 * From how many accounts the copies of a stratum come, how unequally, how many follow them, and how many copies are shares.
 *
 * <p>Where a source delivered a sample of posts, its accounts are not all known, nor all copies of one: those measures are
 * none; the share of shares is not changed by leaving out posts by chance, and posts seen only inside others are no part of
 * it.
 */
final class SourceMeasures implements StratumMembers<SourceSum> {
    static final String SHARES = "copies.shares_share";
    static final String ACCOUNTS = "accounts.total";
    static final String TOP = "accounts.top_share";
    static final String GINI = "accounts.gini";
    static final String REACH = "reach.followers";
    static final String TOP_REACH = "reach.top_share";

    private static final double TOP_ACCOUNTS = 0.01;

    private final SpreadPlan plan;
    private final Stratum stratum;
    private final Numbers copies = new Numbers();
    /** Of the same accounts as the copies. */
    private final Numbers followers = new Numbers();

    private final ClusteredShare shares = new ClusteredShare();
    private long sampled;
    private long nameless;

    SourceMeasures(SpreadPlan plan, Stratum stratum) {
        this.plan = plan;
        this.stratum = stratum;
    }

    @Override
    public void add(SourceSum sum) {
        if (sum.ofAccount) {
            copies.add(sum.copies);
            followers.add(sum.followers);
            return;
        }
        if (sum.copies > 0) {
            shares.add(sum.shares, sum.copies);
        }
        sampled += sum.sampled;
        nameless += sum.nameless;
    }

    @Override
    public SpreadResult result() {
        Concentration accounts = Concentration.of(copies.inOrder());
        Reach reach = Reach.of(followers.inOrder(), nameless == 0 && sampled == 0);
        SpreadRow maker = new SpreadRow(plan.measures(), stratum);
        boolean known = sampled == 0;
        // The share of few accounts would tell how much they posted, or how many follow them.
        boolean enoughTop = Math.floor(TOP_ACCOUNTS * accounts.accounts()) >= plan.k();
        SpreadCounts ofAccounts = new SpreadCounts(accounts.copies(), null, null, Double.NaN);
        SpreadCounts ofCopies = new SpreadCounts(shares.items(), shares.itemsWith(), null, shares.effective());
        SpreadCounts ofReach = new SpreadCounts(reach.accounts(), reach.accountsWithFollowers(), null, Double.NaN);
        List<SpreadMeasureRow> rows = List.of(
                maker.of(
                        SpreadKey.of(SHARES),
                        shares.figures(
                                plan.measures().confLevel(),
                                FamilyMeasures.FEWEST_FAMILIES,
                                StratumSeed.of(plan.measures(), SpreadResult.SOURCES, stratum)),
                        ofCopies),
                maker.of(SpreadKey.of(ACCOUNTS), point(known, accounts.accounts()), ofAccounts),
                maker.of(top(TOP), point(known && enoughTop, accounts.topShare(TOP_ACCOUNTS)), ofAccounts),
                maker.of(SpreadKey.of(GINI), point(known, accounts.gini()), ofAccounts),
                maker.of(SpreadKey.of(REACH), limits(reach), ofReach),
                maker.of(top(TOP_REACH), point(enoughTop, reach.topShare(TOP_ACCOUNTS)), ofReach));
        return SpreadResult.of(SpreadResult.SOURCES, stratum, shares.items(), accounts.accounts() >= plan.k(), rows);
    }

    private static SpreadKey top(String metric) {
        return SpreadKey.ofQuantile(metric, SpreadKey.ONE, 1 - TOP_ACCOUNTS);
    }

    private static SpreadFigures limits(Reach reach) {
        return reach.published()
                .map(limits -> SpreadFigures.bounds((double) limits.low(), (double) limits.high()))
                .orElse(SpreadFigures.none());
    }

    private static SpreadFigures point(boolean known, double value) {
        return known ? SpreadFigures.point(value) : SpreadFigures.none();
    }
}
