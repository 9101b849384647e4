// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The share of items with a property, where items of one family are not independent: interval from samples of whole
 * families, percentiles.
 *
 * <p>Families that have as many items of either kind are counted together, so that a sample of F families is one draw from
 * a multinomial distribution over the different kinds of families. Efron, Bootstrap methods, 1979,
 * doi:10.1214/aos/1176344552; Field and Welsh, Bootstrapping clustered data, 2007,
 * doi:10.1111/j.1467-9868.2007.00593.x.
 */
final class ClusteredShare {
    static final int REPLICATES = 1000;

    /** Families by their items with the property and all their items; a sorted map keeps samples the same in every run. */
    private final Map<Kind, Integer> kinds = new TreeMap<>();

    private long with;
    private long all;
    private double squares;
    private int families;

    /** Families of one kind. */
    private record Kind(long with, long all) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            int order = Long.compare(all, other.all);
            return order == 0 ? Long.compare(with, other.with) : order;
        }
    }

    /** Adds a family. */
    void add(long itemsWith, long items) {
        kinds.merge(new Kind(itemsWith, items), 1, Integer::sum);
        with += itemsWith;
        all += items;
        squares += (double) items * items;
        families++;
    }

    long items() {
        return all;
    }

    long itemsWith() {
        return with;
    }

    /** Number of equally large families worth as much. */
    double effective() {
        return all == 0 ? 0 : (double) all * all / squares;
    }

    /** The share; its interval only with so many effective families. */
    SpreadFigures figures(double level, int fewestFamilies, long seed) {
        if (all == 0) {
            return SpreadFigures.none();
        }
        double share = (double) with / all;
        if (effective() < fewestFamilies) {
            return SpreadFigures.point(share);
        }
        double[] samples = new double[REPLICATES];
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        for (int r = 0; r < REPLICATES; r++) {
            samples[r] = sample(random);
        }
        Arrays.sort(samples);
        double tail = (1 - level) / 2;
        return SpreadFigures.point(
                share,
                samples[rank(tail)],
                samples[REPLICATES - 1 - rank(tail)],
                "family_bootstrap_percentile_" + REPLICATES);
    }

    private static int rank(double tail) {
        return Math.max(0, (int) Math.floor(tail * REPLICATES) - 1);
    }

    private double sample(UniformRandomProvider random) {
        int leftFamilies = families;
        int leftDraws = families;
        double sampledWith = 0;
        double sampledAll = 0;
        for (Map.Entry<Kind, Integer> kind : kinds.entrySet()) {
            double share = Math.min(1, (double) kind.getValue() / leftFamilies);
            int drawn = BinomialDistribution.of(leftDraws, share)
                    .createSampler(random)
                    .sample();
            sampledWith += (double) drawn * kind.getKey().with();
            sampledAll += (double) drawn * kind.getKey().all();
            leftDraws -= drawn;
            leftFamilies -= kind.getValue();
        }
        return sampledWith / sampledAll;
    }
}
