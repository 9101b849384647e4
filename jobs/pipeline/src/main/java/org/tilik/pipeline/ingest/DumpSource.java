// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.FileSource;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.enumerate.FileEnumerator;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.SingletonResultIterator;
import org.apache.flink.core.fs.Path;
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
 * <p>A restored reader unpacks its range again and skips the blocks already handed out.
 */
final class DumpSource {
    private DumpSource() {}

    static FileSource<DumpChunk> of(List<InputFile> inputs, ReadLimits limits) {
        Map<String, InputFile> byUri = new HashMap<>();
        inputs.forEach(input -> byUri.put(input.uri(), input));
        Path[] paths = inputs.stream().map(input -> new Path(input.uri())).toArray(Path[]::new);
        return FileSource.forBulkFileFormat(new DumpFileFormat(byUri, limits), paths)
                .setFileEnumerator(() -> new Ranges(limits))
                .build();
    }

    /** The most splits that these inputs can give. */
    static int mostSplits(List<InputFile> inputs, ReadLimits limits) {
        long splits = inputs.stream()
                .mapToLong(input -> 1 + input.bytes() / limits.rangeBytes())
                .sum();
        return (int) Math.min(Integer.MAX_VALUE, splits);
    }

    /** One split per range of each file named, in the order given; nothing is filtered by name. */
    private record Ranges(ReadLimits limits) implements FileEnumerator {
        @Override
        public Collection<FileSourceSplit> enumerateSplits(Path[] paths, int minDesiredSplits) throws IOException {
            List<FileSourceSplit> splits = new ArrayList<>();
            for (Path path : paths) {
                long bytes = path.getFileSystem().getFileStatus(path).getLen();
                try (DumpFileChannel file = DumpFileChannel.open(path, bytes)) {
                    for (DumpRange range : DumpRanges.of(file, limits)) {
                        splits.add(new FileSourceSplit(
                                path + "@" + range.start(),
                                path,
                                range.start(),
                                range.end() - range.start(),
                                0,
                                bytes));
                    }
                }
            }
            return splits;
        }
    }

    private record DumpFileFormat(Map<String, InputFile> inputs, ReadLimits limits)
            implements BulkFormat<DumpChunk, FileSourceSplit>, Serializable {
        @Override
        public Reader<DumpChunk> createReader(Configuration config, FileSourceSplit split) throws IOException {
            return new DumpFileReader(inputs.get(split.path().toString()), split, limits, 0);
        }

        @Override
        public Reader<DumpChunk> restoreReader(Configuration config, FileSourceSplit split) throws IOException {
            long done = split.getReaderPosition()
                    .map(CheckpointedPosition::getRecordsAfterOffset)
                    .orElse(0L);
            return new DumpFileReader(inputs.get(split.path().toString()), split, limits, done);
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

        private final DumpRange range;
        private final RecordBlockReader reader;
        private final String name;
        private final Path path;
        private boolean checked;
        private Optional<RecordBlock> next;
        private long handedOut;
        private long part;
        private long partBytes;
        private long rawBytes;

        DumpFileReader(InputFile input, FileSourceSplit split, ReadLimits limits, long skip) throws IOException {
            name = input.name();
            path = split.path();
            range = new DumpRange(split.offset(), split.offset() + split.length(), split.fileSize());
            reader = RecordBlockReader.open(
                    DumpFileChannel.open(split.path(), split.fileSize()), range, input.name(), input.format(), limits);
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
            batch.set(chunk, CheckpointedPosition.NO_OFFSET, handedOut);
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
            DumpChunk chunk = new DumpChunk(block, range, part, endsPart, last ? reader.finish() : null);
            if (endsPart) {
                part++;
                partBytes = 0;
            }
            return chunk;
        }

        /** A block with the problem that the file is not the one whose checksum lies beside it, or empty. */
        private Optional<RecordBlock> wrongChecksum() throws IOException {
            Path beside = path.suffix(ChecksumFile.ENDING);
            if (!path.getFileSystem().exists(beside)) {
                return Optional.empty();
            }
            Optional<ChecksumFile> checksum;
            try (InputStream in = beside.getFileSystem().open(beside)) {
                checksum = ChecksumFile.of(in.readNBytes(ChecksumFile.MOST_BYTES + 1));
            }
            Optional<String> complaint = checksum.isPresent()
                    ? checksum.get().complaint(path.getFileSystem().open(path), name)
                    : Optional.empty();
            return complaint.map(found -> RecordBlock.without(
                    name, "", handedOut + 1, List.of(new ReadProblem(RejectReason.CORRUPT_ARCHIVE, 1, 0, found)), 0));
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }
}
