// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.tokens;

/** Reads quotation marks one after the other: each opens, closes, or is no quotation mark here. */
final class QuoteMarkReader {
    /** Words that begin with an apostrophe. */
    private static final String[] ELISIONS = {
        "n", "tis", "twas", "em", "cause", "til", "till", "bout", "cos", "cuz", "s"
    };

    private final String text;
    private final QuotationScan scan;
    private final OpenMarks open = new OpenMarks();
    private final Neighbours beside;

    QuoteMarkReader(String text, QuotationScan scan) {
        this.text = text;
        this.scan = scan;
        beside = new Neighbours(text);
    }

    static boolean isMark(char c) {
        return switch (c) {
            case '"',
                    '\'',
                    '`',
                    '\u00ab',
                    '\u00bb',
                    '\u2018',
                    '\u2019',
                    '\u201a',
                    '\u201b',
                    '\u201c',
                    '\u201d',
                    '\u201e',
                    '\u201f',
                    '\u2039',
                    '\u203a',
                    '\u300c',
                    '\u300d',
                    '\u300e',
                    '\u300f',
                    '\u301d',
                    '\u301e',
                    '\u301f',
                    '\ufe41',
                    '\ufe42',
                    '\ufe43',
                    '\ufe44',
                    '\uff02',
                    '\uff07',
                    '\uff62',
                    '\uff63' -> true;
            default -> false;
        };
    }

    void endLine(boolean paragraph) {
        if (!open.isEmpty()) {
            open.endLine(paragraph);
        }
    }

    void clear() {
        open.cut(0);
    }

    int openDouble() {
        return open.outermostDouble();
    }

    /** Reads the mark at this place and says where to go on. */
    int read(char c, int at) {
        switch (c) {
            case '"', '\uff02' -> {
                int end = endOfRun(at, c);
                straight(at, end);
                return end;
            }
            case '\'' -> {
                if (at + 1 < text.length() && text.charAt(at + 1) == '\'') {
                    return doubled(at);
                }
                single(at);
            }
            case '\u2019', '\uff07', '\u201b' -> single(at);
            case '`' -> {
                if (at + 1 < text.length() && text.charAt(at + 1) == '`') {
                    open.open(QuoteStyle.BACKTICKS, at + 2);
                    return at + 2;
                }
            }
            case '\u2018' -> singleHigh(at);
            case '\u201a' -> openAtWord(QuoteStyle.SINGLE_LOW, at);
            case '\u201c', '\u201f' -> high(at);
            case '\u201d' -> right(at);
            case '\u201e' -> open.open(QuoteStyle.LOW, at + 1);
            case '\u00ab' -> guillemet(at, QuoteStyle.GUILLEMETS, QuoteStyle.GUILLEMETS_INWARD);
            case '\u2039' -> guillemet(at, QuoteStyle.SINGLE_GUILLEMETS, QuoteStyle.SINGLE_GUILLEMETS_INWARD);
            case '\u00bb' -> guillemetRight(at, QuoteStyle.GUILLEMETS, QuoteStyle.GUILLEMETS_INWARD);
            case '\u203a' -> guillemetRight(at, QuoteStyle.SINGLE_GUILLEMETS, QuoteStyle.SINGLE_GUILLEMETS_INWARD);
            case '\u300c', '\ufe41', '\uff62' -> open.open(QuoteStyle.CORNER, at + 1);
            case '\u300e', '\ufe43' -> open.open(QuoteStyle.WHITE_CORNER, at + 1);
            case '\u301d' -> open.open(QuoteStyle.PRIMES, at + 1);
            case '\u300d', '\ufe42', '\uff63' -> close(open.find(QuoteStyle.CORNER), at);
            case '\u300f', '\ufe44' -> close(open.find(QuoteStyle.WHITE_CORNER), at);
            case '\u301e', '\u301f' -> close(open.find(QuoteStyle.PRIMES), at);
            default -> {
                return at + 1;
            }
        }
        return at + 1;
    }

    /** Doubled marks, as files with separated values leave them behind, are one mark. */
    private int endOfRun(int at, char mark) {
        int end = at + 1;
        while (end < text.length() && text.charAt(end) == mark) {
            end++;
        }
        return end;
    }

    private boolean close(int place, int at) {
        if (place < 0) {
            return false;
        }
        scan.close(open.start(place), at);
        open.cut(place);
        return true;
    }

