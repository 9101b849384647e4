// SPDX-License-Identifier: GPL-3.0-or-later
package org.apache.parquet;

import java.util.Map;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.format.converter.ParquetMetadataConverter;

/**
 * Options for reading a byte range of a Parquet file without Hadoop.
 *
 * <p>Parquet 1.18's builder of read options always creates Hadoop's codec factory, even where another one is given, and
 * so fails without Hadoop's classes. The constructor that takes the codec factory is visible in this package only;
 * hence this one class here. The table round-trip test fails when a Parquet upgrade changes that constructor.
 */
public final class PlainReadOptions extends ParquetReadOptions {
    private static final int MAX_ALLOCATION_BYTES = 8 << 20;

    /** Options for the row groups whose middle lies in [start, end). */
    public PlainReadOptions(ParquetConfiguration configuration, CompressionCodecFactory codecs, long start, long end) {
        super(
                false,
                true,
                true,
                true,
                true,
                false,
                true,
                false,
                false,
                FilterCompat.NOOP,
                ParquetMetadataConverter.range(start, end),
                codecs,
                HeapByteBufferAllocator.getInstance(),
                MAX_ALLOCATION_BYTES,
                Map.of(),
                null,
                null,
                configuration);
    }
}
