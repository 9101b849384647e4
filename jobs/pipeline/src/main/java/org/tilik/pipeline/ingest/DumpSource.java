// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.AbstractFileSource;
import org.apache.flink.connector.file.src.ContinuousEnumerationSettings;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.enumerate.FileEnumerator;
import org.apache.flink.connector.file.src.reader.BulkFormat;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.tilik.formats.container.DumpRange;
import org.tilik.formats.container.DumpRanges;
import org.tilik.formats.container.ReadLimits;
import org.tilik.pipeline.study.InputFile;

/**
 * Reads dump files as blocks of raw records, unpacked and cut here, decoded elsewhere. A split is a file, or a range of one
 * that can be read on its own; splits depend on the files alone.
 */
final class DumpSource extends AbstractFileSource<DumpChunk, DumpSplit> {
    private static final long serialVersionUID = 1L;
    /** Flink wants a path to look into; which files there are is found out by the study. */
    private static final Path[] ELSEWHERE = {new Path("/")};

    private DumpSource(FileEnumerator.Provider files, ReadLimits limits, ContinuousEnumerationSettings watching) {
        super(ELSEWHERE, files, InOrder::new, new DumpFileFormat(limits, watching != null), watching);
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

    /**
     * Reads what the folders hold and whatever comes into them, looking so often; a file that goes before it is read does
     * not end the watch, but is rejected.
     */
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

    private record DumpFileFormat(ReadLimits limits, boolean filesMayGo)
            implements BulkFormat<DumpChunk, DumpSplit>, Serializable {
        @Override
        public Reader<DumpChunk> createReader(Configuration config, DumpSplit split) throws IOException {
            return DumpFileReader.open(split, limits, filesMayGo);
        }

        @Override
        public Reader<DumpChunk> restoreReader(Configuration config, DumpSplit split) throws IOException {
            return DumpFileReader.open(split, limits, filesMayGo);
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
}
