// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.estimate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Rows of a CSV with a header row, in UTF-8, separated by commas, semicolons or tabs. */
final class CsvCells implements Cells {
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int LONGEST_HEADER = 1 << 16;

    private final CsvReader<CsvRecord> reader;
    private final Iterator<CsvRecord> rows;
    private final List<String> header;
    private int[] places = new int[0];
    private CsvRecord row;

    CsvCells(InputStream in) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), 1 << 16);
        text.mark(LONGEST_HEADER);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        reader = CsvReader.builder().fieldSeparator(separator(text)).ofCsvRecord(text);
        rows = reader.iterator();
        header = rows.hasNext()
                ? rows.next().getFields().stream().map(String::strip).toList()
                : List.of();
    }

    /** Some spreadsheets write semicolons where the comma is the decimal mark. */
    private static char separator(BufferedReader text) throws IOException {
        text.mark(LONGEST_HEADER);
        char[] head = new char[LONGEST_HEADER / 2];
        int read = text.read(head);
        text.reset();
        String header =
                read <= 0 ? "" : new String(head, 0, read).lines().findFirst().orElse("");
        if (header.contains(",")) {
            return ',';
        }
        return header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
    }

    List<String> columns() {
        return header;
    }

    /** Chooses the columns to be asked for by their place in this list. */
    void choose(List<String> names) {
        places = names.stream().mapToInt(header::indexOf).toArray();
    }

    @Override
    public boolean next() {
        if (!rows.hasNext()) {
            return false;
        }
        row = rows.next();
        return true;
    }

    @Override
    public String text(int column) {
        String cell = places[column] < row.getFieldCount()
                ? row.getField(places[column]).strip()
                : "";
        return cell.isEmpty() ? null : cell;
    }

    @Override
    public double number(int column) {
        String cell = text(column);
        if (cell == null) {
            return Double.NaN;
        }
        return switch (cell.toLowerCase(Locale.ROOT)) {
            case "inf", "+inf", "infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-infinity" -> Double.NEGATIVE_INFINITY;
            // Java would take NaN for a number, and 1d and 0x1p3 too.
            default -> {
                if (!Character.isDigit(cell.charAt(cell.length() - 1)) && !cell.endsWith(".")) {
                    throw new NumberFormatException(cell);
                }
                yield Double.parseDouble(cell);
            }
        };
    }

    @Override
    public String row() {
        return "line " + row.getStartingLineNumber();
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
