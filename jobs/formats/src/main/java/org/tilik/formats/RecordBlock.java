// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import java.util.List;
import org.tilik.model.SourcePosition;

/**
 * A run of consecutive raw records of one dump file, cut but not decoded, as it travels from reader to decoder.
 *
 * <p>Record {@code i} is {@code bytes[starts[i] .. ends[i])}, its number in the file (or member) is
 * {@code firstRecord + i} and its offset in the uncompressed stream is {@code baseOffset + starts[i]}. Blocks are cut
 * by bytes, so that the same file always gives the same blocks. A block may hold no record, only problems; problems stand
 * after the block's records and take record numbers of their own.
 *
 * @param file path of the input relative to the study
 * @param member name inside an archive, or the empty string
 * @param block number of this block in the file, from 0
 * @param firstRecord number of the first record, from 1
 * @param baseOffset offset of {@code bytes[0]} in the uncompressed file or member
 * @param bytes the uncompressed bytes
 * @param starts first byte of each record
 * @param ends byte after the last of each record
 * @param header bytes of the header row where the format has one, else empty
 * @param problems what the reader could not deliver, each counted as one record
 */
public record RecordBlock(
        String file,
        String member,
        long block,
        long firstRecord,
        long baseOffset,
        byte[] bytes,
        int[] starts,
        int[] ends,
        byte[] header,
        List<ReadProblem> problems) {

    /** Number of records in this block. */
    public int size() {
        return starts.length;
    }

    /** Record {@code i} of this block, from 0, and where it stands; its bytes are shared, not copied. */
    public RawRecord record(int i) {
        return new RawRecord(bytes, starts[i], ends[i], new SourcePosition(file, member, firstRecord + i));
    }
}
