// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.flink.core.fs.Path;

/** Reads a finished table in the calling thread, for small tables, summaries and tests. */
public final class TableReader {
    private TableReader() {}

    /** All rows of a small table. */
    public static <R extends Record> List<R> read(Table<R> table, Path folder) throws IOException {
        List<R> rows = new ArrayList<>();
        forEach(table, folder, rows::add);
        return rows;
    }

    /** Hands every row to the consumer, file by file in the order of the manifest. */
    public static <R extends Record> void forEach(Table<R> table, Path folder, Consumer<R> consumer)
            throws IOException {
        forEach(table, folder, Set.of(), consumer);
    }

    /** The same with only these columns; components of others hold null, 0 or nothing. */
    public static <R extends Record> void forEach(
            Table<R> table, Path folder, Set<String> columns, Consumer<R> consumer) throws IOException {
        for (TableFile file : TableManifest.read(folder).files()) {
            Path path = new Path(folder, file.path);
            try (ParquetRowReader<R> parquet = ParquetRows.reader(table, path, columns, 0, Long.MAX_VALUE)) {
                for (R row = parquet.read(); row != null; row = parquet.read()) {
                    consumer.accept(row);
                }
            }
        }
    }
}
