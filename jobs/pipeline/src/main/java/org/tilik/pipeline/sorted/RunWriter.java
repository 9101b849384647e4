// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.sorted;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes rows that come in the order of their keys, run after run, as compressed blocks with an index.
 *
 * <p>A row in a block is the lengths of key and body in 4 bytes each, then key and body.
 */
final class RunWriter implements Closeable {
    static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    static final int HEAD_BYTES = 2 * Integer.BYTES;

    /** Many runs are merged at once with one block of each in memory, and a range of keys begins inside a block. */
    private static final int BLOCK_BYTES = 64 << 10;

    private static final int ZSTD_LEVEL = 1;

    private final OutputStream out;
    private final ZstdCompressCtx zstd =
            new ZstdCompressCtx().setLevel(ZSTD_LEVEL).setChecksum(true);
    private final List<List<SortedIndex.Block>> runs = new ArrayList<>();
    private List<SortedIndex.Block> run = new ArrayList<>();
    private byte[] block = new byte[BLOCK_BYTES];
    private int length;
    private byte[] packed = {};
    private long offset;

    RunWriter(OutputStream out) {
        this.out = out;
    }

    /** Appends a row in the form that it has in a block. */
    void append(byte[] bytes, int from, int rowBytes) throws IOException {
        if (length > 0 && rowBytes > BLOCK_BYTES - length) {
            endBlock();
        }
        if (rowBytes > block.length) {
            block = new byte[rowBytes];
        }
        System.arraycopy(bytes, from, block, length, rowBytes);
        length += rowBytes;
    }

    private void endBlock() throws IOException {
        int most = Math.toIntExact(Zstd.compressBound(length));
        if (most > packed.length) {
            packed = new byte[most];
        }
        int packedBytes = zstd.compressByteArray(packed, 0, packed.length, block, 0, length);
        out.write(packed, 0, packedBytes);
        int firstKey = (int) INT.get(block, 0);
        long prefix = SortKey.prefix(block, HEAD_BYTES, HEAD_BYTES + firstKey);
        run.add(new SortedIndex.Block(offset, packedBytes, length, prefix));
        offset += packedBytes;
        length = 0;
    }

    /** Ends a run; keys may begin anew. */
    void endRun() throws IOException {
        if (length > 0) {
            endBlock();
        }
        if (!run.isEmpty()) {
            runs.add(run);
            run = new ArrayList<>();
        }
    }

    /** Writes the index; the file is whole then, but not closed. */
    void finish() throws IOException {
        endRun();
        DataOutputStream index = new DataOutputStream(new BufferedOutputStream(out));
        new SortedIndex(runs).write(index);
        index.flush();
    }

    @Override
    public void close() throws IOException {
        zstd.close();
        out.close();
    }
}
