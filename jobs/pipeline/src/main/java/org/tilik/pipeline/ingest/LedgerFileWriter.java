// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.Closeable;
import java.io.IOException;
import org.apache.flink.core.fs.Path;
import org.tilik.model.table.LedgerEntryRow;
import org.tilik.pipeline.sorted.SortKey;
import org.tilik.pipeline.sorted.SortedFileWriter;
import org.tilik.pipeline.table.RowBytes;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFile;

/**
 * Writes the entries of ledgers in one part of an input to a file in the order of entries, repeated ones by their place in
 * the dumps; the file is made when the first entry comes, since most inputs have none.
 */
final class LedgerFileWriter implements Closeable {
    private final Path folder;
    private final String relativePath;
    private final RowBytes<LedgerEntryRow> bytes = Table.LEDGER_ENTRIES.bytes();
    private final SortKey key = new SortKey();
    private SortedFileWriter file;
    private long rows;

    /** Writes to this path below the folder of an input's ledger entries. */
    LedgerFileWriter(Path folder, String relativePath) {
        this.folder = folder;
        this.relativePath = relativePath;
    }

    void write(LedgerEntryRow row) throws IOException {
        if (file == null) {
            file = new SortedFileWriter(new Path(folder, relativePath));
        }
        int length = bytes.encode(row);
        key.clear()
                .text(row.entryKey())
                .text(row.sourceFile())
                .text(row.sourceMember())
                .number(row.sourceRecord());
        file.add(key, bytes.buffer(), length);
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
