// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tilik.formats.ReadProblem;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.RecordCut;
import org.tilik.formats.StudyInputException;
import org.tilik.model.RejectReason;

/**
 * Cuts one dump file into blocks of raw records, whatever it is packed in.
 *
 * <p>Blocks are cut by position in the uncompressed bytes, never by how the bytes arrive: a block ends with the last
 * record that ends within {@link ReadLimits#blockBytes()}, or with the one record that is longer, or right after a
 * record that is too long. So the same file always gives the same blocks, and {@link #skipBlocks} can resume.
 *
 * <p>A record above {@link ReadLimits#maxRecordBytes()} is passed over without being held and becomes a problem. Where
 * the content ends too early, all whole records before are delivered and one problem follows; the cut record at the
 * damaged place is the one that this problem stands for. A last record without a line feed at the sound end of a file is
 * a record like any other.
 */
public final class RecordBlockReader implements Closeable {
    private final String file;
    private final ReadLimits limits;
    private final RawInput raw;
    private final ContentStream content;
    private final RecordEnds recordEnds;
    private final boolean hasHeader;

    private byte[] buffer;
    /** End of the bytes in the buffer. */
    private int limit;
    /** First byte of the current record. */
    private int recordStart;
    /** Up to here no end of the current record was found. */
    private int scanned;
    /** Where the buffer begins in the uncompressed stream. */
    private long bufferOffset;

    private boolean contentEnded;
    private boolean done;
    private byte[] header = new byte[0];
    private boolean headerSeen;
    private long nextBlock;
    private long nextRecord = 1;
    private long records;
    private long problems;

    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;
    private ReadProblem problem;

    private RecordBlockReader(RawInput raw, ContentStream content, String file, RecordCut cut, ReadLimits limits) {
        this.raw = raw;
        this.content = content;
        this.file = file;
        this.limits = limits;
        this.recordEnds = RecordEnds.of(cut);
        this.hasHeader = cut == RecordCut.CSV;
        this.buffer = new byte[limits.blockBytes()];
    }

