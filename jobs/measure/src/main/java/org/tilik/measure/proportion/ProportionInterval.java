// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.proportion;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Confidence intervals of a share x / n of independent things, in [0, 1].
 *
 * <pre>
 * WILSON           (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)
 * CLOPPER_PEARSON  [Beta(α/2; x, n − x + 1), Beta(1 − α/2; x + 1, n − x)]
 * </pre>
 *
 * <p>Wilson, Probable inference, the law of succession, and statistical inference, 1927,
 * doi:10.1080/01621459.1927.10502953; Clopper and Pearson, The use of confidence or fiducial limits illustrated in the
 * case of the binomial, 1934, doi:10.1093/biomet/26.4.404. x and n need not be whole numbers, as with effective sample
 * sizes. Same numbers as R {@code prop.test(correct = FALSE)} and {@code binom.test}.
 */
public enum ProportionInterval {
    WILSON {
        @Override
        double end(double x, double n, double level, boolean upper) {
            double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
            double p = x / n;
            double middle = p + z * z / (2 * n);
            double reach = z * Math.sqrt(p * (1 - p) / n + z * z / (4 * n * n));
            return (middle + (upper ? reach : -reach)) / (1 + z * z / n);
        }
    },
    CLOPPER_PEARSON {
        @Override
        double end(double x, double n, double level, boolean upper) {
            double tail = (1 - level) / 2;
            return upper
                    ? BetaDistribution.of(x + 1, n - x).inverseSurvivalProbability(tail)
                    : BetaDistribution.of(x, n - x + 1).inverseCumulativeProbability(tail);
        }
    };

    /** The end of the interval; 0 &lt; x for the lower, x &lt; n for the upper. */
    abstract double end(double x, double n, double level, boolean upper);

    /** Low end of the interval of x of n; 0 where x = 0. */
    public double low(double x, double n, double level) {
        check(x, n, level);
        return x == 0 ? 0 : Math.max(0, end(x, n, level, false));
    }

    /** High end of the interval of x of n; 1 where x = n. */
    public double high(double x, double n, double level) {
        check(x, n, level);
        return x == n ? 1 : Math.min(1, end(x, n, level, true));
    }

    private static void check(double x, double n, double level) {
        if (!(n > 0 && x >= 0 && x <= n)) {
            throw new IllegalArgumentException("Counted " + x + " of " + n + ", expected 0 to n of n above 0.");
        }
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("The confidence level is " + level + ", expected between 0 and 1.");
        }
    }
}
