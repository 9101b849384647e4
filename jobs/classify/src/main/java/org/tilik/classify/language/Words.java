// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

import java.text.Normalizer;

/**
 * The words at the beginning of a text, in lower case, without what says nothing of its language: web addresses,
 * mentions, hashtags, entities, digits, emoji. Only the first {@value #MAX_LETTERS} letters are kept, so time is bounded.
 */
final class Words {
    static final int MAX_LETTERS = 220;

    /** How many UTF-16 units are looked at; a text that has no word before is of no language. */
    private static final int MAX_UNITS = 20_000;

    /** What a word stands between, part of its n-grams. */
    static final char EDGE = ' ';

    private static final byte LATIN = (byte) WritingSystem.LATIN.index();

    /** Words of one writing system each, with an {@link #EDGE} before, between and after. */
    private final char[] units = new char[MAX_LETTERS * 2 + 2];

    private final int[] letters = new int[WritingSystem.count()];
    private int length;
    private int total;
    private byte current = WritingSystem.NONE;

    /** Whether letters and marks stand apart; the n-grams know only composed letters. */
    private boolean decomposed;

    private Words() {}

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

    /** Number of units, edges included. */
    int length() {
        return length;
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
        units[length++] = EDGE;
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
                add(c, system);
                i++;
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

    private void add(char c, byte system) {
        if (current != system) {
            endWord();
            current = system;
        }
        char folded = fold(c);
        // Stretched words ("sooo"): two of a letter say as much as ten.
        if (length >= 2 && units[length - 1] == folded && units[length - 2] == folded) {
            return;
        }
        units[length++] = folded;
        letters[system]++;
        total++;
    }

    /** Styled Latin letters of mathematics, which posts use as bold and italics; rare ideographs. */
    private void addCodePoint(int codePoint) {
        if (codePoint >= 0x1D400 && codePoint <= 0x1D7CB) {
            String plain = Normalizer.normalize(Character.toString(codePoint), Normalizer.Form.NFKC);
            char c = plain.charAt(0);
            byte system = WritingSystem.ofUnit(c);
            if (system >= 0) {
                add(c, system);
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
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
        }
        if (c >= 0xFF21 && c <= 0xFF5A) {
            return Character.toLowerCase((char) (c - 0xFEE0));
        }
        // Arabic letters that keyboards of neighbouring languages write in two ways.
        return switch (c) {
            case '\u0649', '\uFEF0', '\uFEEF' -> '\u0649';
            case '\u0130' -> 'i';
            default -> Character.toLowerCase(c);
        };
    }

    private void endWord() {
        if (units[length - 1] != EDGE) {
            units[length++] = EDGE;
        }
        current = WritingSystem.NONE;
    }
}
