// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.sorted;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;

/**
 * What stands at the end of a file of sorted runs: where the blocks of each run begin and with which key. The last 12
 * bytes are the length of the index and a mark.
 *
 * @param runs the blocks of each run, in the order of their keys
 */
record SortedIndex(List<List<Block>> runs) {
    /** "TILIKRUN": changes with the form of the file. */
    private static final long MARK = 0x54494C494B52554EL;

    private static final int TAIL_BYTES = Integer.BYTES + Long.BYTES;

    /**
     * Some rows that are compressed together.
     *
     * @param offset where it begins in the file
     * @param packedBytes its length there
     * @param bytes its length unpacked
     * @param firstPrefix {@link SortKey#prefix} of its first key
     */
    record Block(long offset, int packedBytes, int bytes, long firstPrefix) {}

    void write(DataOutputStream out) throws IOException {
        int before = out.size();
        out.writeInt(runs.size());
        for (List<Block> run : runs) {
            out.writeInt(run.size());
            for (Block block : run) {
                out.writeLong(block.offset());
                out.writeInt(block.packedBytes());
                out.writeInt(block.bytes());
                out.writeLong(block.firstPrefix());
            }
        }
        out.writeInt(out.size() - before);
        out.writeLong(MARK);
    }

    static SortedIndex read(Path file) throws IOException {
        long fileBytes = file.getFileSystem().getFileStatus(file).getLen();
        try (FSDataInputStream in = file.getFileSystem().open(file)) {
            if (fileBytes >= TAIL_BYTES) {
                in.seek(fileBytes - TAIL_BYTES);
                DataInputStream tail = new DataInputStream(in);
                int bytes = tail.readInt();
                if (tail.readLong() == MARK && bytes >= 0 && bytes <= fileBytes - TAIL_BYTES) {
                    in.seek(fileBytes - TAIL_BYTES - bytes);
                    return parse(new DataInputStream(new ByteArrayInputStream(tail.readNBytes(bytes))));
                }
            }
        }
        throw new IOException("The file of decoded events " + file + " is not whole or was written by another version;"
                + " expected sorted runs with their index at the end. Run the command again with --fresh.");
    }

    private static SortedIndex parse(DataInputStream in) throws IOException {
        List<List<Block>> runs = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            List<Block> run = new ArrayList<>();
            for (int blocks = in.readInt(); blocks > 0; blocks--) {
                run.add(new Block(in.readLong(), in.readInt(), in.readInt(), in.readLong()));
            }
            runs.add(run);
        }
        return new SortedIndex(runs);
    }
}
