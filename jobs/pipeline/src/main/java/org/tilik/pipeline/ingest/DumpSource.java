// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
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
import org.tilik.formats.RecordCut;
import org.tilik.formats.container.ReadLimits;
import org.tilik.formats.container.RecordBlockReader;
import org.tilik.model.RejectReason;
import org.tilik.pipeline.study.InputFile;

/**
 * Reads dump files as blocks of raw records: one split per file, decompressed and cut here, decoded elsewhere.
 *
 * <p>A restored reader decompresses the file again and skips the blocks already handed out.
 */
final class DumpSource {
    private DumpSource() {}

    static FileSource<DumpChunk> of(List<InputFile> inputs, ReadLimits limits) {
        Map<String, InputFile> byUri = new HashMap<>();
        inputs.forEach(input -> byUri.put(input.uri(), input));
        Path[] paths = inputs.stream().map(input -> new Path(input.uri())).toArray(Path[]::new);
        return FileSource.forBulkFileFormat(new DumpFileFormat(byUri, limits), paths)
                .setFileEnumerator(WholeFiles::new)
                .build();
    }

    /** One split per file named, in the order given; nothing is filtered by name. */
    private static final class WholeFiles implements FileEnumerator {
        @Override
        public Collection<FileSourceSplit> enumerateSplits(Path[] paths, int minDesiredSplits) throws IOException {
            List<FileSourceSplit> splits = new ArrayList<>();
            for (Path path : paths) {
                long bytes = path.getFileSystem().getFileStatus(path).getLen();
                splits.add(new FileSourceSplit(path.toString(), path, 0, bytes, 0, bytes));
            }
            return splits;
        }
    }

    private record DumpFileFormat(Map<String, InputFile> inputs, ReadLimits limits)
            implements BulkFormat<DumpChunk, FileSourceSplit>, Serializable {
        @Override
        public Reader<DumpChunk> createReader(Configuration config, FileSourceSplit split) throws IOException {
            return new DumpFileReader(inputs.get(split.path().toString()), limits, 0);
        }

        @Override
        public Reader<DumpChunk> restoreReader(Configuration config, FileSourceSplit split) throws IOException {
            long done = split.getReaderPosition()
                    .map(CheckpointedPosition::getRecordsAfterOffset)
                    .orElse(0L);
            return new DumpFileReader(inputs.get(split.path().toString()), limits, done);
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

    /** Hands out one block at a time and looks one ahead, so that the last block of a file can say so. */
    private static final class DumpFileReader implements BulkFormat.Reader<DumpChunk> {
        private final InputFile input;
        private final RecordBlockReader reader;
        private Optional<RecordBlock> next;
        private long handedOut;
        private long rawBytes;

        DumpFileReader(InputFile input, ReadLimits limits, long skip) throws IOException {
            this.input = input;
            Path path = new Path(input.uri());
            RecordCut cut =
                    input.format() == null ? RecordCut.NDJSON : input.format().cut();
            reader = RecordBlockReader.open(path.getFileSystem().open(path), input.name(), cut, limits);
            if (input.format() == null) {
                next = skip == 0 ? Optional.of(unrecognised(input)) : Optional.empty();
            } else {
                reader.skipBlocks(skip);
                next = reader.next().or(() -> skip == 0 ? Optional.of(empty(input, List.of())) : Optional.empty());
            }
            handedOut = skip;
        }

        @Override
        public BulkFormat.RecordIterator<DumpChunk> readBatch() throws IOException {
            if (next.isEmpty()) {
                return null;
            }
            RecordBlock block = next.get();
            next = input.format() == null ? Optional.empty() : reader.next();
            boolean last = next.isEmpty();
            boolean endsPart = last || DumpChunk.partOf(next.get().block()) != DumpChunk.partOf(block.block());
            DumpChunk chunk = new DumpChunk(block, endsPart, last ? reader.finish() : null);
            ReadProgress.add(reader.rawBytes() - rawBytes, block.size());
            rawBytes = reader.rawBytes();
            SingletonResultIterator<DumpChunk> batch = new SingletonResultIterator<>();
            batch.set(chunk, CheckpointedPosition.NO_OFFSET, ++handedOut);
            return batch;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }

        private static RecordBlock unrecognised(InputFile input) {
            ReadProblem problem = new ReadProblem(
                    RejectReason.UNSUPPORTED_RECORD,
                    1,
                    0,
                    "The format of this file was not recognised. Name it in the study (format: …) if it is one that"
                            + " Tilik reads, or take the file out.");
            return empty(input, List.of(problem));
        }

        private static RecordBlock empty(InputFile input, List<ReadProblem> problems) {
            return new RecordBlock(
                    input.name(), "", 0, 1, 0, new byte[0], new int[0], new int[0], new byte[0], problems);
        }
    }
}
