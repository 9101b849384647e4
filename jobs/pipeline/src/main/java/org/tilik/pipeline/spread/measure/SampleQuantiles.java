// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Quantiles of independent numbers that are all known, with intervals that hold whatever their distribution is.
 *
 * <pre>
 * x_(1) ≤ … ≤ x_(n)
 * quantile q     x_(⌈n q⌉), the smallest that a share q of the numbers does not exceed
 * interval       [x_(l), x_(u)],  P(B &lt; l) ≤ α/2,  P(B ≥ u) ≤ α/2,  B binomial of n and q;  an end that is not there is open
 * </pre>
 *
 * <p>Thompson, On confidence ranges for the median and other expectation distributions for populations of unknown
 * distribution form, 1936, doi:10.1214/aoms/1177732502. With equal numbers it covers more often than it says.
 */
final class SampleQuantiles {
    /** How the interval is named in tables. */
    static final String METHOD = "order_statistics_binomial";

    private static final double ROUNDING = 1e-9;

    private final double[] sorted;

    SampleQuantiles(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    int size() {
        return sorted.length;
    }

    /** The quantile; none of no numbers, without interval below so many. */
    SpreadFigures of(double q, double level, int fewestForInterval) {
        int n = sorted.length;
        if (n == 0) {
            return SpreadFigures.none();
        }
        double value = sorted[Math.max(0, (int) Math.ceil(n * q - ROUNDING) - 1)];
        if (n < fewestForInterval) {
            return SpreadFigures.point(value);
        }
        BinomialDistribution below = BinomialDistribution.of(n, q);
        double tail = (1 - level) / 2;
        int low = below.inverseCumulativeProbability(tail);
        int high = below.inverseCumulativeProbability(1 - tail) + 1;
        return SpreadFigures.point(
                value, low >= 1 ? sorted[low - 1] : Double.NaN, high <= n ? sorted[high - 1] : Double.NaN, METHOD);
    }
}
