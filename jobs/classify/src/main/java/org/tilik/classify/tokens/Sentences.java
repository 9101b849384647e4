// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.tokens;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Cutters of sentences, by language: CoreNLP's where {@link Tokens} has its words, ICU's for all others, with the
 * abbreviations of Italian, Portuguese and Russian and the question mark of Greek. Used where {@link Tokens} is.
 */
public final class Sentences {
    private static final TextCutter ROOT = IcuCutter.sentences("root");
    private static final Map<String, TextCutter> BY_LANGUAGE = byLanguage();

    private Sentences() {}

    private static Map<String, TextCutter> byLanguage() {
        Map<String, TextCutter> cutters = new HashMap<>();
        for (String language : List.of("it", "pt", "ru", "el")) {
            cutters.put(language, IcuCutter.sentences(language));
        }
        Tokens.OF_CORENLP.forEach((language, words) -> cutters.put(language, new CoreNlpSentences(words, language)));
        return Map.copyOf(cutters);
    }

    /** The cutter for this language code, {@code und} and unknown ones included; what follows a hyphen is passed over. */
    public static TextCutter in(String language) {
        return BY_LANGUAGE.getOrDefault(Tokens.primary(language), ROOT);
    }
}
