// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.tokens;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;

/** Words or sentences by the rules of Unicode, with ICU's dictionaries for scripts that are written without spaces. */
final class IcuCutter implements TextCutter {
    /** Never used itself: each call takes a copy, since the iterator keeps its place. */
    private final BreakIterator prototype;

    private IcuCutter(BreakIterator prototype) {
        this.prototype = prototype;
    }

    static IcuCutter words(String language) {
        return new IcuCutter(BreakIterator.getWordInstance(new ULocale(language)));
    }

    /** Knows the abbreviations of the languages for which Unicode lists them. */
    static IcuCutter sentences(String language) {
        return new IcuCutter(BreakIterator.getSentenceInstance(new ULocale(language + "@ss=standard")));
    }

    @Override
    public List<Span> cut(String text) {
        BreakIterator breaks = prototype.clone();
        breaks.setText(text);
        List<Span> spans = new ArrayList<>();
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            add(text, start, end, spans);
            start = end;
        }
        return spans;
    }

    /** Without the white space around the piece. */
    private static void add(String text, int from, int to, List<Span> spans) {
        int start = from;
        int end = to;
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isSpace(text.charAt(end - 1))) {
            end--;
        }
        if (end > start) {
            spans.add(new Span(start, end));
        }
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }
}
