// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy.counter;

import java.util.List;
import org.apache.flink.api.java.tuple.Tuple5;
import org.tilik.measure.removal.Share;
import org.tilik.model.table.CounterSpeechRow;
import org.tilik.pipeline.audit.AuditCodes;
import org.tilik.pipeline.policy.PolicyPlan;
import org.tilik.pipeline.policy.release.Members;
import org.tilik.pipeline.policy.release.Parts;
import org.tilik.pipeline.removal.MemberKeys;

/**
 * The items of one cell, until all are there: how many are counter-speech, of all that were scored and against what is
 * violating, by copies and by views. These are counts of what the classifier says, without an interval, as in prevalence;
 * beside them stands what the coded items make of them.
 */
final class CounterMembers implements Members<CounterFact, CounterSpeechRow> {
    private final PolicyPlan plan;
    private final CounterCell cell;
    private final boolean audited;
    private final CodedCounters coded;
    private final MemberKeys keys;
    private final Views counterViews = new Views();
    private final Views violatingViews = new Views();
    private long scored;
    private long counter;
    private long violating;

    CounterMembers(PolicyPlan plan, CounterCell cell, AuditCodes audit) {
        this.plan = plan;
        this.cell = cell;
        this.audited = audit.isUsable();
        this.coded = new CodedCounters(audited ? audit : AuditCodes.NONE);
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

        boolean isExact() {
            return !open && lower == upper;
        }
    }

    @Override
    public void add(CounterFact fact) {
        if (!fact.scored) {
            return;
        }
        keys.add(fact.accountKey, null);
        scored++;
        if (audited && fact.number >= 0) {
            coded.add(fact);
        }
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
        CounterRows raw = new CounterRows(plan, cell, audited);
        if (!audited) {
            return raw.none();
        }
        double level = plan.measures().confLevel();
        CounterRows.Counts found = CounterRows.Counts.of(violating, counter);
        CounterRows corrected = new CounterRows(plan, cell, CodedCounters.DSL);
        CounterRows.Counts behind =
                new CounterRows.Counts((Long) scored, (Long) coded.counters(), null, (double) coded.size());
        return List.of(
                raw.share(
                        CounterRows.SHARE, null, ratio(counter, scored), CounterRows.Counts.of(scored, counter), null),
                raw.share(CounterRows.COPIES, null, ratio(counter, violating), found, null),
                raw.share(CounterRows.VIEWS, null, views(), found, null),
                corrected.share(
                        CounterRows.SHARE,
                        null,
                        coded.share(counter, scored, level),
                        behind,
                        CodedCounters.SHARE_INTERVAL),
                corrected.share(
                        CounterRows.COPIES,
                        null,
                        coded.ratio((double) counter, (double) violating, false, level),
                        behind,
                        CodedCounters.RATIO_INTERVAL),
                corrected.share(CounterRows.VIEWS, null, correctedViews(level), behind, CodedCounters.RATIO_INTERVAL));
    }

    /** Only where the views of all flagged and all coded items are one number each. */
    private Share correctedViews(double level) {
        return counterViews.isExact() && violatingViews.isExact()
                ? coded.ratio(counterViews.lower, violatingViews.lower, true, level)
                : Share.none();
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
