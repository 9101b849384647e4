// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify;

import org.tilik.classify.features.FeatureExtractor;
import org.tilik.classify.features.TextFeatures;
import org.tilik.classify.heads.Calibration;
import org.tilik.classify.heads.Model;
import org.tilik.classify.heads.Network;
import org.tilik.classify.heads.NetworkShape;
import org.tilik.classify.language.LanguageGuess;
import org.tilik.classify.language.LanguageIdentifier;

/**
 * The classifier that a trained model gives: language, features, network, calibration.
 *
 * <p>Immutable and safe for use by many threads; about 35 MB beside the language identifier.
 */
public final class ModelClassifier implements TextClassifier {
    private static final Classification NOTHING =
            new Classification(LanguageGuess.UNDETERMINED_CODE, 0, Classification.NONE, 0, 0, 0, 0);

    private final String modelId;
    private final LanguageIdentifier languages;
    private final Network network;
    private final FeatureExtractor extractor;
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
        this.network = model.weights().network();
        this.extractor = new FeatureExtractor(model.lexicon());
        this.calibration = model.calibration();
    }

    @Override
    public String modelId() {
        return modelId;
    }

    @Override
    public Classification classify(String text) {
        if (text == null || !hasLetter(text)) {
            return NOTHING;
        }
        LanguageGuess guess = languages.identify(text);
        TextFeatures features = extractor.extract(text, guess.language());
        if (features.tokens() == 0) {
            // Invisible characters only: what the network would say is its bias.
            return NOTHING;
        }
        float[] scores = network.score(features);
        double[] probabilities = new double[Head.values().length];
        for (Head head : Head.values()) {
            int index = NetworkShape.index(head);
            probabilities[index] = calibration.of(guess.language(), head).probability(scores[index]);
        }
        Classification unlabelled = new Classification(
                guess.language(),
                guess.confidence(),
                Classification.NONE,
                probabilities[NetworkShape.index(Head.HATEFUL)],
                probabilities[NetworkShape.index(Head.OFFENSIVE)],
                probabilities[NetworkShape.index(Head.COUNTER)],
                probabilities[NetworkShape.index(Head.EXTREMIST_SUPPORT)]);
        return unlabelled.withLabel(label(unlabelled));
    }

    private static boolean hasLetter(String text) {
        int codePoint;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            if (Character.isLetter(codePoint)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public boolean reaches(Classification result, Head head) {
        return result.score(head) >= calibration.of(result.language(), head).threshold();
    }

    /**
     * The head that speaks for the text: support first, then the likelier of hateful and counter, then offensive, which
     * most hateful texts are too.
     */
    private String label(Classification result) {
        if (reaches(result, Head.EXTREMIST_SUPPORT)) {
            return Head.EXTREMIST_SUPPORT.id();
        }
        boolean hateful = reaches(result, Head.HATEFUL);
        boolean counter = reaches(result, Head.COUNTER);
        if (hateful && (!counter || result.hateful() >= result.counter())) {
            return Head.HATEFUL.id();
        }
        if (counter) {
            return Head.COUNTER.id();
        }
        return reaches(result, Head.OFFENSIVE) ? Head.OFFENSIVE.id() : Classification.NONE;
    }
}
