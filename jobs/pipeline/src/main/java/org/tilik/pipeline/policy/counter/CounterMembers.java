// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.counter;

import java.util.List;
import org.apache.flink.api.java.tuple.Tuple5;
import org.tilik.measure.removal.Share;
import org.tilik.model.table.CounterSpeechRow;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.policy.release.Members;
import org.tilik.pipeline.policy.release.Parts;
import org.tilik.pipeline.removal.MemberKeys;

/**
 * The items of one cell, until all are there: how many are counter-speech, of all that were scored and against what is
 * violating, by copies and by views. These are counts of what the classifier says, without an interval, as in prevalence.
 */
final class CounterMembers implements Members<CounterFact, CounterSpeechRow> {
    private final PolicyPlan plan;
    private final CounterCell cell;
    private final boolean audited;
    private final MemberKeys keys;
    private final Views counterViews = new Views();
    private final Views violatingViews = new Views();
    private long scored;
    private long counter;
    private long violating;

    CounterMembers(PolicyPlan plan, CounterCell cell, boolean audited) {
        this.plan = plan;
        this.cell = cell;
        this.audited = audited;
        this.keys = new MemberKeys(plan.k());
    }

    /** Views of items; unknown as soon as those of one are. */
    private static final class Views {
        private double lower;
        private double upper;
        private boolean open;

        void add(CounterFact fact) {
            open |= fact.viewsLower == null || fact.viewsUpper == null;
            lower += fact.viewsLower == null ? 0 : fact.viewsLower;
            upper += fact.viewsUpper == null ? 0 : fact.viewsUpper;
        }
    }

    @Override
    public void add(CounterFact fact) {
        if (!fact.scored) {
            return;
        }
        keys.add(fact.accountKey, null);
        scored++;
        if (fact.counter) {
            counter++;
            counterViews.add(fact);
        }
        if (fact.violating) {
            violating++;
            violatingViews.add(fact);
        }
    }

    @Override
    public List<Tuple5<String, String, Long, Boolean, List<CounterSpeechRow>>> parts() {
        return List.of(Parts.of("items\t" + cell.population(), cell.part(), scored, keys.hasEnoughAccounts(), rows()));
    }

    private List<CounterSpeechRow> rows() {
        CounterRows rows = new CounterRows(plan, cell, audited);
        return audited
                ? List.of(
                        rows.share(
                                CounterRows.SHARE,
                                null,
                                ratio(counter, scored),
                                CounterRows.Counts.of(scored, counter),
                                null),
                        rows.share(
                                CounterRows.COPIES,
                                null,
                                ratio(counter, violating),
                                CounterRows.Counts.of(violating, counter),
                                null),
                        rows.share(CounterRows.VIEWS, null, views(), CounterRows.Counts.of(violating, counter), null))
                : rows.none();
    }

    private static Share ratio(long part, long whole) {
        double ratio = (double) part / whole;
        return whole == 0 ? Share.none() : Share.point(ratio, Double.NaN, Double.NaN);
    }

    private Share views() {
        if (counterViews.open || violatingViews.open || !(violatingViews.lower > 0)) {
            return Share.none();
        }
        double low = counterViews.lower / violatingViews.upper;
        double high = counterViews.upper / violatingViews.lower;
        return low == high ? Share.point(low, Double.NaN, Double.NaN) : Share.bounds(low, high, Double.NaN, Double.NaN);
    }
}
