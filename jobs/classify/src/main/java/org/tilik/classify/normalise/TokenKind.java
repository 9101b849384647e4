// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.normalise;

/** What a token of a normalised text is. */
public enum TokenKind {
    /** Letters, with marks and digits among them; in scripts without blanks a whole run of letters. */
    WORD,
    /** Digits only; every digit is written {@code 0}. */
    NUMBER,
    /** One pictograph. */
    EMOJI,
    /** A web address; it has no letters of its own. */
    ADDRESS,
    /** The name of an account; it has no letters of its own. */
    MENTION,
    /** One punctuation mark that tells something of the tone or the structure: {@code ! ? " : ; , . ( )} and their like. */
    MARK
}
