// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.cascade;

/** Numbers 0, 1, 2, … for different whole numbers from 0, in the order in which they come; open addressing. */
final class IntNumbering {
    private static final int MIX = 0x9E3779B9;

    private final int[] keys;
    /** Number plus one; 0 = free. */
    private final int[] numbers;

    private final int shift;
    private int size;

    /** An empty one for at most so many different numbers. */
    IntNumbering(int most) {
        int bits = Math.max(2, Math.min(30, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, most)) + 1));
        this.keys = new int[1 << bits];
        this.numbers = new int[1 << bits];
        this.shift = Integer.SIZE - bits;
    }

    /** How many different numbers came. */
    int size() {
        return size;
    }

    /** The number of this key, a new one if it comes for the first time. */
    int add(int key) {
        int slot = slot(key);
        if (numbers[slot] == 0) {
            keys[slot] = key;
            numbers[slot] = ++size;
        }
        return numbers[slot] - 1;
    }

    /** The number of this key, −1 if it never came. */
    int find(int key) {
        return numbers[slot(key)] - 1;
    }

    private int slot(int key) {
        int slot = (key * MIX) >>> shift;
        while (numbers[slot] != 0 && keys[slot] != key) {
            slot = (slot + 1) & (keys.length - 1);
        }
        return slot;
    }
}
