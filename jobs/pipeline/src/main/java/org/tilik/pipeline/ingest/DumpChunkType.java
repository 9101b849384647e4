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
import org.tilik.formats.ReadProblem;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.container.Container;
import org.tilik.formats.container.ReadSummary;
import org.tilik.model.RejectReason;
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
            RecordBlock block = chunk.block();
            out.writeUTF(block.file());
            out.writeUTF(block.member());
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
            out.writeBoolean(chunk.endsPart());
            ReadSummary end = chunk.end();
            out.writeBoolean(end != null);
            if (end != null) {
                out.writeUTF(end.container().name());
                out.writeLong(end.rawBytes());
                out.writeUTF(end.sha256());
                out.writeLong(end.contentBytes());
                out.writeLong(end.records());
                out.writeLong(end.problems());
            }
        }

        @Override
        public DumpChunk deserialize(DataInputView in) throws IOException {
            String file = in.readUTF();
            String member = in.readUTF();
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
                    file, member, number, firstRecord, baseOffset, bytes, starts, ends, header, List.copyOf(problems));
            boolean endsPart = in.readBoolean();
            ReadSummary end = in.readBoolean()
                    ? new ReadSummary(
                            Container.valueOf(in.readUTF()),
                            in.readLong(),
                            in.readUTF(),
                            in.readLong(),
                            in.readLong(),
                            in.readLong())
                    : null;
            return new DumpChunk(block, endsPart, end);
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
