// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code run.json} says of a run: the study, what was read, and what made the tables. */
public final class RunRecord {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JsonNode json;
    private final Path file;

    private RunRecord(JsonNode json, Path file) {
        this.json = json;
        this.file = file;
    }

    /**
     * One file that was read.
     *
     * @param name path relative to the study
     * @param bytes size in bytes
     * @param sha256 of its bytes, hex; empty where the run did not read to the end
     * @param format such as {@code reddit}
     * @param records records read from it
     */
    public record Input(String name, long bytes, Optional<String> sha256, String format, long records) {}

    /** Reads the file. */
    public static RunRecord read(Path file) {
        try {
            JsonNode json = JSON.readTree(Files.readAllBytes(file));
            if (json == null || !json.isObject()) {
                throw ExportError.usage(file + " holds no JSON object, which the run.json of a run is. Is it cut off?");
            }
            return new RunRecord(json, file);
        } catch (JsonProcessingException e) {
            throw ExportError.usage(
                    file + " is no valid JSON (" + e.getOriginalMessage() + "). Run the study again to write it anew.",
                    e);
        } catch (IOException e) {
            throw ExportError.failed("Could not read " + file + ": " + e.getMessage(), e);
        }
    }

    /** Id of the study, as in the study file. */
    public String study() {
        return required("study");
    }

    /** The study in one sentence. */
    public String title() {
        return json.path("title").asText(study());
    }

    /** 16 hex digits that stand for one study on the same inputs with one version of the program. */
    public String runId() {
        return required("run_id");
    }

    /** {@code done}, {@code running} or {@code failed}. */
    public String status() {
        return json.path("status").asText("unknown");
    }

    /** Version of the program. */
    public String toolVersion() {
        return required("tool_version");
    }

    /** Version of all table schemas together. */
    public String schemaVersion() {
        return required("schema_version");
    }

    /** The classifier model; empty where the study uses none. */
    public Optional<String> modelId() {
        return text(json.path("model_id"));
    }

    /** Options of the study with all defaults filled in. */
    public JsonNode canonicalStudy() {
        return json.path("canonical_study");
    }

    /** Fewest items and accounts of a row that may be published. */
    public int k() {
        return canonicalStudy().path("privacy").path("k").asInt();
    }

    /** Counts of records by what became of them. */
    public JsonNode ingest() {
        return json.path("ingest");
    }

    /** When the run began. */
    public Optional<Instant> startedAt() {
        return text(json.path("attempt").path("started_at")).map(Instant::parse);
    }

    /** When the run ended. */
    public Optional<Instant> finishedAt() {
        return text(json.path("attempt").path("finished_at")).map(Instant::parse);
    }

    /** Files that were read, in the order of run.json. */
    public List<Input> inputs() {
        List<Input> inputs = new ArrayList<>();
        for (JsonNode input : json.path("inputs")) {
            inputs.add(new Input(
                    input.path("name").asText(),
                    input.path("bytes").asLong(),
                    text(input.path("sha256")),
                    input.path("format").asText(),
                    input.path("records").asLong()));
        }
        return List.copyOf(inputs);
    }

    /** All of it. */
    public JsonNode json() {
        return json;
    }

    private String required(String key) {
        return text(json.path(key))
                .orElseThrow(() -> ExportError.usage(
                        file + " has no '" + key + "', which every run writes. Run the study again to write it anew."));
    }

    private static Optional<String> text(JsonNode node) {
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }
}
