// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

/**
 * What a classifier said of all items of a domain, added up; sums add up across tasks.
 *
 * @param items number of items
 * @param sum of its predictions, each in [0, 1]: how many it found, where predictions are 0 and 1
 * @param squares sum of the squares of its predictions
 */
public record PredictionSums(double items, double sum, double squares) {

    /** Refuses sums that no predictions in [0, 1] have. */
    public PredictionSums {
        if (!(items >= 0 && squares >= 0 && squares <= sum + 1e-9 * items && sum <= items * (1 + 1e-9))) {
            throw new IllegalArgumentException("Predictions of " + items + " items with sum " + sum
                    + " and sum of squares " + squares + ", expected 0 <= squares <= sum <= items.");
        }
    }

    /** Predictions of 0 and 1. */
    public static PredictionSums found(double found, double items) {
        return new PredictionSums(items, found, found);
    }

    /** The sums of these predictions. */
    public static PredictionSums of(double[] predictions) {
        double sum = 0;
        double squares = 0;
        for (double prediction : predictions) {
            sum += prediction;
            squares += prediction * prediction;
        }
        return new PredictionSums(predictions.length, sum, squares);
    }

    /** Mean prediction. */
    public double mean() {
        return sum / items;
    }

    /** Variance of the predictions, divisor the number of items. */
    double variance() {
        return Math.max(0, squares / items - mean() * mean());
    }
}
