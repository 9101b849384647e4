// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.HexFormat;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.core.fs.Path;

/** Writes one Parquet file of a table and reports it for the manifest; an earlier file of this name is replaced. */
public final class TableFileWriter<R extends Record> implements Closeable {
    private final String relativePath;
    private final ParquetFiles.Hashed file;
    private final ParquetRowWriter parquet;
    private final RowCodec<R> codec;
    private final int columns;
    private long rows;

    /** Opens the file at this path below the table's folder. */
    public TableFileWriter(Table<R> table, Path folder, String relativePath) throws IOException {
        this.relativePath = relativePath;
        this.codec = table.codec();
        this.file = new ParquetFiles.Hashed(new Path(folder, relativePath));
        Schema schema = table.schema().file();
        this.columns = schema.getFields().size();
        this.parquet = ParquetRows.writer(file, schema);
    }

    /** Appends a row. */
    public void write(R row) throws IOException {
        RowCodec<R>.RowView view = codec.fileView(row);
        for (int i = 0; i < columns; i++) {
            parquet.column(i).add(view.value(i));
        }
        parquet.endRow();
        rows++;
    }

    /** Appends a row given as a record of the file's schema. */
    void writeRecord(IndexedRecord row) throws IOException {
        for (int i = 0; i < columns; i++) {
            parquet.column(i).add(row.get(i));
        }
        parquet.endRow();
        rows++;
    }

    /** Closes the file and says what was written. */
    public TableFile finish() throws IOException {
        parquet.finish();
        return new TableFile(relativePath, rows, HexFormat.of().formatHex(file.sha256()));
    }

    /** Closes without a result, after a failure. */
    @Override
    public void close() throws IOException {
        parquet.close();
    }
}
