// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.features;

/** Stable 32-bit hashes of features; the same on every machine, because weights are found by them. */
final class Hashes {
    private Hashes() {}

    /** The hash so far, with one more value. */
    static int step(int hash, int value) {
        return (hash ^ value) * 0x01000193 + 0x7F4A7C15;
    }

    /** Spreads a hash over all bits (the finaliser of MurmurHash3, Appleby 2011). */
    static int mix(int hash) {
        int h = hash;
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        h ^= h >>> 16;
        return h;
    }
}
