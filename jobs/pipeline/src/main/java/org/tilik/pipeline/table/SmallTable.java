// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** Writes a table that fits in memory, from the calling thread: one sorted file, manifest and success mark. */
public final class SmallTable {
    private SmallTable() {}

    /** Replaces the table in this folder by these rows; the table must not be partitioned. */
    public static <R extends Record> void write(Table<R> table, TableFolder folder, List<R> rows) throws IOException {
        if (!table.schema().partitions().isEmpty()) {
            throw new IllegalArgumentException("Table " + table.name() + " is partitioned; write it with TableSink.");
        }
        TableManifest.withdraw(folder.root());
        RowCodec<R> codec = table.codec();
        List<R> sorted =
                rows.stream().sorted(Comparator.comparing(codec::sortKey)).toList();
        TableFile file;
        try (TableFileWriter<R> writer = new TableFileWriter<>(table, folder.root(), folder.relativePath("", 0))) {
            for (R row : sorted) {
                writer.write(row);
            }
            file = writer.finish();
        }
        new TableManifest(table.name(), folder.runId(), List.of(file)).write(folder.root());
        folder.deleteOtherAttempts();
    }
}
