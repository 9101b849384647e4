// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.Closeable;
import java.io.IOException;
import org.apache.flink.core.fs.Path;
import org.tilik.model.table.LedgerEntryRow;
import org.tilik.model.table.PlaceLookRow;
import org.tilik.pipeline.sorted.SortKey;
import org.tilik.pipeline.sorted.SortedFileWriter;
import org.tilik.pipeline.table.RowBytes;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFile;

/**
 * Writes what one part of an input holds beside its events to a sorted file, which is made when the first row comes, since most
 * inputs have none.
 */
final class AsideFileWriter<R extends Record> implements Closeable {
    private final Path folder;
    private final String relativePath;
    private final RowBytes<R> bytes;
    private final Order<R> order;
    private final SortKey key = new SortKey();
    private SortedFileWriter file;
    private long rows;

    /** Fills the key by which a row is sorted. */
    @FunctionalInterface
    private interface Order<R> {
        SortKey fill(R row, SortKey key);
    }

    private AsideFileWriter(Table<R> table, Path folder, String relativePath, Order<R> order) {
        this.folder = folder;
        this.relativePath = relativePath;
        this.bytes = table.bytes();
        this.order = order;
    }

    /** Writes entries of ledgers of the input in this folder, in their order, repeated ones by their place in the dumps. */
    static AsideFileWriter<LedgerEntryRow> ofLedger(Path folder, String relativePath) {
        return new AsideFileWriter<>(
                Table.LEDGER_ENTRIES,
                CaptureFiles.Kind.LEDGER.in(folder),
                relativePath,
                (row, key) -> key.text(row.entryKey())
                        .text(row.sourceFile())
                        .text(row.sourceMember())
                        .number(row.sourceRecord()));
    }

    /** Writes looks at places of the input in this folder, in the order of places and then of looks. */
    static AsideFileWriter<PlaceLookRow> ofLooks(Path folder, String relativePath) {
        return new AsideFileWriter<>(
                Table.PLACE_LOOKS, CaptureFiles.Kind.LOOKS.in(folder), relativePath, PlaceLooks::order);
    }

    void write(R row) throws IOException {
        if (file == null) {
            file = new SortedFileWriter(new Path(folder, relativePath));
        }
        int length = bytes.encode(row);
        file.add(order.fill(row, key.clear()), bytes.buffer(), length);
        rows++;
    }

    /** Closes the file and says what was written; null for nothing. */
    TableFile finish() throws IOException {
        return file == null ? null : new TableFile(relativePath, rows, file.finish());
    }

    /** Closes without a result, after a failure. */
    @Override
    public void close() throws IOException {
        if (file != null) {
            file.close();
        }
    }
}
