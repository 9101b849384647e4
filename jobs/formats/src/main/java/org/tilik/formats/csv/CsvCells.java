// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.csv;

import java.nio.charset.StandardCharsets;
import org.tilik.formats.ByteSearch;

/**
 * Finds the cells of a CSV row (RFC 4180) in its bytes, without making texts of those that nobody asks for: for dumps of
 * many gigabytes whose longest cells are of no use. A backslash is a character like any other.
 */
public final class CsvCells {
    private final int[] starts;
    private final int[] ends;
    private final boolean[] doubled;
    private byte[] row;

    /** For rows of this many cells. */
    public CsvCells(int cells) {
        starts = new int[cells];
        ends = new int[cells];
        doubled = new boolean[cells];
    }

    /** Finds the cells of the row in {@code [from, to)}; false when its quotes do not match or their number is another. */
    public boolean split(byte[] bytes, int from, int to) {
        row = bytes;
        int at = from;
        for (int cell = 0; cell < starts.length; cell++) {
            if (cell > 0) {
                if (at == to || bytes[at] != ',') {
                    return false;
                }
                at++;
            }
            at = at < to && bytes[at] == '"' ? quoted(cell, at + 1, to) : bare(cell, at, to);
            if (at < 0) {
                return false;
            }
        }
        return at == to;
    }

    private int bare(int cell, int from, int to) {
        int end = from;
        while (end < to && row[end] != ',') {
            end++;
        }
        starts[cell] = from;
        ends[cell] = end;
        doubled[cell] = false;
        return end;
    }

    /** Where a quoted cell whose text begins here ends, behind its quote; -1 where it is not closed. */
    private int quoted(int cell, int from, int to) {
        starts[cell] = from;
        doubled[cell] = false;
        int quote = nextQuote(from, to);
        while (quote + 1 < to && row[quote + 1] == '"') {
            doubled[cell] = true;
            quote = nextQuote(quote + 2, to);
        }
        ends[cell] = quote;
        return quote < to ? quote + 1 : -1;
    }

    /** The next quote, or the end. */
    private int nextQuote(int from, int to) {
        int quote = ByteSearch.next(row, from, to, '"');
        return quote < 0 ? to : quote;
    }

    /** The row that was split. */
    byte[] bytes() {
        return row;
    }

    /** Where a cell begins, inside its quotes. */
    int start(int cell) {
        return starts[cell];
    }

    /** Where it ends. */
    int end(int cell) {
        return ends[cell];
    }

    /** Whether this cell holds anything. */
    public boolean isEmpty(int cell) {
        return starts[cell] == ends[cell];
    }

    /** The stripped text of a cell, null for an empty one; what is no UTF-8 becomes a replacement character. */
    public String text(int cell) {
        if (isEmpty(cell)) {
            return null;
        }
        String text = new String(row, starts[cell], ends[cell] - starts[cell], StandardCharsets.UTF_8);
        String stripped = (doubled[cell] ? text.replace("\"\"", "\"") : text).strip();
        return stripped.isEmpty() ? null : stripped;
    }
}
