// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.compare;

import org.apache.commons.statistics.distribution.BetaDistribution;

/**
 * The number of all posts, when each came into the data with one known probability, independently of the others.
 *
 * <pre>
 * N       = n / p                                       n posts in the sample
 * Var N   = n (1 − p) / p²
 * Y       = Σ y_i / p,   Var Y = Σ y_i² (1 − p) / p²     a sum over posts
 * </pre>
 *
 * <p>Horvitz and Thompson, A generalization of sampling without replacement from a finite universe, 1952,
 * doi:10.1080/01621459.1952.10483446; Bernoulli sampling, the variance estimated without bias. The interval of a number of
 * posts is not from that variance but turns the binomial distribution of n over: all N of which n is in neither tail of
 * (1 − level) / 2. It holds N at least as often as it says, also for few posts. It speaks of the posts that there were, not
 * of a process that could have made others, so that copies of one content need no allowance.
 *
 * @param sampled posts in the sample
 * @param sampledShare p
 * @param total estimated number of all posts
 * @param standardError its root of the variance
 * @param ciLow low end
 * @param ciHigh high end
 */
public record SampledTotal(
        long sampled, double sampledShare, double total, double standardError, double ciLow, double ciHigh) {

    /** The number of all posts. */
    public static SampledTotal of(long sampled, double sampledShare, double level) {
        requireShare(sampledShare);
        if (sampled < 0 || !(level > 0 && level < 1)) {
            throw new IllegalArgumentException("There are " + sampled + " posts and the level is " + level
                    + ", expected a number from 0 and a level between 0 and 1.");
        }
        double n = (double) sampled;
        double tail = (1 - level) / 2;
        return new SampledTotal(
                sampled,
                sampledShare,
                n / sampledShare,
                Math.sqrt(variance(n, sampledShare)),
                sampledShare == 1 ? n : lowest(sampled, sampledShare, tail),
                sampledShare == 1 ? n : highest(sampled, sampledShare, tail));
    }

    /** The sum of numbers of all posts, from the numbers of the sampled ones. */
    public static double sum(double[] values, double sampledShare) {
        requireShare(sampledShare);
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / sampledShare;
    }

    /** The standard error of {@link #sum}. */
    public static double sumError(double[] values, double sampledShare) {
        requireShare(sampledShare);
        double squares = 0;
        for (double value : values) {
            squares += value * value;
        }
        return Math.sqrt(variance(squares, sampledShare));
    }

    private static double variance(double squares, double p) {
        return squares * (1 - p) / (p * p);
    }

    private static void requireShare(double p) {
        if (!(p > 0 && p <= 1)) {
            throw new IllegalArgumentException(
                    "The share of posts in the sample is " + p + ", expected above 0 and at most 1.");
        }
    }

    /** The smallest N with P(at least n of N) above the tail. */
    private static double lowest(long n, double p, double tail) {
        if (n == 0) {
            return 0;
        }
        long below = n - 1;
        long enough = n;
        for (long step = 1; atLeast(n, enough, p) <= tail; step *= 2) {
            below = enough;
            enough += step;
        }
        while (enough - below > 1) {
            long middle = below + (enough - below) / 2;
            if (atLeast(n, middle, p) > tail) {
                enough = middle;
            } else {
                below = middle;
            }
        }
        return (double) enough;
    }

    /** The largest N with P(at most n of N) above the tail. */
    private static double highest(long n, double p, double tail) {
        long fits = n;
        long tooMany = n + 1;
        for (long step = 1; 1 - atLeast(n + 1, tooMany, p) > tail; step *= 2) {
            fits = tooMany;
            tooMany += step;
        }
        while (tooMany - fits > 1) {
            long middle = fits + (tooMany - fits) / 2;
            if (1 - atLeast(n + 1, middle, p) > tail) {
                fits = middle;
            } else {
                tooMany = middle;
            }
        }
        return (double) fits;
    }

    /** P(X ≥ n) of a binomial X of N trials, by the beta distribution, which takes any N. */
    private static double atLeast(long n, long trials, double p) {
        return trials < n
                ? 0
                : BetaDistribution.of((double) n, trials - n + 1.0).cumulativeProbability(p);
    }
}
