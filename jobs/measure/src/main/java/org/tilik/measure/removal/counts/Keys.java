// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.counts;

/**
 * Kinds of entries and exits as numbers, ordered by group, then by the last boundary at which an item that left so can
 * have entered.
 *
 * <pre>
 * entry   group · 2^24 + boundary + 1                                          (0 = from the start)
 * exit    group · 2^54 + (latest entry + 1) · 2^30 + end · 2^6 + cause
 *         went at b          latest entry b − 1    end 0
 *         last seen at b     latest entry b − 1    end all ones
 *         bracket (a, b]     latest entry a        end b
 * </pre>
 */
final class Keys {

    static final int GROUPS = 256;
    static final int MOST_CAUSES = 63;
    static final int ENTRY_BITS = 24;
    static final int EXIT_BITS = 54;

    private static final int END_BITS = 24;
    private static final int CAUSE_BITS = 6;
    private static final int NEVER = (1 << END_BITS) - 1;
    private static final int EXACT = 0;

    private Keys() {}

    /** The random group of a unit: finer than any unit is large, so groups are as independent as units. */
    static int group(long unit) {
        long h = (unit ^ (unit >>> 32)) * 0xd6e8feb86659fd93L;
        h = (h ^ (h >>> 32)) * 0xd6e8feb86659fd93L;
        return (int) (h >>> 56);
    }

    static long entry(int group, int boundary) {
        return ((long) group << ENTRY_BITS) + boundary + 1;
    }

    static long exact(int group, int boundary, int cause) {
        return exit(group, boundary - 1, EXACT, cause);
    }

    static long censored(int group, int boundary) {
        return exit(group, boundary - 1, NEVER, 0);
    }

    static long bracket(int group, int from, int to, int cause) {
        return exit(group, from, to, cause);
    }

    private static long exit(int group, int latestEntry, int end, int cause) {
        return ((long) group << EXIT_BITS)
                + ((long) (latestEntry + 1) << (END_BITS + CAUSE_BITS))
                + ((long) end << CAUSE_BITS)
                + cause;
    }

    /** The boundary of an entry without its group. */
    static int entryBoundary(long key) {
        return (int) key - 1;
    }

    /** The boundary at which an item with this exit, without its group, was last known visible or went exactly. */
    static int lower(long key) {
        int latestEntry = (int) (key >>> (END_BITS + CAUSE_BITS)) - 1;
        return isBracket(key) ? latestEntry : latestEntry + 1;
    }

    /** The boundary at which it was known gone; −1 where it was not. */
    static int upper(long key) {
        int end = end(key);
        return end == NEVER ? -1 : end == EXACT ? lower(key) : end;
    }

    static boolean isBracket(long key) {
        return end(key) != EXACT && end(key) != NEVER;
    }

    static int cause(long key) {
        return (int) key & ((1 << CAUSE_BITS) - 1);
    }

    private static int end(long key) {
        return (int) (key >>> CAUSE_BITS) & ((1 << END_BITS) - 1);
    }
}
