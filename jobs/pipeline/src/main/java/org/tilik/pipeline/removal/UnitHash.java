// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

/**
 * Ids of items, accounts, variants and families as numbers of 64 bits that are equal on every machine. Two of ten million
 * ids fall together with a chance of 3 in a million; they would be drawn together in samples, which changes nothing that can
 * be seen, or make a count of distinct ones too low by one.
 */
public final class UnitHash {
    private UnitHash() {}

    /** FNV-1a over the characters, then mixed so that every bit depends on all of them. */
    public static long of(String id) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            h = (h ^ id.charAt(i)) * 0x100000001b3L;
        }
        h = (h ^ (h >>> 33)) * 0xff51afd7ed558ccdL;
        h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return h ^ (h >>> 33);
    }
}
