// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import org.tilik.classify.normalise.NormalText;
import org.tilik.classify.normalise.TextNormaliser;
import org.tilik.classify.normalise.TokenKind;
import org.tilik.classify.tokens.QuotationSpans;

/**
 * Turns a text into features: words, runs of three and four characters within words, pairs of words, concepts and their
 * sequences, and traits of style. Immutable.
 */
public final class FeatureExtractor {
    /** Tokens that are read; what comes later in a longer text is not scored. */
    public static final int MOST_TOKENS = 512;

    private static final int LONGEST_TOKEN = 40;
    private static final int CHARACTER_SEED = 0x2545F491;
    private static final int WORD_SEED = 0x3C6EF372;
    private static final int PAIR_SEED = 0x1B873593;
    private static final char EDGE = ' ';

    private final ConceptLexicon lexicon;

    /** An extractor that knows these concepts. */
    public FeatureExtractor(ConceptLexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** The concepts it knows. */
    public ConceptLexicon lexicon() {
        return lexicon;
    }

    /** The features of a text in this language. */
    public TextFeatures extract(String text, String language) {
        NormalText normal = TextNormaliser.normalise(text);
        int tokens = Math.min(normal.size(), MOST_TOKENS);
        TextFeatures features = new TextFeatures(tokens, 3 * Math.min(text.length(), TextNormaliser.LONGEST) + 64);
        int[] words = new int[tokens];
        for (int token = 0; token < tokens; token++) {
            words[token] = word(normal, token);
            features.add(Hashes.mix(words[token]));
            if (normal.kind(token) == TokenKind.WORD) {
                addCharacters(normal, token, features);
            }
            features.endToken();
        }
        features.endGroup(FeatureGroup.TOKENS);
        addWords(words, features);
        features.endGroup(FeatureGroup.WORDS);
        QuotationSpans quotes = QuotationSpans.of(text);
        if (!lexicon.names().isEmpty()) {
            new ConceptFeatures(lexicon, normal, quotes, features).add(lexicon.find(normal, language), tokens);
        }
        features.endGroup(FeatureGroup.CONCEPTS);
        StyleFeatures.add(text, normal, tokens, quotes, features);
        features.endGroup(FeatureGroup.STYLE);
        return features;
    }

    private static int word(NormalText text, int token) {
        int hash = WORD_SEED + kindSalt(text.kind(token));
        char[] chars = text.chars();
        for (int i = text.start(token); i < text.end(token); i++) {
            hash = Hashes.step(hash, chars[i]);
        }
        return hash;
    }

    private static int kindSalt(TokenKind kind) {
        return switch (kind) {
            case WORD -> 0;
            case NUMBER -> 1;
            case EMOJI -> 2;
            case ADDRESS -> 3;
            case MENTION -> 4;
            case MARK -> 5;
        };
    }

    /** From each place of the word and its edges on three and, as far as it goes, four characters. */
    private static void addCharacters(NormalText text, int token, TextFeatures out) {
        char[] chars = text.chars();
        int start = text.start(token);
        int end = Math.min(text.end(token), start + LONGEST_TOKEN);
        int first = EDGE;
        int second = chars[start];
        for (int i = start + 1; i <= end; i++) {
            int third = i < end ? chars[i] : EDGE;
            int three = Hashes.step(Hashes.step(Hashes.step(CHARACTER_SEED, first), second), third);
            out.add(Hashes.mix(three));
            if (i < end) {
                out.add(Hashes.mix(Hashes.step(three, i + 1 < end ? chars[i + 1] : EDGE)));
            }
            first = second;
            second = third;
        }
    }

    private static void addWords(int[] words, TextFeatures out) {
        int last = PAIR_SEED;
        for (int word : words) {
            out.add(Hashes.mix(word));
            out.add(Hashes.mix(Hashes.step(last, word)));
            last = word ^ PAIR_SEED;
        }
        out.add(Hashes.mix(Hashes.step(last, 0)));
    }
}
