// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.organisations;

/** Conjunctions, prepositions and articles that Arabic and Hebrew write onto the word that follows. */
final class Clitics {
    /** Most stems that a word has beside itself. */
    static final int MOST = 4;

    private static final int SHORTEST_STEM = 3;
    private static final char ALEF = '\u0627';
    private static final char LAM = '\u0644';

    private Clitics() {}

    /**
     * Where the stems of a folded word begin, without the word itself; returns their number. A negative number is the
     * complement of a place before which the alef of the article belongs, that the preposition li has swallowed.
     */
    static int stems(char[] word, int length, int[] into) {
        if (length <= SHORTEST_STEM) {
            return 0;
        }
        char first = word[0];
        if (first >= '\u0627' && first <= '\u0648') {
            return arabic(word, length, into);
        }
        return isHebrewPrefix(first) ? hebrew(word, length, into) : 0;
    }

    private static int arabic(char[] word, int length, int[] into) {
        int count = 0;
        int at = 0;
        if (word[0] == '\u0648' || word[0] == '\u0641') {
            into[count++] = 1;
            at = 1;
        }
        if (length - at <= SHORTEST_STEM) {
            return count;
        }
        char next = word[at];
        if (next == '\u0628' || next == '\u0643' || next == LAM) {
            into[count++] = at + 1;
        }
        if (next == LAM && word[at + 1] == LAM) {
            into[count++] = ~(at + 1);
        }
        return count;
    }

    private static int hebrew(char[] word, int length, int[] into) {
        into[0] = 1;
        if (length - 1 > SHORTEST_STEM && isHebrewPrefix(word[1])) {
            into[1] = 2;
            return 2;
        }
        return 1;
    }

    private static boolean isHebrewPrefix(char c) {
        return switch (c) {
            case '\u05d5', '\u05d4', '\u05d1', '\u05dc', '\u05de', '\u05e9', '\u05db' -> true;
            default -> false;
        };
    }

    /** The stem that begins at a place given by {@link #stems}. */
    static String stem(String word, int from) {
        return from >= 0 ? word.substring(from) : ALEF + word.substring(~from);
    }

    /** Hash of that stem, as {@link WordCursor} makes them. */
    static long hash(char[] word, int length, int from) {
        long hash = from >= 0 ? 0 : WordCursor.hash(0, ALEF);
        for (int i = from >= 0 ? from : ~from; i < length; i++) {
            hash = WordCursor.hash(hash, word[i]);
        }
        return hash;
    }

    /** Whether a word of a text is this word, perhaps with clitics before it. */
    static boolean matches(String word, String sought) {
        if (word.equals(sought)) {
            return true;
        }
        int[] stems = new int[MOST];
        int count = stems(word.toCharArray(), word.length(), stems);
        for (int i = 0; i < count; i++) {
            if (stem(word, stems[i]).equals(sought)) {
                return true;
            }
        }
        return false;
    }
}
