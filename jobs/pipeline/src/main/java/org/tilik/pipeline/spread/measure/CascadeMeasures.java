// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tilik.measure.spread.dynamics.CascadeReproduction;
import org.tilik.model.table.SpreadMeasureRow;
import org.tilik.pipeline.removal.UnitHash;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.spread.cascade.CascadeFact;
import org.tilik.pipeline.strata.Stratum;

/**
 * How large the cascades of one stratum became, how deep and how fast, as rows; every stratum has every row.
 *
 * <p>Those of tracked roots only, as links are named by the records: what a study reconstructs by a rule is in the table of
 * cascades alone. Sizes are those of cascades of two items and more; how soon shares follow is measured over all tracked
 * roots, those among them that nobody shared or answered. Depth, virality and reproduction are none where a record names only the
 * root of one of the cascades, and all but the number of cascades where a source delivered a sample.
 */
final class CascadeMeasures implements StratumMembers<CascadeFact> {
    static final String COUNT = "cascades.count";
    static final String SIZE = "cascade.size_quantile";
    static final String DEPTH = "cascade.depth_quantile";
    static final String VIRALITY = "cascade.structural_virality_median";
    static final String FIRST_SHARE = "cascade.hours_to_first_share";
    static final String HOURS_TO = "cascade.hours_to_items";
    static final String REACHING = "cascade.share_reaching_items_within";
    static final String REPRODUCTION = "cascade.reproduction_number";

    private static final String EXPLICIT = "explicit";
    private static final String ROOT_ONLY = "root_only";
    private static final double HALF = 0.5;
    private static final long[] SIZES = {10, 100, 1000};

    private final SpreadPlan plan;
    private final Stratum stratum;
    private final SpreadRow maker;
    private final List<Double> sizes = new ArrayList<>();
    private final List<Double> depths = new ArrayList<>();
    private final List<Double> virality = new ArrayList<>();
    private final SurvivingShares firstShare = new SurvivingShares(false);
    private final List<SurvivingShares> times = new ArrayList<>();
    private final CascadeReproduction reproduction = new CascadeReproduction();
    /** Cascades of two items and more by family, to tell how far they are independent. */
    private final Map<Long, Integer> families = new TreeMap<>();

    private final Set<Long> accounts = new HashSet<>();
    private long items;
    private boolean sampled;
    private boolean rootOnly;

    CascadeMeasures(SpreadPlan plan, Stratum stratum) {
        this.plan = plan;
        this.stratum = stratum;
        this.maker = new SpreadRow(plan.measures(), stratum);
        for (int i = 0; i < SIZES.length; i++) {
            times.add(new SurvivingShares(false));
        }
    }

    /** Whether the measures are about it. */
    static boolean isMeasured(CascadeFact cascade) {
        return cascade.rootTracked && (EXPLICIT.equals(cascade.parentSource) || ROOT_ONLY.equals(cascade.parentSource));
    }

    @Override
    public void add(CascadeFact cascade) {
        items += cascade.size;
        if (cascade.rootAccountKey != null && accounts.size() < plan.k()) {
            accounts.add(UnitHash.of(cascade.rootAccountKey));
        }
        sampled |= cascade.sampled;
        long family = UnitHash.of(cascade.familyId == null ? cascade.cascadeId : cascade.familyId);
        if (cascade.size > 1) {
            sizes.add((double) cascade.size);
            rootOnly |= ROOT_ONLY.equals(cascade.parentSource);
            depths.add(cascade.depth == null ? 0.0 : (double) cascade.depth);
            virality.add(orNaN(cascade.structuralVirality));
            families.merge(family, 1, Integer::sum);
        }
        double followed = orNaN(cascade.followedHours);
        firstShare.add(orNaN(cascade.hoursToFirstShare), followed, family);
        Double[] hours = {cascade.hoursTo10, cascade.hoursTo100, cascade.hoursTo1000};
        for (int i = 0; i < SIZES.length; i++) {
            times.get(i).add(orNaN(hours[i]), followed, family);
        }
        reproduction.add(cascade.growth(), followed, family);
    }

