// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.sorted;

import com.github.luben.zstd.ZstdDecompressCtx;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;

/** Walks through the rows of one run whose keys lie in a range, with one block in memory. */
final class RunCursor implements Closeable {
    private final FSDataInputStream in;
    private final ZstdDecompressCtx zstd;
    private final List<SortedIndex.Block> blocks;
    private final byte[] to;
    private byte[] from;
    private int nextBlock;
    private byte[] packed = {};
    private byte[] block = {};
    private int blockBytes;
    private int row;
    private int rowEnd;
    private int keyEnd;
    private long prefix;

    /**
     * A cursor before the first row of the range.
     *
     * @param zstd unpacks the blocks; may be shared by cursors of one thread
     * @param from first key of the range
     * @param to first key behind the range, or null for all that follow
     */
    RunCursor(Path file, List<SortedIndex.Block> blocks, ZstdDecompressCtx zstd, byte[] from, byte[] to)
            throws IOException {
        this.blocks = blocks;
        this.zstd = zstd;
        this.from = from;
        this.to = to;
        nextBlock = firstBlock(blocks, SortKey.prefix(from, 0, from.length));
        in = file.getFileSystem().open(file);
        in.seek(blocks.get(nextBlock).offset());
    }

    /** The last block that begins before the range, since its rows may reach into it. */
    private static int firstBlock(List<SortedIndex.Block> blocks, long from) {
        int first = 0;
        while (first + 1 < blocks.size()
                && Long.compareUnsigned(blocks.get(first + 1).firstPrefix(), from) < 0) {
            first++;
        }
        return first;
    }

    /** Moves to the next row; false behind the last of the range. */
    boolean next() throws IOException {
        do {
            if (rowEnd == blockBytes && !readBlock()) {
                return false;
            }
            row = rowEnd;
            keyEnd = keyStart() + (int) RunWriter.INT.get(block, row);
            rowEnd = keyEnd + (int) RunWriter.INT.get(block, row + Integer.BYTES);
        } while (from != null && compareTo(from) < 0);
        from = null;
        prefix = SortKey.prefix(block, keyStart(), keyEnd);
        return to == null || compareTo(to) < 0;
    }

    private boolean readBlock() throws IOException {
        if (nextBlock == blocks.size()) {
            return false;
        }
        SortedIndex.Block next = blocks.get(nextBlock++);
        if (next.packedBytes() > packed.length) {
            packed = new byte[next.packedBytes()];
        }
        if (next.bytes() > block.length) {
            block = new byte[next.bytes()];
        }
        if (in.readNBytes(packed, 0, next.packedBytes()) < next.packedBytes()) {
            throw new EOFException("A file of decoded events ends at " + in.getPos()
                    + ", inside a block that begins at " + next.offset() + ". Run the command again with --fresh.");
        }
        blockBytes = zstd.decompressByteArray(block, 0, next.bytes(), packed, 0, next.packedBytes());
        rowEnd = 0;
        return true;
    }

    private int keyStart() {
        return row + RunWriter.HEAD_BYTES;
    }

    private int compareTo(byte[] key) {
        return Arrays.compareUnsigned(block, keyStart(), keyEnd, key, 0, key.length);
    }

    /** Compares the keys of the rows that both stand at. */
    int compareTo(RunCursor other) {
        if (prefix != other.prefix) {
            return Long.compareUnsigned(prefix, other.prefix);
        }
        return Arrays.compareUnsigned(block, keyStart(), keyEnd, other.block, other.keyStart(), other.keyEnd);
    }

    /** The array that holds the row; valid until the next move. */
    byte[] bytes() {
        return block;
    }

    /** Where the row begins, with its lengths. */
    int row() {
        return row;
    }

    /** Where the row's body begins. */
    int body() {
        return keyEnd;
    }

    /** Where the row ends. */
    int rowEnd() {
        return rowEnd;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
