// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forms by the hash of their first word, in open addressing; two words of one 32-bit hash would be taken for one. */
final class FormTable {
    private static final int FILTER_BITS = 1 << 18;
    private static final int PREFIX_SALT = 0x68E31DA4;

    private final Map<Integer, List<Integer>> building = new LinkedHashMap<>();
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
        if (form.words().isEmpty()) {
            throw new IllegalArgumentException("A form of " + form.language() + " has no letters.");
        }
        int hash = seed(language);
        for (char c : form.words().get(0)) {
            hash = Hashes.step(hash, c);
        }
        int key = form.prefix().get(0) ? prefixKey(hash) : wholeKey(hash);
        building.computeIfAbsent(key, any -> new ArrayList<>()).add(added++);
    }

    void seal() {
        int room = Integer.highestOneBit(Math.max(1, building.size()) * 4 - 1);
        slots = new long[room];
        lists = new int[building.size()][];
        int number = 0;
        for (Map.Entry<Integer, List<Integer>> entry : building.entrySet()) {
            lists[number] =
                    entry.getValue().stream().mapToInt(Integer::intValue).toArray();
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
