// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import org.tilik.classify.heads.NetworkShape;

/**
 * How a model is trained.
 *
 * @param shape sizes of the network
 * @param epochs times that each text is shown
 * @param step first size of the steps in the table; it falls in a straight line towards 0
 * @param denseStep the same elsewhere
 * @param tokensLeftOut share of tokens that is left out each time
 * @param featuresLeftOut share of other features that is left out each time
 * @param sentencesPerKind sentences drawn from each kind of construction and language
 * @param everydayPerKind everyday sentences drawn from each kind and language
 * @param sentenceWeight what the error of such a sentence counts for, where that of a labelled text counts for 1
 * @param noisyShare share of the sentences, and of a tenth of the labelled texts, that is also shown misspelt
 * @param seed seed of all chance
 */
public record TrainingSettings(
        NetworkShape shape,
        int epochs,
        double step,
        double denseStep,
        double tokensLeftOut,
        double featuresLeftOut,
        int sentencesPerKind,
        int everydayPerKind,
        double sentenceWeight,
        double noisyShare,
        long seed) {
    /** The settings of the shipped models. */
    public static TrainingSettings standard() {
        return new TrainingSettings(new NetworkShape(20, 16), 4, 0.2, 0.02, 0.05, 0.1, 30, 120, 0.6, 0.2, 20190315L);
    }
}
