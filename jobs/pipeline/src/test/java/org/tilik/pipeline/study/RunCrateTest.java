// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCrateTest {
    @TempDir
    Path temp;

    @Test
    void theCrateNamesTablesAndInputsOfTheRunAndEveryLinkLeadsSomewhere() throws IOException {
        Files.writeString(temp.resolve("a.json"), "{}\n");
        Files.writeString(temp.resolve("my.key"), "fictional secret\n");
        Path study = Files.writeString(temp.resolve("s.yaml"), """
                study: s
                title: Fictional
                inputs: [{path: a.json, format: reddit}]
                track: {all: true}
                privacy: {key_file: my.key}
                """);
        Run run = new RunFactory(model -> model)
                .create(study.toString(), temp.resolve("out").toString());
        RunReport.update(
                run,
                report -> report.put("inputs", List.of(new InputReport("a.json", 3, "ab12", "reddit", 1L)))
                        .put("tables", List.of(new TableReport("restricted/items", 7, null))));

        RunCrate.write(run);

        JsonNode graph = new ObjectMapper()
                .readTree(temp.resolve("out/ro-crate-metadata.json").toFile())
                .get("@graph");
        Set<String> ids = new HashSet<>(graph.findValuesAsText("@id"));
        Set<String> entities = new HashSet<>();
        graph.forEach(entity -> entities.add(entity.get("@id").asText()));
        ids.removeIf(id -> id.startsWith("https://"));
        assertThat(entities).containsAll(ids).contains("run.json", "restricted/items/", "#input-1");
        assertThat(graph.findValuesAsText("sha256")).containsExactly("ab12");
        assertThat(graph.toString()).contains("tilik-run:" + run.runId());
    }
}
