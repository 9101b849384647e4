// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.heads;

/**
 * How log odds of one head become a probability in one language (Platt 1999, Probabilistic outputs for support vector
 * machines), and from which probability on the head speaks for a text.
 *
 * @param slope factor of the log odds
 * @param intercept added to them
 * @param threshold probability in (0, 1] from which on the label is given
 */
public record HeadCalibration(double slope, double intercept, double threshold) {
    /** The probability that stands for these log odds. */
    public double probability(double logOdds) {
        // StrictMath gives the same bits on every machine.
        return 1 / (1 + StrictMath.exp(-(slope * logOdds + intercept)));
    }
}
