// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.normalise;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;

/** Collects the tokens of one text. */
final class TokenBuffer {
    /** Room for the longest folded form of one character, U+FDFA. */
    private static final int ROOM = 24;

    private static final Normalizer2 COMPOSE = Normalizer2.getNFCInstance();
    private static final int FIRST_ACCENT = 0x0300;
    private static final int LAST_ACCENT = 0x036F;
    private static final int FIRST_INDIC = 0x0900;
    private static final int LAST_INDIC = 0x109F;
    private static final int KANA_VOICED = 0x3099;
    private static final int KANA_HALF_VOICED = 0x309A;
    private static final int FIRST_JAMO = 0x1161;
    private static final int LAST_JAMO = 0x11C2;
    private static final int MOST_GAP = 2;
    private static final int FEWEST_PULLED_APART = 3;

    private char[] chars;
    private int[] starts;
    private int[] ends;
    private TokenKind[] kinds;
    private int[] gaps;
    private int[] origins;
    private int size;
    private int length;
    private int gap;
    private int origin;
    private int wordStart = -1;
    private int wordLetters;
    private int wordCapitals;
    /** Traits of the plain letters of the word, taken together. */
    private int wordTraits;
    /** Whether all of the word are plain letters. */
    private boolean plainWord;
    /** Whether a letter may stand three times in a row in the word. */
    private boolean stretchedWord;

    private int shortWords;
    private int letters;
    private int capitals;
    private int shouted;
    private int disguised;
    private int stretched;
    private int hashtags;

    TokenBuffer(int textLength) {
        chars = new char[textLength + textLength / 8 + 2 * ROOM];
        int tokens = 8 + textLength / 4;
        starts = new int[tokens];
        ends = new int[tokens];
        kinds = new TokenKind[tokens];
        gaps = new int[tokens];
        origins = new int[tokens];
    }

    void countHashtag() {
        hashtags++;
    }

    /** Where in the text the next token begins. */
    void at(int place) {
        origin = place;
    }

    /** A blank between tokens. */
    void gap() {
        gap = MOST_GAP;
    }

    boolean inWord() {
        return length > wordStart;
    }

    void beginWord() {
        wordStart = length;
        wordLetters = 0;
        wordCapitals = 0;
        wordTraits = 0;
        plainWord = true;
        stretchedWord = false;
    }

    /** Takes in the plain letters that stand at this place of the text; returns where they end. */
    int plainLetters(String text, int from, int to) {
        int room = Math.min(to, from + chars.length - length - ROOM);
        int at = length;
        int i = from;
        while (i < room) {
            char c = text.charAt(i);
            int traits = PlainLetters.traitsOf(c);
            if (traits == 0 || (isAitch(c) && i + 1 < to && (text.charAt(i + 1) | ' ') == 't')) {
                // An address may begin within a word.
                break;
            }
            char folded = CharacterFolding.single(c);
            stretchedWord |= at >= wordStart + 2 && chars[at - 1] == folded && chars[at - 2] == folded;
            wordTraits |= traits;
            wordCapitals += PlainLetters.isCapital(traits) ? 1 : 0;
            chars[at++] = folded;
            i++;
        }
        wordLetters += at - length;
        length = at;
        return i;
    }

    private static boolean isAitch(char c) {
        return c == 'h' || c == 'H';
    }

    void letter(int codePoint, boolean upper) {
        plainWord = false;
        if (length + ROOM > chars.length) {
            chars = Arrays.copyOf(chars, chars.length * 2);
        }
        int composed = composed(codePoint);
        if (composed >= 0) {
            length = CharacterFolding.append(composed, chars, length - 1);
            return;
        }
        int before = length;
        length = CharacterFolding.append(codePoint, chars, length);
        if (length > before && Character.isAlphabetic(codePoint)) {
            wordLetters++;
            wordCapitals += upper ? 1 : 0;
        }
    }

    /** The letter that the last one and this mark, or this part of a syllable, spell together; negative where none does. */
    private int composed(int codePoint) {
        return isPart(codePoint) && length > wordStart ? COMPOSE.composePair(chars[length - 1], codePoint) : -1;
    }

    /** Whether this is an accent or a sign that belongs to the letter before it, or a part of a syllable. */
    static boolean isPart(int c) {
        if (c < FIRST_INDIC) {
            return c >= FIRST_ACCENT && c <= LAST_ACCENT;
        }
        if (c <= LAST_INDIC) {
            return !Character.isLetterOrDigit(c);
        }
        return (c >= FIRST_JAMO && c <= LAST_JAMO) || c == KANA_VOICED || c == KANA_HALF_VOICED;
    }