    private void straight(int at, int end) {
        int place = open.find(QuoteStyle.STRAIGHT);
        beside.look(at, end);
        if (place >= 0) {
            if (beside.opens() && beside.wordAfter()) {
                open.restart(place, end);
            } else if (!isGershayim(at, end)) {
                close(place, at);
            }
            return;
        }
        boolean closesOther = !beside.opens() || !beside.wordAfter();
        if (closesOther && close(open.find(QuoteStyle.HIGH, QuoteStyle.LOW, QuoteStyle.BACKTICKS), at)) {
            return;
        }
        boolean blocked = beside.spacedWordBefore() && !isClitic(at, end);
        boolean emptyOrEnds = beside.spaceAfter() && (end > at + 1 || !beside.spaceBefore());
        if (!blocked && !emptyOrEnds) {
            open.open(QuoteStyle.STRAIGHT, end);
        }
    }

    /** Hebrew acronyms have the mark before their last letter. */
    private boolean isGershayim(int at, int end) {
        if (at == 0 || end >= text.length() || !isHebrew(text.charAt(at - 1)) || !isHebrew(text.charAt(end))) {
            return false;
        }
        return end + 1 >= text.length() || !isHebrew(text.charAt(end + 1));
    }

    /** One or two letters of Arabic or Hebrew that are written onto the next word: and, in, to, the. */
    private boolean isClitic(int at, int end) {
        if (isGershayim(at, end) || !beside.wordAfter()) {
            return false;
        }
        int letters = 0;
        int place = at - 1;
        while (place >= 0 && letters < 3 && (isHebrew(text.charAt(place)) || isArabic(text.charAt(place)))) {
            letters++;
            place--;
        }
        boolean whole = place < 0 || !Neighbours.isWord(text.charAt(place));
        return whole && (letters == 1 || letters == 2);
    }

    private static boolean isHebrew(char c) {
        return c >= 0x05d0 && c <= 0x05ea;
    }

    private static boolean isArabic(char c) {
        return c >= 0x0620 && c <= 0x06d3;
    }

    private int doubled(int at) {
        if (at + 2 < text.length() && text.charAt(at + 2) == '\'') {
            return at + 3;
        }
        if (!close(open.find(QuoteStyle.BACKTICKS), at)) {
            straight(at, at + 2);
        }
        return at + 2;
    }

    private void single(int at) {
        beside.look(at, at + 1);
        if (beside.closes() && !beside.digitBefore()) {
            int place = open.find(QuoteStyle.SINGLE, QuoteStyle.SINGLE_HIGH, QuoteStyle.SINGLE_LOW);
            if (close(place, at)) {
                return;
            }
        }
        openAtWord(QuoteStyle.SINGLE, at);
    }

    private void singleHigh(int at) {
        beside.look(at, at + 1);
        if (beside.closes() && close(open.find(QuoteStyle.SINGLE_LOW), at)) {
            return;
        }
        openAtWord(QuoteStyle.SINGLE_HIGH, at);
    }

    private void openAtWord(QuoteStyle style, int at) {
        beside.look(at, at + 1);
        if (!beside.spacedWordBefore()
                && !beside.spaceAfter()
                && (beside.opens() || beside.wordBefore())
                && !isElision(at + 1)) {
            open.open(style, at + 1);
        }
    }

    private boolean isElision(int start) {
        int end = start;
        int length = text.length();
        while (end < length && end <= start + 6 && Neighbours.isWord(text.charAt(end))) {
            end++;
        }
        if (end > start + 1 && Character.isDigit(text.charAt(start))) {
            return end - start <= 3;
        }
        for (String elision : ELISIONS) {
            if (elision.length() == end - start && text.regionMatches(true, start, elision, 0, elision.length())) {
                return true;
            }
        }
        return false;
    }

    private void high(int at) {
        if (close(open.find(QuoteStyle.LOW), at)) {
            return;
        }
        int place = open.find(QuoteStyle.HIGH);
        beside.look(at, at + 1);
        boolean ends = !beside.opens() && beside.closes() && !beside.wordAfter();
        if (!ends || !close(Math.max(place, open.find(QuoteStyle.RIGHT)), at)) {
            open.open(QuoteStyle.HIGH, at + 1);
        }
    }

    private void right(int at) {
        if (close(open.find(QuoteStyle.LOW, QuoteStyle.HIGH, QuoteStyle.RIGHT), at)) {
            return;
        }
        beside.look(at, at + 1);
        if (beside.opens()) {
            open.open(QuoteStyle.RIGHT, at + 1);
        }
    }

    private void guillemet(int at, QuoteStyle outward, QuoteStyle inward) {
        int place = open.find(inward);
        beside.look(at, at + 1);
        if (place >= 0 && !beside.opens()) {
            close(place, at);
        } else {
            open.open(outward, at + 1);
        }
    }

    private void guillemetRight(int at, QuoteStyle outward, QuoteStyle inward) {
        if (close(open.find(outward), at)) {
            return;
        }
        beside.look(at, at + 1);
        if (beside.opens()) {
            open.open(inward, at + 1);
        } else {
            close(open.find(inward), at);
        }
    }
}
