// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.AbstractFileSource;
import org.apache.flink.connector.file.src.ContinuousEnumerationSettings;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.enumerate.FileEnumerator;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.SingletonResultIterator;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.tilik.formats.ReadProblem;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.container.ChecksumFile;
import org.tilik.formats.container.DumpRange;
import org.tilik.formats.container.DumpRanges;
import org.tilik.formats.container.ReadLimits;
import org.tilik.formats.container.RecordBlockReader;
import org.tilik.model.RejectReason;
import org.tilik.pipeline.study.InputFile;

/**
 * Reads dump files as blocks of raw records, unpacked and cut here, decoded elsewhere. A split is a file, or a range of one
 * that can be read on its own; splits depend on the files alone.
 *
 * <p>A restored reader unpacks its range again and goes on behind the last part that was handed out whole: what decodes the
 * blocks keeps nothing of a part that has not ended.
 */
final class DumpSource extends AbstractFileSource<DumpChunk, DumpSplit> {
    private static final long serialVersionUID = 1L;
    /** Flink wants a path to look into; which files there are is found out by the study. */
    private static final Path[] ELSEWHERE = {new Path("/")};

    private DumpSource(FileEnumerator.Provider files, ReadLimits limits, ContinuousEnumerationSettings watching) {
        super(ELSEWHERE, files, InOrder::new, new DumpFileFormat(limits), watching);
    }

    /** Reads these files once. */
    static DumpSource of(List<InputFile> inputs, ReadLimits limits) {
        List<InputFile> files = List.copyOf(inputs);
        return new DumpSource(
                () -> (paths, wanted) -> {
                    List<FileSourceSplit> splits = new ArrayList<>();
                    for (InputFile input : files) {
                        splits.addAll(splits(input, limits));
                    }
                    return splits;
                },
                limits,
                null);
    }

    /** Reads what the folders hold and whatever comes into them, looking so often. */
    static DumpSource watching(ArrivingFiles.Provider folders, ReadLimits limits, Duration every) {
        return new DumpSource(
                () -> {
                    ArrivingFiles files = folders.create();
                    return (paths, wanted) -> files.look(input -> splits(input, limits));
                },
                limits,
                new ContinuousEnumerationSettings(every));
    }

    /** The most splits that these inputs can give. */
    static int mostSplits(List<InputFile> inputs, ReadLimits limits) {
        long splits = inputs.stream()
                .mapToLong(input -> 1 + input.bytes() / limits.rangeBytes())
                .sum();
        return (int) Math.min(Integer.MAX_VALUE, splits);
    }

    @Override
    public SimpleVersionedSerializer<DumpSplit> getSplitSerializer() {
        return new DumpSplit.Serializer();
    }

    /** One split per range of the file. */
    private static Collection<FileSourceSplit> splits(InputFile input, ReadLimits limits) throws IOException {
        List<FileSourceSplit> splits = new ArrayList<>();
        try (DumpFileChannel file = DumpFileChannel.open(new Path(input.uri()), input.bytes())) {
            for (DumpRange range : DumpRanges.of(file, limits)) {
                splits.add(new DumpSplit(input, range));
            }
        }
        return splits;
    }

    private record DumpFileFormat(ReadLimits limits) implements BulkFormat<DumpChunk, DumpSplit>, Serializable {
        @Override
        public Reader<DumpChunk> createReader(Configuration config, DumpSplit split) throws IOException {
            return new DumpFileReader(split, limits, 0);
        }

        @Override
        public Reader<DumpChunk> restoreReader(Configuration config, DumpSplit split) throws IOException {
            long done = split.getReaderPosition()
                    .map(CheckpointedPosition::getRecordsAfterOffset)
                    .orElse(0L);
            return new DumpFileReader(split, limits, done);
        }

        @Override
        public boolean isSplittable() {
            return false;
        }

        @Override
        public TypeInformation<DumpChunk> getProducedType() {
            return DumpChunkType.INSTANCE;
        }
    }

    /** Hands out one block at a time and looks one ahead, so that the last block of a range can say so. */
    private static final class DumpFileReader implements BulkFormat.Reader<DumpChunk> {
        /** A part becomes a file, and its decoder is one task. */
        private static final long PART_BYTES = 64L << 20;

        private final InputFile input;
        private final DumpRange range;
        private final RecordBlockReader reader;
        private boolean checked;
        private Optional<RecordBlock> next;
        private long handedOut;
        private long handedOutInWholeParts;
        private long part;
        private long partBytes;
        private long rawBytes;

        DumpFileReader(DumpSplit split, ReadLimits limits, long skip) throws IOException {
            input = split.input();
            range = split.range();
            reader = RecordBlockReader.open(
                    DumpFileChannel.open(new Path(input.uri()), input.bytes()),
                    range,
                    input.name(),
                    input.format(),
                    limits);
            next = reader.next().or(() -> Optional.of(RecordBlock.empty(input.name())));
            while (handedOut < skip) {
                if (next.isEmpty()) {
                    throw new IOException(input.name() + " ends after block " + handedOut
                            + " where reading should go on" + " after block " + skip
                            + "; it is not the file that was read before. Start afresh.");
                }
                take();
            }
        }

        @Override
        public BulkFormat.RecordIterator<DumpChunk> readBatch() throws IOException {
            if (next.isEmpty()) {
                return null;
            }
            DumpChunk chunk = take();
            ReadProgress.add(reader.rawBytes() - rawBytes, chunk.block().size());
            rawBytes = reader.rawBytes();
            SingletonResultIterator<DumpChunk> batch = new SingletonResultIterator<>();
            batch.set(chunk, CheckpointedPosition.NO_OFFSET, handedOutInWholeParts);
            return batch;
        }

        private DumpChunk take() throws IOException {
            RecordBlock block = next.orElseThrow();
            next = reader.next();
            if (next.isEmpty() && range.start() == 0 && !checked) {
                checked = true;
                next = wrongChecksum();
            }
            handedOut++;
            partBytes += block.bytes().length;
            boolean last = next.isEmpty();
            boolean endsPart = last || partBytes >= PART_BYTES;
            DumpChunk chunk = new DumpChunk(input, block, range, part, endsPart, last ? reader.finish() : null);
            if (endsPart) {
                part++;
                partBytes = 0;
                handedOutInWholeParts = handedOut;
            }
            return chunk;
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

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
