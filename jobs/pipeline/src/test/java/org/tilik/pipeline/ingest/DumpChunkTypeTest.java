// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.tilik.formats.ReadProblem;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.container.Container;
import org.tilik.formats.container.ReadSummary;
import org.tilik.model.RejectReason;

class DumpChunkTypeTest {
    private static final List<ReadProblem> PROBLEMS =
            List.of(new ReadProblem(RejectReason.TRUNCATED_ARCHIVE, 3, 99, "the file ends inside a frame"));

    @Test
    void aChunkTravelsUnchangedWithProblemsAndSummary() throws IOException {
        ReadSummary end = new ReadSummary(Container.ZSTD, 10, "ab".repeat(32), 20, 2, 1);

        DumpChunk copy = copy(new DumpChunk(block(5, PROBLEMS), true, end));

        assertThat(copy.end()).isEqualTo(end);
        assertThat(copy.endsPart()).isTrue();
        assertThat(copy.block()).usingRecursiveComparison().isEqualTo(block(5, PROBLEMS));
    }

    @Test
    void aChunkInTheMiddleOfAFileHasNoSummary() throws IOException {
        DumpChunk copy = copy(new DumpChunk(block(0, List.of()), false, null));

        assertThat(copy.end()).isNull();
        assertThat(copy.endsPart()).isFalse();
    }

    @Test
    void allBlocksOfAPartGoToOneTaskAndPartsAreSpread() {
        long tasks = IntStream.range(0, 64 * 8)
                .mapToObj(block -> new DumpChunk(block(block, List.of()), false, null))
                .peek(chunk -> assertThat(DumpChunk.task(chunk, 4))
                        .isEqualTo(DumpChunk.task(new DumpChunk(block(chunk.part() * 64, List.of()), false, null), 4)))
                .mapToInt(chunk -> DumpChunk.task(chunk, 4))
                .distinct()
                .count();

        assertThat(tasks).isEqualTo(4);
    }

    private static RecordBlock block(long number, List<ReadProblem> problems) {
        return new RecordBlock(
                "RC.zst",
                "",
                number,
                1,
                7,
                new byte[] {1, 2, 3},
                new int[] {0, 2},
                new int[] {1, 3},
                new byte[] {9},
                problems);
    }

    private static DumpChunk copy(DumpChunk chunk) throws IOException {
        TypeSerializer<DumpChunk> serializer = DumpChunkType.INSTANCE.createSerializer(null);
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer.serialize(chunk, out);
        DataOutputSerializer relayed = new DataOutputSerializer(64);
        serializer.copy(new DataInputDeserializer(out.getCopyOfBuffer()), relayed);
        return serializer.deserialize(new DataInputDeserializer(relayed.getCopyOfBuffer()));
    }
}
