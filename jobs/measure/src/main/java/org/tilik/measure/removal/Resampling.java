// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.HashMap;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.DiscreteSampler;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Seeded bootstrap samples of weighted rows: families are drawn whole, items without a family one by one.
 *
 * <p>Draws are exactly multinomial, yet cost one random number per row, not per item: each unit gets a Poisson number
 * of draws that together stay a little below the sample size (given their sum, Poisson numbers are multinomial), and
 * the few missing draws are made one by one. Efron and Tibshirani, An Introduction to the Bootstrap, 1993,
 * doi:10.1201/9780429246593; families as units: Field and Welsh, Bootstrapping clustered data, 2007,
 * doi:10.1111/j.1467-9868.2007.00593.x.
 */
final class Resampling {

    /** Below this many units all draws are made one by one. */
    private static final int FEW = 100;

    private final RemovalData data;
    private final UniformRandomProvider random;
    /** Units: one per family, then one per row without a family (standing for its items). */
    private final int[] unitOfRow;

    private final double[] cumulative;
    private final DiscreteSampler[] poisson;
    private final long draws;

    Resampling(RemovalData data, long seed) {
        this.data = data;
        this.random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        this.unitOfRow = new int[data.size()];
        int families = 0;
        for (int i = 0; i < data.size(); i++) {
            families = Math.max(families, data.family(i) + 1);
        }
        int units = families;
        for (int i = 0; i < data.size(); i++) {
            unitOfRow[i] = data.family(i) >= 0 ? data.family(i) : units++;
        }
        double[] size = new double[units];
        for (int i = 0; i < data.size(); i++) {
            size[unitOfRow[i]] = data.family(i) >= 0 ? 1 : data.weight(i);
        }
        this.cumulative = new double[units];
        double running = 0;
        for (int u = 0; u < units; u++) {
            running += size[u];
            cumulative[u] = running;
        }
        this.draws = Math.round(running);
        this.poisson = draws > FEW ? samplers(size, 1 - 4 / Math.sqrt((double) draws)) : new DiscreteSampler[0];
    }

    private DiscreteSampler[] samplers(double[] size, double part) {
        Map<Double, DiscreteSampler> bySize = new HashMap<>();
        DiscreteSampler[] samplers = new DiscreteSampler[size.length];
        for (int u = 0; u < size.length; u++) {
            samplers[u] = bySize.computeIfAbsent(size[u], s -> PoissonSampler.of(random, s * part));
        }
        return samplers;
    }

    /** The next sample, as weights of the rows; 0 = not drawn. */
    double[] next() {
        int[] drawn = counts();
        double[] weights = new double[data.size()];
        for (int i = 0; i < weights.length; i++) {
            int times = drawn[unitOfRow[i]];
            weights[i] = data.family(i) >= 0 ? times * data.weight(i) : times;
        }
        return weights;
    }

    private int[] counts() {
        int[] counts = new int[cumulative.length];
        long missing;
        do {
            missing = draws;
            for (int u = 0; u < poisson.length; u++) {
                counts[u] = poisson[u].sample();
                missing -= counts[u];
            }
        } while (missing < 0);
        for (; missing > 0; missing--) {
            double position = random.nextDouble() * cumulative[cumulative.length - 1];
            counts[Math.min(counts.length - 1, SortedTimes.countUpTo(cumulative, position))]++;
        }
        return counts;
    }
}
