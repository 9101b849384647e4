// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.audit;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * Writes a sample for coders, as CSV or as a workbook: one row an item, with an empty column for the label and one for the
 * coder's name. Neither scores nor what a stratum stands for are shown, because coders should not know what the model
 * thinks.
 */
public final class AuditSheet {
    /** Columns of the sheet. */
    public static final List<String> COLUMNS = List.of(
            "item_key", "platform", "language", "text", "label", "coder", "note", "inclusion_probability", "stratum");

    /** What coders may write, and when. */
    static final Map<String, String> LABELS = labels();

    private static final int TEXT = COLUMNS.indexOf("text");
    private static final int LABEL = COLUMNS.indexOf("label");
    private static final int PROBABILITY = COLUMNS.indexOf("inclusion_probability");
    private static final int TEXT_WIDTH = 90;
    /** What a cell of a workbook can hold. */
    private static final int MOST_CHARACTERS = 32_767;

    private AuditSheet() {}

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("hateful", "attacks a protected group, or praises or calls for violence");
        labels.put("offensive", "insulting, profane or abusive, but not hateful");
        labels.put("counter", "speaks against hate, or reports on hate or terror");
        labels.put("extremist_support", "speaks in support of a violent organisation");
        labels.put("none", "nothing of these");
        return labels;
    }

    /** Forms of the sheet. */
    public enum Form {
        CSV,
        XLSX;

        /** The ending of file names. */
        public String ending() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Writes the sheet; the stream is closed. */
    public static void write(AuditSample sample, Form form, OutputStream out) throws IOException {
        switch (form) {
            case CSV -> writeCsv(sample, out);
            case XLSX -> writeWorkbook(sample, out);
        }
    }

    /** Writes what the strata stand for and how many items each has, for those who analyse the codings. */
    public static void writeDesign(AuditDesign design, String head, OutputStream out) throws IOException {
        try (CsvWriter csv = csv(out)) {
            csv.writeRecord(
                    "stratum",
                    "head",
                    "score_from",
                    "score_until",
                    "platform",
                    "language",
                    "n_frame",
                    "n_sample",
                    "inclusion_probability");
            for (AuditDesign.Cell cell : design.cells()) {
                csv.writeRecord(
                        cell.id(),
                        head,
                        Double.toString(cell.stratum().band().from()),
                        Double.toString(cell.stratum().band().until()),
                        cell.stratum().platform(),
                        cell.stratum().language(),
                        Long.toString(cell.inFrame()),
                        Integer.toString(cell.inSample()),
                        Double.toString(cell.inclusionProbability()));
            }
        }
    }

    private static List<String> cells(AuditItem item) {
        List<String> cells =
                new ArrayList<>(List.of(item.itemKey(), item.platform(), item.language(), item.text(), "", "", ""));
        cells.add(Double.toString(item.cell().inclusionProbability()));
        cells.add(item.cell().id());
        return cells;
    }

    private static CsvWriter csv(OutputStream out) {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        return CsvWriter.builder().build(writer);
    }

    private static void writeCsv(AuditSample sample, OutputStream out) throws IOException {
        try (CsvWriter csv = csv(out)) {
            csv.writeRecord(COLUMNS);
            for (AuditItem item : sample.items()) {
                csv.writeRecord(cells(item).stream().map(AuditSheet::guarded).toList());
            }
        }
    }

    /** Spreadsheets take a cell that begins like a formula for one; an apostrophe before it makes it a text. */
    static String guarded(String cell) {
        return !cell.isEmpty() && "=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }

    private static void writeWorkbook(AuditSample sample, OutputStream out) throws IOException {
        try (Workbook workbook = new Workbook(out, "Tilik", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("items");
            Worksheet meanings = workbook.newWorksheet("labels");
            int line = 0;
            for (Map.Entry<String, String> label : LABELS.entrySet()) {
                meanings.value(line, 0, label.getKey());
                meanings.value(line++, 1, label.getValue());
            }
            for (int column = 0; column < COLUMNS.size(); column++) {
                sheet.value(0, column, COLUMNS.get(column));
                sheet.style(0, column).bold().set();
            }
            int row = 1;
            for (AuditItem item : sample.items()) {
                List<String> cells = cells(item);
                for (int column = 0; column < cells.size(); column++) {
                    if (column == PROBABILITY) {
                        sheet.value(row, column, item.cell().inclusionProbability());
                    } else if (!cells.get(column).isEmpty()) {
                        sheet.value(row, column, printable(cells.get(column)));
                    }
                }
                sheet.style(row++, TEXT).wrapText(true).set();
            }
            sheet.width(TEXT, TEXT_WIDTH);
            sheet.freezePane(0, 1);
            sheet.range(1, LABEL, Math.max(1, row - 1), LABEL).validateWithList(meanings.range(0, 0, line - 1, 0));
            for (int column = PROBABILITY; column < COLUMNS.size(); column++) {
                sheet.hideColumn(column);
            }
        }
    }

    /** Without the characters that no workbook can hold. */
    private static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints()
                .filter(c ->
                        c == '\t' || c == '\n' || (c >= ' ' && c < 0xD800) || (c > 0xDFFF && c < 0xFFFE) || c > 0xFFFF)
                .forEach(printable::appendCodePoint);
        return printable.length() > MOST_CHARACTERS ? printable.substring(0, MOST_CHARACTERS) : printable.toString();
    }
}
