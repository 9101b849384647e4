// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.tilik.datasets.MetricRegistry.Metric;
import org.tilik.export.Row;
import org.tilik.export.RunFolder;
import org.tilik.export.TableSchema;
import org.tilik.export.TableSchema.Column;

/** Writes the workbook: the dictionary, the metrics, then one sheet a table, each with a header that stays in view. */
final class TableWorkbook {
    /** Rows below the header that a sheet can hold. */
    static final int MOST_ROWS = Worksheet.MAX_ROWS - 1;

    private static final int LONGEST_CELL = 32_767;
    private static final int ROWS_IN_MEMORY = 1_000;
    private static final long MOST_UNCOMPRESSED = 16L << 20;
    private static final double WIDE = 60;
    private static final double MIDDLING = 18;
    private static final String TIME_FORMAT = "yyyy-mm-dd hh:mm:ss";
    /** Office programs know no earlier time in archives. */
    private static final LocalDateTime FIRST_TIME_OF_ARCHIVES = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final RunFolder bundle;
    private final Glossary glossary;
    private final int mostRows;

    TableWorkbook(RunFolder bundle, Glossary glossary, int mostRows) {
        this.bundle = bundle;
        this.glossary = glossary;
        this.mostRows = mostRows;
    }

    void write(Path file) throws IOException {
        Path draft = file.resolveSibling(file.getFileName() + ".draft");
        try (OutputStream out = Files.newOutputStream(draft);
                Workbook workbook = new Workbook(out, "Tilik", "1.0")) {
            writeDictionary(workbook);
            writeMetrics(workbook);
            for (TableSchema table : glossary.tables()) {
                writeTable(workbook, table);
            }
        }
        withoutTimes(draft, file);
        Files.delete(draft);
    }

    private void writeDictionary(Workbook workbook) throws IOException {
        Worksheet sheet =
                sheet(workbook, "data_dictionary", List.of("table", "column", "type", "unit", "absent", "meaning"));
        int line = 1;
        for (TableSchema table : glossary.tables()) {
            line = writeLine(sheet, line, table.name(), "", "", "", "", table.doc());
            for (Column column : table.columns()) {
                line = writeLine(
                        sheet,
                        line,
                        table.name(),
                        column.name(),
                        Glossary.typeName(column),
                        Glossary.unit(column),
                        column.isNullable() ? "yes" : "",
                        column.doc());
            }
        }
        widths(sheet, MIDDLING, MIDDLING, MIDDLING, MIDDLING / 2, MIDDLING / 2, WIDE * 2);
        sheet.finish();
    }

    private void writeMetrics(Workbook workbook) throws IOException {
        Worksheet sheet = sheet(
                workbook,
                "metrics",
                List.of(
                        "metric_id",
                        "metric_version",
                        "title",
                        "unit",
                        "definition",
                        "formula",
                        "clock",
                        "keep_in_mind",
                        "source"));
        int line = 1;
        for (Metric metric : glossary.metrics()) {
            line = writeLine(
                    sheet,
                    line,
                    metric.id(),
                    String.valueOf(metric.version()),
                    metric.title(),
                    metric.unit(),
                    metric.definition(),
                    metric.estimator(),
                    metric.clockRule(),
                    metric.caveats(),
                    metric.citation());
        }
        widths(sheet, MIDDLING, MIDDLING / 2, MIDDLING * 2, MIDDLING / 2, WIDE, WIDE, WIDE, WIDE, WIDE);
        sheet.finish();
    }

    private void writeTable(Workbook workbook, TableSchema table) throws IOException {
        Worksheet sheet = sheet(workbook, table.name(), table.columnNames());
        long rows = bundle.rows("SELECT count(*) AS n FROM release." + RunFolder.quoted(table.name()))
                .get(0)
                .count("n");
        if (rows > mostRows) {
            // A table that is cut off looks whole to whoever adds it up.
            writeLine(
                    sheet,
                    1,
                    String.format(
                            Locale.ROOT,
                            "This table has %d rows, more than a sheet can hold (%d). It is in csv/%s.csv and tables/%s.parquet.",
                            rows,
                            mostRows,
                            table.name(),
                            table.name()));
        } else {
            int[] line = {1};
            bundle.forEach("FROM release." + RunFolder.quoted(table.name()), row -> {
                writeRow(sheet, line[0], table.columns(), row);
                line[0]++;
                flush(sheet, line[0]);
            });
        }
        sheet.finish();
    }

