// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.IOException;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.PlainReadOptions;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.schema.MessageType;

/** Opens Parquet files for reading and writing with plain configuration, so that no Hadoop class is loaded. */
final class ParquetRows {
    private static final int ZSTD_LEVEL = 1;

    private ParquetRows() {}

    private static PlainParquetConfiguration configuration() {
        PlainParquetConfiguration configuration = new PlainParquetConfiguration();
        // Three-level lists are what the Parquet format asks for and what DuckDB, Arrow and Spark expect.
        configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
        return configuration;
    }

    static ParquetRowWriter writer(ParquetFiles.Hashed file, Schema schema) throws IOException {
        MessageType type = new AvroSchemaConverter(configuration()).convert(schema);
        return new ParquetRowWriter(file, schema, type, new PageCodecs(ZSTD_LEVEL));
    }

    /** Any Parquet file, to be read whole. */
    static ParquetFileReader open(Path path) throws IOException {
        return new ParquetFileReader(
                new ParquetFiles.Stored(path),
                new PlainReadOptions(configuration(), new PageCodecs(ZSTD_LEVEL), 0, Long.MAX_VALUE));
    }

    /** Reads the row groups whose middle lies in the byte range, with only the columns named, or all where none is. */
    static <R extends Record> ParquetRowReader<R> reader(
            Table<R> table, Path path, Set<String> columns, long start, long end) throws IOException {
        ParquetReadOptions options = new PlainReadOptions(configuration(), new PageCodecs(ZSTD_LEVEL), start, end);
        return new ParquetRowReader<>(table, path, columns, options);
    }
}
