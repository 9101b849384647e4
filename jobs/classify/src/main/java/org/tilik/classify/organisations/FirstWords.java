// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.organisations;

/**
 * Says quickly of most texts that they name no organisation: hashes of the first two words of all aliases, of the only
 * word where an alias has one. It may say yes in error, never no.
 */
final class FirstWords {
    private static final int SPARE = 4;

    /** Bits for each entry of the small table that is asked first, because it stays in the cache. */
    private static final int BITS_EACH = 16;

    private final long[] hashes;
    private final long[] seen;
    private final int shift;
    private final int seenShift;

    FirstWords(int most) {
        int bits = 64 - Long.numberOfLeadingZeros(Math.max(16, (long) most * SPARE) - 1);
        hashes = new long[1 << bits];
        shift = 64 - bits;
        int seenBits = 64 - Long.numberOfLeadingZeros(Math.max(1024, (long) most * BITS_EACH) - 1);
        seen = new long[1 << (seenBits - 6)];
        seenShift = 64 - seenBits;
    }

    void addSingle(String word) {
        add(hash(word));
    }

    void addPair(String first, String second) {
        add(WordCursor.pair(hash(first), hash(second)));
    }

    private static long hash(String word) {
        long hash = 0;
        for (int i = 0; i < word.length(); i++) {
            hash = WordCursor.hash(hash, word.charAt(i));
        }
        return hash;
    }

    private void add(long hash) {
        long mixed = mix(hash);
        int bit = (int) (mixed >>> seenShift);
        seen[bit >> 6] |= 1L << bit;
        int at = (int) (mixed >>> shift);
        while (hashes[at] != 0 && hashes[at] != hash) {
            at = (at + 1) & (hashes.length - 1);
        }
        hashes[at] = hash;
    }

    private boolean contains(long hash) {
        long mixed = mix(hash);
        int bit = (int) (mixed >>> seenShift);
        return (seen[bit >> 6] & (1L << bit)) != 0 && stands(hash, (int) (mixed >>> shift));
    }

    private boolean stands(long hash, int place) {
        int at = place;
        while (hashes[at] != 0) {
            if (hashes[at] == hash) {
                return true;
            }
            at = (at + 1) & (hashes.length - 1);
        }
        return false;
    }

    private static long mix(long hash) {
        return (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
    }

    /** Whether an alias may begin somewhere in this text. */
    boolean mayStandIn(String text) {
        WordCursor cursor = new WordCursor(text);
        int[] stems = new int[Clitics.MOST];
        long[] before = new long[Clitics.MOST + 1];
        int countBefore = 0;
        while (cursor.next()) {
            long hash = cursor.hash();
            for (int i = 0; i < countBefore; i++) {
                if (contains(WordCursor.pair(before[i], hash))) {
                    return true;
                }
            }
            int count = Clitics.stems(cursor.folded(), cursor.length(), stems);
            before[0] = hash;
            for (int i = 0; i < count; i++) {
                before[i + 1] = Clitics.hash(cursor.folded(), cursor.length(), stems[i]);
            }
            countBefore = count + 1;
            for (int i = 0; i < countBefore; i++) {
                if (contains(before[i])) {
                    return true;
                }
            }
        }
        return false;
    }
}
