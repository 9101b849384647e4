// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.language;

/** Hashes of the n-grams (3 to 5 letters, word edges included) and whole words of one writing system in a text. */
final class Ngrams {
    private static final int MIN = 3;
    private static final int MAX = 5;
    private static final int WORD_SEED = 0x5EED1E55;

    private final int[] hashes;
    private int count;

    private Ngrams(int capacity) {
        this.hashes = new int[capacity];
    }

    static Ngrams of(Words words, WritingSystem system) {
        int end = words.length();
        Ngrams ngrams = new Ngrams(end * (MAX - MIN + 2));
        int from = 0;
        while (from + 1 < end) {
            int to = from + 1;
            while (words.unit(to) != Words.EDGE) {
                to++;
            }
            if (WritingSystem.ofUnit(words.unit(from + 1)) == system.index()) {
                ngrams.addWord(words, from, to);
            }
            from = to;
        }
        return ngrams;
    }

    int count() {
        return count;
    }

    int hash(int index) {
        return hashes[index];
    }

    private void addWord(Words words, int from, int to) {
        for (int start = from; start < to; start++) {
            int hash = 0;
            int last = Math.min(to, start + MAX - 1);
            for (int i = start; i <= last; i++) {
                hash = step(hash, words.unit(i));
                if (i - start + 1 >= MIN) {
                    hashes[count++] = finish(hash);
                }
            }
        }
        // A word of up to three letters is an n-gram together with its edges.
        if (to - from > MAX - 1) {
            int hash = WORD_SEED;
            for (int i = from + 1; i < to; i++) {
                hash = step(hash, words.unit(i));
            }
            hashes[count++] = finish(hash);
        }
    }

    private static int step(int hash, char unit) {
        return (hash + unit + 1) * 0x9E3779B1;
    }

    /** Spreads all bits, and keeps clear of 0, which marks an empty place. */
    private static int finish(int hash) {
        int h = hash;
        h = (h ^ (h >>> 15)) * 0x2C1B3C6D;
        h = (h ^ (h >>> 12)) * 0x297A2D39;
        h ^= h >>> 15;
        return h == 0 ? 1 : h;
    }
}
