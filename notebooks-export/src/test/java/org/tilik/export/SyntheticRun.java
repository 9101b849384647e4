// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Output of a run that never was, in the layout that runs write: tables from their schemas, filled as a test needs. */
public final class SyntheticRun {
    /** Run id of all rows that do not name another. */
    public static final String RUN_ID = "0123456789abcdef";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final ObjectNode run = JSON.createObjectNode();
    private String runId = RUN_ID;

    private SyntheticRun(Path folder) {
        this.folder = folder;
    }

    /** A finished run of the study {@code small} without tables, whose run.json is written. */
    public static SyntheticRun in(Path folder) throws IOException {
        SyntheticRun synthetic = new SyntheticRun(folder);
        Files.createDirectories(folder.resolve("release"));
        synthetic.writeRun("small", "A small study");
        return synthetic;
    }

    /** The output folder. */
    public Path folder() {
        return folder;
    }

    /** Content of run.json; to be written by {@link #save}. */
    public ObjectNode run() {
        return run;
    }

    /** Makes it another run: for run.json and for the tables that follow. */
    public SyntheticRun as(String id) throws IOException {
        runId = id;
        run.put("run_id", id);
        return save();
    }

    /** Writes run.json as it is now. */
    public SyntheticRun save() throws IOException {
        Files.writeString(folder.resolve("run.json"), run.toPrettyString(), StandardCharsets.UTF_8);
        return this;
    }

