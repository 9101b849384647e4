// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** How far rescaled times lie from what the model says, and how far those of samples from the model itself do. */
final class FitBootstrap {

    private final HawkesSearch search;
    private final LogScaleMaximum maximum;

    FitBootstrap(HawkesSearch search, LogScaleMaximum maximum) {
        this.search = search;
        this.maximum = maximum;
    }

    static GoodnessOfFit asymptotic(HawkesModel model, List<EventSequence> sequences) {
        double[] increments = TimeRescaling.increments(model, sequences);
        Arrays.sort(increments);
        double distance = KolmogorovDistribution.distanceFromExponential(increments);
        return new GoodnessOfFit(
                distance,
                increments.length,
                KolmogorovDistribution.tail(distance, increments.length),
                GoodnessOfFit.PValueMethod.ASYMPTOTIC_STEPHENS);
    }

    /** Samples that have no fit of their own are left out; p is given if at least half of them have. */
    GoodnessOfFit test(int replicates, long seed) {
        GoodnessOfFit observed = asymptotic(search.model(maximum.point()), search.sequences());
        // Samples have other numbers of events, so that distances are compared on the scale that takes n out.
        double[] tails = IntStream.range(0, replicates)
                .mapToDouble(r -> tail(RandomSource.XO_RO_SHI_RO_128_PP.create(seed * 31 + r)))
                .filter(tail -> !Double.isNaN(tail))
                .toArray();
        long further = Arrays.stream(tails).filter(tail -> tail <= observed.p()).count();
        double p = 2 * tails.length >= replicates ? (further + 1.0) / (tails.length + 1.0) : Double.NaN;
        return new GoodnessOfFit(
                observed.statistic(), observed.n(), p, GoodnessOfFit.PValueMethod.PARAMETRIC_BOOTSTRAP);
    }

    private double tail(UniformRandomProvider random) {
        BranchingSimulation simulation = new BranchingSimulation(search.model(maximum.point()), random);
        int most = 20 * (search.events() + 50);
        List<EventSequence> sample = new ArrayList<>();
        int events = 0;
        for (EventSequence sequence : search.sequences()) {
            Optional<EventSequence> like = simulation.like(sequence, most - events);
            if (like.isEmpty()) {
                return Double.NaN;
            }
            sample.add(like.get());
            events += like.get().size() - (search.immigration().firstGiven() ? 1 : 0);
        }
        if (events == 0) {
            return Double.NaN;
        }
        HawkesSearch again = search.on(sample, events);
        return again.maximumFrom(maximum.point())
                .map(found -> asymptotic(again.model(found.point()), sample).p())
                .value()
                .orElse(Double.NaN);
    }
}
