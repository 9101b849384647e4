// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compresses Parquet pages with zstd through zstd-jni alone.
 *
 * <p>Parquet's own codec factory loads Hadoop classes; this one lets tables be written and read without Hadoop. It
 * knows ZSTD and UNCOMPRESSED, which is all that Tilik writes. Not thread-safe: one per reader or writer.
 */
final class ZstdCodecs implements CompressionCodecFactory {
    private final ZstdCompressCtx compress;
    private final ZstdDecompressCtx decompress = new ZstdDecompressCtx();
    private byte[] packed = new byte[0];

    ZstdCodecs(int level) {
        compress = new ZstdCompressCtx().setLevel(level);
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        return codec == CompressionCodecName.UNCOMPRESSED ? new Plain() : new Pages(check(codec));
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return codec == CompressionCodecName.UNCOMPRESSED ? new Plain() : new Pages(check(codec));
    }

    private static CompressionCodecName check(CompressionCodecName codec) {
        if (codec != CompressionCodecName.ZSTD) {
            throw new IllegalArgumentException("This Parquet file is compressed with " + codec
                    + "; Tilik reads its own tables, which are ZSTD or UNCOMPRESSED. Rewrite the file with ZSTD.");
        }
        return codec;
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
