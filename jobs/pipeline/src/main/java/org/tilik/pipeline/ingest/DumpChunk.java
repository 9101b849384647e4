// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import org.tilik.formats.RecordBlock;
import org.tilik.formats.container.ReadSummary;

/**
 * A block of raw records on its way from the reader to a decoder.
 *
 * <p>Consecutive blocks of a file form parts; one part is decoded by one task into one file, so that the files depend on
 * the dump alone and a repeated task writes them again.
 *
 * @param block the records
 * @param endsPart whether this is the last block of its part
 * @param end size and checksum of the whole file, on its last block only, else null
 */
record DumpChunk(RecordBlock block, boolean endsPart, ReadSummary end) {
    private static final int BLOCKS_PER_PART = 64;

    /** Number of the part that this block belongs to, from 0. */
    long part() {
        return partOf(block.block());
    }

    static long partOf(long block) {
        return block / BLOCKS_PER_PART;
    }

    /** The task that decodes this block: all blocks of a part go to the same one. */
    static int task(DumpChunk chunk, int tasks) {
        return (int) Math.floorMod(chunk.block().file().hashCode() + chunk.part(), (long) tasks);
    }
}
