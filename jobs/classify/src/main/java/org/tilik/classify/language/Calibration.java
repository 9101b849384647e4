// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

/**
 * Turns scores into the probability that the best one is right: a logistic function of the lead of the best score, of
 * the amount of evidence and of the share of n-grams that are known, fitted on texts of sources that training did not see.
 */
record Calibration(float[] coefficients) {
    static final int SIZE = 6;

    double probability(Scores scores) {
        double[] x = features(scores);
        double sum = 0;
        for (int i = 0; i < SIZE; i++) {
            sum += coefficients[i] * x[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    static double[] features(Scores scores) {
        double margin = scores.margin();
        double hits = scores.hits();
        return new double[] {
            1,
            Math.log1p(margin),
            Math.min(margin, 20) / Math.sqrt(hits),
            Math.log(hits),
            hits / scores.ngrams(),
            Math.log1p(Math.min(scores.outerMargin(), 100))
        };
    }
}
