// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.csv;

import java.util.Arrays;
import java.util.function.Function;

/**
 * Reads the cells of one column whose values come again and again, and remembers what it made of the recent ones.
 *
 * @param <T> what a cell becomes
 */
public final class CellReader<T> {
    private static final int SLOTS = 1 << 10;
    private static final int PRIME = 31;
    /** Longer cells seldom come again, and comparing them costs what it saves. */
    private static final int MOST_BYTES = 512;

    private final Function<String, T> meaning;
    private final byte[][] cells = new byte[SLOTS][];
    private final Object[] values = new Object[SLOTS];

    /** A reader with this meaning of a cell's stripped text, which is null for an empty cell. */
    public CellReader(Function<String, T> meaning) {
        this.meaning = meaning;
    }

    /** What this cell means. */
    @SuppressWarnings("unchecked")
    public T read(CsvCells row, int cell) {
        int start = row.start(cell);
        int end = row.end(cell);
        if (end - start > MOST_BYTES) {
            return meaning.apply(row.text(cell));
        }
        byte[] bytes = row.bytes();
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = PRIME * hash + bytes[i];
        }
        int slot = (hash ^ hash >>> 16) & (SLOTS - 1);
        byte[] known = cells[slot];
        if (known == null || !Arrays.equals(known, 0, known.length, bytes, start, end)) {
            values[slot] = meaning.apply(row.text(cell));
            cells[slot] = Arrays.copyOfRange(bytes, start, end);
        }
        return (T) values[slot];
    }
}
