// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.proportion;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How the confidence interval of a share x / n of independent items is made, two-sided.
 *
 * <pre>
 * WILSON           (x + z²/2 ± z sqrt(x (n − x) / n + z²/4)) / (n + z²)
 * CLOPPER_PEARSON  [Beta(α/2; x, n − x + 1), Beta(1 − α/2; x + 1, n − x)]        quantiles; 0 for x = 0, 1 for x = n
 * </pre>
 *
 * <p>Wilson's interval holds the truth about as often as it says, without a correction for continuity:
 * {@code prop.test(correct = FALSE)} of R. Clopper and Pearson's holds it at least as often: {@code binom.test}.
 * Wilson, Probable inference, the law of succession, and statistical inference, 1927,
 * doi:10.1080/01621459.1927.10502953; Clopper and Pearson, The use of confidence or fiducial limits illustrated in the
 * case of the binomial, 1934, doi:10.1093/biomet/26.4.404. Neither holds for items drawn in families.
 */
public enum ProportionInterval {
    WILSON {
        @Override
        Proportion interval(double x, double n, double alpha) {
            double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(alpha / 2);
            double middle = x + z * z / 2;
            double margin = z * Math.sqrt(x * (n - x) / n + z * z / 4);
            double whole = n + z * z;
            // At the edges the formula gives 0 and 1 but for rounding.
            double low = x == 0 ? 0 : (middle - margin) / whole;
            double high = x == n ? 1 : (middle + margin) / whole;
            return new Proportion(x / n, low, high);
        }
    },
    CLOPPER_PEARSON {
        @Override
        Proportion interval(double x, double n, double alpha) {
            double low = x == 0 ? 0 : BetaDistribution.of(x, n - x + 1).inverseCumulativeProbability(alpha / 2);
            double high = x == n ? 1 : BetaDistribution.of(x + 1, n - x).inverseSurvivalProbability(alpha / 2);
            return new Proportion(x / n, low, high);
        }
    };

    abstract Proportion interval(double x, double n, double alpha);

    /**
     * The share of {@code counted} among {@code all} items.
     *
     * @param level of confidence, such as 0.95
     * @throws IllegalArgumentException if counted is not in 0 … all, or the level not between 0 and 1
     */
    public Proportion of(long counted, long all, double level) {
        if (counted < 0 || counted > all) {
            throw new IllegalArgumentException(
                    "Counted " + counted + " of " + all + " items, expected a number from 0 to the number of items.");
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("The confidence level is " + level + ", expected between 0 and 1.");
        }
        return all == 0
                ? new Proportion(Double.NaN, Double.NaN, Double.NaN)
                : interval((double) counted, (double) all, 1 - level);
    }

    /**
     * A share of things that are not independent, with the interval of so many that are and say as much.
     *
     * @param share the share, in [0, 1]
     * @param effective number of independent things, above 0; need not be whole
     * @param level of confidence, such as 0.95
     */
    public Proportion ofEffective(double share, double effective, double level) {
        if (!(share >= 0 && share <= 1 && effective > 0 && level > 0 && level < 1)) {
            throw new IllegalArgumentException("A share of " + share + " of " + effective + " things at level " + level
                    + ", expected a share from 0 to 1, a number above 0, and a level between 0 and 1.");
        }
        return interval(share == 1 ? effective : share * effective, effective, 1 - level);
    }
}
