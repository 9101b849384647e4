// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

import java.util.Arrays;
import java.util.HexFormat;

/** Numbers 0, 1, 2, … for keys of 128 bits; open addressing. 16 bytes a key, and 8 to 12 in the table that finds it. */
public final class NodeKeys {
    private static final int FIRST_NODES = 1 << 4;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] high = new long[FIRST_NODES];
    private long[] low = new long[FIRST_NODES];
    /** Number of the key plus one; 0 = free. */
    private int[] slots = new int[2 * FIRST_NODES];

    private int size;

    /** How many keys there are. */
    public int size() {
        return size;
    }

    /** How many keys fit before {@link #add} makes room. */
    int capacity() {
        return high.length;
    }

    /** The first 64 bits of the key of this number. */
    long high(int number) {
        return high[number];
    }

    /** The last 64 bits of the key of this number. */
    long low(int number) {
        return low[number];
    }

    /** The key of this number in hex. */
    public String key(int number) {
        return hex(high[number], low[number]);
    }

    /** The number of this key, −1 without one. */
    public int find(long h, long l) {
        return slots[slot(h, l)] - 1;
    }

    /** The number of this key, a new one if it was not there. */
    public int add(long h, long l) {
        int slot = slot(h, l);
        if (slots[slot] != 0) {
            return slots[slot] - 1;
        }
        if (size == high.length) {
            grow();
            slot = slot(h, l);
        }
        high[size] = h;
        low[size] = l;
        slots[slot] = size + 1;
        return size++;
    }

    /** Whether key a comes before key b, both read as hex. */
    boolean isBefore(int a, int b) {
        int order = Long.compareUnsigned(high[a], high[b]);
        return order < 0 || (order == 0 && Long.compareUnsigned(low[a], low[b]) < 0);
    }

    /** The key in hex. */
    static String hex(long h, long l) {
        HexFormat hex = HexFormat.of();
        return hex.toHexDigits(h) + hex.toHexDigits(l);
    }

    private int slot(long h, long l) {
        int slot = (int) (((((h ^ Long.rotateLeft(l, 32)) * MIX) >>> 32) * slots.length) >>> 32);
        while (slots[slot] != 0 && (high[slots[slot] - 1] != h || low[slots[slot] - 1] != l)) {
            slot = slot + 1 == slots.length ? 0 : slot + 1;
        }
        return slot;
    }

    private void grow() {
        int most = (Integer.MAX_VALUE - 8) / 2;
        if (size == most) {
            throw new IllegalStateException("More than " + most + " keys, which is as many as one table can hold.");
        }
        int nodes = (int) Math.min(most, size + (size >> 1) + 1L);
        high = Arrays.copyOf(high, nodes);
        low = Arrays.copyOf(low, nodes);
        slots = new int[2 * nodes];
        for (int node = 0; node < size; node++) {
            slots[slot(high[node], low[node])] = node + 1;
        }
    }
}
