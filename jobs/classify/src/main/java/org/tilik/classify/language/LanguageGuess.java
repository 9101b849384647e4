// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

/**
 * The language of a text and the probability that this is right.
 *
 * @param language ISO 639-1 code, ISO 639-3 where there is no two-letter code, or {@code und}
 * @param confidence probability in [0, 1] that the language is right; 0 for {@code und}
 */
public record LanguageGuess(String language, double confidence) {
    /** Code of a text whose language cannot be told. */
    public static final String UNDETERMINED_CODE = "und";

    /** The answer where a text does not show its language. */
    public static final LanguageGuess UNDETERMINED = new LanguageGuess(UNDETERMINED_CODE, 0);
}
