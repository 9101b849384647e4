// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.SingletonResultIterator;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.tilik.formats.ReadProblem;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.container.ChecksumFile;
import org.tilik.formats.container.DumpRange;
import org.tilik.formats.container.FileChanged;
import org.tilik.formats.container.Packing;
import org.tilik.formats.container.ReadLimits;
import org.tilik.formats.container.ReadSummary;
import org.tilik.formats.container.RecordBlockReader;
import org.tilik.model.RejectReason;
import org.tilik.pipeline.study.InputFile;

/**
 * Hands out one block at a time and looks one ahead, so that the last block of a range can say so.
 *
 * <p>A restored reader unpacks its range again and goes on behind the last part that was handed out whole: what decodes the
 * blocks keeps nothing of a part that has not ended.
 *
 * <p>Where files may go, one that was deleted or became shorter since it was found gives what could be read of it, and a
 * problem at its end. Failing would help nobody: the job would find the same file missing whenever it went on.
 */
final class DumpFileReader implements BulkFormat.Reader<DumpChunk> {
    /** A part becomes a file, and its decoder is one task. */
    private static final long PART_BYTES = 64L << 20;
    /** Position behind the last block. */
    private static final long ALL = Long.MAX_VALUE;

    private static final Packing UNKNOWN = new Packing(List.of());

    private final InputFile input;
    private final DumpRange range;
    private final boolean filesMayGo;
    private RecordBlockReader reader;
    private Optional<RecordBlock> next = Optional.empty();
    private boolean isGone;
    private boolean isChecked;
    private long handedOut;
    private long handedOutInWholeParts;
    private long part;
    private long partBytes;
    private long rawBytes;
    private long problems;

    private DumpFileReader(DumpSplit split, boolean filesMayGo) {
        this.input = split.input();
        this.range = split.range();
        this.filesMayGo = filesMayGo;
    }

    /** Opens the range and goes to where reading was left. */
    static DumpFileReader open(DumpSplit split, ReadLimits limits, boolean filesMayGo) throws IOException {
        DumpFileReader opened = new DumpFileReader(split, filesMayGo);
        long done = split.getReaderPosition()
                .map(CheckpointedPosition::getRecordsAfterOffset)
                .orElse(0L);
        if (done < ALL) {
            try {
                opened.begin(limits);
                opened.skip(done);
            } catch (IOException | RuntimeException e) {
                opened.close();
                throw e;
            }
        }
        return opened;
    }

    private void begin(ReadLimits limits) throws IOException {
        try {
            reader = RecordBlockReader.open(
                    DumpFileChannel.open(new Path(input.uri()), input.bytes()),
                    range,
                    input.name(),
                    input.format(),
                    limits);
            next = reader.next().or(() -> Optional.of(RecordBlock.empty(input.name())));
        } catch (IOException e) {
            next = Optional.of(gone(e));
        }
    }

    private void skip(long done) throws IOException {
        while (handedOut < done) {
            if (isGone || next.isEmpty()) {
                next = Optional.of(gone(new FileChanged(input.name() + " ends after block " + handedOut
                        + " where reading should go on after block " + done
                        + "; it is not the file that was read before.")));
                handedOut = done;
            } else {
                take();
            }
        }
    }

    @Override
    public BulkFormat.RecordIterator<DumpChunk> readBatch() throws IOException {
        if (next.isEmpty()) {
            return null;
        }
        DumpChunk chunk = take();
        if (reader != null) {
            ReadProgress.add(reader.rawBytes() - rawBytes, chunk.block().size());
            rawBytes = reader.rawBytes();
        }
        SingletonResultIterator<DumpChunk> batch = new SingletonResultIterator<>();
        batch.set(chunk, CheckpointedPosition.NO_OFFSET, chunk.end() == null ? handedOutInWholeParts : ALL);
        return batch;
    }

    private DumpChunk take() throws IOException {
        RecordBlock block = next.orElseThrow();
        next = isGone ? Optional.empty() : following();
        handedOut++;
        partBytes += block.bytes().length;
        ReadSummary end = next.isEmpty() ? summary() : null;
        boolean endsPart = end != null || partBytes >= PART_BYTES;
        DumpChunk chunk = new DumpChunk(input, block, range, part, endsPart, end);
        if (endsPart) {
            part++;
            partBytes = 0;
            handedOutInWholeParts = handedOut;
        }
        return chunk;
    }

    private Optional<RecordBlock> following() throws IOException {
        try {
            Optional<RecordBlock> block = reader.next();
            if (block.isEmpty() && range.start() == 0 && !isChecked) {
                isChecked = true;
                return wrongChecksum();
            }
            return block;
        } catch (IOException e) {
            return Optional.of(gone(e));
        }
    }

    /** A block with the problem that the file is not the one whose checksum lies beside it, or empty. */
    private Optional<RecordBlock> wrongChecksum() throws IOException {
        Path path = new Path(input.uri());
        Path beside = path.suffix(ChecksumFile.ENDING);
        if (!path.getFileSystem().exists(beside)) {
            return Optional.empty();
        }
        Optional<ChecksumFile> checksum;
        try (InputStream in = beside.getFileSystem().open(beside)) {
            checksum = ChecksumFile.of(in.readNBytes(ChecksumFile.MOST_BYTES + 1));
        }
        Optional<String> complaint = checksum.isPresent()
                ? checksum.get().complaint(path.getFileSystem().open(path), input.name())
                : Optional.empty();
        return complaint.map(found -> RecordBlock.without(
                input.name(),
                "",
                handedOut + 1,
                List.of(new ReadProblem(RejectReason.CORRUPT_ARCHIVE, 1, 0, found)),
                0));
    }

    /** The last block of a file that is not there any more; fails where files must stay, or the file is as it was. */
    private RecordBlock gone(IOException problem) throws IOException {
        if (!filesMayGo || !(problem instanceof FileChanged || isGoneOrShorter())) {
            throw problem;
        }
        isGone = true;
        problems++;
        return RecordBlock.without(
                input.name(),
                "",
                handedOut,
                List.of(new ReadProblem(
                        RejectReason.TRUNCATED_ARCHIVE,
                        1,
                        0,
                        "The file was deleted or replaced before it was read to its end. If it was replaced, the new"
                                + " one is read for itself; otherwise put it back under another name.")),
                0);
    }

    private boolean isGoneOrShorter() throws IOException {
        Path path = new Path(input.uri());
        FileSystem files = path.getFileSystem();
        return !files.exists(path) || files.getFileStatus(path).getLen() < input.bytes();
    }

    private ReadSummary summary() throws IOException {
        return isGone
                ? new ReadSummary(
                        reader == null ? UNKNOWN : reader.packing(), rawBytes, null, 0, 0, problems, List.of())
                : reader.finish();
    }

    @Override
    public void close() throws IOException {
        if (reader != null) {
            reader.close();
        }
    }
}
