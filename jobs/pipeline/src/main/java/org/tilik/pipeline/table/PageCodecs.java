// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.snappy.SnappyCompressorInputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compresses Parquet pages with zstd through zstd-jni alone.
 *
 * <p>Parquet's own codec factory loads Hadoop classes; this one lets tables be written and read without Hadoop. It
 * writes ZSTD and UNCOMPRESSED, and reads also SNAPPY and GZIP, which other programs use unasked. Not thread-safe: one
 * per reader or writer.
 */
final class PageCodecs implements CompressionCodecFactory {
    private final ZstdCompressCtx compress;
    private final ZstdDecompressCtx decompress = new ZstdDecompressCtx();
    private byte[] packed = new byte[0];

    PageCodecs(int level) {
        compress = new ZstdCompressCtx().setLevel(level);
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED -> new Plain();
            case ZSTD -> new Pages(codec);
            default -> throw new IllegalArgumentException("Tilik does not write Parquet with " + codec + ".");
        };
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case UNCOMPRESSED -> new Plain();
            case ZSTD -> new Pages(codec);
            case SNAPPY -> new Streamed(SnappyCompressorInputStream::new);
            case GZIP -> new Streamed(GZIPInputStream::new);
            default ->
                throw new IllegalArgumentException("This Parquet file is compressed with " + codec
                        + ", expected ZSTD, SNAPPY, GZIP or nothing. Write it anew with ZSTD.");
        };
    }

    /** The first bytes of this array, packed. */
    byte[] compress(byte[] bytes, int length) {
        int most = (int) Zstd.compressBound(length);
        if (packed.length < most) {
            packed = new byte[most];
        }
        int size = compress.compressByteArray(packed, 0, packed.length, bytes, 0, length);
        return Arrays.copyOf(packed, size);
    }

    @Override
    public void release() {
        compress.close();
        decompress.close();
    }

    private final class Pages implements BytesInputCompressor, BytesInputDecompressor {
        private final CompressionCodecName name;

        Pages(CompressionCodecName name) {
            this.name = name;
        }

        @Override
        public BytesInput compress(BytesInput bytes) throws IOException {
            return BytesInput.from(compress.compress(bytes.toInputStream().readAllBytes()));
        }

        @Override
        public BytesInput decompress(BytesInput bytes, int uncompressedSize) throws IOException {
            return BytesInput.from(decompress.decompress(bytes.toInputStream().readAllBytes(), uncompressedSize));
        }

        @Override
        public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int uncompressedSize) {
            byte[] packed = new byte[compressedSize];
            input.get(packed);
            output.put(decompress.decompress(packed, uncompressedSize));
        }

        @Override
        public CompressionCodecName getCodecName() {
            return name;
        }

        @Override
        public void release() {
            // The contexts belong to the factory, which closes them.
        }
    }

    /** Pages that other programs packed. */
    private static final class Streamed implements BytesInputDecompressor {
        private final Unpacking unpacking;

        private interface Unpacking {
            InputStream of(InputStream packed) throws IOException;
        }

        Streamed(Unpacking unpacking) {
            this.unpacking = unpacking;
        }

        @Override
        public BytesInput decompress(BytesInput bytes, int uncompressedSize) throws IOException {
            return BytesInput.from(unpacked(bytes.toInputStream(), uncompressedSize));
        }

        @Override
        public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int uncompressedSize)
                throws IOException {
            byte[] packed = new byte[compressedSize];
            input.get(packed);
            output.put(unpacked(new ByteArrayInputStream(packed), uncompressedSize));
        }

        private byte[] unpacked(InputStream packed, int size) throws IOException {
            try (InputStream in = unpacking.of(packed)) {
                byte[] bytes = in.readNBytes(size);
                if (bytes.length < size) {
                    throw new EOFException("A page ends after " + bytes.length + " of " + size + " bytes.");
                }
                return bytes;
            }
        }

        @Override
        public void release() {
            // Nothing is held.
        }
    }

    private static final class Plain implements BytesInputCompressor, BytesInputDecompressor {
        @Override
        public BytesInput compress(BytesInput bytes) {
            return bytes;
        }

        @Override
        public BytesInput decompress(BytesInput bytes, int uncompressedSize) {
            return bytes;
        }

        @Override
        public void decompress(ByteBuffer input, int compressedSize, ByteBuffer output, int uncompressedSize) {
            ByteBuffer slice = input.slice().limit(compressedSize);
            output.put(slice);
            input.position(input.position() + compressedSize);
        }

        @Override
        public CompressionCodecName getCodecName() {
            return CompressionCodecName.UNCOMPRESSED;
        }

        @Override
        public void release() {
            // Nothing is held.
        }
    }
}
