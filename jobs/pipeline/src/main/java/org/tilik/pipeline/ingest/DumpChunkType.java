// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.ReadProblem;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.container.Container;
import org.tilik.formats.container.DumpRange;
import org.tilik.formats.container.MinuteRange;
import org.tilik.formats.container.Packing;
import org.tilik.formats.container.ReadSummary;
import org.tilik.model.RejectReason;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.types.ImmutableSerializer;
import org.tilik.pipeline.types.ImmutableType;

/** Tells Flink how blocks of raw records travel: their bytes as they are, in one piece. */
final class DumpChunkType extends ImmutableType<DumpChunk> {
    private static final long serialVersionUID = 1L;
    static final DumpChunkType INSTANCE = new DumpChunkType();

    private DumpChunkType() {
        super(DumpChunk.class);
    }

    @Override
    public TypeSerializer<DumpChunk> createSerializer(SerializerConfig config) {
        return Serializer.INSTANCE;
    }

    /** Writes the fields one after the other. */
    static final class Serializer extends ImmutableSerializer<DumpChunk> {
        private static final long serialVersionUID = 1L;
        private static final Serializer INSTANCE = new Serializer();

        @Override
        public TypeSerializer<DumpChunk> duplicate() {
            return this;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Serializer;
        }

        @Override
        public int hashCode() {
            return Serializer.class.hashCode();
        }

        @Override
        public void serialize(DumpChunk chunk, DataOutputView out) throws IOException {
            InputFileBytes.write(chunk.input(), out);
            RecordBlock block = chunk.block();
            out.writeUTF(block.file());
            out.writeUTF(block.member());
            out.writeUTF(block.format() == null ? "" : block.format().name());
            out.writeLong(block.block());
            out.writeLong(block.firstRecord());
            out.writeLong(block.baseOffset());
            writeBytes(block.bytes(), out);
            writeInts(block.starts(), out);
            writeInts(block.ends(), out);
            writeBytes(block.header(), out);
            out.writeInt(block.problems().size());
            for (ReadProblem problem : block.problems()) {
                out.writeUTF(problem.reason().name());
                out.writeLong(problem.record());
                out.writeLong(problem.offset());
                out.writeUTF(problem.detail());
            }
            out.writeLong(block.nonDumpMembers());
            out.writeLong(chunk.range().start());
            out.writeLong(chunk.range().end());
            out.writeLong(chunk.range().fileBytes());
            out.writeLong(chunk.part());
            out.writeBoolean(chunk.endsPart());
            ReadSummary end = chunk.end();
            out.writeBoolean(end != null);
            if (end != null) {
                write(end, out);
            }
        }

        private static void write(ReadSummary end, DataOutputView out) throws IOException {
            out.writeInt(end.packing().layers().size());
            for (Container container : end.packing().layers()) {
                out.writeUTF(container.name());
            }
            out.writeLong(end.rawBytes());
            out.writeUTF(end.sha256() == null ? "" : end.sha256());
            out.writeLong(end.contentBytes());
            out.writeLong(end.records());
            out.writeLong(end.problems());
            out.writeInt(end.minutes().size());
            for (MinuteRange minutes : end.minutes()) {
                out.writeLong(minutes.first());
                out.writeLong(minutes.last());
            }
        }

        private static ReadSummary readSummary(DataInputView in) throws IOException {
            List<Container> layers = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                layers.add(Container.valueOf(in.readUTF()));
            }
            long rawBytes = in.readLong();
            String sha256 = in.readUTF();
            long contentBytes = in.readLong();
            long records = in.readLong();
            long problems = in.readLong();
            List<MinuteRange> minutes = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                minutes.add(new MinuteRange(in.readLong(), in.readLong()));
            }
            return new ReadSummary(
                    new Packing(layers),
                    rawBytes,
                    sha256.isEmpty() ? null : sha256,
                    contentBytes,
                    records,
                    problems,
                    List.copyOf(minutes));
        }

        @Override
        public DumpChunk deserialize(DataInputView in) throws IOException {
            InputFile input = InputFileBytes.read(in);
            String file = in.readUTF();
            String member = in.readUTF();
            String format = in.readUTF();
            long number = in.readLong();
            long firstRecord = in.readLong();
            long baseOffset = in.readLong();
            byte[] bytes = readBytes(in);
            int[] starts = readInts(in);
            int[] ends = readInts(in);
            byte[] header = readBytes(in);
            List<ReadProblem> problems = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                RejectReason reason = RejectReason.valueOf(in.readUTF());
                problems.add(new ReadProblem(reason, in.readLong(), in.readLong(), in.readUTF()));
            }
            RecordBlock block = new RecordBlock(
                    file,
                    member,
                    format.isEmpty() ? null : DumpFormat.valueOf(format),
                    number,
                    firstRecord,
                    baseOffset,
                    bytes,
                    starts,
                    ends,
                    header,
                    List.copyOf(problems),
                    in.readLong());
            DumpRange range = new DumpRange(in.readLong(), in.readLong(), in.readLong());
            long part = in.readLong();
            boolean endsPart = in.readBoolean();
            return new DumpChunk(input, block, range, part, endsPart, in.readBoolean() ? readSummary(in) : null);
        }

        @Override
        public TypeSerializerSnapshot<DumpChunk> snapshotConfiguration() {
            return new Snapshot();
        }

        private static void writeInts(int[] values, DataOutputView out) throws IOException {
            out.writeInt(values.length);
            for (int value : values) {
                out.writeInt(value);
            }
        }

        private static int[] readInts(DataInputView in) throws IOException {
            int[] values = new int[in.readInt()];
            for (int i = 0; i < values.length; i++) {
                values[i] = in.readInt();
            }
            return values;
        }
    }

    /** Flink creates it by name when it restores state. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<DumpChunk> {
        /** For Flink. */
        public Snapshot() {
            super(() -> Serializer.INSTANCE);
        }
    }
}
