// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.tokens;

/** By which mark a quotation was opened, and so how it may end. */
enum QuoteStyle {
    /** {@code "}, also full-width; the same mark closes. */
    STRAIGHT(true, false),
    /** {@code '}, ’ or ‛ at the beginning of a word. */
    SINGLE(false, false),
    /** ‘ closed by ’. */
    SINGLE_HIGH(false, false),
    /** ‚ closed by ‘ or ’. */
    SINGLE_LOW(false, false),
    /** “ closed by ” or ". */
    HIGH(true, true),
    /** „ closed by “, ” or ". */
    LOW(true, true),
    /** ” closed by ” (Swedish, Finnish) or “ (Urdu and Arabic typed in Latin order). */
    RIGHT(true, false),
    /** « closed by ». */
    GUILLEMETS(true, true),
    /** » closed by « (German, Danish) or » (Swedish, Finnish). */
    GUILLEMETS_INWARD(true, false),
    /** ‹ closed by ›. */
    SINGLE_GUILLEMETS(true, true),
    /** › closed by ‹. */
    SINGLE_GUILLEMETS_INWARD(true, false),
    /** 「 closed by 」, also half-width and vertical. */
    CORNER(true, true),
    /** 『 closed by 』, also vertical. */
    WHITE_CORNER(true, true),
    /** 〝 closed by 〞 or 〟. */
    PRIMES(true, true),
    /** Two backticks, closed by two apostrophes. */
    BACKTICKS(true, true);

    private final boolean crossesLines;
    private final boolean crossesParagraphs;

    QuoteStyle(boolean crossesLines, boolean crossesParagraphs) {
        this.crossesLines = crossesLines;
        this.crossesParagraphs = crossesParagraphs;
    }

    /** Whether the quotation may go on in the next line; a stray apostrophe must not swallow a page. */
    boolean crossesLines() {
        return crossesLines;
    }

    /** Whether the quotation may go on after an empty line: only where the mark itself says that it opens. */
    boolean crossesParagraphs() {
        return crossesParagraphs;
    }
}
