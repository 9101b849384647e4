// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.LongConsumer;

/**
 * Finds where the frames of a zstd file begin, for files that say so: by the table at the end that the seekable format
 * writes, or by the sizes that pzstd puts before its frames. In others they could only be found by reading everything.
 */
final class ZstdFrames {
    private static final int TABLE_MAGIC = 0x8F92EAB1;
    private static final int TABLE_FRAME_MAGIC = 0x184D2A5E;
    private static final int TABLE_END_BYTES = 9;
    private static final int SKIPPABLE_HEADER_BYTES = 8;
    private static final int MOST_TABLE_BYTES = 16 << 20;
    private static final int CHECKSUMS = 0x80;

    private static final int SIZE_FRAME_MAGIC = 0x184D2A50;
    private static final int SIZE_FRAME_BYTES = 12;

    private final RawChannel file;
    private final LongConsumer starts;

    private ZstdFrames(RawChannel file, LongConsumer starts) {
        this.file = file;
        this.starts = starts;
    }

    /** Tells the starts of the frames in ascending order, or nothing where the file does not say them. */
    static void find(RawChannel file, LongConsumer starts) throws IOException {
        ZstdFrames frames = new ZstdFrames(file, starts);
        if (!frames.byTable()) {
            frames.bySizes();
        }
    }

    private boolean byTable() throws IOException {
        long size = file.size();
        ByteBuffer end = read(size - TABLE_END_BYTES, TABLE_END_BYTES);
        if (end.remaining() < TABLE_END_BYTES || end.getInt(5) != TABLE_MAGIC) {
            return false;
        }
        int entryBytes = (end.get(4) & CHECKSUMS) == 0 ? 8 : 12;
        long tableBytes = (end.getInt(0) & 0xFFFFFFFFL) * entryBytes;
        long tableAt = size - TABLE_END_BYTES - tableBytes - SKIPPABLE_HEADER_BYTES;
        if (tableBytes > MOST_TABLE_BYTES || tableAt < 0) {
            return false;
        }
        ByteBuffer table = read(tableAt, SKIPPABLE_HEADER_BYTES + (int) tableBytes);
        if (table.getInt(0) != TABLE_FRAME_MAGIC || table.getInt(4) != tableBytes + TABLE_END_BYTES) {
            return false;
        }
        long total = 0;
        for (int at = SKIPPABLE_HEADER_BYTES; at < table.limit(); at += entryBytes) {
            total += table.getInt(at) & 0xFFFFFFFFL;
        }
        if (total != tableAt) {
            return false;
        }
        long start = 0;
        for (int at = SKIPPABLE_HEADER_BYTES; at < table.limit(); at += entryBytes) {
            starts.accept(start);
            start += table.getInt(at) & 0xFFFFFFFFL;
        }
        return true;
    }

    private void bySizes() throws IOException {
        long at = 0;
        ByteBuffer header = read(at, SIZE_FRAME_BYTES);
        while (header.remaining() == SIZE_FRAME_BYTES
                && header.getInt(0) == SIZE_FRAME_MAGIC
                && header.getInt(4) == Integer.BYTES) {
            starts.accept(at);
            at += SIZE_FRAME_BYTES + (header.getInt(8) & 0xFFFFFFFFL);
            header = read(at, SIZE_FRAME_BYTES);
        }
    }

    private ByteBuffer read(long from, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        if (from >= 0 && from < file.size()) {
            file.position(from);
            int n = 0;
            while (bytes.hasRemaining() && n >= 0) {
                n = file.read(bytes);
            }
        }
        return bytes.flip();
    }
}
