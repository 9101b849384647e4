// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.RecordBlock;
import org.tilik.model.Pseudonymiser;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.table.TableFile;
import org.tilik.pipeline.table.TableManifest;

class TopicCapturesTest {
    private static final String NAME = "kafka://a.example:9092/posts";
    private static final InputFile TOPIC =
            new InputFile(NAME, NAME, 0, DumpFormat.REDDIT, null, null, false, Map.of(), "00000000000000aa");
    private static final int MOST_BYTES = 1000;

    @TempDir
    Path temp;

    private String captures;
    private CaptureReader reader;

    @BeforeEach
    void folders() {
        captures = temp.resolve("captures").toString();
        reader = new CaptureReader(
                captures, () -> new File(temp.toFile(), UUID.randomUUID().toString()));
    }

    private static TopicRecord message(long offset, String value) {
        TopicRecord message = new TopicRecord();
        message.partition = 2;
        message.offset = offset;
        message.value = value.getBytes(StandardCharsets.UTF_8);
        return message;
    }

    private static String comment(String id) {
        return "{\"id\":\"" + id + "\",\"created_utc\":1717200000,\"retrieved_on\":1717203600,\"body\":\"hello\","
                + "\"link_id\":\"t3_sim\",\"parent_id\":\"t3_sim\",\"author\":\"sim\",\"subreddit\":\"sim\"}";
    }

    private CapturePart part(TopicRecord... messages) throws IOException {
        org.apache.flink.core.fs.Path folder = TopicCaptures.folder(captures, TOPIC.digest());
        String name = TopicCaptures.fileName(UUID.randomUUID());
        try (DecodePart part = new DecodePart(
                TOPIC,
                new Pseudonymiser(new byte[] {1, 2, 3}),
                new CaptureFileWriter(folder, name),
                AsideFileWriter.ofLedger(folder, name),
                AsideFileWriter.ofLooks(folder, name))) {
            long bytes = 0;
            for (TopicRecord message : messages) {
                bytes += message.value.length;
                Optional<RecordBlock> block = TopicBlock.of(TOPIC, message, MOST_BYTES);
                if (block.isPresent()) {
                    part.decode(block.get());
                }
            }
            return part.finish(bytes, 1);
        }
    }

    /** Offsets of the events in the finished inputs of these captures. */
    private List<Long> offsets() throws IOException {
        InputFile input = CapturedInputs.in(captures, name -> "").get(0);
        org.apache.flink.core.fs.Path folder = TopicCaptures.folder(captures, input.digest());
        List<Long> offsets = new ArrayList<>();
        reader.read(
                TableManifest.read(folder).files().stream()
                        .map(file -> new org.apache.flink.core.fs.Path(folder, file.path))
                        .toList(),
                event -> {
                    assertThat(event.sourceFile()).isEqualTo(NAME);
                    assertThat(event.sourceMember()).isEqualTo("2");
                    offsets.add(event.sourceRecord());
                });
        return offsets.stream().sorted().toList();
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(temp.resolve("captures/input=" + TOPIC.digest()))) {
            return files.filter(file -> file.toString().endsWith(".sorted")).count();
        }
    }

    @Test
    void everyMessageHasOneOutcomeAndTheOffsetIsItsPlace() throws IOException {
        CapturePart part = part(
                message(0, comment("simaa")),
                message(1, " \n"),
                message(2, ""),
                message(5, comment("simab") + "\n"),
                message(6, comment("simac") + "\n" + comment("simad")),
                message(7, "x".repeat(MOST_BYTES + 1)),
                message(8, "{"));

        assertThat(part.tally().records()).isEqualTo(5);
        assertThat(part.file().rows).isEqualTo(2);
        assertThat(part.tally().rejects().values())
                .extracting(CaptureTally.RejectGroup::reason, CaptureTally.RejectGroup::record)
                .containsExactlyInAnyOrder(
                        tuple("unsupported_record", 6L), tuple("oversize_record", 7L), tuple("malformed_json", 8L));
    }

    @Test
    void aPublishedStateStaysWhatItIsWhenMoreComes() throws IOException {
        TopicCaptures first = TopicCaptures.none(CapturedFile.of(TOPIC)).plus(part(message(0, comment("simaa"))));
        first.publish(captures);
        InputFile before = CapturedInputs.in(captures, name -> "").get(0);
        TableManifest listed = TableManifest.read(TopicCaptures.folder(captures, before.digest()));

        TopicCaptures second = first.plus(part(message(1, comment("simab")), message(2, comment("simac"))));
        assertThat(offsets()).containsExactly(0L);
        second.publish(captures);

        assertThat(TableManifest.read(TopicCaptures.folder(captures, before.digest())))
                .usingRecursiveComparison()
                .isEqualTo(listed);
        assertThat(before.bytes()).isEqualTo(first.bytes()).isPositive();
        assertThat(second.bytes()).isGreaterThan(first.bytes());
        assertThat(second.tally().records()).isEqualTo(3);
    }

    @Test
    void mergedFilesHoldTheSameEventsAndOthersAreDeletedWithTheStatesThatListThem() throws IOException {
        TopicCaptures small = TopicCaptures.none(CapturedFile.of(TOPIC))
                .plus(part(message(0, comment("simaa"))))
                .plus(part(message(1, comment("simab"))));
        small.publish(captures);
        TopicCaptures later = small.plus(part(message(2, comment("simac"))));
        List<TableFile> parts = small.smallerThan(50, later);
        assertThat(parts).hasSize(2);
        assertThat(small.smallerThan(1, later)).isEmpty();

        TopicCaptures merged = later.merged(parts, small.merge(parts, captures, reader));
        assertThat(merged.files()).hasSize(2);
        assertThat(files()).isEqualTo(4);
        assertThat(offsets()).containsExactly(0L, 1L);
        merged.publish(captures);

        CapturedInputs.forgetEarlierStatesOfTopics(captures, System.currentTimeMillis());

        assertThat(files()).isEqualTo(2);
        assertThat(offsets()).containsExactly(0L, 1L, 2L);
        assertThat(CapturedInputs.folders(captures)).hasSize(2);
    }

    @Test
    void theSameStateIsPublishedOnce() throws IOException {
        TopicCaptures state = TopicCaptures.none(CapturedFile.of(TOPIC)).plus(part(message(0, comment("simaa"))));
        state.publish(captures);
        long finishedAt = TableManifest.finishedAtMillis(TopicCaptures.folder(
                captures, CapturedInputs.in(captures, name -> "").get(0).digest()));
        state.publish(captures);

        assertThat(CapturedInputs.in(captures, name -> "")).hasSize(1);
        assertThat(TableManifest.finishedAtMillis(TopicCaptures.folder(
                        captures, CapturedInputs.in(captures, name -> "").get(0).digest())))
                .isEqualTo(finishedAt);
    }
}
