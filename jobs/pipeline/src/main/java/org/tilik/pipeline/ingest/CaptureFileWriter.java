// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.Closeable;
import java.io.IOException;
import org.apache.flink.core.fs.Path;
import org.tilik.model.table.CaptureRow;
import org.tilik.pipeline.sorted.SortKey;
import org.tilik.pipeline.sorted.SortedFileWriter;
import org.tilik.pipeline.table.RowBytes;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFile;

/**
 * Writes the events of one part of an input to a file in {@link MergeOrder}.
 *
 * <p>Not Parquet, since these files are read once, whole rows at a time, in the order of items: sorting while they are
 * written spares the merge an exchange and a sort of everything.
 */
final class CaptureFileWriter implements Closeable {
    private final String relativePath;
    private final SortedFileWriter file;
    private final RowBytes<CaptureRow> bytes = Table.CAPTURES.bytes();
    private final SortKey key = new SortKey();
    private long rows;

    /** Opens the file at this path below the folder of an input. */
    CaptureFileWriter(Path folder, String relativePath) throws IOException {
        this.relativePath = relativePath;
        this.file = new SortedFileWriter(new Path(folder, relativePath));
    }

    void write(CaptureRow row) throws IOException {
        int length = bytes.encode(row);
        file.add(MergeOrder.of(row, key), bytes.buffer(), length);
        rows++;
    }

    /** Closes the file and says what was written. */
    TableFile finish() throws IOException {
        return new TableFile(relativePath, rows, file.finish());
    }

    /** Closes without a result, after a failure. */
    @Override
    public void close() throws IOException {
        file.close();
    }
}
