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

    /** Of all words. */
    static Ngrams of(Words words, WritingSystem system) {
        return ofEvery(1, words, system);
    }

    /** Of the first word and every n-th behind it, so that all parts of the text have their say. */
    static Ngrams ofEvery(int nth, Words words, WritingSystem system) {
        int units = 0;
        for (int word = 0; word < words.count(); word += nth) {
            units += words.edge(word + 1) - words.edge(word);
        }
        // A word has at most one n-gram of each length for each of its units and the edge behind it.
        Ngrams ngrams = new Ngrams(units * (MAX - MIN + 1));
        for (int word = 0; word < words.count(); word += nth) {
            int from = words.edge(word);
            if (WritingSystem.ofUnit(words.unit(from + 1)) == system.index()) {
                ngrams.addWord(words, from, words.edge(word + 1));
            }
        }
        return ngrams;
    }

    int count() {
        return count;
    }

    int hash(int index) {
        return hashes[index];
    }

    /** The loop is written out, for speed: three, four and five letters from each place on, as far as the word goes. */
    private void addWord(Words words, int from, int to) {
        int n = count;
        int start = from;
        for (; start + MAX - 1 <= to; start++) {
            int three = three(words, start);
            int four = step(three, words.unit(start + 3));
            hashes[n] = finish(three);
            hashes[n + 1] = finish(four);
            hashes[n + 2] = finish(step(four, words.unit(start + 4)));
            n += 3;
        }
        if (start + 3 <= to) {
            int three = three(words, start);
            hashes[n++] = finish(three);
            hashes[n++] = finish(step(three, words.unit(start + 3)));
            start++;
        }
        if (start + 2 <= to) {
            hashes[n++] = finish(three(words, start));
        }
        count = n;
        // A word of up to three letters is an n-gram together with its edges.
        if (to - from > MAX - 1) {
            int hash = WORD_SEED;
            for (int i = from + 1; i < to; i++) {
                hash = step(hash, words.unit(i));
            }
            hashes[count++] = finish(hash);
        }
    }

    private static int three(Words words, int start) {
        return step(step(step(0, words.unit(start)), words.unit(start + 1)), words.unit(start + 2));
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
