// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tilik.export.answers.Answer;
import org.tilik.export.answers.AnswerTable;

/** Writes the answers as CSV, in the form of the tables' twins. */
final class AnswersCsv {
    private AnswersCsv() {}

    static void write(List<Answer> answers, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            csv.writeRecord(AnswerTable.SCHEMA.columnNames());
            for (Answer answer : answers) {
                csv.writeRecord(
                        AnswerTable.cells(answer).stream().map(AnswersCsv::text).toList());
            }
        }
    }

    private static String text(Object cell) {
        if (cell == null) {
            return CellText.MISSING;
        }
        if (cell instanceof Double number) {
            return CellText.number(number);
        }
        return cell instanceof String words ? InertText.cell(words) : cell.toString();
    }
}
