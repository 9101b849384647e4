// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.text.Normalizer;

/**
 * The words at the beginning of a text, in lower case, without what says nothing of its language: web addresses,
 * mentions, hashtags, entities, digits, emoji. Only the first {@value #MAX_LETTERS} letters are kept, so time is bounded.
 */
final class Words {
    static final int MAX_LETTERS = 160;

    /** How many UTF-16 units are looked at; a text that has no word before is of no language. */
    private static final int MAX_UNITS = 20_000;

    /** What a word stands between, part of its n-grams. */
    static final char EDGE = ' ';

    private static final char[] FOLDED = foldingTable();
    private static final byte LATIN = (byte) WritingSystem.LATIN.index();

    /** Words of one writing system each, with an {@link #EDGE} before, between and after. */
    private final char[] units = new char[MAX_LETTERS * 2 + 2];

    /** Where the {@link #EDGE}s are; a word has at least one letter. */
    private final int[] edges = new int[MAX_LETTERS + 1];

    private final int[] letters = new int[WritingSystem.count()];
    private int length;
    private int count;
    private int total;
    private byte current = WritingSystem.NONE;

    /** Whether letters and marks stand apart; the n-grams know only composed letters. */
    private boolean decomposed;

    private Words() {
        units[length++] = EDGE;
    }

    /** The words of this text; those of its hashtags only where it has no others. */
    static Words of(String text) {
        String read = text;
        Words words = of(read, false);
        if (words.decomposed) {
            read = Normalizer.normalize(text.substring(0, Math.min(text.length(), MAX_UNITS)), Normalizer.Form.NFC);
            words = of(read, false);
        }
        return words.total < 3 && read.indexOf('#') >= 0 ? of(read, true) : words;
    }

    private static Words of(String text, boolean hashtags) {
        Words words = new Words();
        words.read(text, hashtags);
        words.endWord();
        return words;
    }

    char unit(int index) {
        return units[index];
    }

    /** Number of words. */
    int count() {
        return count;
    }

    /** Index of the edge before the first word for 0, of the edge behind word {@code n - 1} for any other. */
    int edge(int n) {
        return edges[n];
    }

    int letters(WritingSystem system) {
        return letters[system.index()];
    }

    /** The system of most letters, or null where there is no letter. */
    WritingSystem main() {
        int best = -1;
        int most = 0;
        for (int i = 0; i < letters.length; i++) {
            int worth = letters[i] * WritingSystem.at(i).weight();
            if (worth > most) {
                most = worth;
                best = i;
            }
        }
        return best < 0 ? null : WritingSystem.at(best);
    }

    private void read(String text, boolean hashtags) {
        int end = Math.min(text.length(), MAX_UNITS);
        int i = 0;
        while (i < end && total < MAX_LETTERS) {
            char c = text.charAt(i);
            byte system = WritingSystem.ofUnit(c);
            if (system >= 0) {
                if (current == WritingSystem.NONE) {
                    int after = Noise.skipAddress(text, i, end);
                    if (after > i) {
                        i = after;
                        continue;
                    }
                }
                begin(system);
                i = addRun(text, i, end, system);
            } else if (system == WritingSystem.IGNORED) {
                decomposed |= c >= 0x0300 && c <= 0x036F;
                i++;
            } else if (Character.isHighSurrogate(c) && i + 1 < end) {
                addCodePoint(text.codePointAt(i));
                i += Character.charCount(text.codePointAt(i));
            } else if (isApostrophe(c) && current == LATIN && i + 1 < end && isLatin(text.charAt(i + 1))) {
                units[length++] = '\'';
                i++;
            } else {
                endWord();
                i = Noise.skipMarked(text, i, end, hashtags);
            }
        }
    }

    private static boolean isApostrophe(char c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC';
    }

    private static boolean isLatin(char c) {
        return WritingSystem.ofUnit(c) == LATIN;
    }

    private void begin(byte system) {
        if (current != system) {
            endWord();
            current = system;
        }
    }

    /** Takes in the letters of this system that stand next to one another; returns where they end. */
    private int addRun(String text, int from, int end, byte system) {
        int at = length;
        int most = at + MAX_LETTERS - total;
        int i = from;
        while (i < end && at < most) {
            char c = text.charAt(i);
            if (WritingSystem.ofUnit(c) != system) {
                break;
            }
            i++;
            char folded = fold(c);
            // Stretched words ("sooo"): two of a letter say as much as ten.
            if (at < 2 || units[at - 1] != folded || units[at - 2] != folded) {
                units[at++] = folded;
            }
        }
        letters[system] += at - length;
        total += at - length;
        length = at;
        return i;
    }

    /** Styled Latin letters of mathematics, which posts use as bold and italics; rare ideographs. */
    private void addCodePoint(int codePoint) {
        if (codePoint >= 0x1D400 && codePoint <= 0x1D7CB) {
            String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
            char c = plain.charAt(0);
            byte system = WritingSystem.ofUnit(c);
            if (system >= 0) {
                begin(system);
                addRun(plain, 0, 1, system);
                return;
            }
        }
        endWord();
        if (codePoint >= 0x20000 && codePoint <= 0x323AF) {
            letters[WritingSystem.HAN.index()]++;
            total++;
        }
    }

    private static char fold(char c) {
        return c < 0x80 ? (char) (c | 0x20) : FOLDED[c];
    }

    private static char[] foldingTable() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            boolean fullWidth = c >= 0xFF21 && c <= 0xFF5A;
            table[c] = Character.toLowerCase((char) (fullWidth ? c - 0xFEE0 : c));
        }
        table[0x0130] = 'i';
        // The final forms of an Arabic letter that keyboards of neighbouring languages write in two ways.
        table[0xFEF0] = 0x0649;
        table[0xFEEF] = 0x0649;
        return table;
    }

    private void endWord() {
        if (units[length - 1] != EDGE) {
            edges[++count] = length;
            units[length++] = EDGE;
        }
        current = WritingSystem.NONE;
    }
}
