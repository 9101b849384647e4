// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forms by the hash of their first word, in open addressing; two words of one 32-bit hash would be taken for one. */
final class FormTable {
    /** Numbers of a form in a list. */
    static final int STRIDE = 4;

    /** Place of the number of words. */
    static final int WORDS = 0;

    /** Place of the {@link #wordHash} of the second word, of its first letter where it is a beginning, 0 where there is none. */
    static final int SECOND = 1;

    /** Place of the concept. */
    static final int CONCEPT = 2;

    /** Place of the form's number. */
    static final int FORM = 3;

    private static final int FILTER_BITS = 1 << 18;
    private static final int PREFIX_SALT = 0x68E31DA4;

    private final Map<Integer, List<int[]>> building = new LinkedHashMap<>();
    /** Key in the upper half, one more than the number of its list in the lower; 0 where nothing is. */
    private long[] slots = new long[2];

    /** A bit for the lowest bits of each key that is there; small enough to stay in the cache. */
    private final long[] filter = new long[FILTER_BITS >>> 6];

    private int[][] lists = new int[0][];
    private int added;

    /** Start of the hash of a word of this language. */
    static int seed(int language) {
        return Hashes.mix(language * 0x9E3779B1);
    }

    void add(int language, ConceptForm form) {
        if (form.words().length == 0) {
            throw new IllegalArgumentException("A form of " + form.language() + " has no letters.");
        }
        int hash = seed(language);
        for (char c : form.words()[0]) {
            hash = Hashes.step(hash, c);
        }
        int key = form.prefix()[0] ? prefixKey(hash) : wholeKey(hash);
        building.computeIfAbsent(key, any -> new ArrayList<>()).add(entry(form));
    }

    private int[] entry(ConceptForm form) {
        int words = form.words().length;
        int second = 0;
        if (words > 1) {
            char[] word = form.words()[1];
            second = form.prefix()[1] ? word[0] : wordHash(word, 0, word.length);
        }
        return new int[] {words, second, form.concept(), added++};
    }

    /** A hash of a word that no single letter has. */
    static int wordHash(char[] chars, int start, int end) {
        int hash = 1;
        for (int i = start; i < end; i++) {
            hash = Hashes.step(hash, chars[i]);
        }
        return hash | 1 << 31;
    }

    void seal() {
        int room = Integer.highestOneBit(Math.max(1, building.size()) * 4 - 1);
        slots = new long[room];
        lists = new int[building.size()][];
        int number = 0;
        for (Map.Entry<Integer, List<int[]>> entry : building.entrySet()) {
            lists[number] = entry.getValue().stream()
                    .sorted(Comparator.comparingInt((int[] form) -> form[WORDS]).reversed())
                    .flatMapToInt(Arrays::stream)
                    .toArray();
            int slot = entry.getKey() & (room - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (room - 1);
            }
            int key = entry.getKey();
            slots[slot] = ((long) key << 32) | ++number;
            filter[(key & (FILTER_BITS - 1)) >>> 6] |= 1L << key;
        }
        building.clear();
    }

    /** Number of the list of forms that begin with this whole word; -1 where there are none. */
    int whole(int hash) {
        return find(wholeKey(hash));
    }

    /** Number of the list of forms whose first word begins so; -1 where there are none. */
    int prefix(int hash) {
        return find(prefixKey(hash));
    }

    /** The forms of a list, longest first, {@link #STRIDE} numbers each; the numbers lie together, since they are read often. */
    int[] list(int number) {
        return lists[number];
    }

    private static int wholeKey(int hash) {
        return Hashes.mix(hash);
    }

    private static int prefixKey(int hash) {
        return Hashes.mix(hash ^ PREFIX_SALT);
    }

    private int find(int key) {
        if ((filter[(key & (FILTER_BITS - 1)) >>> 6] >>> key & 1) == 0) {
            return -1;
        }
        int mask = slots.length - 1;
        for (int slot = key & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            if ((int) (slots[slot] >>> 32) == key) {
                return (int) slots[slot] - 1;
            }
        }
        return -1;
    }
}
