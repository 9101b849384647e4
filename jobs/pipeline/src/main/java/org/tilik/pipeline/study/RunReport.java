// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.FSDataOutputStream;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.runtime.util.EnvironmentInformation;

/**
 * What a run was and did: {@code run.json} beside the tables. Each stage adds a section of its own; times and attempts
 * stand here and nowhere else, so that tables of equal runs are equal.
 */
public final class RunReport {
    /** Name of the file in the output folder. */
    public static final String FILE = "run.json";

    private static final ObjectMapper JSON = new ObjectMapper()
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** Sections in the order of the file; others follow in the order of the alphabet. */
    private static final List<String> ORDER = List.of(
            "study",
            "title",
            "run_id",
            "status",
            "error",
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
            "classify",
            "removal");

    private final ObjectNode sections;

    private RunReport(ObjectNode sections) {
        this.sections = sections;
    }

    /** The report in this output folder, empty when there is none. */
    public static Optional<RunReport> read(String output) {
        Path path = new Path(output, FILE);
        try {
            FileSystem files = path.getFileSystem();
            if (!files.exists(path)) {
                return Optional.empty();
            }
            try (FSDataInputStream in = files.open(path)) {
                if (JSON.readTree(in) instanceof ObjectNode sections) {
                    return Optional.of(new RunReport(sections));
                }
            }
        } catch (JsonProcessingException e) {
            throw unusable(path, "is not valid JSON", e);
        } catch (IOException e) {
            throw unusable(path, "cannot be read (" + StudyPaths.reason(e) + ")", e);
        }
        throw unusable(path, "holds no JSON object", null);
    }

    private static RunError unusable(Path path, String problem, Throwable cause) {
        return RunError.study(
                StudyPaths.display(path) + " " + problem
                        + "; expected the report of an earlier run. Delete it or choose" + " another --output.",
                cause);
    }

    /** The report of this run: that of an earlier stage of the same run, or a new one. */
    public static RunReport of(Run run) {
        return read(run.output())
                .filter(earlier -> run.runId().equals(earlier.text("run_id")))
                .orElseGet(() -> created(run));
    }

    private static RunReport created(Run run) {
        RunReport report = new RunReport(JSON.createObjectNode());
        report.put("study", run.study().id());
        report.put("title", run.study().title());
        report.put("run_id", run.runId());
        report.put("tool_version", Run.TOOL_VERSION);
        report.put("schema_version", RunFactory.schemaVersion());
        report.put("model_id", run.modelId());
        report.put("key_id", run.keyId());
        report.put(
                "canonical_study",
                CanonicalStudy.of(run.study(), run.studyFile(), run.inputs(), run.modelId(), run.keyId()));
        report.put("inputs", run.inputs().stream().map(InputReport::unread).toList());
        return report;
    }

    /** Reads the report of this run, lets the caller change it and writes it. */
    public static void update(Run run, Consumer<RunReport> change) {
        RunReport report = of(run);
        change.accept(report);
        report.write(run.output());
    }

    /** Says that an attempt begins. */
    public void begin(String attemptId, Instant now) {
        put("status", "running");
        sections.remove("error");
        Map<String, Object> attempt = new LinkedHashMap<>();
        attempt.put("id", attemptId);
        attempt.put("started_at", now.toString());
        attempt.put("finished_at", null);
        put("attempt", attempt);
        put("java_version", Runtime.version().toString());
        put("flink_version", EnvironmentInformation.getVersion());
    }

    /** Says that the attempt ended well. */
    public void done(Instant now) {
        end("done", now);
    }

    /** Says that the attempt ended with this error. */
    public void failed(String error, Instant now) {
        put("error", error);
        end("failed", now);
    }

    private void end(String status, Instant now) {
        put("status", status);
        sections.withObject("/attempt").put("finished_at", now.toString());
    }

    /** Sets a section: a record, map, list or plain value; record components become snake_case keys. */
    public RunReport put(String section, Object content) {
        sections.set(section, JSON.valueToTree(content));
        return this;
    }

    /** The section as this class, empty when it is absent. */
    public <T> Optional<T> get(String section, Class<T> type) {
        JsonNode content = sections.get(section);
        if (content == null || content.isNull()) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.treeToValue(content, type));
        } catch (JsonProcessingException e) {
            throw RunError.study(
                    "The section " + section + " of " + FILE + " is not as this version writes it ("
                            + e.getOriginalMessage() + "). Run the stage again with --fresh.",
                    e);
        }
    }

    /** The inputs; those that were read have hash and number of records. */
    public List<InputReport> inputs() {
        return get("inputs", InputReport[].class).map(List::of).orElse(List.of());
    }

    /** Which pseudonym key made the tables. */
    public Optional<String> keyId() {
        return Optional.ofNullable(text("key_id"));
    }

    private String text(String section) {
        return sections.path(section).textValue();
    }

    /** Writes the report into the output folder; a reader sees the old or the new one, on local disks never half. */
    public void write(String output) {
        Path path = new Path(output, FILE);
        try {
            FileSystem files = path.getFileSystem();
            files.mkdirs(new Path(output));
            if (files.isDistributedFS()) {
                // Object stores show an object when it is whole, and cannot rename.
                write(files, path);
            } else {
                Path draft = new Path(output, "_" + FILE);
                write(files, draft);
                if (!files.rename(draft, path)) {
                    throw new IOException("renaming " + draft.getName() + " was refused");
                }
            }
        } catch (IOException e) {
            throw RunError.study(
                    StudyPaths.display(path) + " cannot be written (" + StudyPaths.reason(e)
                            + "). Check who may write there and that the disk is not full.",
                    e);
        }
    }

    private void write(FileSystem files, Path path) throws IOException {
        try (FSDataOutputStream out = files.create(path, FileSystem.WriteMode.OVERWRITE)) {
            out.write(JSON.writeValueAsBytes(ordered()));
            out.write('\n');
        }
    }

    private ObjectNode ordered() {
        List<String> names = new ArrayList<>(ORDER);
        TreeSet<String> others = new TreeSet<>();
        sections.fieldNames().forEachRemaining(others::add);
        ORDER.forEach(others::remove);
        names.addAll(others);
        ObjectNode ordered = JSON.createObjectNode();
        names.stream().filter(sections::has).forEach(name -> ordered.set(name, sections.get(name)));
        return ordered;
    }
}
