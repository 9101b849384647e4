// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Tells the language of a text by its script and, where a script has many languages, by its n-grams: what stands in no
 * language (addresses, mentions, hashtags, emoji) is left out, the script of most letters decides for a model, and the
 * n-grams of the first {@value Words#MAX_LETTERS} letters add up to a score for each language.
 *
 * <p>A text of several languages is of the one that most of it is in. Romanised Hindi is {@code hi}, romanised Urdu
 * {@code ur}, Malay in Jawi script {@code ms}. A text without letters, too short to tell or with probabilities that are
 * too low is {@link LanguageGuess#UNDETERMINED}. The confidence is calibrated on texts of sources that training did not
 * see; {@code README.md} beside the weights states languages, sources and measured accuracy.
 *
 * <p>Immutable, safe for use by many threads. The standard weights take about 10 MB of heap, once for each class loader.
 */
public final class NgramLanguages implements LanguageIdentifier {
    /** Below this probability the answer is undetermined: most such answers would be wrong. */
    private static final double LEAST_CONFIDENCE = 0.4;

    private static final String WEIGHTS = "languages.bin";

    private final NgramModel[] models = new NgramModel[WritingSystem.count()];
    private final NgramModel[] closerModels = new NgramModel[WritingSystem.count()];

    /** Which languages of a model take a closer look. */
    private final boolean[][] groups = new boolean[WritingSystem.count()][];

    NgramLanguages(Collection<NgramModel> models) {
        for (NgramModel model : models) {
            (model.isCloser() ? closerModels : this.models)[model.system().index()] = model;
        }
        for (int i = 0; i < groups.length; i++) {
            if (closerModels[i] != null) {
                groups[i] = this.models[i].among(closerModels[i].languages());
            }
        }
    }

    /** The identifier with the weights that come with this class, loaded once. */
    public static LanguageIdentifier standard() {
        return Standard.IDENTIFIER;
    }

    @Override
    public LanguageGuess identify(String text) {
        if (text == null) {
            return LanguageGuess.UNDETERMINED;
        }
        Words words = Words.of(text);
        WritingSystem system = words.main();
        if (system == null) {
            return LanguageGuess.UNDETERMINED;
        }
        NgramModel model = models[system.index()];
        return model == null ? byScript(words, system) : byNgrams(words, model);
    }

    /** Codes of all languages that may be answered, in alphabetical order. */
    SortedSet<String> languages() {
        SortedSet<String> languages = new TreeSet<>();
        for (int i = 0; i < models.length; i++) {
            if (models[i] != null) {
                languages.addAll(models[i].languages());
            } else if (WritingSystem.at(i).onlyLanguage() != null) {
                languages.add(WritingSystem.at(i).onlyLanguage());
            }
        }
        return languages;
    }

    private LanguageGuess byNgrams(Words words, NgramModel model) {
        Verdict verdict = judge(words, model);
        if (verdict == null) {
            return LanguageGuess.UNDETERMINED;
        }
        LanguageGuess guess = verdict.model().guess(verdict.scores());
        return guess.confidence() < LEAST_CONFIDENCE ? LanguageGuess.UNDETERMINED : guess;
    }

    /** Scores of these words by the model that has the last say; null where there is none or it knows no n-gram. */
    Verdict judge(Words words) {
        WritingSystem system = words.main();
        NgramModel model = system == null ? null : models[system.index()];
        return model == null ? null : judge(words, model);
    }

    private Verdict judge(Words words, NgramModel model) {
        Ngrams ngrams = Ngrams.of(words, model.system());
        Scores scores = model.score(ngrams, 0);
        if (scores == null) {
            return null;
        }
        NgramModel closer = closerModels[model.system().index()];
        if (closer != null) {
            double lead = model.lead(scores, groups[model.system().index()]);
            Scores closerScores = lead < 0 ? null : closer.score(ngrams, lead);
            if (closerScores != null) {
                return new Verdict(closer, closerScores);
            }
        }
        return new Verdict(model, scores);
    }

    /** Scores and the model that gave them. */
    record Verdict(NgramModel model, Scores scores) {}

    private static LanguageGuess byScript(Words words, WritingSystem system) {
        if (system.onlyLanguage() == null) {
            return LanguageGuess.UNDETERMINED;
        }
        int kana = words.letters(WritingSystem.KANA);
        int han = words.letters(WritingSystem.HAN);
        if (system == WritingSystem.HAN && kana * 8 >= han) {
            return new LanguageGuess(WritingSystem.KANA.onlyLanguage(), 0.99);
        }
        int letters = words.letters(system);
        if (system == WritingSystem.HAN) {
            // A few ideographs may as well be a Japanese word.
            return new LanguageGuess(system.onlyLanguage(), letters >= 8 ? 0.99 : letters >= 4 ? 0.95 : 0.8);
        }
        return new LanguageGuess(system.onlyLanguage(), letters >= 2 ? 0.99 : 0.8);
    }

    /** Loads on first use; a class is initialised once for each class loader. */
    private static final class Standard {
        private static final LanguageIdentifier IDENTIFIER = load();

        private static LanguageIdentifier load() {
            try (InputStream in = NgramLanguages.class.getResourceAsStream(WEIGHTS)) {
                if (in == null) {
                    throw new FileNotFoundException("the language weights " + WEIGHTS + " are not on the class path");
                }
                return new NgramLanguages(ModelFile.read(in));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the language weights " + WEIGHTS, e);
            }
        }
    }
}
