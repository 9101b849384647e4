// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/**
 * Exact simulation of a model as a branching process: immigrants, then the offspring of each event, generation by
 * generation.
 *
 * <p>Hawkes and Oakes, A cluster process representation of a self-exciting process, 1974, doi:10.2307/3212693.
 */
final class BranchingSimulation {

    private final HawkesModel model;
    private final UniformRandomProvider random;

    BranchingSimulation(HawkesModel model, UniformRandomProvider random) {
        this.model = model;
        this.random = random;
    }

    /** A sequence with the same first event, where it is given, and the same end; empty if it grows beyond the limit. */
    Optional<EventSequence> like(EventSequence events, int most) {
        GrowingTimes times = new GrowingTimes(most);
        double from = 0;
        if (model.immigration().firstGiven()) {
            if (events.size() == 0) {
                return Optional.of(events);
            }
            from = events.time(0);
            times.add(from);
        }
        if (model.immigration().isPresent()) {
            int immigrants = poisson(model.rate() * (events.end() - from));
            for (int i = 0; i < immigrants; i++) {
                times.add(from + random.nextDouble() * (events.end() - from));
            }
        }
        for (int i = 0; i < times.size() && !times.isOver(); i++) {
            offspring(times, times.get(i), events.end());
        }
        return times.isOver() ? Optional.empty() : Optional.of(EventSequence.of(times.toArray(), events.end()));
    }

    private void offspring(GrowingTimes times, double parent, double end) {
        double seen = model.kernel().cumulative(end - parent);
        int children = poisson(model.branchingRatio() * seen);
        for (int i = 0; i < children && !times.isOver(); i++) {
            double t = parent + model.kernel().quantile(seen * random.nextDouble());
            times.add(Math.min(end, t));
        }
    }

    private int poisson(double mean) {
        return mean > 0 ? PoissonSampler.of(random, mean).sample() : 0;
    }

    private static final class GrowingTimes {

        private final int most;
        private double[] times = new double[16];
        private int size;

        GrowingTimes(int most) {
            this.most = most;
        }

        void add(double time) {
            if (size == times.length) {
                times = Arrays.copyOf(times, 2 * size);
            }
            times[size++] = time;
        }

        double get(int i) {
            return times[i];
        }

        int size() {
            return size;
        }

        boolean isOver() {
            return size > most;
        }

        double[] toArray() {
            return Arrays.copyOf(times, size);
        }
    }
}
