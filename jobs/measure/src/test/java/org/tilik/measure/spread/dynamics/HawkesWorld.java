// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/** Kinds of worlds in which the branching ratio is known. */
enum HawkesWorld {
    /** Cascades watched until long after they ended. */
    WATCHED_TO_THE_END(0.6, 1, Immigration.NONE, 60),
    /** Nearly critical cascades, cut off early. */
    CUT_OFF_EARLY(0.9, 1, Immigration.NONE, 60),
    /** Cascades whose source is removed, typically before half of what would have followed has. */
    REMOVED(0.6, 0.5, Immigration.NONE, 150),
    /** The same, told as if they had been watched to the end of the study. */
    REMOVED_UNKNOWN(0.6, 0.5, Immigration.NONE, 150),
    /** The same with removals that looks every hour bracket: each ends at the last look before. */
    REMOVED_BETWEEN_LOOKS(0.6, 0.5, Immigration.NONE, 150),
    /** Cascades with long lags. */
    LONG_LAGS(0.6, Double.NaN, Immigration.NONE, 200),
    /** One stream with new posts at a constant rate. */
    STREAM(0.5, 2, Immigration.CONSTANT, 1),
    /** Families whose clock starts with their first copy, with further posts. */
    FAMILIES(0.5, 2, Immigration.CONSTANT_AFTER_FIRST, 20);

    private static final double STUDY_HOURS = 24;
    private static final double MEAN_REMOVAL_HOURS = 2;

    final double ratio;
    private final double beta;
    final Immigration immigration;
    private final int sequences;

    HawkesWorld(double ratio, double beta, Immigration immigration, int sequences) {
        this.ratio = ratio;
        this.beta = beta;
        this.immigration = immigration;
        this.sequences = sequences;
    }

    KernelShape shape() {
        return this == LONG_LAGS ? KernelShape.POWER_LAW : KernelShape.EXPONENTIAL;
    }

    private Kernel kernel() {
        return this == LONG_LAGS ? new Kernel.PowerLaw(1.5, 0.5) : new Kernel.Exponential(beta);
    }

    List<EventSequence> sequences(SplittableRandom random) {
        List<EventSequence> all = new ArrayList<>();
        for (int s = 0; s < sequences; s++) {
            all.add(sequence(random));
        }
        return all;
    }

    private EventSequence sequence(SplittableRandom random) {
        return switch (this) {
            case WATCHED_TO_THE_END, LONG_LAGS -> cascade(STUDY_HOURS, random);
            case CUT_OFF_EARLY -> cascade(5, random);
            case REMOVED -> cascade(removal(random), random);
            case REMOVED_UNKNOWN -> {
                double[] times = SimulatedWorld.cascade(ratio, kernel(), removal(random), random);
                yield EventSequence.of(times, STUDY_HOURS);
            }
            case REMOVED_BETWEEN_LOOKS -> {
                double removed = removal(random);
                double[] times = SimulatedWorld.cascade(ratio, kernel(), removed, random);
                yield EventSequence.of(times, removed == STUDY_HOURS ? removed : Math.floor(removed));
            }
            case STREAM -> EventSequence.of(SimulatedWorld.stream(0.5, ratio, kernel(), 400, random), 400);
            case FAMILIES -> family(random);
        };
    }

    private EventSequence cascade(double end, SplittableRandom random) {
        return EventSequence.of(SimulatedWorld.cascade(ratio, kernel(), end, random), end);
    }

    /** A root at 0 and its offspring, with further posts and theirs. */
    private EventSequence family(SplittableRandom random) {
        double[] root = SimulatedWorld.cascade(ratio, kernel(), STUDY_HOURS, random);
        double[] others = SimulatedWorld.stream(0.3, ratio, kernel(), STUDY_HOURS, random);
        double[] both =
                DoubleStream.concat(Arrays.stream(root), Arrays.stream(others)).toArray();
        return EventSequence.of(both, STUDY_HOURS);
    }

    private static double removal(SplittableRandom random) {
        return Math.min(STUDY_HOURS, -MEAN_REMOVAL_HOURS * Math.log(1 - random.nextDouble()));
    }
}
