// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import org.tilik.formats.RecordBlock;
import org.tilik.formats.container.DumpRange;
import org.tilik.formats.container.ReadSummary;
import org.tilik.pipeline.study.InputFile;

/**
 * A block of raw records on its way from the reader to a decoder.
 *
 * <p>Consecutive blocks of a range of a file form parts; one part is decoded by one task into one file, so that the files
 * depend on the dump alone and a repeated task writes them again.
 *
 * @param input the file that they come from
 * @param block the records
 * @param range what of the file its reader reads
 * @param part number of the part of the range that the block belongs to, from 0
 * @param endsPart whether this is the last block of its part
 * @param end what the range was, on its last block only, else null
 */
record DumpChunk(InputFile input, RecordBlock block, DumpRange range, long part, boolean endsPart, ReadSummary end) {
    /** The task that decodes this block: all blocks of a part go to the same one. */
    static int task(DumpChunk chunk, int tasks) {
        int place = 31 * chunk.block().file().hashCode()
                + Long.hashCode(chunk.range().start());
        return (int) Math.floorMod(place + chunk.part(), (long) tasks);
    }
}
