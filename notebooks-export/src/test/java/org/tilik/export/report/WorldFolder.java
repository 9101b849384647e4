// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tilik.export.TableSchema;

/** Writes an output folder as a run leaves it, with invented rows in the shape of the schemas. */
final class WorldFolder implements AutoCloseable {
    static final String RUN_ID = "0123456789abcdef";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final Connection duckdb;

    WorldFolder(Path folder) throws IOException, SQLException {
        this.folder = folder;
        Files.createDirectories(folder);
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
        execute("SET TimeZone = 'UTC'");
    }

    Path folder() {
        return folder;
    }

    void runJson(ObjectNode run) throws IOException {
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("run.json").toFile(), run);
    }

    /** A table of release/ with these rows; columns that a row does not name are null. */
    void table(String name, List<Map<String, Object>> rows) throws IOException, SQLException {
        create(name);
        for (Map<String, Object> row : rows) {
            insert(name, row);
        }
        write("release", name);
    }

    /** A table of release/ with the rows of a query, which names every column. */
    void table(String name, String query) throws IOException, SQLException {
        create(name);
        execute("INSERT INTO " + name + " BY NAME " + query);
        write("release", name);
    }

    private void create(String name) throws SQLException {
        execute(TableSchema.find(name).orElseThrow().columns().stream()
                .map(column -> "\"" + column.name() + "\" " + type(column.type()))
                .collect(Collectors.joining(", ", "CREATE TABLE " + name + " (", ")")));
    }

    private void insert(String name, Map<String, Object> row) throws SQLException {
        TableSchema schema = TableSchema.find(name).orElseThrow();
        List<String> columns = List.copyOf(row.keySet());
        String values = columns.stream()
                .map(column -> schema.columns().stream()
                        .filter(each -> each.name().equals(column))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(name + " has no column " + column)))
                .map(column -> switch (column.type()) {
                    case TIME -> "?::TIMESTAMPTZ";
                    case TEXTS -> "string_split(?, ' ')";
                    default -> "?";
                })
                .collect(Collectors.joining(", "));
        String names = columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
        try (PreparedStatement statement =
                duckdb.prepareStatement("INSERT INTO " + name + " (" + names + ") VALUES (" + values + ")")) {
            for (int i = 0; i < columns.size(); i++) {
                statement.setObject(i + 1, row.get(columns.get(i)));
            }
            statement.execute();
        }
    }

    private void write(String area, String name) throws IOException, SQLException {
        Path table = folder.resolve(area).resolve(name);
        String part = "_attempt/" + RUN_ID + "/part-00000.parquet";
        Files.createDirectories(table.resolve(part).getParent());
        execute("COPY " + name + " TO '" + table.resolve(part) + "' (FORMAT parquet, COMPRESSION zstd)");
        ObjectNode manifest = JSON.createObjectNode().put("run_id", RUN_ID);
        manifest.putArray("files")
                .addObject()
                .put("path", part)
                .put("rows", -1)
                .put("sha256", sha256(table.resolve(part)));
        JSON.writeValue(table.resolve("_manifest.json").toFile(), manifest);
        Files.writeString(table.resolve("_SUCCESS"), "");
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = duckdb.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String type(TableSchema.Type type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case FLAG -> "BOOLEAN";
            case TIME -> "TIMESTAMPTZ";
            case TEXTS -> "VARCHAR[]";
        };
    }

    private static String sha256(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }

    @Override
    public void close() throws SQLException {
        duckdb.close();
    }
}
