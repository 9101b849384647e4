// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.HexFormat;
import org.apache.flink.core.fs.Path;

/** Writes one Parquet file of a table and reports it for the manifest; an earlier file of this name is replaced. */
public final class TableFileWriter<R extends Record> implements Closeable {
    /** Rows are taken column by column, so that the processor does the same thing for a while; few, to hold few. */
    private static final int ROWS_AT_ONCE = 256;

    private final String relativePath;
    private final ParquetFiles.Hashed file;
    private final ParquetRowWriter parquet;
    private final RowColumns.Column[] columns;
    private final Object[] waiting = new Object[ROWS_AT_ONCE];
    private int waitingRows;
    private long rows;

    /** Opens the file at this path below the table's folder. */
    public TableFileWriter(Table<R> table, Path folder, String relativePath) throws IOException {
        this.relativePath = relativePath;
        this.columns = table.codec().fileColumns().toArray(RowColumns.Column[]::new);
        this.file = new ParquetFiles.Hashed(new Path(folder, relativePath));
        this.parquet = ParquetRows.writer(file, table.schema().file());
    }

    /** Appends a row. */
    public void write(R row) throws IOException {
        waiting[waitingRows++] = row;
        if (waitingRows == ROWS_AT_ONCE) {
            writeWaiting();
        }
        rows++;
    }

    private void writeWaiting() throws IOException {
        for (int i = 0; i < columns.length; i++) {
            parquet.column(i).addOf(waiting, waitingRows, columns[i]);
        }
        parquet.endRows(waitingRows);
        waitingRows = 0;
    }

    /** Closes the file and says what was written. */
    public TableFile finish() throws IOException {
        writeWaiting();
        parquet.finish();
        return new TableFile(relativePath, rows, HexFormat.of().formatHex(file.sha256()));
    }

    /** Closes without a result, after a failure. */
    @Override
    public void close() throws IOException {
        parquet.close();
    }
}
