// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.flink.core.fs.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.avro.AvroSchemaConverter;
import org.apache.parquet.avro.AvroWriteSupport;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Opens Parquet files for reading and writing with plain configuration, so that no Hadoop class is loaded. */
final class ParquetRows {
    private static final int ZSTD_LEVEL = 1;
    private static final long ROW_GROUP_BYTES = 64L << 20;
    private static final int PAGE_BYTES = 1 << 20;

    private ParquetRows() {}

    private static PlainParquetConfiguration configuration() {
        PlainParquetConfiguration configuration = new PlainParquetConfiguration();
        // Three-level lists are what the Parquet format asks for and what DuckDB, Arrow and Spark expect.
        configuration.setBoolean(AvroWriteSupport.WRITE_OLD_LIST_STRUCTURE, false);
        return configuration;
    }

    static ParquetWriter<IndexedRecord> writer(ParquetFiles.Hashed file, Schema schema) throws IOException {
        return new Builder(file, schema)
                .withConf(configuration())
                .withCodecFactory(new ZstdCodecs(ZSTD_LEVEL))
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withPageSize(PAGE_BYTES)
                .build();
    }

    /** Reads the row groups whose middle lies in the byte range, with only the columns of the projection. */
    static ParquetRowReader reader(Path path, Schema projection, long start, long end) throws IOException {
        return new ParquetRowReader(path, projection, start, end, configuration(), new ZstdCodecs(ZSTD_LEVEL));
    }

    private static final class Builder extends ParquetWriter.Builder<IndexedRecord, Builder> {
        private final Schema schema;

        Builder(ParquetFiles.Hashed file, Schema schema) {
            super(file);
            this.schema = schema;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in Parquet, so it must be here; never called
        protected WriteSupport<IndexedRecord> getWriteSupport(Configuration hadoop) {
            throw new IllegalStateException("Tables are written without Hadoop's configuration.");
        }

        @Override
        protected WriteSupport<IndexedRecord> getWriteSupport(ParquetConfiguration configuration) {
            return new AvroWriteSupport<>(
                    new AvroSchemaConverter(configuration).convert(schema), schema, GenericData.get());
        }
    }
}
