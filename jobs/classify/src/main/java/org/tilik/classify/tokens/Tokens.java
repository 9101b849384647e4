// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.tokens;

import java.util.Map;

/**
 * Cutters of words and marks, by language: CoreNLP's for English, German, French and Spanish, ICU's for all others.
 *
 * <p>Used where named entities are tagged, whose models know words as CoreNLP cuts them. Not used in scoring, nor for
 * quotations and organisations, which have passes of their own over the chars of under 3 µs a text: a post of some 110
 * chars takes 33 to 35 µs in English and German, 15 in French and Spanish, 3 to 16 by ICU.
 *
 * <p>CoreNLP has no cutters of its own for Italian and Hungarian without their models, nor for Chinese. The one for
 * Arabic is not used: it drops every char it does not know, emoji among them, writes a line to the error output for
 * each, which no option silences, and stops at half a surrogate pair.
 */
public final class Tokens {
    private static final TextCutter ROOT = IcuCutter.words("root");
    static final Map<String, CoreNlpTokens> OF_CORENLP = Map.of(
            "en", CoreNlpTokens.english(),
            "de", CoreNlpTokens.german(),
            "fr", CoreNlpTokens.french(),
            "es", CoreNlpTokens.spanish());

    private Tokens() {}

    /** The cutter for this language code, {@code und} and unknown ones included; what follows a hyphen is passed over. */
    public static TextCutter in(String language) {
        CoreNlpTokens known = OF_CORENLP.get(primary(language));
        return known == null ? ROOT : known;
    }

    static String primary(String language) {
        int hyphen = language.indexOf('-');
        return hyphen < 0 ? language : language.substring(0, hyphen);
    }
}
