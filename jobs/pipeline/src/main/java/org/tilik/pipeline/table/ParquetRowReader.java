// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import java.io.Closeable;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.flink.core.fs.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.PlainReadOptions;
import org.apache.parquet.avro.AvroReadSupport;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.io.api.RecordMaterializer;

/**
 * Reads rows of one Parquet file, row group by row group.
 *
 * <p>Parquet's convenient reader loads Hadoop classes when it is initialised; its file reader does not, so this class
 * joins the file reader and the Avro materializer itself.
 */
final class ParquetRowReader implements Closeable {
    /** Parquet's own name for the schema of the records it hands out; it has no public constant. */
    private static final String READ_SCHEMA = "parquet.avro.read.schema";

    private final ParquetFileReader file;
    private final MessageColumnIO columns;
    private final RecordMaterializer<GenericRecord> materializer;
    private RecordReader<GenericRecord> group;
    private long left;

    ParquetRowReader(
            Path path,
            Schema projection,
            long start,
            long end,
            ParquetConfiguration configuration,
            CompressionCodecFactory codecs)
            throws IOException {
        configuration.set(AvroReadSupport.AVRO_REQUESTED_PROJECTION, projection.toString());
        configuration.set(READ_SCHEMA, projection.toString());
        ParquetReadOptions options = new PlainReadOptions(configuration, codecs, start, end);
        file = new ParquetFileReader(new ParquetFiles.Stored(path), options);
        FileMetaData metadata = file.getFooter().getFileMetaData();
        AvroReadSupport<GenericRecord> support = new AvroReadSupport<>(GenericData.get());
        ReadSupport.ReadContext context =
                support.init(configuration, metadata.getKeyValueMetaData(), metadata.getSchema());
        file.setRequestedSchema(context.getRequestedSchema());
        columns = new ColumnIOFactory(metadata.getCreatedBy())
                .getColumnIO(context.getRequestedSchema(), metadata.getSchema());
        materializer =
                support.prepareForRead(configuration, metadata.getKeyValueMetaData(), metadata.getSchema(), context);
    }

    /** The next row, or null after the last. */
    GenericRecord read() throws IOException {
        while (left == 0) {
            PageReadStore pages = file.readNextRowGroup();
            if (pages == null) {
                return null;
            }
            left = pages.getRowCount();
            group = columns.getRecordReader(pages, materializer);
        }
        left--;
        return group.read();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
