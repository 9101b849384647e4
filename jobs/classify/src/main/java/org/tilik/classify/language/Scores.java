// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

/**
 * Scores of one text in log odds, one for each language of a model.
 *
 * @param values the scores; not to be changed
 * @param hits number of n-grams of the text that the model knows
 * @param ngrams number of n-grams of the text
 * @param outerMargin where a closer look was taken at a group of languages: by how much the group led before; else 0
 */
record Scores(float[] values, int hits, int ngrams, double outerMargin) {
    int best() {
        int best = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] > values[best]) {
                best = i;
            }
        }
        return best;
    }

    /** By how much the best score is above the next one. */
    double margin() {
        int best = best();
        float next = Float.NEGATIVE_INFINITY;
        for (int i = 0; i < values.length; i++) {
            if (i != best && values[i] > next) {
                next = values[i];
            }
        }
        return values.length == 1 ? 10 : values[best] - next;
    }
}
