// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.agreement;

import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Estimates Krippendorff's alpha for nominal values, any number of coders, and missing values.
 *
 * <pre>
 *   alpha = 1 − D_o / D_e
 *   D_o = 1/n Σ_u 1/(m_u − 1) Σ_{c≠k} n_uc n_uk          D_e = 1/(n (n − 1)) Σ_{c≠k} n_c n_k
 * </pre>
 *
 * <p>n_uc is how many coders gave unit u the value c, m_u how many coded it; units with m_u &lt; 2 are left out, and n_c
 * and n are the sums over those that remain. Klaus Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011,
 * University of Pennsylvania, repository.upenn.edu/asc_papers/43; Content Analysis, 4th ed. 2019,
 * doi:10.4135/9781071878781.
 *
 * <p>The interval is the percentile one over seeded bootstrap samples of units (Zapf, Castell, Morawietz, Karch, Measuring
 * inter-rater reliability for nominal data, 2016, doi:10.1186/s12874-016-0200-9). Below 20 units there is none.
 *
 * @param replicates bootstrap samples, 0 = no interval
 * @param seed seed of the samples
 * @param confLevel nominal coverage of the interval
 */
public record KrippendorffAlpha(int replicates, long seed, double confLevel) {
    private static final int FEWEST_UNITS = 20;
    private static final int REPLICATES = 2000;
    private static final double CONF_LEVEL = 0.95;

    /** Refuses settings that cannot be. */
    public KrippendorffAlpha {
        if (replicates < 0 || !(confLevel > 0 && confLevel < 1)) {
            throw new IllegalArgumentException("replicates is " + replicates + " and confLevel is " + confLevel
                    + "; expected at least 0 and a number between 0 and 1.");
        }
    }

    /** With an interval of 95 % from 2000 samples. */
    public static KrippendorffAlpha withSeed(long seed) {
        return new KrippendorffAlpha(REPLICATES, seed, CONF_LEVEL);
    }

    /** The agreement of these codings. */
    public Agreement estimate(CodedUnits coded) {
        int[] pairable = new int[coded.size()];
        int units = 0;
        for (int unit = 0; unit < coded.size(); unit++) {
            if (coded.codings(unit) > 1) {
                pairable[units++] = unit;
            }
        }
        Sums all = new Sums(coded);
        for (int i = 0; i < units; i++) {
            all.add(pairable[i]);
        }
        double[] samples = units < FEWEST_UNITS ? new double[0] : samples(coded, Arrays.copyOf(pairable, units));
        double tail = (1 - confLevel) / 2;
        return new Agreement(
                all.alpha(),
                percentile(samples, tail),
                percentile(samples, 1 - tail),
                confLevel,
                units,
                (int) all.codings,
                all.values(),
                all.observed(),
                all.expected(),
                units < FEWEST_UNITS ? 0 : replicates - samples.length);
    }

    /** Alpha in each sample in which it is defined, sorted. */
    private double[] samples(CodedUnits coded, int[] units) {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
        double[] alphas = new double[replicates];
        int defined = 0;
        for (int replicate = 0; replicate < replicates; replicate++) {
            Sums sums = new Sums(coded);
            for (int draw = 0; draw < units.length; draw++) {
                sums.add(units[random.nextInt(units.length)]);
            }
            if (!Double.isNaN(sums.alpha())) {
                alphas[defined++] = sums.alpha();
            }
        }
        double[] sorted = Arrays.copyOf(alphas, defined);
        Arrays.sort(sorted);
        return sorted;
    }

    /** The value that this share of the samples does not exceed (interpolated, type 7). */
    private static double percentile(double[] sorted, double probability) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = probability * (sorted.length - 1);
        int below = (int) Math.floor(position);
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }

    /** Sums over units. */
    private static final class Sums {
        private final CodedUnits coded;
        private final long[] ofValue;
        private double differing;
        private long codings;

        Sums(CodedUnits coded) {
            this.coded = coded;
            this.ofValue = new long[coded.values().size()];
        }

        void add(int unit) {
            long m = coded.codings(unit);
            long same = 0;
            for (int value = 0; value < ofValue.length; value++) {
                long count = coded.count(unit, value);
                ofValue[value] += count;
                same += count * count;
            }
            differing += (double) (m * m - same) / (m - 1);
            codings += m;
        }

        double observed() {
            return codings == 0 ? Double.NaN : differing / codings;
        }

        double expected() {
            double same = 0;
            for (long count : ofValue) {
                same += (double) count * count;
            }
            return codings < 2 ? Double.NaN : ((double) codings * codings - same) / ((double) codings * (codings - 1));
        }

        double alpha() {
            double expected = expected();
            return expected > 0 ? 1 - observed() / expected : Double.NaN;
        }

        int values() {
            return (int) Arrays.stream(ofValue).filter(count -> count > 0).count();
        }
    }
}
