// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.flink.connector.file.src.reader.BulkFormat.RecordIterator;
import org.apache.flink.connector.file.src.util.CheckpointedPosition;
import org.apache.flink.connector.file.src.util.RecordAndPosition;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.ReadProblem;
import org.tilik.formats.container.DumpRange;
import org.tilik.formats.container.ReadLimits;
import org.tilik.model.RejectReason;
import org.tilik.pipeline.study.InputFile;

/** A file that is no longer what it was when it was found, and readers that go on in the middle of one. */
class DumpFileReaderTest {
    private static final String LINE = "{\"id\":\"sim0\",\"filler\":\"" + "x".repeat(10_000) + "\"}\n";
    /** More than one part. */
    private static final int LINES = 10_000;

    private static byte[] whole;

    @TempDir
    Path temp;

    private Path file;
    private DumpSplit split;

    /** What a reader handed out: blocks, and the position behind each. */
    private record Read(List<DumpChunk> chunks, List<Long> positions) {
        DumpChunk last() {
            return chunks.get(chunks.size() - 1);
        }

        int records() {
            return chunks.stream().mapToInt(chunk -> chunk.block().size()).sum();
        }

        List<RejectReason> problems() {
            return chunks.stream()
                    .flatMap(chunk -> chunk.block().problems().stream())
                    .map(ReadProblem::reason)
                    .toList();
        }
    }

    @BeforeAll
    static void packLines() throws IOException {
        whole = packed(LINES);
    }

    private static byte[] packed(int lines) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            byte[] line = LINE.getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < lines; i++) {
                packing.write(line);
            }
        }
        return bytes.toByteArray();
    }

    @BeforeEach
    void writeFile() throws IOException {
        file = Files.write(temp.resolve("RC.json.gz"), whole);
        long bytes = Files.size(file);
        InputFile input = new InputFile(
                file.toString(),
                "RC.json.gz",
                bytes,
                DumpFormat.REDDIT,
                null,
                null,
                false,
                Map.of(),
                "0123456789abcdef");
        split = new DumpSplit(input, new DumpRange(0, bytes, bytes));
    }

    @Test
    void aReaderThatGoesOnHandsOutWhatFollowsTheLastWholePart() throws Exception {
        Read all = read(split);
        assertThat(all.records()).isEqualTo(LINES);
        assertThat(all.last().part()).as("number of the last part").isEqualTo(1);
        int inPartTwo =
                (int) all.chunks().stream().filter(chunk -> chunk.part() == 0).count() + 1;

        Read rest = read(at(all.positions().get(inPartTwo)));

        assertThat(rest.chunks().get(0).part()).isEqualTo(1);
        assertThat(rest.chunks()).hasSize(all.chunks().size() - inPartTwo + 1);
        assertThat(rest.last().end().sha256()).isEqualTo(all.last().end().sha256());
    }

    @Test
    void aReaderThatGoesOnBehindTheLastBlockHandsOutNothingEvenWhereTheFileIsGone() throws Exception {
        List<Long> positions = read(split).positions();
        Files.delete(file);

        assertThat(read(at(positions.get(positions.size() - 1))).chunks()).isEmpty();
    }

    @Test
    void aFileThatWasDeletedBeforeItWasReadIsOneRejectOfTheWholeInput() throws Exception {
        Files.delete(file);

        Read read = read(split);

        assertThat(read.chunks()).hasSize(1);
        assertThat(read.problems()).containsExactly(RejectReason.TRUNCATED_ARCHIVE);
        assertThat(read.last().endsPart()).isTrue();
        assertThat(read.last().end().sha256()).isNull();
    }

    @Test
    void aFileThatWasDeletedWhileItWasReadEndsBehindThePartsThatAreSafe() throws Exception {
        Read all = read(split);
        Files.delete(file);
        long behindFirstPart =
                all.chunks().stream().filter(chunk -> chunk.part() == 0).count();

        Read rest = read(at(behindFirstPart));

        assertThat(rest.chunks()).hasSize(1);
        assertThat(rest.problems()).containsExactly(RejectReason.TRUNCATED_ARCHIVE);
        assertThat(rest.last().end()).isNotNull();
    }

    @Test
    void aFileThatBecameShorterThanWhatWasReadOfItEndsWithAReject() throws Exception {
        Read all = read(split);
        Files.write(file, packed(1));
        long behindFirstPart =
                all.chunks().stream().filter(chunk -> chunk.part() == 0).count();

        assertThat(read(at(behindFirstPart)).problems()).containsExactly(RejectReason.TRUNCATED_ARCHIVE);
    }

    @Test
    void whatIsAppendedAfterAFileWasFoundBelongsToItsNextVersion() throws Exception {
        Files.write(file, packed(3), StandardOpenOption.APPEND);

        assertThat(read(split).records()).isEqualTo(LINES);
    }

    @Test
    void whereFilesMustStayAMissingOneIsAFailure() throws Exception {
        Files.delete(file);

        assertThatThrownBy(() -> DumpFileReader.open(split, ReadLimits.configured(), false))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("RC.json.gz");
    }

    private DumpSplit at(long position) {
        return split.updateWithCheckpointedPosition(new CheckpointedPosition(CheckpointedPosition.NO_OFFSET, position));
    }

    private static Read read(DumpSplit from) throws IOException {
        Read read = new Read(new ArrayList<>(), new ArrayList<>());
        try (DumpFileReader reader = DumpFileReader.open(from, ReadLimits.configured(), true)) {
            for (RecordIterator<DumpChunk> batch = reader.readBatch(); batch != null; batch = reader.readBatch()) {
                RecordAndPosition<DumpChunk> block = batch.next();
                read.chunks().add(block.getRecord());
                read.positions().add(block.getRecordSkipCount());
            }
        }
        return read;
    }
}
