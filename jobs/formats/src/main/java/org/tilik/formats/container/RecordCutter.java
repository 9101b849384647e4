// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.ReadProblem;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.RecordCut;
import org.tilik.model.RejectReason;

/**
 * Cuts the text of one dump file or member into records, a block of them at a time, and then that of the next.
 *
 * <p>Blocks are cut by position in the unpacked bytes, never by how the bytes arrive: a block ends with the last record
 * that ends within {@link ReadLimits#blockBytes()}, or with the one record that is longer, or right after a record that is
 * too long. So the same text always gives the same blocks.
 */
final class RecordCutter {
    private final String file;
    private final ReadLimits limits;

    private String member;
    private ContentStream content;
    private DumpFormat format;
    private RecordEnds recordEnds;

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
    private long nextRecord;

    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private int size;
    private ReadProblem problem;

    RecordCutter(String file, ReadLimits limits) {
        this.file = file;
        this.limits = limits;
        this.buffer = new byte[limits.blockBytes()];
    }

    /** Begins with another text and reads its first bytes. */
    void begin(DumpWalk.Text text) throws IOException {
        member = text.member();
        content = text.content();
        limit = 0;
        bufferOffset = 0;
        contentEnded = false;
        done = false;
        header = new byte[0];
        headerSeen = false;
        nextRecord = 1;
        fill(limits.blockBytes());
        recordStart = ByteOrderMark.length(buffer, limit);
        scanned = recordStart;
    }

    /** The first bytes of the text, without a byte-order mark, to tell its format by. */
    byte[] head() {
        return Arrays.copyOfRange(buffer, recordStart, Math.min(limit, recordStart + DumpHead.USUAL_BYTES));
    }

    /** Says how the text falls into records, before the first block is cut. */
    void cutAs(DumpFormat dumpFormat, RecordCut cut) throws IOException {
        if (cut == RecordCut.DOCUMENT) {
            readOn(UnfoldedText.ofDocument(rest(), dumpFormat.unfolder(), limits.maxRecordBytes()));
        } else if (cut == RecordCut.STREAM) {
            InputStream text = rest();
            readOn(new UnfoldedText(text, dumpFormat.unfolder(text), limits.maxRecordBytes()));
        } else if (cut == RecordCut.PAGES) {
            readOn(new UnfoldedLines(rest(), dumpFormat::unfolder, limits.maxRecordBytes()));
        }
        format = dumpFormat;
        recordEnds = RecordEnds.of(cut);
        headerSeen = cut != RecordCut.CSV;
    }

    /** The text from its beginning, of which the first bytes were read already. */
    private InputStream rest() {
        byte[] begun = Arrays.copyOfRange(buffer, recordStart, limit);
        return new SequenceInputStream(new ByteArrayInputStream(begun), content.asStream());
    }

    /** Makes the text that of the records in the document, or the pages, that were begun. */
    private void readOn(InputStream records) {
        content = new ContentStream(records);
        limit = 0;
        recordStart = 0;
        scanned = 0;
        contentEnded = false;
    }

    /** What ended the text early, as far as it was read, or null. */
    Damage damage() {
        return content.damage();
    }

    byte[] header() {
        return header.clone();
    }

    /** The next block of this text under the number given, or empty at its end. */
    Optional<RecordBlock> next(long number, long nonDumpMembers) throws IOException {
        long firstRecord = nextRecord;
        long baseOffset = bufferOffset;
        if (!cut()) {
            return Optional.empty();
        }
        RecordBlock block = new RecordBlock(
                file,
                member,
                format,
                number,
                firstRecord,
                baseOffset,
                Arrays.copyOf(buffer, size == 0 ? 0 : ends[size - 1]),
                Arrays.copyOf(starts, size),
                Arrays.copyOf(ends, size),
                header,
                problem == null ? List.of() : List.of(problem),
                nonDumpMembers);
        dropCutBytes();
        return Optional.of(block);
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
        Damage damage = content.damage();
        if (end < 0 && damage != null) {
            // The content broke off inside the record: one record, one problem.
            report(damage.reason(), offset, damage.getMessage());
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
        } else if (!headerSeen) {
            headerSeen = true;
            header = Arrays.copyOfRange(buffer, from, to);
        } else {
            if (size == starts.length) {
                starts = Arrays.copyOf(starts, size * 2);
                ends = Arrays.copyOf(ends, size * 2);
            }
            starts[size] = from;
            ends[size++] = to;
            nextRecord++;
        }
    }

    /** At the end of the content: the last line where the file is sound, the problem where it is not. */
    private void takeLast() {
        Damage damage = content.damage();
        if (damage != null) {
            report(damage.reason(), bufferOffset + recordStart, damage.getMessage());
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
        while (limit < target && !contentEnded) {
            int n = content.read(buffer, limit, target - limit);
            if (n < 0) {
                contentEnded = true;
            } else {
                limit += n;
            }
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
