// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunReportTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final IngestCounts COUNTS = new IngestCounts(
            10,
            4,
            2,
            0,
            1,
            Map.of("outside_window", 2L),
            Map.of("malformed_json", 1L),
            3,
            4,
            new IngestCounts.UnmatchedRemovals(2, 1, 48.5),
            new PlaceComparisons(3, Map.of("undated", 1L), 2, 1, 90, 80));

    @TempDir
    Path temp;

    private Run run;

    @BeforeEach
    void aRun() throws IOException {
        Files.writeString(temp.resolve("a.json"), "{}\n");
        Files.writeString(temp.resolve("my.key"), "fictional secret\n");
        run = run("");
    }

    private Run run(String more) throws IOException {
        Path study = temp.resolve("s.yaml");
        Files.writeString(
                study,
                "study: s\ntitle: Fictional\ninputs: [{path: a.json, format: reddit}]\ntrack: {all: true}\n"
                        + "privacy: {key_file: my.key}\n" + more);
        return new RunFactory(model -> model)
                .create(study.toString(), temp.resolve("out").toString());
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(temp.resolve("out/run.json").toFile());
    }

    @Test
    void sectionsOfSeveralStagesStandTogetherInOneOrder() throws IOException {
        RunReport.update(run, report -> report.begin("attempt-1", START));
        RunReport.update(run, report -> report.put("removal", Map.of("contradictions", 5)));
        RunReport.update(
                run,
                report -> report.put("extra", 1)
                        .put("ingest", COUNTS)
                        .put("tables", List.of(new TableReport("restricted/items", 7, "ab"))));
        RunReport.update(run, report -> report.done(START.plusSeconds(60)));

        List<String> names = new ArrayList<>();
        json().fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "study",
                        "title",
                        "run_id",
                        "status",
                        "attempt",
                        "tool_version",
                        "schema_version",
                        "java_version",
                        "flink_version",
                        "model_id",
                        "key_id",
                        "canonical_study",
                        "inputs",
                        "ingest",
                        "tables",
                        "removal",
                        "extra");
        assertThat(json().at("/status").textValue()).isEqualTo("done");
        assertThat(json().at("/attempt/started_at").textValue()).isEqualTo("2026-01-01T00:00:00Z");
        assertThat(json().at("/attempt/finished_at").textValue()).isEqualTo("2026-01-01T00:01:00Z");
        assertThat(json().at("/flink_version").textValue()).startsWith("2.");
        assertThat(json().at("/canonical_study/inputs/0/name").textValue()).isEqualTo("a.json");
        assertThat(temp.resolve("out").toFile().list()).containsExactly("run.json");
    }

    @Test
    void ingestCountsComeBackAndSayWhetherTheyBalance() throws IOException {
        RunReport.update(run, report -> report.put("ingest", COUNTS));

        assertThat(RunReport.of(run).get("ingest", IngestCounts.class)).contains(COUNTS);
        assertThat(json().at("/ingest").toString())
                .isEqualTo("{\"records_read\":10,\"items\":4,\"observations\":2,\"ledger\":0,\"duplicates\":1,"
                        + "\"ignored\":{\"outside_window\":2},\"rejects\":{\"malformed_json\":1},"
                        + "\"derived_items\":3,\"derived_observations\":4,"
                        + "\"unmatched_removals\":{\"n\":2,\"with_age\":1,\"median_age_hours\":48.5},"
                        + "\"comparisons\":{\"looks\":3,\"left_out\":{\"undated\":1},\"missing\":2,\"contradicted\":1,"
                        + "\"numbers\":90,\"numbers_with_item\":80},"
                        + "\"conservation_holds\":true}");
        assertThat(new IngestCounts(11, 4, 2, 0, 1, Map.of(), Map.of(), 0, 0, IngestCounts.UnmatchedRemovals.NONE, null)
                        .balanced())
                .isFalse();
    }

    @Test
    void inputsAreListedBeforeAndAfterTheyAreRead() {
        assertThat(RunReport.of(run).inputs()).containsExactly(new InputReport("a.json", 3, null, "reddit", null));

        RunReport.update(
                run, report -> report.put("inputs", List.of(new InputReport("a.json", 3, "ff", "reddit", 1L))));

        assertThat(RunReport.of(run).inputs()).containsExactly(new InputReport("a.json", 3, "ff", "reddit", 1L));
    }

    @Test
    void aChangedStudyBeginsANewReport() throws IOException {
        RunReport.update(run, report -> report.put("ingest", COUNTS));

        assertThat(RunReport.of(run("seed: 1\n")).get("ingest", IngestCounts.class))
                .isEmpty();
    }

    @Test
    void aFailureIsNotedUntilTheNextAttempt() throws IOException {
        RunReport.update(run, report -> report.begin("attempt-1", START));
        RunReport.update(run, report -> report.failed("disk full", START));
        assertThat(json().at("/status").textValue()).isEqualTo("failed");
        assertThat(json().at("/error").textValue()).isEqualTo("disk full");

        RunReport.update(run, report -> report.begin("attempt-2", START));
        assertThat(json().has("error")).isFalse();
    }

    @Test
    void theKeyIsNotInTheReport() throws IOException {
        RunReport.update(run, report -> report.begin("attempt-1", START));

        assertThat(Files.readString(temp.resolve("out/run.json")))
                .contains(run.keyId())
                .doesNotContain("fictional secret");
    }

    @Test
    void whatIsNoReportIsNamed() throws IOException {
        Files.createDirectories(temp.resolve("out"));
        Files.writeString(temp.resolve("out/run.json"), "{\"run_id\": ");

        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> RunReport.of(run))
                .withMessageContaining("out/run.json is not valid JSON");
    }
}
