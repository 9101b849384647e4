// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

    private static Optional<List<String>> cells(String text) {
        List<CsvRecord> records = new ArrayList<>(1);
        try (CsvReader<CsvRecord> reader =
                        CsvReader.builder().skipEmptyLines(false).ofCsvRecord(text);
                Stream<CsvRecord> rows = reader.stream()) {
            rows.limit(2).forEach(records::add);
        } catch (CsvParseException e) {
            return Optional.empty();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("Text in memory could not be read.", e);
        }
        if (records.size() != 1 || hasOpenQuote(text)) {
            return Optional.empty();
        }
        return Optional.of(
                records.get(0).getFields().stream().map(String::strip).toList());
    }

    /** A quote that is never closed would swallow the rest of a file as one cell. */
    private static boolean hasOpenQuote(String text) {
        boolean quoted = false;
        boolean cellStart = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                quoted = c != '"';
                cellStart = !quoted;
            } else {
                quoted = c == '"' && cellStart;
                cellStart = c == ',';
            }
        }
        return quoted;
    }
}
