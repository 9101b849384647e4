// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.generate.ArchiveStyle;
import org.tilik.datasets.generate.Faults;
import org.tilik.datasets.generate.WorldSettings;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.RejectRow;
import org.tilik.pipeline.study.IngestCounts;
import org.tilik.pipeline.table.Table;

/** Inputs that are cut, garbage, oversized or misnamed: each is told by name, and all else is read to its end. */
class BadInputIT {
    private static final int LONG_LINE = 40 << 20;
    private static final int GARBAGE_LINES = 7;

    @TempDir
    private static Path temp;

    private static SimulatedWorld world;
    private static Output output;
    private static Map<String, Long> itemsByFile;
    private static Map<String, List<RejectRow>> rejectsByFile;

    @BeforeAll
    static void ingestGoodAndBadTogether() throws IOException {
        WorldSettings settings = WorldSettings.reddit(11, 1_000)
                .with()
                .styles(ArchiveStyle.PUSHSHIFT, ArchiveStyle.PUSHSHIFT)
                .faults(Faults.NONE)
                .build();
        world = SimulatedWorld.write(temp.resolve("world"), settings);
        Path folder = world.folder();
        byte[] whole = Files.readAllBytes(folder.resolve("RS_2024-06.zst"));
        Files.write(folder.resolve("cut.zst"), Arrays.copyOf(whole, whole.length * 7 / 10));
        byte[] garbage = new byte[50_000];
        new Random(1).nextBytes(garbage);
        Files.write(folder.resolve("garbage.bin"), garbage);
        Files.writeString(folder.resolve("garbage.ndjson"), "\u0001 no record {\n".repeat(GARBAGE_LINES));
        writeLongLine(folder.resolve("long.ndjson"));
        String study = Files.writeString(folder.resolve("bad.yaml"), """
                        study: bad-inputs
                        inputs:
                          - {path: RC_2024-06.zst, format: reddit}
                          - {path: cut.zst, format: reddit}
                          - {path: garbage.bin}
                          - {path: garbage.ndjson, format: reddit}
                          - {path: long.ndjson, format: reddit}
                          - {path: rechecks.csv, format: reddit}
                          - {path: referrals.csv, format: recheck}
                        track: {all: true}
                        privacy: {key_file: study.key}
                        max_reject_share: 1
                        """).toString();
        output = new Output(temp.resolve("bad-out"));
        Invocation.succeeding("ingest", study, "--output", output.toString(), "--parallelism", "2");
        itemsByFile = output.rows(Table.ITEMS).stream()
                .collect(Collectors.groupingBy(ItemRow::sourceFile, Collectors.counting()));
        rejectsByFile = output.rows(Table.REJECTS).stream().collect(Collectors.groupingBy(RejectRow::sourceFile));
    }

