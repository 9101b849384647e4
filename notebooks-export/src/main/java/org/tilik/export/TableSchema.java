// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tilik.datasets.Schemas;

/**
 * What a table is and what its columns mean, from {@code datasets/schemas}.
 *
 * @param name such as {@code removal_measures}
 * @param doc what one row is about
 * @param area where it lies: {@code release}, {@code restricted}, {@code work} or {@code truth}
 * @param key columns that together identify a row
 * @param version version of the schema
 * @param columns in the order of the files
 */
public record TableSchema(String name, String doc, String area, List<String> key, int version, List<Column> columns) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Types of columns. */
    public enum Type {
        TEXT,
        INTEGER,
        NUMBER,
        FLAG,
        TIME,
        TEXTS
    }

    /**
     * One column.
     *
     * @param name such as {@code ci_low}
     * @param type type of its values
     * @param isNullable whether a value may be absent
     * @param doc what it means
     * @param unit such as {@code h}; {@code none} where it has none
     */
    public record Column(String name, Type type, boolean isNullable, String doc, String unit) {}

    /** The schema of this table; empty where this version knows no such table. */
    public static Optional<TableSchema> find(String table) {
        if (!table.matches("[a-z][a-z0-9_]*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse(Schemas.avro(table)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether the rows may be published. */
    public boolean isRelease() {
        return area.equals("release");
    }

    /** Whether there is a column of this name. */
    public boolean has(String column) {
        return columns.stream().anyMatch(any -> any.name().equals(column));
    }

    /** Names of the columns. */
    public List<String> columnNames() {
        return columns.stream().map(Column::name).toList();
    }

    /** A query that has the columns of the table and no row. */
    public String sqlWithoutRows() {
        return columns.stream()
                .map(column -> "CAST(NULL AS " + duckType(column.type()) + ") AS " + RunFolder.quoted(column.name()))
                .collect(Collectors.joining(", ", "SELECT ", " WHERE false"));
    }

    private static String duckType(Type type) {
        return switch (type) {
            case TEXT -> "VARCHAR";
            case INTEGER -> "BIGINT";
            case NUMBER -> "DOUBLE";
            case FLAG -> "BOOLEAN";
            case TIME -> "TIMESTAMPTZ";
            case TEXTS -> "VARCHAR[]";
        };
    }

    private static TableSchema parse(String avro) {
        JsonNode json;
        try {
            json = JSON.readTree(avro);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A table schema of this build is no valid JSON", e);
        }
        List<String> key = new ArrayList<>();
        json.path("key").forEach(column -> key.add(column.asText()));
        List<Column> columns = new ArrayList<>();
        for (JsonNode field : json.path("fields")) {
            JsonNode type = field.path("type");
            columns.add(new Column(
                    field.path("name").asText(),
                    type(type.isArray() ? type.path(1) : type),
                    type.isArray(),
                    field.path("doc").asText(),
                    field.path("unit").asText()));
        }
        return new TableSchema(
                json.path("name").asText(),
                json.path("doc").asText(),
                json.path("area").asText(),
                List.copyOf(key),
                json.path("version").asInt(),
                List.copyOf(columns));
    }

    private static Type type(JsonNode avro) {
        if (avro.has("logicalType")) {
            return Type.TIME;
        }
        if (avro.has("items")) {
            return Type.TEXTS;
        }
        return switch (avro.asText()) {
            case "string" -> Type.TEXT;
            case "int", "long" -> Type.INTEGER;
            case "double", "float" -> Type.NUMBER;
            case "boolean" -> Type.FLAG;
            default -> throw new IllegalStateException("A schema has the type " + avro + "; add it here.");
        };
    }
}
