// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import org.apache.flink.connector.file.src.FileSourceSplit;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.tilik.formats.container.DumpRange;
import org.tilik.pipeline.study.InputFile;

/** A dump file, or a range of one that can be read on its own, with what was found out about the file. */
final class DumpSplit extends FileSourceSplit {
    private static final long serialVersionUID = 1L;
    private static final String[] ANYWHERE = {};

    private final InputFile input;

    DumpSplit(InputFile input, DumpRange range) {
        this(input, range.start(), range.end() - range.start(), null);
    }

    private DumpSplit(InputFile input, long offset, long length, CheckpointedPosition position) {
        super(id(input, offset), new Path(id(input, offset)), offset, length, 0, input.bytes(), ANYWHERE, position);
        this.input = input;
    }

    /**
     * Flink, where it watches folders, reads each path once. A file has several ranges, and one that has grown since it was
     * read must be read again: the digest is another one then.
     */
    private static String id(InputFile input, long offset) {
        return input.uri() + "@" + offset + "@" + input.digest();
    }

    InputFile input() {
        return input;
    }

    DumpRange range() {
        return new DumpRange(offset(), offset() + length(), fileSize());
    }

    @Override
    public DumpSplit updateWithCheckpointedPosition(CheckpointedPosition position) {
        return new DumpSplit(input, offset(), length(), position);
    }

    /** Writes the input, the range and how far it is read. */
    static final class Serializer implements SimpleVersionedSerializer<DumpSplit> {
        private static final int VERSION = 1;
        private static final int USUAL_BYTES = 512;
        private static final long NOTHING_READ = -1;

        @Override
        public int getVersion() {
            return VERSION;
        }

        @Override
        public byte[] serialize(DumpSplit split) throws IOException {
            DataOutputSerializer out = new DataOutputSerializer(USUAL_BYTES);
            InputFileBytes.write(split.input, out);
            out.writeLong(split.offset());
            out.writeLong(split.length());
            out.writeLong(split.getReaderPosition()
                    .map(CheckpointedPosition::getRecordsAfterOffset)
                    .orElse(NOTHING_READ));
            return out.getCopyOfBuffer();
        }

        @Override
        public DumpSplit deserialize(int version, byte[] bytes) throws IOException {
            if (version != VERSION) {
                throw new IOException("A split of version " + version + " was saved; this version of Tilik reads "
                        + VERSION + ". Watch with the version that saved it, or start afresh.");
            }
            DataInputDeserializer in = new DataInputDeserializer(bytes);
            InputFile input = InputFileBytes.read(in);
            long offset = in.readLong();
            long length = in.readLong();
            long read = in.readLong();
            return new DumpSplit(
                    input,
                    offset,
                    length,
                    read == NOTHING_READ ? null : new CheckpointedPosition(CheckpointedPosition.NO_OFFSET, read));
        }
    }
}
