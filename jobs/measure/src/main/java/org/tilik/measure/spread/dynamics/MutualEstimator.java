// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The most likely mutually exciting processes behind sequences that were watched independently and share all
 * parameters.
 *
 * <p>For a given β the likelihood is concave in everything else, so that only β needs to be searched: on a grid over all
 * lags that the data have, then where the slope of the best value is 0.
 */
public final class MutualEstimator {

    private final int kinds;
    private final Immigration immigration;
    private final double level;
    private final int leastEvents;

    private MutualEstimator(int kinds, Immigration immigration, double level, int leastEvents) {
        this.kinds = kinds;
        this.immigration = immigration;
        this.level = level;
        this.leastEvents = leastEvents;
    }

    /**
     * For kinds 0 to {@code kinds} − 1; intervals at 0.95, at least 20 events of each kind.
     *
     * @throws IllegalArgumentException if there is no kind, or no immigration: kinds follow from outside too
     */
    public static MutualEstimator of(int kinds, Immigration immigration) {
        if (kinds < 1 || !immigration.isPresent()) {
            throw new IllegalArgumentException(kinds + " kinds with immigration " + immigration
                    + ", expected at least 1 kind and a rate of immigration.");
        }
        return new MutualEstimator(kinds, immigration, 0.95, 20);
    }

    /** With fewer events of each kind allowed, or more asked for. */
    public MutualEstimator withLeastEvents(int least) {
        return new MutualEstimator(kinds, immigration, level, least);
    }

    /** With intervals at another confidence level. */
    public MutualEstimator withLevel(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("The confidence level is " + confidence + ", expected between 0 and 1.");
        }
        return new MutualEstimator(kinds, immigration, confidence, leastEvents);
    }

    /** The fitted processes, or why there are none. */
    public Outcome<MutualFit> fit(List<MarkedEvents> sequences) {
        MutualSums any = new MutualSums(sequences, kinds, immigration, 1);
        if (!(any.expected(0) > 0)) {
            return Outcome.none(NoEstimate.NO_FOLLOW_UP);
        }
        if (IntStream.range(0, kinds).anyMatch(i -> any.size(i) < Math.max(1, leastEvents))) {
            return Outcome.none(NoEstimate.FEW_EVENTS);
        }
        MutualSearch search = new MutualSearch(sequences, kinds, immigration);
        Outcome<MutualSearch.At> maximum = search.maximum();
        Optional<MutualSearch.At> found = maximum.value();
        if (found.isEmpty()) {
            return maximum.map(at -> report(search, at));
        }
        boolean noneFollows = IntStream.range(0, kinds)
                .allMatch(i -> IntStream.rangeClosed(1, kinds)
                        .allMatch(a -> found.get().rows()[i][a] == 0));
        return noneFollows ? Outcome.none(NoEstimate.NO_EXCITATION) : maximum.map(at -> report(search, at));
    }

    private MutualFit report(MutualSearch search, MutualSearch.At at) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        return new MutualReport(search, at, z).fit();
    }
}