    /**
     * Opens a dump by its content. The stream belongs to the reader from here on.
     *
     * @param raw the bytes of the file as they lie on disk
     * @param file path relative to the study, for positions and messages
     * @throws IOException when the file cannot be read, or no long zstd window becomes free in time
     */
    public static RecordBlockReader open(InputStream raw, String file, RecordCut cut, ReadLimits limits)
            throws IOException {
        try {
            RawInput input = new RawInput(raw);
            return new RecordBlockReader(input, ContentStream.open(input, file, limits), file, cut, limits);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** The next block, or empty when the file is done. */
    public Optional<RecordBlock> next() throws IOException {
        long firstRecord = nextRecord;
        long baseOffset = bufferOffset;
        if (!cut()) {
            return Optional.empty();
        }
        RecordBlock block = new RecordBlock(
                file,
                "",
                nextBlock++,
                firstRecord,
                baseOffset,
                Arrays.copyOf(buffer, size == 0 ? 0 : ends[size - 1]),
                Arrays.copyOf(starts, size),
                Arrays.copyOf(ends, size),
                header,
                problem == null ? List.of() : List.of(problem));
        dropCutBytes();
        return Optional.of(block);
    }

    /**
     * Passes over so many blocks, to go on where an earlier read of the same file stopped; unpacks and cuts again, but
     * copies nothing.
     *
     * @throws StudyInputException when the file has fewer blocks, so is not the one read before
     */
    public void skipBlocks(long count) throws IOException {
        for (long i = 0; i < count; i++) {
            if (!cut()) {
                throw new StudyInputException(
                        file + " ends after block " + nextBlock + " where reading should go on after" + " block "
                                + count + "; it is not the file that was read before. Start afresh.");
            }
            nextBlock++;
            dropCutBytes();
        }
    }

    /** The header row of a CSV file once it was read, also where no record follows; else empty. */
    public byte[] header() {
        return header.clone();
    }

    /** What the file is packed in. */
    public Container container() {
        return content.container();
    }

    /** Bytes of the file read so far, as they lie on disk. */
    public long rawBytes() {
        return raw.count();
    }

    /** Reads what is left of the file for its hash and tells what it was; to be called once, after the last block. */
    public ReadSummary finish() throws IOException {
        String sha256 = raw.drainAndHash();
        return new ReadSummary(content.container(), raw.count(), sha256, content.count(), records, problems);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** Finds the records of the next block; false when there is nothing left. */
    private boolean cut() throws IOException {
        size = 0;
        problem = null;
        if (done) {
            return false;
        }
        fill(limits.blockBytes());
        while (problem == null) {
            int end = recordEnds.next(buffer, scanned, limit);
            if (end >= 0) {
                scanned = end + 1;
                takeRecord(end);
                recordStart = scanned;
                continue;
            }
            scanned = limit;
            if (contentEnded) {
                takeLast();
                done = true;
                break;
            }
            if (recordStart > 0) {
                break;
            }
            growOrPassOver();
        }
        return size > 0 || problem != null || !done;
    }

    /** Makes room for a record that is longer than the buffer, or passes over it when it is too long. */
    private void growOrPassOver() throws IOException {
        int most = Math.max(limits.blockBytes(), limits.maxRecordBytes() + 2);
        if (buffer.length < most) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(most, buffer.length * 2L));
        }
        if (limit < buffer.length) {
            fill(buffer.length);
        } else {
            passOver();
        }
    }

    /** Drops bytes until the end of the current record, which is too long, and leaves what follows in the buffer. */
    private void passOver() throws IOException {
        long offset = bufferOffset + recordStart;
        int end = -1;
        while (end < 0 && !contentEnded) {
            bufferOffset += limit;
            limit = 0;
            fill(limits.blockBytes());
            end = recordEnds.next(buffer, 0, limit);
        }
        recordStart = end < 0 ? limit : end + 1;
        scanned = recordStart;
        ContentStream.Failure failure = content.failure();
        if (end < 0 && failure != null) {
            // The content broke off inside the record: one record, one problem.
            report(failure.reason(), offset, failure.detail());
            done = true;
        } else {
            tooLong(offset, bufferOffset + (end < 0 ? limit : end) - offset);
        }
    }

    private void takeRecord(int end) {
        int from = recordStart;
        int to = end > from && buffer[end - 1] == '\r' ? end - 1 : end;
        if (isBlank(from, to)) {
            return;
        }
        if (to - from > limits.maxRecordBytes()) {
            tooLong(bufferOffset + from, to - from);
        } else if (hasHeader && !headerSeen) {
            headerSeen = true;
            header = Arrays.copyOfRange(buffer, from, to);
        } else {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
            }
            starts[size] = from;
            ends[size++] = to;
            records++;
            nextRecord++;
        }
    }

    /** At the end of the content: the last line where the file is sound, the problem where it is not. */
    private void takeLast() {
        ContentStream.Failure failure = content.failure();
        if (failure != null) {
            report(failure.reason(), bufferOffset + recordStart, failure.detail());
        } else if (recordStart < limit) {
            takeRecord(limit);
        }
        recordStart = limit;
    }

    private void tooLong(long offset, long length) {
        headerSeen = true;
        report(
                RejectReason.OVERSIZE_RECORD,
                offset,
                "The record has " + length + " bytes; at most " + limits.maxRecordBytes() + " are read.");
    }

    private void report(RejectReason reason, long offset, String detail) {
        problem = new ReadProblem(reason, nextRecord++, offset, detail);
        problems++;
    }

    private boolean isBlank(int from, int to) {
        for (int i = from; i < to; i++) {
            byte c = buffer[i];
            if (c != ' ' && c != '\t' && c != '\r') {
                return false;
            }
        }
        return true;
    }

    private void fill(int target) throws IOException {
        boolean first = content.count() == 0;
        while (limit < target && !contentEnded) {
            int n;
            try {
                n = content.read(buffer, limit, target - limit);
            } catch (RawInput.RawFailure e) {
                throw new IOException(
                        file + " could not be read on after byte " + raw.count() + ": " + e.getMessage(), e.getCause());
            }
            if (n < 0) {
                contentEnded = true;
            } else {
                limit += n;
            }
        }
        if (first) {
            recordStart = ByteOrderMark.length(buffer, limit);
            scanned = recordStart;
        }
    }

    private void dropCutBytes() {
        int rest = limit - recordStart;
        System.arraycopy(buffer, recordStart, buffer, 0, rest);
        bufferOffset += recordStart;
        scanned -= recordStart;
        recordStart = 0;
        limit = rest;
    }
}
