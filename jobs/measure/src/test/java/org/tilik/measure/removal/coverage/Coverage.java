// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.coverage;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.measure.removal.ConfidenceInterval;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.Quantile;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.RestrictedMean;
import org.tilik.measure.removal.Share;

/**
 * How often the intervals of one kind of world hold what they should, over many seeded worlds.
 *
 * <p>What they should hold: the true number; for bounds the whole identified set, that is both limits of the bounds as
 * items become many, here the bounds of 200,000 items.
 */
final class Coverage {
    static final double DEADLINE = 24;
    static final double HORIZON = 168;
    private static final int ITEMS = 400;
    private static final int MANY_ITEMS = 200_000;
    private static final double LEVEL = 0.95;

    /** A figure whose interval is tried. */
    enum Figure {
        MEDIAN,
        SHARE_WITHIN_24_H,
        REMOVED_WITHIN_24_H,
        MEAN_WITHIN_168_H
    }

    /** One interval and what it should hold. */
    private record Trial(double low, double high, double truthLow, double truthHigh) {
        boolean isGiven() {
            return !Double.isNaN(low) || !Double.isNaN(high);
        }

        /** An end that is not reached is no limit. */
        boolean holds() {
            return !(low > truthLow) && !(high < truthHigh);
        }
    }

    /**
     * The outcome for one figure.
     *
     * @param given in how many worlds there was an interval
     * @param held in how many of these it held
     * @param width mean width of the intervals that have two ends
     */
    record Result(int given, int held, double width) {
        double share() {
            return held / (double) given;
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f %% of %d, width %.3f", 100 * share(), given, width);
        }
    }

    private final World world;
    private final RemovalEstimator estimator;
    private final Map<Figure, double[]> truth = new EnumMap<>(Figure.class);

    Coverage(World world) {
        this.world = world;
        this.estimator = RemovalEstimator.standard()
                .withDeadlines(DEADLINE)
                .withTau(HORIZON)
                .withMinAtRisk(10)
                .withConfidence(ConfidenceInterval.LOG_LOG, LEVEL)
                .withCauseGroups(List.of(new CauseGroup("platform", Set.of("platform"), Set.of())));
        Lifetimes lives = world.lifetimes();
        if (world.hasBrackets()) {
            limits();
        } else {
            truth.put(Figure.MEDIAN, point(lives.median()));
            truth.put(Figure.SHARE_WITHIN_24_H, point(lives.goneWithin(DEADLINE)));
            truth.put(Figure.REMOVED_WITHIN_24_H, point(lives.removedWithin(DEADLINE)));
            truth.put(Figure.MEAN_WITHIN_168_H, point(lives.meanWithin(HORIZON)));
        }
    }

    private static double[] point(double value) {
        return new double[] {value, value};
    }

    /** The bounds as items become many; those of a world with looks that miss, without the looks that missed. */
    private void limits() {
        RemovalEstimate many = estimator.estimate(world.rows(MANY_ITEMS, false, new SplittableRandom(1)));
        Share gone = many.deadlines().get(0).share();
        Share removed = many.causeGroups().get("platform").get(0).share();
        truth.put(Figure.SHARE_WITHIN_24_H, new double[] {gone.boundLow(), gone.boundHigh()});
        truth.put(Figure.REMOVED_WITHIN_24_H, new double[] {removed.boundLow(), removed.boundHigh()});
    }

    /** The figures that are tried in this world. */
    Set<Figure> figures() {
        return world.isConditional() ? Set.of(Figure.SHARE_WITHIN_24_H) : Set.copyOf(truth.keySet());
    }

    /** What is true, or the ends of what is identified. */
    double[] truth(Figure figure) {
        return truth.get(figure).clone();
    }

    /** The outcome over so many worlds. */
    Map<Figure, Result> over(int worlds, int replicates) {
        List<Map<Figure, Trial>> trials = IntStream.range(0, worlds)
                .parallel()
                .mapToObj(seed -> trials(seed, replicates))
                .toList();
        Map<Figure, Result> results = new EnumMap<>(Figure.class);
        for (Figure figure : figures()) {
            List<Trial> given = trials.stream()
                    .filter(trial -> trial.containsKey(figure))
                    .map(trial -> trial.get(figure))
                    .filter(Trial::isGiven)
                    .toList();
            if (!given.isEmpty()) {
                results.put(
                        figure,
                        new Result(
                                given.size(),
                                (int) given.stream().filter(Trial::holds).count(),
                                given.stream()
                                        .mapToDouble(trial -> trial.high() - trial.low())
                                        .filter(width -> !Double.isNaN(width))
                                        .average()
                                        .orElse(Double.NaN)));
            }
        }
        return results;
    }

    private Map<Figure, Trial> trials(int seed, int replicates) {
        RemovalEstimate estimate = estimate(seed, true, replicates);
        Share share = estimate.deadlines().get(0).share();
        Share removed = estimate.causeGroups().get("platform").get(0).share();
        Map<Figure, Trial> trials = new EnumMap<>(Figure.class);
        if (world.isConditional()) {
            DeadlineShare given = estimate.deadlines().get(0);
            double start = given.conditionalOnHours();
            Lifetimes lives = world.lifetimes();
            double conditional = 1 - lives.visibleAt(DEADLINE) / lives.visibleAt(start);
            trials.put(
                    Figure.SHARE_WITHIN_24_H,
                    new Trial(
                            given.givenCaptured().ciLow(), given.givenCaptured().ciHigh(), conditional, conditional));
            return trials;
        }
        Share other = share;
        Share otherRemoved = removed;
        if (world.hasUnconfirmed()) {
            RemovalEstimate censored = estimate(seed, false, replicates);
            other = censored.deadlines().get(0).share();
            otherRemoved = censored.causeGroups().get("platform").get(0).share();
        }
        trials.put(Figure.SHARE_WITHIN_24_H, both(share, other, Figure.SHARE_WITHIN_24_H));
        trials.put(Figure.REMOVED_WITHIN_24_H, both(removed, otherRemoved, Figure.REMOVED_WITHIN_24_H));
        if (!world.hasBrackets()) {
            Quantile median = estimate.quantiles().get(0);
            trials.put(Figure.MEDIAN, trial(median.ciLow(), median.ciHigh(), Figure.MEDIAN));
            RestrictedMean mean = estimate.restrictedMean();
            trials.put(Figure.MEAN_WITHIN_168_H, trial(mean.ciLow(), mean.ciHigh(), Figure.MEAN_WITHIN_168_H));
        }
        return trials;
    }

    /** A row and its sensitivity row, read together. */
    private Trial both(Share share, Share other, Figure figure) {
        return trial(Math.min(share.ciLow(), other.ciLow()), Math.max(share.ciHigh(), other.ciHigh()), figure);
    }

    private Trial trial(double low, double high, Figure figure) {
        return new Trial(low, high, truth.get(figure)[0], truth.get(figure)[1]);
    }

    private RemovalEstimate estimate(int seed, boolean unconfirmedGone, int replicates) {
        RemovalData rows = world.rows(ITEMS, unconfirmedGone, new SplittableRandom(20190315L * 31 + seed));
        return estimator.withBootstrap(replicates, seed).estimate(rows);
    }
}
