// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.pipeline.models.ModelPlace;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunError;
import org.tilik.pipeline.study.RunFactory;

/** The stage that looks for incidents, as whoever has a snapshot calls it. */
class IncidentStagePipelineTest {
    private static final StageOptions OPTIONS = new StageOptions(OptionalInt.of(1), false, false, true);

    @TempDir
    Path temp;

    @Test
    void itAsksForIngestAndClassifyAndThenTellsRunJsonOfItsTables() throws Exception {
        Files.writeString(
                temp.resolve("RC.json"),
                "{\"id\":\"sim01\",\"created_utc\":1717200000,\"retrieved_on\":1717200060,\"body\":\"a fictional comment\","
                        + "\"link_id\":\"t3_simaa\",\"parent_id\":\"t3_simaa\",\"author\":\"sim_author\","
                        + "\"subreddit\":\"simulated\"}\n");
        Files.writeString(temp.resolve("my.key"), "fictional secret\n");
        Path study = Files.writeString(temp.resolve("study.yaml"), """
                study: s
                inputs: [{path: RC.json}]
                track: {all: true}
                model: none
                privacy: {key_file: my.key}
                """);
        Path output = temp.resolve("out");
        Run run = new RunFactory(ModelPlace::idOf).create(study.toString(), output.toString());
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
        PipelineStages stages = new PipelineStages(out, any -> null, any -> null);

        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> stages.incidents(run, OPTIONS))
                .withMessageContaining("Run \"tilik ingest\"");
        stages.ingest(run, OPTIONS);
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> stages.incidents(run, OPTIONS))
                .withMessageContaining("Run \"tilik classify\"");
        stages.classify(run, OPTIONS);
        stages.incidents(run, OPTIONS);

        JsonNode report = new ObjectMapper().readTree(output.resolve("run.json").toFile());
        assertThat(report.get("incidents")).isNotNull();
        assertThat(report.get("tables").findValuesAsText("name"))
                .contains("restricted/incidents", "release/incidents")
                .doesNotContain("release/families");
        stages.incidents(run, new StageOptions(OptionalInt.of(1), false, true, true));
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("incidents: find");
    }
}
