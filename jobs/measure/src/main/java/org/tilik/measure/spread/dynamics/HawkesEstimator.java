// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The most likely self-exciting process behind sequences of events that were watched independently and share all
 * parameters.
 *
 * <p>The search starts from several kernels spread over the lags that the data have, keeps the best maximum, and says so
 * where the likelihood is largest at an end of what parameters may be. Parameters are searched, and Wald intervals
 * taken, on logarithms.
 *
 * <pre>{@code
 * HawkesEstimator.of(KernelShape.EXPONENTIAL, Immigration.NONE).fit(cascades).map(HawkesFit::branchingRatio);
 * }</pre>
 */
public final class HawkesEstimator {

    /** The most pairs of events on which a power law is evaluated; beyond, {@link NoEstimate#TOO_MANY_PAIRS}. */
    public static final long MOST_PAIRS = 2_000_000;

    private final KernelShape shape;
    private final Immigration immigration;
    private final double level;
    private final int leastEvents;
    private final int replicates;
    private final long seed;

    private HawkesEstimator(
            KernelShape shape, Immigration immigration, double level, int leastEvents, int replicates, long seed) {
        this.shape = shape;
        this.immigration = immigration;
        this.level = level;
        this.leastEvents = leastEvents;
        this.replicates = replicates;
        this.seed = seed;
    }

    /** Intervals at 0.95, at least 20 events, p of the fit by Stephens' approximation. */
    public static HawkesEstimator of(KernelShape shape, Immigration immigration) {
        return new HawkesEstimator(shape, immigration, 0.95, 20, 0, 0);
    }

    /**
     * With intervals at another confidence level.
     *
     * @throws IllegalArgumentException if it is not between 0 and 1
     */
    public HawkesEstimator withLevel(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("The confidence level is " + confidence + ", expected between 0 and 1.");
        }
        return new HawkesEstimator(shape, immigration, confidence, leastEvents, replicates, seed);
    }

    /** With fewer events allowed, or more asked for, not counting first events that are given. */
    public HawkesEstimator withLeastEvents(int least) {
        return new HawkesEstimator(shape, immigration, level, least, replicates, seed);
    }

    /** With p of the fit from so many samples of the fitted model, each fitted again; 0 = Stephens' approximation. */
    public HawkesEstimator withBootstrap(int samples, long bootstrapSeed) {
        return new HawkesEstimator(shape, immigration, level, leastEvents, samples, bootstrapSeed);
    }

    /** The fitted process, or why there is none. */
    public Outcome<HawkesFit> fit(List<EventSequence> sequences) {
        List<EventSequence> seen = new ArrayList<>();
        int events = 0;
        long pairs = 0;
        double hours = 0;
        for (EventSequence sequence : sequences) {
            if (sequence.hasTies()) {
                return Outcome.none(NoEstimate.TIED_TIMES);
            }
            if (sequence.size() > 0 || !immigration.firstGiven()) {
                seen.add(sequence);
                int given = immigration.firstGiven() ? 1 : 0;
                events += sequence.size() - given;
                hours += sequence.end() - (given == 1 ? sequence.time(0) : 0);
                pairs += sequence.size() * (sequence.size() - 1L) / 2;
            }
        }
        if (!(hours > 0)) {
            return Outcome.none(NoEstimate.NO_FOLLOW_UP);
        }
        if (events < Math.max(1, leastEvents)) {
            return Outcome.none(NoEstimate.FEW_EVENTS);
        }
        if (shape == KernelShape.POWER_LAW && pairs > MOST_PAIRS) {
            return Outcome.none(NoEstimate.TOO_MANY_PAIRS);
        }
        HawkesSearch search = new HawkesSearch(seen, shape, immigration, events, hours);
        return search.maximum().map(maximum -> new HawkesReport(search, maximum, z()).fit(rescaled(search, maximum)));
    }

    private double z() {
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    }

    private GoodnessOfFit rescaled(HawkesSearch search, LogScaleMaximum maximum) {
        return replicates > 0
                ? new FitBootstrap(search, maximum).test(replicates, seed)
                : FitBootstrap.asymptotic(search.model(maximum.point()), search.sequences());
    }
}
