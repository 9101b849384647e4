// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.csv;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tilik.formats.StrictUtf8;

/** The header of a CSV file and how its rows are read (RFC 4180, comma, double quotes, UTF-8). */
public final class CsvColumns {
    private final List<String> names;
    private final Map<String, Integer> index = new HashMap<>();

    private CsvColumns(List<String> names) {
        this.names = names;
        for (int i = 0; i < names.size(); i++) {
            index.putIfAbsent(names.get(i), i);
        }
    }

    /** The columns of this header row; none where it cannot be read. Names are compared in lower case. */
    public static CsvColumns of(byte[] header) {
        List<String> names = StrictUtf8.decode(header, 0, header.length)
                .flatMap(CsvColumns::cells)
                .orElse(List.of());
        return new CsvColumns(
                names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    }

    /** Whether there is a column of this name. */
    public boolean has(String name) {
        return index.containsKey(name);
    }

    /** Place of this column, from 0; -1 where there is none of this name. */
    public int index(String name) {
        return index.getOrDefault(name, -1);
    }

    /** Number of columns. */
    public int size() {
        return names.size();
    }

    /** What is wrong with this header if these columns are needed, or empty. */
    public Optional<String> complaint(String... needed) {
        Set<String> missing = new LinkedHashSet<>(Arrays.asList(needed));
        missing.removeAll(names);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of("The header has no column " + String.join(", ", missing) + "; expected at least "
                + String.join(",", needed) + ".");
    }

    /** The cells of this row, or empty when its quotes do not match or their number is not that of the header. */
    public Optional<CsvRow> row(String text) {
        return cells(text).filter(cells -> cells.size() == names.size()).map(cells -> new CsvRow(cells, index));
    }

    /**
     * The stripped cells, found in one pass: a reader made for each row cost several times as much as the row. Empty where a
     * quote is not closed, which would swallow the rest of a file as one cell, or something follows it, and where the text is
     * none or more than one row.
     */
    private static Optional<List<String>> cells(String text) {
        int end = rowEnd(text);
        List<String> cells = new ArrayList<>();
        int at = text.isEmpty() ? -1 : 0;
        while (at >= 0) {
            at = at < end && text.charAt(at) == '"' ? quoted(text, at + 1, end, cells) : bare(text, at, end, cells);
            if (at == end) {
                return Optional.of(cells);
            }
            at = at < 0 || text.charAt(at) != ',' ? -1 : at + 1;
        }
        return Optional.empty();
    }

    /** Where the line break behind the row is, or the end of the text. */
    private static int rowEnd(String text) {
        int end = text.endsWith("\n") ? text.length() - 1 : text.length();
        return end > 0 && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    /** Adds the cell without quotes that begins here; returns where it ends, or -1 at a line break. */
    private static int bare(String text, int from, int end, List<String> cells) {
        int at = from;
        while (at < end && text.charAt(at) != ',') {
            if (text.charAt(at) == '\n' || text.charAt(at) == '\r') {
                return -1;
            }
            at++;
        }
        cells.add(text.substring(from, at).strip());
        return at;
    }

    /** Adds the cell whose text begins here, behind its quote; returns where it ends behind the other, or -1 where none is. */
    private static int quoted(String text, int from, int end, List<String> cells) {
        boolean isDoubled = false;
        int quote = text.indexOf('"', from);
        while (quote >= 0 && quote + 1 < end && text.charAt(quote + 1) == '"') {
            isDoubled = true;
            quote = text.indexOf('"', quote + 2);
        }
        if (quote < 0) {
            return -1;
        }
        String cell = text.substring(from, quote);
        cells.add((isDoubled ? cell.replace("\"\"", "\"") : cell).strip());
        return quote + 1;
    }
}
