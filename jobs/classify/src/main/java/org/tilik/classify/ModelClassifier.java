// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify;

import org.tilik.classify.features.FeatureExtractor;
import org.tilik.classify.heads.Calibration;
import org.tilik.classify.heads.HeadCalibration;
import org.tilik.classify.heads.Model;
import org.tilik.classify.heads.Network;
import org.tilik.classify.heads.NetworkShape;
import org.tilik.classify.language.LanguageGuess;
import org.tilik.classify.language.LanguageIdentifier;

/**
 * The classifier that a trained model gives: language, features, network, calibration.
 *
 * <p>Immutable and safe for use by many threads; about 30 MB beside the language identifier.
 */
public final class ModelClassifier implements TextClassifier {
    private final String modelId;
    private final LanguageIdentifier languages;
    private final FeatureExtractor extractor;
    private final Network network;
    private final Calibration calibration;

    /**
     * A classifier.
     *
     * @param modelId name and content hash of the model
     * @param model the model
     * @param languages tells languages
     */
    public ModelClassifier(String modelId, Model model, LanguageIdentifier languages) {
        this.modelId = modelId;
        this.languages = languages;
        this.extractor = new FeatureExtractor(model.lexicon());
        this.network = model.weights().network();
        this.calibration = model.calibration();
    }

    @Override
    public String modelId() {
        return modelId;
    }

    @Override
    public Classification classify(String text) {
        if (text == null || text.isBlank()) {
            return new Classification(LanguageGuess.UNDETERMINED_CODE, 0, Classification.NONE, 0, 0, 0, 0);
        }
        LanguageGuess guess = languages.identify(text);
        float[] scores = network.score(extractor.extract(text, guess.language()));
        double[] probabilities = new double[Head.values().length];
        for (Head head : Head.values()) {
            int index = NetworkShape.index(head);
            probabilities[index] = calibration.of(guess.language(), head).probability(scores[index]);
        }
        return new Classification(
                guess.language(),
                guess.confidence(),
                label(guess.language(), probabilities),
                probabilities[NetworkShape.index(Head.HATEFUL)],
                probabilities[NetworkShape.index(Head.OFFENSIVE)],
                probabilities[NetworkShape.index(Head.COUNTER)],
                probabilities[NetworkShape.index(Head.EXTREMIST_SUPPORT)]);
    }

    /**
     * The head that speaks for the text: support first, then the likelier of hateful and counter, then offensive, which
     * most hateful texts are too.
     */
    private String label(String language, double[] probabilities) {
        if (reaches(language, Head.EXTREMIST_SUPPORT, probabilities)) {
            return Head.EXTREMIST_SUPPORT.id();
        }
        boolean hateful = reaches(language, Head.HATEFUL, probabilities);
        boolean counter = reaches(language, Head.COUNTER, probabilities);
        double lead = probabilities[NetworkShape.index(Head.HATEFUL)] - probabilities[NetworkShape.index(Head.COUNTER)];
        if (hateful && (!counter || lead >= 0)) {
            return Head.HATEFUL.id();
        }
        if (counter) {
            return Head.COUNTER.id();
        }
        return reaches(language, Head.OFFENSIVE, probabilities) ? Head.OFFENSIVE.id() : Classification.NONE;
    }

    private boolean reaches(String language, Head head, double[] probabilities) {
        HeadCalibration values = calibration.of(language, head);
        return probabilities[NetworkShape.index(head)] >= values.threshold();
    }
}
