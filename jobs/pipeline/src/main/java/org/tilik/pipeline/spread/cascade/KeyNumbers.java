// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.cascade;

/** Numbers 0, 1, 2, … for different keys of 128 bits, in the order in which they come; open addressing. */
final class KeyNumbers {
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final long[] high;
    private final long[] low;
    /** Number of the key plus one; 0 = free. */
    private final int[] slots;

    private int size;

    /** Room for so many keys. */
    KeyNumbers(int most) {
        high = new long[most];
        low = new long[most];
        slots = new int[Math.toIntExact(Math.min(Integer.MAX_VALUE - 8L, 2L * most + 1))];
    }

    int size() {
        return size;
    }

    /** The number of this key; −1 where it has none. */
    int find(long h, long l) {
        return slots[slot(h, l)] - 1;
    }

    /** The number of this key, the next one if it had none. */
    int add(long h, long l) {
        int slot = slot(h, l);
        if (slots[slot] == 0) {
            high[size] = h;
            low[size] = l;
            slots[slot] = ++size;
        }
        return slots[slot] - 1;
    }

    /** The pseudonym of this number. */
    String key(int number) {
        return CascadeNode.key(high[number], low[number]);
    }

    private int slot(long h, long l) {
        int slot = (int) (((((h ^ Long.rotateLeft(l, 32)) * MIX) >>> 32) * slots.length) >>> 32);
        while (slots[slot] != 0 && (high[slots[slot] - 1] != h || low[slots[slot] - 1] != l)) {
            slot = slot + 1 == slots.length ? 0 : slot + 1;
        }
        return slot;
    }
}
