// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.evaluate;

import java.util.Arrays;

/** Probabilities beside what is true, for one head and one group of texts; in the order in which they were added. */
public final class ScoredLabels {
    private double[] probabilities = new double[64];
    private boolean[] labels = new boolean[64];
    private boolean[] predictions = new boolean[64];
    private int size;

    /**
     * Adds a text.
     *
     * @param probability what the classifier gives
     * @param predicted whether that reaches the threshold
     * @param label what is true
     */
    public void add(double probability, boolean predicted, boolean label) {
        if (size == probabilities.length) {
            probabilities = Arrays.copyOf(probabilities, 2 * size);
            labels = Arrays.copyOf(labels, 2 * size);
            predictions = Arrays.copyOf(predictions, 2 * size);
        }
        probabilities[size] = probability;
        predictions[size] = predicted;
        labels[size++] = label;
    }

    /** Number of texts. */
    public int size() {
        return size;
    }

    double probability(int i) {
        return probabilities[i];
    }

    boolean predicted(int i) {
        return predictions[i];
    }

    boolean label(int i) {
        return labels[i];
    }
}
