// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.scenario;

import java.util.stream.LongStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.tilik.measure.policy.scenario.ScenarioCounts;
import org.tilik.measure.policy.scenario.Standing;

/**
 * What is counted in one stratum under all scenarios of a study; sums add up in any order. Flink needs it mutable, with
 * public fields.
 */
public final class ScenarioSum {
    /** How sums travel between operators. */
    public static final TypeInformation<ScenarioSum> TYPE = Types.POJO(ScenarioSum.class);

    private static final int NUMBERS = 9;

    /** Label of the stratum. */
    public String stratum;
    /** Hashes of some accounts of violating items, ascending, no more than it takes to publish. */
    public long[] accounts = {};
    /** Hashes of some accounts of protected items, likewise. */
    public long[] protectedAccounts = {};
    /** Whether some item is of a platform of which a sample was delivered. */
    public boolean isSampled;
    /** Items that somebody flagged. */
    public long flagged;
    /** Items that were removed, or perhaps were. */
    public long removed;
    /** Violating items whose views somebody counted. */
    public long viewed;
    /** Views that these had at least. */
    public long views;
    /** The numbers of each scenario's {@link ScenarioCounts}, one scenario after the other. */
    public long[] counts = {};

    /** Branching ratio of the process that the contents of the stratum share; null where none was fitted. */
    public Double branchingRatio;
    /** How fast its further copies come. */
    public Double betaPerHour;

    static ScenarioSum of(String stratum, int scenarios) {
        ScenarioSum sum = new ScenarioSum();
        sum.stratum = stratum;
        sum.counts = new long[NUMBERS * scenarios];
        return sum;
    }

    /** Adds what one copy comes to under a scenario. */
    void add(int scenario, ScenarioCounts more) {
        put(scenario, counts(scenario).plus(more));
    }

    ScenarioCounts counts(int scenario) {
        int at = NUMBERS * scenario;
        return new ScenarioCounts(
                counts[at],
                counts[at + 1],
                counts[at + 2],
                counts[at + 3],
                counts[at + 4],
                counts[at + 5],
                counts[at + 6],
                counts[at + 7],
                counts[at + 8]);
    }

    private void put(int scenario, ScenarioCounts sum) {
        long[] numbers = {
            sum.copiesObserved(),
            sum.avertedLow(),
            sum.avertedHigh(),
            sum.viewsAvertedLow(),
            sum.viewsAvertedHigh(),
            sum.withoutUpperViews(),
            sum.withoutSource(),
            sum.protectedObserved(),
            sum.protectedRemoved()
        };
        System.arraycopy(numbers, 0, counts, NUMBERS * scenario, NUMBERS);
    }

    /** Counts an account, up to so many. */
    void addAccount(Standing of, long account, int most) {
        if (of == Standing.VIOLATING) {
            accounts = some(accounts, new long[] {account}, most);
        } else {
            protectedAccounts = some(protectedAccounts, new long[] {account}, most);
        }
    }

    /** Adds another sum of the same stratum to this one. */
    ScenarioSum add(ScenarioSum other, int mostAccounts) {
        isSampled |= other.isSampled;
        flagged += other.flagged;
        removed += other.removed;
        viewed += other.viewed;
        views = Math.addExact(views, other.views);
        for (int scenario = 0; NUMBERS * scenario < counts.length; scenario++) {
            add(scenario, other.counts(scenario));
        }
        branchingRatio = branchingRatio == null ? other.branchingRatio : branchingRatio;
        betaPerHour = betaPerHour == null ? other.betaPerHour : betaPerHour;
        accounts = some(accounts, other.accounts, mostAccounts);
        protectedAccounts = some(protectedAccounts, other.protectedAccounts, mostAccounts);
        return this;
    }

    private static long[] some(long[] these, long[] more, int most) {
        return more.length == 0 || these.length >= most
                ? these
                : LongStream.concat(LongStream.of(these), LongStream.of(more))
                        .sorted()
                        .distinct()
                        .limit(most)
                        .toArray();
    }

    /** Copies that break the rules; the same under every scenario. */
    long copies() {
        return counts(0).copiesObserved();
    }

    /** Whether there are k copies, and none or k protected items, each of k accounts. */
    boolean isLargeEnough(int k) {
        long spared = counts(0).protectedObserved();
        return copies() >= k && accounts.length >= k && (spared == 0 || (spared >= k && protectedAccounts.length >= k));
    }
}
