// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.tokens;

import java.util.Arrays;

/**
 * The quoted parts of a text, as offsets in UTF-16 chars; the marks themselves are outside.
 *
 * <p>Spans are disjoint and in the order of the text; of quotations inside each other only the outermost is kept. A mark
 * that opens and is never closed quotes nothing, except in a text that was cut with {@code …}. Apostrophes, elisions
 * (’tis, l’été), feet and inches, and the gershayim of Hebrew acronyms are not quotation marks. The pairs of all
 * languages are known (“ ” „ “ ” ” « » » « » » ‹ › ‘ ’ ‚ ‘ 「 」 『 』 〝 〞 " ' `` ''): which one is meant follows from the
 * mark that opened and from the neighbours of the mark, so no language has to be named.
 *
 * <p>One pass over the chars, no regular expression: time is linear in the length, whatever the text.
 */
public final class QuotationSpans {
    /** No quotation. */
    public static final QuotationSpans NONE = new QuotationSpans(new int[0], new QuotationKind[0], 0);

    private final int[] bounds;
    private final QuotationKind[] kinds;
    private final int quotedChars;

    private QuotationSpans(int[] bounds, QuotationKind[] kinds, int quotedChars) {
        this.bounds = bounds;
        this.kinds = kinds;
        this.quotedChars = quotedChars;
    }

    /** The quotations of this text. */
    public static QuotationSpans of(String text) {
        QuotationScan scan = new QuotationScan(text);
        scan.run();
        return scan.found();
    }

    static QuotationSpans of(int[] bounds, QuotationKind[] kinds, int count) {
        if (count == 0) {
            return NONE;
        }
        int chars = 0;
        for (int i = 0; i < count; i++) {
            chars += bounds[2 * i + 1] - bounds[2 * i];
        }
        return new QuotationSpans(Arrays.copyOf(bounds, 2 * count), Arrays.copyOf(kinds, count), chars);
    }

    /** Number of spans. */
    public int count() {
        return kinds.length;
    }

    /** First char of a span. */
    public int start(int span) {
        return bounds[2 * span];
    }

    /** First char after a span. */
    public int end(int span) {
        return bounds[2 * span + 1];
    }

    /** How a span is quoted. */
    public QuotationKind kind(int span) {
        return kinds[span];
    }

    /** Number of quoted chars. */
    public int quotedChars() {
        return quotedChars;
    }

    /** Share of a text of this many chars that is quoted, in [0, 1]; 0 for the empty text. */
    public double share(int textLength) {
        return textLength == 0 ? 0 : (double) quotedChars / textLength;
    }

    /** Whether the char at this offset is quoted; logarithmic in the number of spans. */
    public boolean covers(int offset) {
        int low = 0;
        int high = kinds.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (end(middle) <= offset) {
                low = middle + 1;
            } else if (start(middle) > offset) {
                high = middle - 1;
            } else {
                return true;
            }
        }
        return false;
    }
}
