// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tilik.export.RunFolder;
import org.tilik.export.TableSchema;

/** Writes a table as CSV (RFC 4180 with line feeds, UTF-8): a header, then the rows in the order of the table. */
final class CsvTwin {
    private CsvTwin() {}

    static void write(RunFolder bundle, TableSchema schema, Path file) throws IOException {
        try (CsvWriter csv = CsvWriter.builder()
                .lineDelimiter(LineDelimiter.LF)
                .build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            csv.writeRecord(schema.columnNames());
            bundle.forEach(
                    "FROM release." + RunFolder.quoted(schema.name()),
                    row -> csv.writeRecord(schema.columns().stream()
                            .map(column -> CellText.of(row, column))
                            .toList()));
        }
    }
}
