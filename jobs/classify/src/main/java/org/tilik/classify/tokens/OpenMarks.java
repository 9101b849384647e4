// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.tokens;

/** The quotation marks that stand open, innermost last; of more than sixteen the oldest is forgotten. */
final class OpenMarks {
    private static final int DEEPEST = 16;

    private final QuoteStyle[] styles = new QuoteStyle[DEEPEST];
    private final int[] starts = new int[DEEPEST];
    private int depth;

    void open(QuoteStyle style, int contentStart) {
        if (depth == DEEPEST) {
            System.arraycopy(styles, 1, styles, 0, DEEPEST - 1);
            System.arraycopy(starts, 1, starts, 0, DEEPEST - 1);
            depth--;
        }
        styles[depth] = style;
        starts[depth++] = contentStart;
    }

    boolean isEmpty() {
        return depth == 0;
    }

    /** Place of the innermost open mark of this style, −1 if there is none. */
    int find(QuoteStyle style) {
        for (int i = depth - 1; i >= 0; i--) {
            if (styles[i] == style) {
                return i;
            }
        }
        return -1;
    }

    /** Place of the innermost open mark of any of these styles, −1 if there is none. */
    int find(QuoteStyle one, QuoteStyle other, QuoteStyle third) {
        return Math.max(find(one), Math.max(find(other), find(third)));
    }

    int start(int place) {
        return starts[place];
    }

    /** Forgets the mark at this place and all inside it. */
    void cut(int place) {
        depth = place;
    }

    /** Moves the start of an open mark: the first one was stray. */
    void restart(int place, int contentStart) {
        starts[place] = contentStart;
        depth = place + 1;
    }

    /** Forgets the marks that do not reach over the end of a line, or of a paragraph. */
    void endLine(boolean paragraph) {
        int kept = 0;
        for (int i = 0; i < depth; i++) {
            boolean goesOn = paragraph ? styles[i].crossesParagraphs() : styles[i].crossesLines();
            if (goesOn) {
                styles[kept] = styles[i];
                starts[kept++] = starts[i];
            }
        }
        depth = kept;
    }

    /** Start of the outermost open double quotation, −1 if there is none. */
    int outermostDouble() {
        for (int i = 0; i < depth; i++) {
            if (styles[i].crossesLines()) {
                return starts[i];
            }
        }
        return -1;
    }
}