    private static void flush(Worksheet sheet, int line) {
        if (line % ROWS_IN_MEMORY == 0) {
            try {
                sheet.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Worksheet sheet(Workbook workbook, String name, List<String> header) {
        Worksheet sheet = workbook.newWorksheet(name);
        sheet.freezePane(0, 1);
        for (int i = 0; i < header.size(); i++) {
            sheet.width(i, Math.max(MIDDLING / 2, header.get(i).length() + 2.0));
            sheet.value(0, i, header.get(i));
            sheet.style(0, i).bold().set();
        }
        return sheet;
    }

    private static void widths(Worksheet sheet, double... widths) {
        for (int i = 0; i < widths.length; i++) {
            sheet.width(i, widths[i]);
        }
    }

    private static int writeLine(Worksheet sheet, int line, String... cells) {
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                sheet.inlineString(line, i, fitting(InertText.cell(cells[i])));
            }
        }
        return line + 1;
    }

    private static void writeRow(Worksheet sheet, int line, List<Column> columns, Row row) {
        for (int i = 0; i < columns.size(); i++) {
            writeCell(sheet, line, i, columns.get(i), row);
        }
    }

    private static void writeCell(Worksheet sheet, int line, int cell, Column column, Row row) {
        String name = column.name();
        switch (column.type()) {
            case INTEGER -> {
                if (row.count(name) != null) {
                    sheet.value(line, cell, row.count(name));
                }
            }
            case NUMBER -> {
                Double value = row.number(name);
                if (value != null && Double.isFinite(value)) {
                    sheet.value(line, cell, value);
                }
            }
            case FLAG -> sheet.value(line, cell, row.flag(name));
            case TIME -> {
                if (row.time(name) != null) {
                    sheet.value(line, cell, LocalDateTime.ofInstant(row.time(name), ZoneOffset.UTC));
                    sheet.style(line, cell).format(TIME_FORMAT).set();
                }
            }
            case TEXT, TEXTS -> {
                String text = CellText.of(row, column);
                if (column.type() == TableSchema.Type.TEXTS || row.text(name) != null) {
                    sheet.inlineString(line, cell, fitting(text));
                }
            }
        }
    }

    /** A cell holds so much and no more; what is cut off says so. */
    private static String fitting(String text) {
        String note = " [cut; whole in csv/]";
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL - note.length()) + note;
    }

    /**
     * The same workbook whenever it is written: the writer notes the time of day in the archive and in a property. Small
     * ones are not compressed, as compression differs from one build of Java to another.
     */
    private static void withoutTimes(Path draft, Path file) throws IOException {
        try (ZipFile from = new ZipFile(draft.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            List<? extends ZipEntry> entries = Collections.list(from.entries());
            boolean isSmall = entries.stream().mapToLong(ZipEntry::getSize).sum() <= MOST_UNCOMPRESSED;
            for (ZipEntry entry : entries) {
                byte[] bytes;
                try (InputStream in = from.getInputStream(entry)) {
                    bytes = in.readAllBytes();
                }
                if (entry.getName().equals("docProps/core.xml")) {
                    bytes = new String(bytes, StandardCharsets.UTF_8)
                            .replaceAll("<dcterms:(created|modified)[^>]*>[^<]*</dcterms:\\1>", "")
                            .getBytes(StandardCharsets.UTF_8);
                }
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(FIRST_TIME_OF_ARCHIVES);
                if (isSmall) {
                    CRC32 check = new CRC32();
                    check.update(bytes);
                    copy.setMethod(ZipEntry.STORED);
                    copy.setSize(bytes.length);
                    copy.setCrc(check.getValue());
                }
                to.putNextEntry(copy);
                to.write(bytes);
                to.closeEntry();
            }
        }
    }
}