    /** A row: names and values in turn; what is not named is null, or something plain where it may not be. */
    public static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return row;
    }

    /** A row of a table of measures: a share with interval. */
    public static Map<String, Object> share(String metric, String stratum, double deadline, double estimate) {
        return row(
                "metric_id",
                metric,
                "stratum_by",
                stratum.equals("all") ? "all" : "platform",
                "stratum",
                stratum,
                "deadline_hours",
                deadline,
                "clock",
                "posted",
                "estimate",
                estimate,
                "ci_low",
                estimate - 0.05,
                "ci_high",
                estimate + 0.05,
                "ci_method",
                "greenwood_log_log",
                "unit",
                "1",
                "n_items",
                1000L,
                "n_events",
                400L,
                "identifiability",
                "point",
                "correction_method",
                "none",
                "row_id",
                rowId(metric, stratum, deadline));
    }

    /** The row id of such a row. */
    public static String rowId(String metric, String stratum, double deadline) {
        int hash = Objects.hash(metric, stratum, deadline);
        return String.format("%08x%08x", hash, Integer.reverse(hash));
    }

    /** Adds a finished table that may be published. */
    @SafeVarargs
    public final SyntheticRun table(String name, Map<String, Object>... rows) throws IOException, SQLException {
        return write("release", name, listed(rows), 1);
    }

    /** Adds a finished table that may not be published. */
    @SafeVarargs
    public final SyntheticRun restricted(String name, Map<String, Object>... rows) throws IOException, SQLException {
        return write("restricted", name, listed(rows), 1);
    }

    @SafeVarargs
    private static List<Map<String, Object>> listed(Map<String, Object>... rows) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (Map<String, Object> row : rows) {
            all.add(row);
        }
        return all;
    }

    /** Adds a finished table whose rows lie in so many files; 0 for none at all. */
    public SyntheticRun write(String area, String name, List<Map<String, Object>> rows, int files)
            throws IOException, SQLException {
        TableSchema schema = TableSchema.find(name).orElseThrow();
        Path table = folder.resolve(area).resolve(name);
        Path attempt = Files.createDirectories(table.resolve("_attempt").resolve(runId));
        ObjectNode manifest = JSON.createObjectNode().put("table", name).put("run_id", runId);
        ArrayNode named = manifest.putArray("files");
        for (int i = 0; i < files; i++) {
            int part = i;
            List<Map<String, Object>> rowsOfFile = IntStream.range(0, rows.size())
                    .filter(row -> row % files == part)
                    .mapToObj(rows::get)
                    .toList();
            Path file = attempt.resolve(String.format("part-%05d.parquet", i));
            writeParquet(schema, rowsOfFile, file);
            named.addObject()
                    .put("path", table.relativize(file).toString())
                    .put("rows", rowsOfFile.size())
                    .put("sha256", Digest.of(file));
        }
        Files.writeString(table.resolve("_manifest.json"), manifest.toPrettyString());
        Files.writeString(table.resolve("_SUCCESS"), "");
        return this;
    }

    private void writeParquet(TableSchema schema, List<Map<String, Object>> rows, Path file) throws SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("CREATE TABLE t ("
                    + schema.columns().stream()
                            .map(column -> '"' + column.name() + "\" " + duckType(column))
                            .collect(Collectors.joining(", "))
                    + ")");
            String marks = schema.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
            try (PreparedStatement insert = duckdb.prepareStatement("INSERT INTO t VALUES (" + marks + ")")) {
                for (Map<String, Object> row : rows) {
                    int i = 0;
                    for (TableSchema.Column column : schema.columns()) {
                        i++;
                        Object value = row.containsKey(column.name()) ? row.get(column.name()) : plain(column);
                        if (value instanceof Instant time) {
                            insert.setObject(i, time.atOffset(ZoneOffset.UTC));
                        } else if (value instanceof List<?> texts) {
                            insert.setArray(i, duckdb.createArrayOf("VARCHAR", texts.toArray()));
                        } else {
                            insert.setObject(i, value);
                        }
                    }
                    insert.executeUpdate();
                }
            }
            statement.execute("COPY t TO '" + file + "' (FORMAT parquet, COMPRESSION zstd)");
        }
    }

    private Object plain(TableSchema.Column column) {
        if (column.name().equals("run_id")) {
            return runId;
        }
        if (column.name().equals("conf_level")) {
            return 0.95;
        }
        if (column.isNullable()) {
            return null;
        }
        return switch (column.type()) {
            case TEXT -> "plain";
            case INTEGER -> 1L;
            case NUMBER -> 1.0;
            case FLAG -> false;
            case TIME -> Instant.parse("2024-06-01T12:00:00Z");
            case TEXTS -> List.of();
        };
    }

    private static String duckType(TableSchema.Column column) {
        return switch (column.type()) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case FLAG -> "BOOLEAN";
            case TIME -> "TIMESTAMPTZ";
            case TEXTS -> "VARCHAR[]";
        };
    }

    private void writeRun(String study, String title) throws IOException {
        run.put("study", study);
        run.put("title", title);
        run.put("run_id", runId);
        run.put("status", "done");
        run.putObject("attempt")
                .put("id", "11111111-2222-3333-4444-555555555555")
                .put("started_at", "2026-01-02T03:04:05Z")
                .put("finished_at", "2026-01-02T03:05:06Z");
        run.put("tool_version", "0.4.0");
        run.put("schema_version", "fedcba9876543210");
        run.put("java_version", "17.0.15+6");
        run.put("flink_version", "2.3.0");
        run.putNull("model_id");
        run.put("key_id", "aefa7465");
        ObjectNode canonical = run.putObject("canonical_study");
        canonical.put("study", study);
        canonical.put("title", title);
        Arrays.asList(1, 24).forEach(canonical.putArray("deadlines_hours")::add);
        canonical.put("clock", "posted");
        canonical.putObject("privacy").put("k", 10).put("key_id", "aefa7465").putNull("suppression_list");
        run.putArray("inputs")
                .addObject()
                .put("name", "dumps/RC_2024-06.zst")
                .put("bytes", 72608)
                .put("sha256", "dc446bbf0f2b048eb13ea94b0be2293457111af5633615a4558de83634cec8a4")
                .put("format", "reddit")
                .put("records", 1811);
        run.putObject("ingest").put("records_read", 1811);
        run.putArray("tables");
        save();
    }
}
