// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;

/** The data dictionary: every table and column with type, unit and meaning, as Markdown made from the schemas. */
public final class DataDictionary {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String INTRODUCTION = """
            # Data dictionary

            Made from the files in `schemas/`; not edited by hand. Written again by

                ./mvnw -pl datasets test -Dtest=DataDictionaryTest -Dtilik.dictionary=write

            A table is a folder of Parquet files, `<area>/<table>/` in an output folder: `_manifest.json` names its files,
            `_SUCCESS` says that it is whole. Columns marked *path* stand in folder names (`platform=…/month=…`), not in the
            files. The key identifies a row and is the order in which rows are stored, where the table's text names no other.
            Where the column *null* says yes, a value may be absent because it is unknown or does not apply; an absent value
            is never a zero.

            Units: `h` hours; `UTC` a time in Coordinated Universal Time; `B` bytes; `1` a count, a level, or a share between 0
            and 1; `see unit` the unit named in the row's column `unit`.
            """;

    private DataDictionary() {}

    /** Where a table lies and what that says about it, in the order of the dictionary. */
    private enum Area {
        RELEASE("Aggregates that may be published. Groups too small to publish appear without numbers."),
        RESTRICTED("One row per item or event, with pseudonyms in place of ids; not for publication. The exact removal"
                + " curves lie here too: `restricted/removal_curves`, with the columns of `release/removal_curves`."),
        WORK("What jobs hand to each other; not for publication. When deleted, it is made again from the dumps."),
        TRUTH("What is true of simulated dumps; `./tilik simulate` writes it beside them.");

        private final String meaning;

        Area(String meaning) {
            this.meaning = meaning;
        }

        private String folder() {
            return name().toLowerCase(Locale.ROOT);
        }

        private boolean holds(JsonNode table) {
            return folder().equals(text(table, "area"));
        }
    }

    /**
     * The dictionary of these tables.
     *
     * @param schemas Avro schemas as JSON, in any order
     * @throws IllegalArgumentException naming what a schema lacks
     */
    public static String render(List<String> schemas) {
        List<JsonNode> tables = schemas.stream()
                .map(DataDictionary::parsed)
                .sorted(Comparator.comparing(table -> text(table, "name")))
                .toList();
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (Area area : Area.values()) {
            List<JsonNode> tablesThere = tables.stream().filter(area::holds).toList();
            if (!tablesThere.isEmpty()) {
                page.append("\n## ").append(area.folder()).append("\n\n");
                page.append(area.meaning).append('\n');
                tablesThere.forEach(table -> page.append(section(table)));
            }
        }
        return page.toString();
    }

    private static JsonNode parsed(String schema) {
        try {
            JsonNode table = JSON.readTree(schema);
            if (List.of(Area.values()).stream().noneMatch(area -> area.holds(table))) {
                throw new IllegalArgumentException("The schema " + text(table, "name") + " has the area '"
                        + text(table, "area") + "', expected release, restricted, work or truth; correct the schema.");
            }
            return table;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A table schema is no valid JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String section(JsonNode table) {
        StringJoiner key = new StringJoiner(", ");
        table.path("key").forEach(column -> key.add('`' + column.asText() + '`'));
        StringJoiner section = new StringJoiner("\n", "\n", "\n")
                .add("### " + text(table, "name"))
                .add("")
                .add(text(table, "doc"))
                .add("")
                .add("Key: " + key)
                .add("")
                .add("| column | type | unit | null | meaning |")
                .add("|---|---|---|---|---|");
        table.path("fields").forEach(field -> section.add(row(field)));
        return section.toString();
    }

    private static String row(JsonNode field) {
        JsonNode type = field.path("type");
        String unit = text(field, "unit");
        return new StringJoiner(" | ", "| ", " |")
                .add('`' + text(field, "name") + '`')
                .add(typeName(type) + (field.path("partition").asBoolean() ? ", *path*" : ""))
                .add(unit.equals("none") ? "" : unit)
                .add(isNullable(type) ? "yes" : "")
                .add(text(field, "doc").replace("|", "\\|"))
                .toString();
    }

    private static boolean isNullable(JsonNode type) {
        return type.isArray();
    }

    /** The type as readers of Parquet meet it; of a union, the type that is not null. */
    private static String typeName(JsonNode type) {
        if (type.isArray()) {
            return typeName(type.path(1));
        }
        if (type.isTextual()) {
            return type.asText();
        }
        if (type.has("items")) {
            return "list of " + typeName(type.path("items"));
        }
        if ("timestamp-micros".equals(type.path("logicalType").asText())) {
            return "timestamp";
        }
        throw new IllegalArgumentException(
                "A schema has the type " + type + ", which the data dictionary cannot name; add it there.");
    }

    private static String text(JsonNode node, String property) {
        JsonNode value = node.path(property);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new IllegalArgumentException("A schema lacks '" + property + "' in "
                    + (node.path("name").isTextual() ? node.path("name") : node) + "; every table and column has one.");
        }
        return value.asText();
    }
}
