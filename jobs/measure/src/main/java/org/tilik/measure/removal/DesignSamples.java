// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.util.function.Supplier;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Seeded bootstrap samples of a stratified random sample of units, as factors of the units' weights.
 *
 * <pre>stratum with n units: n − 1 draws with replacement; factor of a unit = n / (n − 1) · times drawn</pre>
 *
 * <p>Rao and Wu, Resampling inference with complex survey data, 1988, doi:10.1080/01621459.1988.10478591, in the form of
 * Rao, Wu and Yue, Some recent work on resampling methods for complex surveys, 1992, Survey Methodology 18:209–217, with
 * n − 1 draws. Items are taken for draws from what could have been posted, as in all curves of removal: a stratum that was
 * coded as a whole varies like any other. A stratum of one unit repeats it. Every call of {@link #of} begins anew, so that
 * samples of different rows of one design are drawn together.
 */
public final class DesignSamples {
    private final int[] stratum;
    /** Units in the order of their strata, and where each stratum begins. */
    private final int[] units;

    private final int[] first;
    private final long seed;

    /**
     * Samples of these units.
     *
     * @param stratum of each unit, from 0; −1 = it is in no sample
     */
    public DesignSamples(int[] stratum, long seed) {
        this.stratum = stratum.clone();
        this.seed = seed;
        int strata = 0;
        for (int s : stratum) {
            strata = Math.max(strata, s + 1);
        }
        this.first = new int[strata + 1];
        for (int s : stratum) {
            if (s >= 0) {
                first[s + 1]++;
            }
        }
        for (int s = 0; s < strata; s++) {
            first[s + 1] += first[s];
        }
        this.units = new int[first[strata]];
        int[] next = first.clone();
        for (int u = 0; u < stratum.length; u++) {
            if (stratum[u] >= 0) {
                units[next[stratum[u]]++] = u;
            }
        }
    }

    /** Refuses rows that are no unit of the design, and two rows of one unit. */
    void requireUnits(RemovalData data) {
        boolean[] seen = new boolean[stratum.length];
        for (int i = 0; i < data.size(); i++) {
            int unit = data.family(i);
            if (unit < 0 || unit >= stratum.length || stratum[unit] < 0 || seen[unit]) {
                throw new IllegalArgumentException("Row " + (i + 1) + " has family number " + unit
                        + ", expected the number of a coded unit of the sample (0 to " + (stratum.length - 1)
                        + "), each in one row at most.");
            }
            seen[unit] = true;
        }
    }

    /** The samples, each as weights of these rows. */
    Supplier<double[]> of(RemovalData data) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        return () -> {
            double[] factors = factors(random);
            double[] weights = new double[data.size()];
            for (int i = 0; i < weights.length; i++) {
                weights[i] = factors[data.family(i)] * data.weight(i);
            }
            return weights;
        };
    }

    private double[] factors(UniformRandomProvider random) {
        double[] factors = new double[stratum.length];
        for (int s = 0; s + 1 < first.length; s++) {
            int n = first[s + 1] - first[s];
            for (int draw = 1; draw < n; draw++) {
                factors[units[first[s] + random.nextInt(n)]] += n / (n - 1.0);
            }
            if (n == 1) {
                factors[units[first[s]]] = 1;
            }
        }
        return factors;
    }
}
