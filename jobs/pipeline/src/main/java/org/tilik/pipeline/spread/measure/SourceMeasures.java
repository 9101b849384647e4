// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import java.util.ArrayList;
import java.util.List;
import org.tilik.measure.spread.compare.Concentration;
import org.tilik.model.table.SpreadMeasureRow;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.strata.Stratum;

/**
 * From how many accounts the copies of a stratum come, how unequally, and how many of them are shares.
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

    private static final double TOP_ACCOUNTS = 0.01;
    private static final int CHUNK = 1 << 12;

    private final SpreadPlan plan;
    private final Stratum stratum;
    private final List<long[]> byAccount = new ArrayList<>();
    private final ClusteredShare shares = new ClusteredShare();
    private long[] open = new long[CHUNK];
    private int used;
    private long sampled;

    SourceMeasures(SpreadPlan plan, Stratum stratum) {
        this.plan = plan;
        this.stratum = stratum;
    }

    @Override
    public void add(SourceSum sum) {
        if (!sum.ofAccount) {
            if (sum.copies > 0) {
                shares.add(sum.shares, sum.copies);
            }
            sampled += sum.sampled;
            return;
        }
        if (used == CHUNK) {
            byAccount.add(open);
            open = new long[CHUNK];
            used = 0;
        }
        open[used++] = sum.copies;
    }

    @Override
    public SpreadResult result() {
        Concentration accounts = Concentration.of(copiesByAccount());
        SpreadRow maker = new SpreadRow(plan.measures(), stratum);
        boolean known = sampled == 0;
        SpreadCounts ofAccounts = new SpreadCounts(accounts.copies(), null, null, Double.NaN);
        SpreadCounts ofCopies = new SpreadCounts(shares.items(), shares.itemsWith(), null, shares.effective());
        List<SpreadMeasureRow> rows = List.of(
                maker.of(
                        SpreadKey.of(SHARES),
                        shares.figures(
                                plan.measures().confLevel(),
                                FamilyMeasures.FEWEST_FAMILIES,
                                StratumSeed.of(plan.measures(), SpreadResult.SOURCES, stratum)),
                        ofCopies),
                maker.of(SpreadKey.of(ACCOUNTS), point(known, accounts.accounts()), ofAccounts),
                maker.of(
                        SpreadKey.ofQuantile(TOP, SpreadKey.ONE, 1 - TOP_ACCOUNTS),
                        point(known && topAccounts(accounts) >= plan.k(), accounts.topShare(TOP_ACCOUNTS)),
                        ofAccounts),
                maker.of(SpreadKey.of(GINI), point(known, accounts.gini()), ofAccounts));
        return SpreadResult.of(SpreadResult.SOURCES, stratum, shares.items(), accounts.accounts() >= plan.k(), rows);
    }

    /** The share of few accounts would tell how much they posted. */
    private static long topAccounts(Concentration accounts) {
        return (long) Math.floor(TOP_ACCOUNTS * accounts.accounts());
    }

    private static SpreadFigures point(boolean known, double value) {
        return known ? SpreadFigures.point(value) : SpreadFigures.none();
    }

    private long[] copiesByAccount() {
        long[] all = new long[Math.toIntExact((long) byAccount.size() * CHUNK + used)];
        for (int i = 0; i < byAccount.size(); i++) {
            System.arraycopy(byAccount.get(i), 0, all, i * CHUNK, CHUNK);
        }
        System.arraycopy(open, 0, all, byAccount.size() * CHUNK, used);
        return all;
    }
}
