// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

/** Tells the language of a text; immutable, safe for use by many threads. */
public interface LanguageIdentifier {
    /** The language of this text as it was posted, {@link LanguageGuess#UNDETERMINED} where it cannot be told. */
    LanguageGuess identify(String text);
}