    /** Ends the word, undoes its tricks, and adds it unless nothing is left of it. */
    void endWord() {
        int start = wordStart;
        wordStart = -1;
        if (length == start) {
            return;
        }
        letters += wordLetters;
        capitals += wordCapitals;
        shouted += wordLetters >= 3 && wordCapitals == wordLetters ? 1 : 0;
        boolean number = false;
        if (plainWord) {
            boolean undone = PlainLetters.mayHide(wordTraits) && Disguise.undo(chars, start, length);
            disguised += undone ? 1 : 0;
            // Letters that looked alike may be the same now.
            if (undone || stretchedWord) {
                length = unstretched(start, length);
            }
        } else {
            number = endMixedWord(start);
        }
        shortWords += length - start == 1 ? 1 : 0;
        push(number ? TokenKind.NUMBER : TokenKind.WORD, start);
    }

    /** Ends a word with other characters than plain letters; returns whether it is a number. */
    private boolean endMixedWord(int start) {
        if (Disguise.undo(chars, start, length)) {
            disguised++;
        }
        boolean number = true;
        for (int i = start; i < length; i++) {
            if (chars[i] >= '0' && chars[i] <= '9') {
                chars[i] = '0';
            } else {
                number = false;
            }
        }
        if (number) {
            length = start + 1;
        } else {
            length = unstretched(start, length);
        }
        return number;
    }

    /** Writes letters of this word once that stand three times or more; returns where the word ends now. */
    private int unstretched(int start, int end) {
        int to = start;
        int i = start;
        boolean any = false;
        while (i < end) {
            int run = i + 1;
            while (run < end && chars[run] == chars[i]) {
                run++;
            }
            int keep = run - i >= 3 ? 1 : run - i;
            any |= run - i >= 3;
            char c = chars[i];
            for (int k = 0; k < keep; k++) {
                chars[to++] = c;
            }
            i = run;
        }
        stretched += any ? 1 : 0;
        return to;
    }

    void add(TokenKind kind) {
        push(kind, length);
    }

    void addSymbol(TokenKind kind, int codePoint) {
        if (length + ROOM > chars.length) {
            chars = Arrays.copyOf(chars, chars.length * 2);
        }
        int start = length;
        length += Character.toChars(codePoint, chars, length);
        push(kind, start);
    }

    private void push(TokenKind kind, int start) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
            gaps = Arrays.copyOf(gaps, size * 2);
            origins = Arrays.copyOf(origins, size * 2);
        }
        starts[size] = start;
        ends[size] = length;
        kinds[size] = kind;
        gaps[size] = gap;
        origins[size] = origin;
        gap = 0;
        size++;
    }

    NormalText build() {
        joinPulledApart();
        return new NormalText(
                chars,
                starts,
                ends,
                kinds,
                origins,
                size,
                new NormalText.Style(letters, capitals, shouted, disguised, stretched, hashtags));
    }

    /** Joins words of one letter each that were pulled apart by blanks, dots or dashes. */
    private void joinPulledApart() {
        if (shortWords < FEWEST_PULLED_APART) {
            return;
        }
        int to = 0;
        int i = 0;
        while (i < size) {
            int end = endOfPulledApart(i);
            if (end > i) {
                to = join(i, end, to);
                i = end;
            } else {
                move(i++, to++);
            }
        }
        size = to;
    }

    /** Where a word that begins at this token and is pulled apart ends; the token itself where none does. */
    private int endOfPulledApart(int from) {
        int i = from;
        int single = 0;
        int end = from;
        while (i < size && isSingleLetter(i)) {
            single++;
            end = ++i;
            if (i < size && isSeparator(i)) {
                i++;
            }
        }
        boolean apart = single > FEWEST_PULLED_APART || (single == FEWEST_PULLED_APART && end - from > single);
        return apart ? end : from;
    }

    private boolean isSingleLetter(int i) {
        return kinds[i] == TokenKind.WORD
                && ends[i] - starts[i] == 1
                && chars[starts[i]] < 0x0E00
                && Character.isLetter(chars[starts[i]]);
    }

    private boolean isSeparator(int i) {
        char c = ends[i] > starts[i] ? chars[starts[i]] : 0;
        return kinds[i] == TokenKind.MARK && (c == '.' || c == '-' || c == '*' || c == '/') && gaps[i] == 0;
    }

    private int join(int from, int end, int to) {
        int start = starts[from];
        int at = start;
        for (int i = from; i < end; i++) {
            if (kinds[i] == TokenKind.WORD) {
                chars[at++] = chars[starts[i]];
            }
        }
        // The letters stood alone, so that neither look-alikes nor stretching could show before.
        Disguise.undo(chars, start, at);
        starts[to] = start;
        ends[to] = unstretched(start, at);
        kinds[to] = TokenKind.WORD;
        gaps[to] = gaps[from];
        origins[to] = origins[from];
        disguised++;
        return to + 1;
    }

    private void move(int from, int to) {
        starts[to] = starts[from];
        ends[to] = ends[from];
        kinds[to] = kinds[from];
        gaps[to] = gaps[from];
        origins[to] = origins[from];
    }
}
