// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import java.util.Arrays;
import org.apache.commons.numbers.gamma.RegularizedBeta;

/**
 * How many copies a window of time is expected to hold, and how surprising another number is, from the copies in earlier
 * blocks of the same length.
 *
 * <p>Surprise is −log10 of the probability of as many copies or more (Legéndy and Salcman, Bursts and recurrences of bursts in
 * the spike trains of spontaneously active striate cortex neurons, 1985, doi:10.1152/jn.1985.53.4.926, with a Poisson
 * distribution of known rate). Here the rate is not known: with a Gamma prior of shape ½ (Jeffreys) the number is negative
 * binomial with mean μ = w(N + ½)/T and variance μ(1 + w/T), for N copies in T hours and a window of w. Copies come in
 * clusters and by the time of day, so this variance is multiplied by the index of dispersion of the blocks, where that is
 * above 1, and blocks of earlier bursts are left out: Farrington, Andrews, Beale and Catchpole, A statistical algorithm for
 * the early detection of outbreaks of infectious disease, 1996, doi:10.2307/2983331. Kleinberg's automaton (Bursty and
 * hierarchical structure in streams, 2003, doi:10.1023/A:1024940629314) needs the whole stream to place its states, and
 * cannot be told by the hour.
 *
 * @param mean expected copies in the window
 * @param varianceRatio variance of that number over its mean, above 1
 */
record Baseline(double mean, double varianceRatio) {
    /** Surprise where the probability is smaller than any number of the machine. */
    static final double MOST_SURPRISE = 300;

    private static final double PRIOR_COPIES = 0.5;

    /** From the copies in each of two blocks or more, each as long as the window. */
    static Baseline of(long[] blocks) {
        double n = blocks.length;
        double copies = Arrays.stream(blocks).sum();
        return new Baseline((copies + PRIOR_COPIES) / n, Math.max(1, dispersion(blocks, copies / n)) * (1 + 1 / n));
    }

    /** Variance over mean; 1 where there is nothing to vary. */
    private static double dispersion(long[] blocks, double mean) {
        if (mean == 0) {
            return 1;
        }
        double squares = 0;
        for (long block : blocks) {
            squares += (block - mean) * (block - mean);
        }
        return squares / (blocks.length - 1) / mean;
    }

    /** −log10 of the probability of so many copies or more, at most {@link #MOST_SURPRISE}. */
    double surprise(long copies) {
        if (copies <= 0) {
            return 0;
        }
        double shape = mean / (varianceRatio - 1);
        double tail = RegularizedBeta.value(1 - 1 / varianceRatio, (double) copies, shape);
        return Math.min(MOST_SURPRISE, Math.max(0, -Math.log10(tail)));
    }
}
