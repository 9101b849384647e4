// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.schema.MessageType;

/**
 * Writes rows as one Parquet file, column by column, with Parquet's file format classes but not its record writer.
 *
 * <p>That writer takes every value through the generic model of a record and looks up every value in a dictionary, which
 * was four fifths of the time of decoding a dump.
 */
final class ParquetRowWriter implements Closeable {
    private static final long ROW_GROUP_BYTES = 64L << 20;
    private static final int PADDING_BYTES = 0;
    /** Longer bounds of texts would only lengthen the footer. */
    private static final int BOUND_BYTES = 64;

    private static final String SCHEMA_KEY = "parquet.avro.schema";

    private final Schema schema;
    private final PageCodecs codecs;
    private final ParquetFileWriter file;
    private final ParquetColumn[] columns;
    private long rows;
    private boolean ended;

    /** Rows of this schema, which the message type states in Parquet's terms. */
    ParquetRowWriter(ParquetFiles.Hashed target, Schema schema, MessageType type, PageCodecs codecs)
            throws IOException {
        this.schema = schema;
        this.codecs = codecs;
        this.file = new ParquetFileWriter(
                target,
                type,
                ParquetFileWriter.Mode.OVERWRITE,
                ROW_GROUP_BYTES,
                PADDING_BYTES,
                BOUND_BYTES,
                BOUND_BYTES,
                true);
        List<ColumnDescriptor> descriptors = type.getColumns();
        PageBytes page = new PageBytes();
        columns = new ParquetColumn[descriptors.size()];
        for (int i = 0; i < columns.length; i++) {
            ColumnKind kind = ColumnKind.of(schema.getFields().get(i).schema());
            columns[i] = new ParquetColumn(descriptors.get(i), kind, codecs, page);
        }
        file.start();
    }

    /** A column, in the order of the schema. */
    ParquetColumn column(int i) {
        return columns[i];
    }

    /** Ends so many rows, of which every column has been given its values. */
    void endRows(int count) throws IOException {
        rows += count;
        long bytes = 0;
        for (ParquetColumn column : columns) {
            bytes += column.bytes();
        }
        if (bytes >= ROW_GROUP_BYTES) {
            finishRowGroup();
        }
    }

    private void finishRowGroup() throws IOException {
        file.startBlock(rows);
        for (ParquetColumn column : columns) {
            column.finishChunk(file);
        }
        file.endBlock();
        rows = 0;
    }

    /** Writes what is left and the footer. */
    void finish() throws IOException {
        if (rows > 0) {
            finishRowGroup();
        }
        file.end(Map.of(SCHEMA_KEY, schema.toString()));
        close();
    }

    /** Without {@link #finish}, the file stays without a footer and cannot be taken for a whole one. */
    @Override
    public void close() throws IOException {
        if (!ended) {
            ended = true;
            codecs.release();
            file.close();
        }
    }
}
