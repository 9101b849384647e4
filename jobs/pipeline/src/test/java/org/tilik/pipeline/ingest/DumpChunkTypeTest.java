// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.ReadProblem;
import org.tilik.formats.RecordBlock;
import org.tilik.formats.container.Container;
import org.tilik.formats.container.DumpRange;
import org.tilik.formats.container.MinuteRange;
import org.tilik.formats.container.Packing;
import org.tilik.formats.container.ReadSummary;
import org.tilik.model.Platform;
import org.tilik.model.RejectReason;
import org.tilik.pipeline.study.InputFile;

class DumpChunkTypeTest {
    private static final List<ReadProblem> PROBLEMS =
            List.of(new ReadProblem(RejectReason.TRUNCATED_ARCHIVE, 3, 99, "the file ends inside a frame"));

    private static final InputFile INPUT = new InputFile(
            "file:/dumps/RC.zst",
            "dumps/RC.zst",
            4096,
            DumpFormat.RECHECK,
            Platform.REDDIT,
            Instant.parse("2024-06-01T00:00:00Z"),
            true,
            Map.of(Platform.REDDIT, 0.5),
            "0123456789abcdef");

    private static final DumpRange RANGE = new DumpRange(512, 2048, 4096);

    @Test
    void aChunkTravelsUnchangedWithProblemsAndSummary() throws IOException {
        Packing packing = new Packing(List.of(Container.ZSTD, Container.TAR));
        ReadSummary end = new ReadSummary(
                packing, 10, "ab".repeat(32), 20, 2, 1, List.of(new MinuteRange(7, 9), new MinuteRange(11, 11)));

        DumpChunk copy = copy(new DumpChunk(INPUT, block(5, PROBLEMS), RANGE, 3, true, end));

        assertThat(copy.input()).isEqualTo(INPUT);
        assertThat(copy.end()).isEqualTo(end);
        assertThat(copy.endsPart()).isTrue();
        assertThat(copy.part()).isEqualTo(3);
        assertThat(copy.range()).isEqualTo(RANGE);
        assertThat(copy.block()).usingRecursiveComparison().isEqualTo(block(5, PROBLEMS));
    }

    @Test
    void aChunkInTheMiddleOfAFileHasNoSummary() throws IOException {
        DumpChunk copy = copy(new DumpChunk(INPUT, block(0, List.of()), RANGE, 0, false, null));

        assertThat(copy.end()).isNull();
        assertThat(copy.endsPart()).isFalse();
    }

    @Test
    void aBlockWithoutRecordsHasNoFormatAndARangeThatDoesNotBeginTheFileNoHash() throws IOException {
        RecordBlock empty = RecordBlock.without("a.tar", "b!/c", 4, PROBLEMS, 9);
        ReadSummary end = new ReadSummary(new Packing(List.of(Container.TAR)), 10, null, 20, 2, 1, List.of());

        DumpChunk copy = copy(new DumpChunk(INPUT, empty, RANGE, 0, true, end));

        assertThat(copy.block()).usingRecursiveComparison().isEqualTo(empty);
        assertThat(copy.end()).isEqualTo(end);
    }

    @Test
    void allBlocksOfAPartGoToOneTaskAndPartsAreSpread() {
        long tasks = IntStream.range(0, 64)
                .mapToObj(block -> new DumpChunk(INPUT, block(block, List.of()), RANGE, block / 8, false, null))
                .peek(chunk -> assertThat(DumpChunk.task(chunk, 4))
                        .isEqualTo(DumpChunk.task(
                                new DumpChunk(INPUT, block(0, List.of()), RANGE, chunk.part(), true, null), 4)))
                .mapToInt(chunk -> DumpChunk.task(chunk, 4))
                .distinct()
                .count();

        assertThat(tasks).isEqualTo(4);
    }

    private static RecordBlock block(long number, List<ReadProblem> problems) {
        return new RecordBlock(
                "RC.zst",
                "",
                DumpFormat.REDDIT,
                number,
                1,
                7,
                new byte[] {1, 2, 3},
                new int[] {0, 2},
                new int[] {1, 3},
                new byte[] {9},
                problems,
                2);
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
