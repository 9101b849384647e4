// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;
import org.tilik.measure.removal.restoration.VisiblePaths;
import org.tilik.measure.removal.restoration.VisibleShares;
import org.tilik.measure.removal.withholding.Withholdings;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;

/**
 * The items of one stratum by when they were visible: the share visible at each of the study's deadlines, net of what came
 * back, and, where any was withheld in some country, the shares withheld there and anywhere.
 */
final class VisibleItems implements Population<PathFact> {
    static final String VISIBLE = "visible.share_at";
    static final String WITHHELD = "withheld.share_within";
    /** {@code cause} of the row about any country. */
    static final String ANYWHERE = "all";

    private final PopulationPlan plan;
    private final MeasureRow maker;
    private final MemberKeys keys;
    private final VisiblePaths paths = new VisiblePaths();
    /** {@link PathFact#unit} of each path. */
    private long[] units = new long[16];
    /** By country: the number of the path, and between which hours it was withheld. */
    private final Map<String, Map<Integer, double[]>> withheld = new TreeMap<>();

    VisibleItems(MeasurePlan plan, Stratum stratum) {
        this.plan = new PopulationPlan(plan, StratumResult.VISIBLE, stratum);
        this.maker = new MeasureRow(plan, stratum);
        this.keys = new MemberKeys(plan.k());
    }

    @Override
    public void add(PathFact fact) {
        int number = paths.size();
        paths.add(
                fact.entry, fact.lows, fact.highs, fact.end, fact.confirmed, keys.add(fact.accountKey, fact.familyId));
        if (paths.size() > number) {
            units = number < units.length ? units : Arrays.copyOf(units, 2 * number);
            units[number] = fact.unit;
        }
        for (int i = 0; i < fact.countries.length && paths.size() > number; i++) {
            withheld.computeIfAbsent(fact.countries[i], country -> new HashMap<>())
                    .put(number, new double[] {fact.withheldLows[i], fact.withheldHighs[i]});
        }
    }

    @Override
    public StratumResult result() {
        List<RemovalMeasureRow> rows = new ArrayList<>();
        visible(rows, paths, MeasureRows.uncorrected(plan.plan()));
        if (paths.unconfirmed() > 0) {
            visible(rows, paths.unconfirmedCensored(), MeasureRows.UNCONFIRMED_CENSORED);
        }
        withheld.forEach((country, items) -> withheld(rows, country, items));
        return plan.result(paths.size(), keys.hasEnoughAccounts(), rows);
    }

    private void visible(List<RemovalMeasureRow> rows, VisiblePaths seen, String correction) {
        int replicates = PopulationPlan.BRACKET_REPLICATES;
        VisibleShares.Visible visible = new VisibleShares(
                        plan.plan().deadlinesHours(),
                        StratumEstimation.MIN_AT_RISK,
                        plan.plan().confLevel(),
                        replicates,
                        plan.seed())
                .estimate(seen);
        MeasureCounts counts = new MeasureCounts(
                seen.size(),
                seen.gone(),
                seen.size() - seen.gone(),
                seen.brackets(),
                paths.unconfirmed(),
                visible.nEffective());
        String interval = IntervalNames.of(visible.intervalMethod(), null, replicates);
        for (int d = 0; d < visible.shares().size(); d++) {
            Double hours = plan.plan().deadlinesHours().get(d);
            rows.add(maker.of(
                    new MeasureKey(VISIBLE, "1", null, hours, null, null),
                    Figures.of(visible.shares().get(d), 0, interval),
                    counts,
                    correction));
        }
    }

    private void withheld(List<RemovalMeasureRow> rows, String country, Map<Integer, double[]> items) {
        Withholdings data = new Withholdings();
        for (int i = 0; i < paths.size(); i++) {
            boolean gone = paths.changes(i) > 0;
            double lower = gone ? paths.low(i, 0) : paths.end(i);
            double upper = gone ? paths.high(i, 0) : Double.POSITIVE_INFINITY;
            double[] when = items.get(i);
            if (when == null) {
                data.addNever(paths.entry(i), lower, upper, paths.family(i), units[i]);
            } else {
                data.add(paths.entry(i), lower, upper, when[0], when[1], paths.family(i), units[i]);
            }
        }
        RemovalData risks = data.data();
        RemovalEstimator options = plan.estimator(risks.brackets() > 0).withCauseGroups(Withholdings.GROUPS);
        // Of many brackets, samples are drawn as counts, like those of large strata; the bounds are of the times as
        // they are.
        boolean counted = risks.brackets() > 0
                && paths.size() > StratumItems.MOST_EXACT_BRACKETS
                && CountedItems.know(plan.deadlines());
        RemovalEstimate estimate = (counted ? options.withBootstrap(0, options.seed()) : options).estimate(risks);
        RemovalEstimate sampled = counted ? data.counts().estimate(options) : estimate;
        String interval = IntervalNames.of(sampled.intervalMethod(), "aalen_log_log", options.replicates());
        String cause = country.equals(MeasuredItem.ANYWHERE) ? ANYWHERE : country.toUpperCase(Locale.ROOT);
        List<DeadlineShare> shares = estimate.causeGroups().get(Withholdings.WITHHELD);
        for (int d = 0; d < shares.size(); d++) {
            Share share = shares.get(d).share();
            Share other =
                    sampled.causeGroups().get(Withholdings.WITHHELD).get(d).share();
            rows.add(maker.of(
                    new MeasureKey(WITHHELD, "1", cause, shares.get(d).deadlineHours(), null, null),
                    Figures.of(share.withIntervalOf(other), 0, interval),
                    MeasureCounts.of(estimate, 0),
                    MeasureRows.uncorrected(plan.plan())));
        }
    }
}
