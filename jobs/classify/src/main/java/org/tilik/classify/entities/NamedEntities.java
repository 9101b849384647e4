// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.entities;

import edu.stanford.nlp.ie.crf.CRFClassifier;
import edu.stanford.nlp.ling.CoreAnnotations;
import edu.stanford.nlp.ling.CoreLabel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tilik.classify.tokens.Sentences;
import org.tilik.classify.tokens.Span;
import org.tilik.classify.tokens.TextCutter;
import org.tilik.classify.tokens.Tokens;

/**
 * Names of organisations, places and other things in texts of one language, by a model of CoreNLP (conditional random
 * field; Finkel, Grenager and Manning 2005, Incorporating Non-local Information into Information Extraction Systems by
 * Gibbs Sampling, doi:10.3115/1219840.1219885). Loaded once, safe for use by many threads; too slow for more than flagged
 * items.
 *
 * <p>Names of persons are dropped before anything leaves this class. Languages without a model are refused: the English
 * one calls nearly every Indonesian word a name. The models are no part of Tilik; {@code jobs/classify/README.md} says how
 * they are had.
 */
public final class NamedEntities {
    private static final String FOLDER = "edu/stanford/nlp/models/ner/";
    private static final Map<String, String> MODELS = new TreeMap<>(Map.of(
            "en", FOLDER + "english.conll.4class.distsim.crf.ser.gz",
            "de", FOLDER + "german.distsim.crf.ser.gz",
            "es", FOLDER + "spanish.ancora.distsim.s512.crf.ser.gz",
            "fr", FOLDER + "french-wikiner-4class.crf.ser.gz",
            "zh", FOLDER + "chinese.misc.distsim.crf.ser.gz"));

    /** Longer texts are no posts, and the time of a sentence without an end would not be bounded. */
    private static final int MOST_WORDS = 400;

    private final CRFClassifier<CoreLabel> classifier;
    private final TextCutter words;
    private final TextCutter sentences;

    private NamedEntities(CRFClassifier<CoreLabel> classifier, String language) {
        this.classifier = classifier;
        words = Tokens.in(language);
        sentences = Sentences.in(language);
    }

    /** Codes of the languages for which a model exists. */
    public static Set<String> languages() {
        return new TreeSet<>(MODELS.keySet());
    }

    /** Whether a model of this language is on the class path. */
    public static boolean isAtHand(String language) {
        String model = MODELS.get(language);
        return model != null && NamedEntities.class.getClassLoader().getResource(model) != null;
    }

    /** Loads the model of this language; takes seconds and 100 to 1,000 MB. */
    public static NamedEntities load(String language) {
        String model = MODELS.get(language);
        if (model == null) {
            throw new NamedEntitiesException("There is no model of named entities for '" + language
                    + "'; there are some for " + String.join(", ", MODELS.keySet())
                    + ". A model of another language gives nonsense.");
        }
        if (!isAtHand(language)) {
            throw new NamedEntitiesException("The model " + model
                    + " is not on the class path; build with -Pner, or see jobs/classify/README.md, section CoreNLP.");
        }
        try {
            return new NamedEntities(CRFClassifier.getClassifier(model), language);
        } catch (IOException | ClassNotFoundException | ClassCastException e) {
            throw new NamedEntitiesException("The model " + model + " could not be read: " + e.getMessage(), e);
        }
    }

    /** The names in this text, without those of persons, in the order of the text. */
    public List<NamedEntity> of(String text) {
        List<NamedEntity> entities = new ArrayList<>();
        for (Span sentence : sentences.cut(text)) {
            List<CoreLabel> labels = labels(sentence.in(text), sentence.start());
            for (int from = 0; from < labels.size(); from += MOST_WORDS) {
                tag(labels.subList(from, Math.min(labels.size(), from + MOST_WORDS)), entities);
            }
        }
        return List.copyOf(entities);
    }

    private List<CoreLabel> labels(String sentence, int offset) {
        List<CoreLabel> labels = new ArrayList<>();
        for (Span word : words.cut(sentence)) {
            CoreLabel label = new CoreLabel();
            label.setWord(word.in(sentence));
            label.setValue(word.in(sentence));
            label.setBeginPosition(offset + word.start());
            label.setEndPosition(offset + word.end());
            labels.add(label);
        }
        return labels;
    }

    private void tag(List<CoreLabel> labels, List<NamedEntity> entities) {
        List<CoreLabel> tagged = classifier.classifySentence(labels);
        String before = "";
        for (int i = 0; i < labels.size(); i++) {
            String answer = tagged.get(i).get(CoreAnnotations.AnswerAnnotation.class);
            Optional<EntityKind> kind = EntityKind.ofLabel(answer);
            if (kind.isPresent()) {
                boolean goesOn =
                        !answer.startsWith("B-") && EntityKind.ofLabel(before).equals(kind);
                add(kind.get(), labels.get(i), goesOn, entities);
            }
            before = answer;
        }
    }

    private static void add(EntityKind kind, CoreLabel label, boolean goesOn, List<NamedEntity> entities) {
        int start = label.beginPosition();
        if (goesOn) {
            start = entities.remove(entities.size() - 1).start();
        }
        entities.add(new NamedEntity(kind, start, label.endPosition()));
    }
}
