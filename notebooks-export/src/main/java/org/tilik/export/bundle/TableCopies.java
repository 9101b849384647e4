// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import org.tilik.export.ExportError;
import org.tilik.export.RunFolder;

/** Puts each table into one Parquet file: the bytes that the run wrote where they are one file, else written anew. */
final class TableCopies {
    private final RunFolder output;

    TableCopies(RunFolder output) {
        this.output = output;
    }

    void write(ReleaseTable table, Path file) throws IOException {
        if (table.files().files().size() == 1) {
            Files.copy(table.files().files().get(0).path(), file);
            return;
        }
        String rows = table.files().files().isEmpty()
                ? table.schema().sqlWithoutRows()
                : "SELECT * FROM release." + RunFolder.quoted(table.name()) + " ORDER BY "
                        + table.schema().key().stream().map(RunFolder::quoted).collect(Collectors.joining(", "));
        String sql = "COPY (" + rows + ") TO '" + file.toString().replace("'", "''")
                + "' (FORMAT parquet, COMPRESSION zstd)";
        try (Statement statement = output.connection().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw ExportError.failed("The table " + table.name() + " could not be written: " + e.getMessage(), e);
        }
    }
}