    private static double orNaN(Double value) {
        return value == null ? Double.NaN : value;
    }

    @Override
    public SpreadResult result() {
        List<SpreadMeasureRow> rows = new ArrayList<>();
        SpreadCounts counts = new SpreadCounts((long) sizes.size(), null, null, effective());
        rows.add(maker.of(SpreadKey.of(COUNT), known(!sampled, SpreadFigures.point((double) sizes.size())), counts));
        addQuantiles(rows, SIZE, sizes, !sampled, counts);
        addQuantiles(rows, DEPTH, depths, !sampled && !rootOnly, counts);
        boolean shapesKnown = !sampled && !rootOnly;
        rows.add(maker.of(
                SpreadKey.ofQuantile(VIRALITY, SpreadKey.ONE, HALF),
                known(shapesKnown, shapesKnown ? quantile(virality, HALF) : SpreadFigures.none()),
                counts));
        rows.addAll(firstShare.rows(plan.measures(), maker, !sampled, FIRST_SHARE, null, null, seed(FIRST_SHARE)));
        for (int i = 0; i < SIZES.length; i++) {
            rows.addAll(times.get(i)
                    .rows(plan.measures(), maker, !sampled, HOURS_TO, REACHING, SIZES[i], seed(HOURS_TO + SIZES[i])));
        }
        addReproduction(rows, shapesKnown);
        return SpreadResult.of(SpreadResult.CASCADES, stratum, items, accounts.size() >= plan.k(), rows);
    }

    private void addQuantiles(
            List<SpreadMeasureRow> rows, String metric, List<Double> values, boolean known, SpreadCounts counts) {
        for (double q : FamilyMeasures.QUANTILES) {
            rows.add(maker.of(
                    SpreadKey.ofQuantile(metric, SpreadKey.ONE, q), known(known, quantile(values, q)), counts));
        }
    }

    private void addReproduction(List<SpreadMeasureRow> rows, boolean known) {
        double level = plan.measures().confLevel();
        for (CascadeReproduction.Estimate estimate :
                reproduction.estimate(level, FamilyMeasures.FEWEST_FAMILIES, seed(REPRODUCTION))) {
            SpreadKey key = SpreadKey.ofWindow(
                    REPRODUCTION,
                    estimate.window().endHours(),
                    estimate.window().hours());
            rows.add(maker.of(
                    key,
                    known(
                            known,
                            estimate.number()
                                    .value()
                                    .map(CascadeMeasures::figures)
                                    .orElse(SpreadFigures.none())),
                    new SpreadCounts(estimate.cascades(), estimate.events(), null, estimate.effective())));
        }
    }

    private static SpreadFigures figures(CascadeReproduction.Later later) {
        return SpreadFigures.point(
                later.mean(), later.low(), later.high(), "random_group_bootstrap_t_" + CascadeReproduction.REPLICATES);
    }

    /** With an interval only where no two cascades share a family: there is none here for cascades that are not independent. */
    private SpreadFigures quantile(List<Double> values, double q) {
        boolean independent = families.size() == sizes.size();
        return new SampleQuantiles(
                        values.stream().mapToDouble(Double::doubleValue).toArray())
                .of(q, plan.measures().confLevel(), FamilyMeasures.FEWEST_FAMILIES)
                .withIntervalIf(independent);
    }

    private static SpreadFigures known(boolean known, SpreadFigures figures) {
        return known ? figures : SpreadFigures.none();
    }

    private double effective() {
        double squares = 0;
        for (int number : families.values()) {
            squares += (double) number * number;
        }
        return squares > 0 ? (double) sizes.size() * sizes.size() / squares : 0;
    }

    private long seed(String metric) {
        return StratumSeed.of(plan.measures(), metric, stratum);
    }
}
