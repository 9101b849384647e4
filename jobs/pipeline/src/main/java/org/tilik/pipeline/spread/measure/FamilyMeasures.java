// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tilik.measure.spread.dynamics.EventSequence;
import org.tilik.measure.spread.dynamics.HawkesEstimator;
import org.tilik.measure.spread.dynamics.HawkesFit;
import org.tilik.measure.spread.dynamics.Immigration;
import org.tilik.measure.spread.dynamics.KernelShape;
import org.tilik.model.table.SpreadMeasureRow;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.spread.family.FamilyFact;
import org.tilik.pipeline.strata.Stratum;

/**
 * How large the families of one stratum became and how fast, as rows; every stratum has every row.
 *
 * <p>How soon and how readily copies follow is measured over all contents, those among them that nobody repeated: to ask only
 * those that were repeated would make all look readily repeated. Contents are independent of each other. Where the source of one delivered a sample of posts, sizes and speeds are none:
 * to leave those families out would be to measure the others by the platforms they did not reach.
 */
final class FamilyMeasures implements StratumMembers<FamilyFact> {
    static final String COUNT = "families.count";
    static final String COPIES = "family.copies_quantile";
    static final String HOURS_TO = "family.hours_to_copies";
    static final String REACHING = "family.share_reaching_copies_within";
    static final String DOUBLING = "family.doubling_hours";
    static final String BRANCHING = "family.branching_ratio";
    static final String JUMP = "platform.jump_hours";

    /** Fewer independent families than this carry no interval. */
    static final int FEWEST_FAMILIES = 20;
    /** Most copies to which one process is fitted, for the time that it takes. */
    static final int MOST_FITTED = 200_000;

    static final double[] QUANTILES = {0.5, 0.9, 0.99};

    private static final double HALF = 0.5;
    private static final int LEAST_FOLLOWING = 20;

    private final SpreadPlan plan;
    private final Stratum stratum;
    private final SpreadRow maker;
    private final List<Double> sizes = new ArrayList<>();
    private final List<Double> doubling = new ArrayList<>();
    private final List<Double> jumps = new ArrayList<>();
    private final List<SurvivingShares> times = new ArrayList<>();
    private final List<FamilyFact> processes = new ArrayList<>();
    private long pairs;
    private long[] accounts = {};
    private long copies;
    private long contents;
    private long speedUnknown;
    private long fitted;

    FamilyMeasures(SpreadPlan plan, Stratum stratum) {
        this.plan = plan;
        this.stratum = stratum;
        this.maker = new SpreadRow(plan.measures(), stratum);
        for (int i = 0; i < FamilyFact.SIZES.size(); i++) {
            times.add(new SurvivingShares(true));
        }
    }

    @Override
    public void add(FamilyFact family) {
        copies += family.copies;
        accounts = UnionOfHashes.of(accounts, family.accounts, plan.k());
        if (family.ofPair) {
            pairs++;
            if (!Double.isNaN(family.jumpHours)) {
                jumps.add(family.jumpHours);
            }
            return;
        }
        contents++;
        if (family.copies > 1) {
            sizes.add((double) family.copies);
        }
        speedUnknown += family.speedUnknown ? 1 : 0;
        if (!Double.isNaN(family.doublingHours)) {
            doubling.add(family.doublingHours);
        }
        for (int i = 0; i < times.size(); i++) {
            times.get(i).add(family.hoursTo[i], family.followedHours, family.unit);
        }
        if (family.hours.length > 0) {
            fitted += family.hours.length;
            if (fitted > MOST_FITTED) {
                processes.clear();
            } else {
                processes.add(process(family));
            }
        }
    }

    private static FamilyFact process(FamilyFact family) {
        FamilyFact kept = new FamilyFact();
        kept.unit = family.unit;
        kept.hours = family.hours.clone();
        kept.processHours = family.processHours;
        kept.precisionHours = family.precisionHours;
        return kept;
    }

    @Override
    public SpreadResult result() {
        return SpreadResult.of(
                SpreadResult.FAMILIES, stratum, copies, accounts.length >= plan.k(), pairs > 0 ? pair() : rows());
    }

    private List<SpreadMeasureRow> pair() {
        SpreadFigures half = new SampleQuantiles(values(jumps)).of(HALF, level(), FEWEST_FAMILIES);
        SpreadCounts counts = new SpreadCounts(pairs, (long) jumps.size(), null, jumps.size());
        return List.of(maker.of(SpreadKey.ofQuantile(JUMP, SpreadKey.HOURS, HALF), half, counts));
    }

    private List<SpreadMeasureRow> rows() {
        boolean known = speedUnknown == 0;
        List<SpreadMeasureRow> rows = new ArrayList<>();
        SpreadCounts families = SpreadCounts.of(sizes.size());
        rows.add(maker.of(
                SpreadKey.of(COUNT),
                known ? SpreadFigures.point((double) sizes.size()) : SpreadFigures.none(),
                families));
        SampleQuantiles quantiles = new SampleQuantiles(values(sizes));
        for (double q : QUANTILES) {
            rows.add(maker.of(
                    SpreadKey.ofQuantile(COPIES, SpreadKey.ONE, q),
                    known ? quantiles.of(q, level(), FEWEST_FAMILIES) : SpreadFigures.none(),
                    families));
        }
        for (int i = 0; i < times.size(); i++) {
            long size = FamilyFact.SIZES.get(i);
            long seed = StratumSeed.of(plan.measures(), HOURS_TO + size, stratum);
            rows.addAll(times.get(i).rows(plan.measures(), maker, known, HOURS_TO, REACHING, size, seed));
        }
        rows.add(maker.of(
                SpreadKey.ofQuantile(DOUBLING, SpreadKey.HOURS, HALF),
                known ? new SampleQuantiles(values(doubling)).of(HALF, level(), FEWEST_FAMILIES) : SpreadFigures.none(),
                new SpreadCounts((long) sizes.size(), (long) doubling.size(), null, doubling.size())));
        rows.add(branching(known));
        return rows;
    }

    private SpreadMeasureRow branching(boolean known) {
        processes.sort(Comparator.comparingLong(family -> family.unit));
        List<EventSequence> sequences = new ArrayList<>();
        double squares = 0;
        for (FamilyFact family : processes) {
            sequences.add(EventSequence.of(family.hours, family.processHours, family.precisionHours));
            squares += (double) family.hours.length * family.hours.length;
        }
        double effective = squares > 0 ? (double) fitted * fitted / squares : 0;
        boolean possible = known && fitted <= MOST_FITTED && !sequences.isEmpty();
        Optional<HawkesFit> fit = possible
                ? HawkesEstimator.of(KernelShape.EXPONENTIAL, Immigration.NONE)
                        .withLevel(level())
                        .withLeastEvents(LEAST_FOLLOWING)
                        .fit(sequences)
                        .value()
                : Optional.empty();
        SpreadFigures figures = fit.map(FamilyMeasures::figures)
                .orElse(SpreadFigures.none())
                .withIntervalIf(effective >= FEWEST_FAMILIES);
        return maker.of(
                SpreadKey.of(BRANCHING), figures, new SpreadCounts(contents, (long) sizes.size(), null, effective));
    }

    private static SpreadFigures figures(HawkesFit fit) {
        return SpreadFigures.point(
                fit.branchingRatio().estimate(), fit.profileLow(), fit.profileHigh(), "profile_likelihood");
    }

    private double level() {
        return plan.measures().confLevel();
    }

    private static double[] values(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
