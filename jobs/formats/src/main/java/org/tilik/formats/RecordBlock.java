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
 * @param format what the records are; null where the block holds none
 * @param block number of this block in the file (or the range of it that is read), from 0
 * @param firstRecord number of the first record, from 1
 * @param baseOffset offset of {@code bytes[0]} in the uncompressed file or member
 * @param bytes the uncompressed bytes
 * @param starts first byte of each record
 * @param ends byte after the last of each record
 * @param header bytes of the header row where the format has one, else empty
 * @param problems what the reader could not deliver, each counted as one record
 * @param nonDumpMembers members of the archive before this block that are no dumps, each counted as one record
 */
public record RecordBlock(
        String file,
        String member,
        DumpFormat format,
        long block,
        long firstRecord,
        long baseOffset,
        byte[] bytes,
        int[] starts,
        int[] ends,
        byte[] header,
        List<ReadProblem> problems,
        long nonDumpMembers) {

    /** The only block of a file that holds nothing. */
    public static RecordBlock empty(String file) {
        return without(file, "", 0, List.of(), 0);
    }

    /** A block without records. */
    public static RecordBlock without(
            String file, String member, long block, List<ReadProblem> problems, long nonDumpMembers) {
        byte[] nothing = new byte[0];
        int[] noRecord = new int[0];
        return new RecordBlock(
                file, member, null, block, 1, 0, nothing, noRecord, noRecord, nothing, problems, nonDumpMembers);
    }

    /** Number of records in this block. */
    public int size() {
        return starts.length;
    }

    /** Record {@code i} of this block, from 0, and where it stands; its bytes are shared, not copied. */
    public RawRecord record(int i) {
        return new RawRecord(bytes, starts[i], ends[i], new SourcePosition(file, member, firstRecord + i));
    }
}