    private static void writeLongLine(Path file) throws IOException {
        byte[] part = "all work and no play ".repeat(50_000).getBytes(StandardCharsets.UTF_8);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            out.write((comment("simlong0") + "\n{\"body\":\"").getBytes(StandardCharsets.UTF_8));
            for (int written = 0; written < LONG_LINE; written += part.length) {
                out.write(part);
            }
            out.write(("\"}\n" + comment("simlong1") + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String comment(String id) {
        return "{\"id\":\"" + id + "\",\"name\":\"t1_" + id + "\",\"body\":\"a fictional remark\",\"author\":\"sim_a\","
                + "\"created_utc\":1717500000,\"retrieved_on\":1718000000,\"subreddit\":\"TarnHollow\","
                + "\"link_id\":\"t3_sim00000\",\"parent_id\":\"t3_sim00000\"}";
    }

    private static long planned(String file) {
        return world.truth().counts().files().stream()
                .filter(counts -> counts.file().equals(file))
                // The bad study has no window, so items posted outside of the world's count too.
                .mapToLong(counts -> counts.items() + counts.ignored().getOrDefault("outside_window", 0L))
                .findFirst()
                .orElseThrow();
    }

    private static long recordsRead(String file) throws IOException {
        Map<String, Long> records = new HashMap<>();
        for (JsonNode input : output.runJson().get("inputs")) {
            records.put(input.get("name").asText(), input.get("records").asLong());
        }
        return records.get(file);
    }

    private static RejectRow onlyReject(String file) {
        assertThat(rejectsByFile.get(file)).as("rejects of %s", file).hasSize(1);
        return rejectsByFile.get(file).get(0);
    }

    @Test
    void whatIsGoodIsReadWholeAndEveryRecordIsCounted() {
        IngestCounts counts = output.counts();

        assertThat(counts.balanced()).isTrue();
        assertThat(itemsByFile).containsEntry("RC_2024-06.zst", planned("RC_2024-06.zst"));
        assertThat(rejectsByFile).doesNotContainKey("RC_2024-06.zst");
        assertThat(itemsByFile).containsOnlyKeys("RC_2024-06.zst", "cut.zst", "long.ndjson");
    }

    @Test
    void aCutArchiveGivesWhatIsReadableAndOneRejectAfterIt() throws IOException {
        RejectRow reject = onlyReject("cut.zst");

        assertThat(reject.reason()).isEqualTo("truncated_archive");
        assertThat(reject.count()).isOne();
        assertThat(reject.record()).isEqualTo(recordsRead("cut.zst"));
        assertThat(reject.detail()).isNotBlank();
        assertThat(itemsByFile.get("cut.zst"))
                .isGreaterThan(planned("RS_2024-06.zst") / 4)
                .isLessThan(planned("RS_2024-06.zst"));
    }

    @Test
    void binaryGarbageIsNotRecognisedAndSaysWhatToDo() {
        RejectRow reject = onlyReject("garbage.bin");

        assertThat(reject.reason()).isEqualTo("unsupported_record");
        assertThat(reject.detail()).contains("not recognised", "format:", "take the file out");
    }

    @Test
    void garbageDeclaredAsRedditIsRejectedLineByLine() {
        RejectRow reject = onlyReject("garbage.ndjson");

        assertThat(reject.reason()).isEqualTo("malformed_json");
        assertThat(reject.count()).isEqualTo(GARBAGE_LINES);
        assertThat(reject.record()).isOne();
        assertThat(reject.detail()).doesNotContain("no record");
    }

    @Test
    void aLineBeyondTheLimitIsOneRejectAndTheNextLineIsRead() throws IOException {
        RejectRow reject = onlyReject("long.ndjson");

        assertThat(reject.reason()).isEqualTo("oversize_record");
        assertThat(reject.record()).isEqualTo(2);
        assertThat(reject.exampleOffset()).isEqualTo(comment("simlong0").length() + 1L);
        assertThat(itemsByFile).containsEntry("long.ndjson", 2L);
        assertThat(recordsRead("long.ndjson")).isEqualTo(3);
    }

    @Test
    void aWrongFormatRejectsEveryRecordOfItsFileOnly() throws IOException {
        assertThat(rejectsByFile.get("rechecks.csv").stream()
                        .mapToLong(RejectRow::count)
                        .sum())
                .isEqualTo(recordsRead("rechecks.csv"))
                .isGreaterThan(100);
        assertThat(rejectsByFile.get("referrals.csv").stream()
                        .mapToLong(RejectRow::count)
                        .sum())
                .isEqualTo(recordsRead("referrals.csv"))
                .isPositive();
    }

    @Test
    void moreRejectsThanTheStudyAllowsEndWithTwoButLeaveTheTablesOfIngest() throws IOException {
        String study = world.study(
                "strict.yaml",
                text -> text.replace("inputs:\n", "inputs:\n  - {path: garbage.ndjson, format: reddit}\n")
                        .replace("max_reject_share: 0.05", "max_reject_share: 0"));
        Output strict = new Output(temp.resolve("strict-out"));

        Invocation run = Invocation.of("run", study, "--output", strict.toString(), "--parallelism", "2");

        run.failsWith(2, GARBAGE_LINES + " of ", "max_reject_share", "release/rejects", "take out these inputs");
        assertThat(strict.runJson().get("status").asText()).isEqualTo("failed");
        assertThat(strict.rows(Table.REJECTS)).hasSize(1);
        assertThat(strict.rows(Table.ITEMS)).isNotEmpty();
        assertThat(strict.folder().resolve("restricted/episodes")).doesNotExist();
    }

    @Test
    void removalWithoutIngestSaysWhatToRunFirst() {
        Output none = new Output(temp.resolve("none-out"));

        Invocation.of("removal", world.study(), "--output", none.toString())
                .failsWith(1, "no finished table of items", "tilik ingest");
    }

    @Test
    void anotherKeyForTheSameOutputIsRefused() throws IOException {
        Files.writeString(world.folder().resolve("changed.key"), "another fictional secret\n");
        String study = world.study("changed.yaml", text -> text.replace("study.key", "changed.key"));

        Invocation.of("ingest", study, "--output", output.toString())
                .failsWith(
                        1,
                        "made with the pseudonym key " + world.pseudonymiser().keyId(),
                        "Use the earlier key",
                        "another --output");
    }
}
