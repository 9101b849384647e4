// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.audit;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.flink.core.fs.Path;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.tilik.pipeline.study.RunError;
import org.tilik.pipeline.study.StudyPaths;

/**
 * Reads what coders returned: a sheet of {@link AuditSheet}, as CSV or workbook, or any CSV with the columns item_key and
 * label. Rows without a label were left out by the coder.
 */
public final class CodedFile {
    private static final byte[] ZIP = {'P', 'K'};
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private CodedFile() {}

    /**
     * One coder's label of one item.
     *
     * @param itemKey pseudonym of the item
     * @param label label, lower case
     * @param coder the coder's name; the name of the file where the row has none
     * @param inclusionProbability as it was in the sheet, empty where it has none
     * @param stratum as it was in the sheet, empty where it has none
     * @param file file, for messages
     * @param row row of the file, from 1 with the header
     */
    public record Coding(
            String itemKey,
            String label,
            String coder,
            String inclusionProbability,
            String stratum,
            String file,
            long row) {}

    /** The codings in this file. */
    public static List<Coding> read(String file) {
        return rows(file).stream().filter(coding -> !coding.label().isEmpty()).toList();
    }

    /** The rows of this file, those without a label too; their label is empty. */
    static List<Coding> rows(String file) {
        Path path = new Path(StudyPaths.absolute(file));
        try (InputStream in = new BufferedInputStream(path.getFileSystem().open(path))) {
            in.mark(ZIP.length);
            byte[] head = in.readNBytes(ZIP.length);
            in.reset();
            boolean isWorkbook = head.length == ZIP.length && head[0] == ZIP[0] && head[1] == ZIP[1];
            return codings(file, path.getName(), isWorkbook ? workbook(in) : csv(in));
        } catch (IOException | CsvParseException e) {
            throw RunError.study(
                    file + " cannot be read (" + e.getMessage()
                            + "). Expected a CSV in UTF-8 or a workbook (.xlsx) with"
                            + " the columns item_key and label.",
                    e);
        }
    }

    private static List<List<String>> csv(InputStream in) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        String plain = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        // Some spreadsheets write semicolons where the comma is the decimal mark.
        String header = plain.lines().findFirst().orElse("");
        char separator = header.contains(",") || !header.contains(";") ? ',' : ';';
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder().fieldSeparator(separator).ofCsvRecord(plain)) {
            reader.forEach(row -> rows.add(row.getFields()));
        }
        return rows;
    }

    private static List<List<String>> workbook(InputStream in) throws IOException {
        List<List<String>> rows = new ArrayList<>();
        try (ReadableWorkbook workbook = new ReadableWorkbook(in)) {
            for (Row row : workbook.getFirstSheet().read()) {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < row.getCellCount(); i++) {
                    Cell cell = row.getCell(i);
                    cells.add(cell == null || cell.getRawValue() == null ? "" : cell.getText());
                }
                rows.add(cells);
            }
        }
        return rows;
    }

    private static List<Coding> codings(String file, String name, List<List<String>> rows) {
        List<String> header = rows.isEmpty()
                ? List.of()
                : rows.get(0).stream()
                        .map(column -> column.strip().toLowerCase(Locale.ROOT))
                        .toList();
        if (!header.contains("item_key") || !header.contains("label")) {
            throw RunError.study(file + " has no column item_key or no column label; its first row holds "
                    + String.join(", ", header) + ". Return the sheet with its header row.");
        }
        List<Coding> codings = new ArrayList<>();
        for (int i = 1; i < rows.size(); i++) {
            String label = cell(header, rows.get(i), "label").toLowerCase(Locale.ROOT);
            String coder = cell(header, rows.get(i), "coder");
            String key = cell(header, rows.get(i), "item_key");
            // Spreadsheets leave rows that are empty altogether.
            if (!label.isEmpty() || !key.isEmpty()) {
                codings.add(new Coding(
                        itemKey(file, i, key),
                        label,
                        coder.isEmpty() ? name : coder,
                        cell(header, rows.get(i), "inclusion_probability"),
                        cell(header, rows.get(i), "stratum"),
                        file,
                        i + 1L));
            }
        }
        return codings;
    }

    private static String itemKey(String file, int row, String key) {
        if (key.isEmpty()) {
            throw RunError.study(file + ", row " + (row + 1) + ": there is a label but no item_key. Sort or filter the"
                    + " sheet only as a whole, and return it with all its columns.");
        }
        return key;
    }

    private static String cell(List<String> header, List<String> row, String column) {
        int at = header.indexOf(column);
        return at < 0 || at >= row.size() || row.get(at) == null
                ? ""
                : row.get(at).strip();
    }
}
