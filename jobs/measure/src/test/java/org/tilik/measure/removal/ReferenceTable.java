// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** A small numeric CSV of published or recomputed results; where it comes from is in SOURCE.txt beside it. */
public final class ReferenceTable {

    private final List<String> columns;
    private final List<String[]> rows;

    private ReferenceTable(List<String> columns, List<String[]> rows) {
        this.columns = columns;
        this.rows = rows;
    }

    public static ReferenceTable read(String path) {
        try (InputStream in = ReferenceTable.class.getResourceAsStream(path)) {
            List<String> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return new ReferenceTable(
                    Arrays.asList(lines.get(0).split(",", -1)),
                    lines.stream().skip(1).map(line -> line.split(",", -1)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    public ReferenceTable where(String column, String value) {
        int c = column(column);
        Predicate<String[]> matches = row -> row[c].equals(value);
        return new ReferenceTable(columns, rows.stream().filter(matches).toList());
    }

    /** Whether a column exists, such as a group in a table that has groups. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    public int size() {
        return rows.size();
    }

    public String text(int row, String column) {
        return rows.get(row)[column(column)];
    }

    /** A number; NA is NaN. */
    public double number(int row, String column) {
        return parse(text(row, column));
    }

    /** The value of a key in a key,value table, possibly several numbers separated by bars. */
    public double[] value(String key) {
        String text = where("key", key).text(0, "value");
        return Arrays.stream(text.split("\\|"))
                .mapToDouble(ReferenceTable::parse)
                .toArray();
    }

    private static double parse(String text) {
        return switch (text) {
            case "NA", "" -> Double.NaN;
            default -> Double.parseDouble(text.strip());
        };
    }

    private int column(String name) {
        int c = columns.indexOf(name);
        if (c < 0) {
            throw new IllegalArgumentException("no column " + name + " in " + columns);
        }
        return c;
    }
}
