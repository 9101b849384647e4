// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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

    private static final int FILTER_BITS = 15;
    private static final int PREFIX_SALT = 0x68E31DA4;

    private final Map<Integer, List<int[]>> building = new LinkedHashMap<>();
    /** Key in the upper half, one more than the place of its list in the lower; 0 where nothing is. */
    private long[] slots = new long[2];

    private final Map<Integer, long[]> filters = new HashMap<>();
    /** Lists of forms, longest first, {@link #STRIDE} numbers each, a 0 in place of the words behind the last of a list. */
    private int[] entries = new int[0];

    private final Map<Integer, Long> prefixLengths = new HashMap<>();
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
        if (form.prefix()[0]) {
            prefixLengths.merge(language, 1L << lengthBit(form.words()[0].length), (a, b) -> a | b);
        }
        int bit = hash >>> (Integer.SIZE - FILTER_BITS);
        filters.computeIfAbsent(language, any -> new long[1 << FILTER_BITS >>> 6])[bit >>> 6] |= 1L << bit;
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
        IntStream.Builder all = IntStream.builder();
        int at = 0;
        for (Map.Entry<Integer, List<int[]>> entry : building.entrySet()) {
            entry.getValue().stream()
                    .sorted(Comparator.comparingInt((int[] form) -> form[WORDS]).reversed())
                    .flatMapToInt(Arrays::stream)
                    .forEach(all);
            all.add(0);
            int slot = entry.getKey() & (room - 1);
            while (slots[slot] != 0) {
                slot = (slot + 1) & (room - 1);
            }
            int key = entry.getKey();
            slots[slot] = ((long) key << Integer.SIZE) | (at + 1);
            at += STRIDE * entry.getValue().size() + 1;
        }
        entries = all.build().toArray();
        building.clear();
    }

    /** Place of the list of forms that begin with this whole word; -1 where there are none. */
    int whole(int hash) {
        return find(wholeKey(hash));
    }

    /** A bit for each length, in letters, that a beginning of this language has; long ones share the last. */
    long prefixLengths(int language) {
        return prefixLengths.getOrDefault(language, 0L);
    }

    /** A bit for the highest bits of each hash of this language; small enough to stay in the cache. */
    long[] filter(int language) {
        return filters.getOrDefault(language, new long[1 << FILTER_BITS >>> 6]);
    }

    /** Whether a form of the filter's language may have this hash. */
    static boolean mayHave(long[] filter, int hash) {
        int bit = hash >>> (Integer.SIZE - FILTER_BITS);
        return (filter[bit >>> 6] >>> bit & 1) != 0;
    }

    /** The bit of this length. */
    static int lengthBit(int length) {
        return Math.min(length, Long.SIZE - 1);
    }

    /** Place of the list of forms whose first word begins so; -1 where there are none. */
    int prefix(int hash) {
        return find(prefixKey(hash));
    }

    /** All lists; those of a language lie together, since they are read often. */
    int[] entries() {
        return entries;
    }

    private static int wholeKey(int hash) {
        return Hashes.mix(hash);
    }

    private static int prefixKey(int hash) {
        return Hashes.mix(hash ^ PREFIX_SALT);
    }

    private int find(int key) {
        int mask = slots.length - 1;
        for (int slot = key & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
            if ((int) (slots[slot] >>> 32) == key) {
                return (int) slots[slot] - 1;
            }
        }
        return -1;
    }
}
