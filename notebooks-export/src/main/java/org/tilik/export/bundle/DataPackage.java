// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tilik.export.Digest;
import org.tilik.export.RunRecord;
import org.tilik.export.TableSchema;
import org.tilik.export.TableSchema.Column;
import org.tilik.export.answers.AnswerTable;

/** Describes the tables as Data Package, version 2 (https://datapackage.org). */
final class DataPackage {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String PROFILES = "https://datapackage.org/profiles/2.0/";

    private final RunRecord run;
    private final Path folder;

    DataPackage(RunRecord run, Path folder) {
        this.run = run;
        this.folder = folder;
    }

    ObjectNode describe(Glossary glossary) throws IOException {
        ObjectNode all = NODES.objectNode();
        all.put("$schema", PROFILES + "datapackage.json");
        all.put("name", name(run.study()) + "-" + run.runId());
        all.put("title", InertText.visible(run.title()));
        all.put(
                "description",
                "Tables of run " + run.runId() + " of the study " + InertText.visible(run.study()) + ", made by Tilik "
                        + run.toolVersion() + ". Rows that may be published, none about single items.");
        all.put("version", run.runId());
        run.finishedAt().ifPresent(time -> all.put("created", time.toString()));
        ArrayNode sources = all.putArray("sources");
        for (RunRecord.Input input : run.inputs()) {
            ObjectNode source = sources.addObject();
            source.put("title", InertText.visible(input.name()));
            source.put("bytes", input.bytes());
            input.sha256().ifPresent(digest -> source.put("hash", "sha256:" + digest));
        }
        ArrayNode resources = all.putArray("resources");
        for (TableSchema table : glossary.tables()) {
            resources.add(csv(table, Bundle.csv(table.name())));
            resources.add(parquet(table));
        }
        resources.add(csv(AnswerTable.SCHEMA, Bundle.ANSWERS));
        if (sources.isEmpty()) {
            all.remove("sources");
        }
        return all;
    }

    private ObjectNode csv(TableSchema table, String path) throws IOException {
        ObjectNode resource = resource(table, table.name(), path, "csv", "text/csv");
        resource.put("encoding", "utf-8");
        resource.putObject("dialect")
                .put("$schema", PROFILES + "tabledialect.json")
                .put("delimiter", ",")
                .put("lineTerminator", "\n")
                .put("quoteChar", "\"")
                .put("doubleQuote", true)
                .put("header", true);
        resource.set("schema", schema(table));
        return resource;
    }

    private ObjectNode parquet(TableSchema table) throws IOException {
        return resource(
                table,
                table.name() + "-parquet",
                Bundle.parquet(table.name()),
                "parquet",
                "application/vnd.apache.parquet");
    }

    private ObjectNode resource(TableSchema table, String name, String path, String format, String mediaType)
            throws IOException {
        Path file = folder.resolve(path);
        return NODES.objectNode()
                .put("name", name)
                .put("type", "table")
                .put("path", path)
                .put("title", table.name())
                .put("description", table.doc())
                .put("format", format)
                .put("mediatype", mediaType)
                .put("bytes", Files.size(file))
                .put("hash", "sha256:" + Digest.of(file));
    }

    private static ObjectNode schema(TableSchema table) {
        ObjectNode schema = NODES.objectNode().put("$schema", PROFILES + "tableschema.json");
        ArrayNode fields = schema.putArray("fields");
        table.columns().forEach(column -> fields.add(field(column)));
        schema.putArray("missingValues").add(CellText.MISSING);
        if (table.columns().stream().anyMatch(column -> column.name().equals("row_id") && !column.isNullable())) {
            schema.putArray("primaryKey").add("row_id");
        } else if (table.columns().stream()
                .filter(column -> table.key().contains(column.name()))
                .noneMatch(Column::isNullable)) {
            table.key().forEach(schema.putArray("primaryKey")::add);
        } else {
            // Parts of a primary key are never absent; these may be.
            table.key().forEach(schema.putArray("uniqueKeys").addArray()::add);
        }
        return schema;
    }

    private static ObjectNode field(Column column) {
        ObjectNode field = NODES.objectNode().put("name", column.name());
        switch (column.type()) {
            case TEXT -> field.put("type", "string");
            case INTEGER -> field.put("type", "integer");
            case NUMBER -> field.put("type", "number");
            case FLAG -> {
                field.put("type", "boolean");
                field.putArray("trueValues").add("true");
                field.putArray("falseValues").add("false");
            }
            case TIME -> field.put("type", "datetime");
            case TEXTS -> field.put("type", "string");
        }
        field.put(
                "description",
                column.type() == TableSchema.Type.TEXTS
                        ? column.doc() + " Several are separated by " + CellText.LIST_SEPARATOR + "."
                        : column.doc());
        if (!Glossary.unit(column).isEmpty()) {
            field.put("unit", column.unit());
        }
        if (!column.isNullable()) {
            field.putObject("constraints").put("required", true);
        }
        return field;
    }

    /** Letters, digits, dots and dashes only, as names of packages are used in addresses. */
    static String name(String raw) {
        String name =
                raw.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^-+|-+$", "");
        return name.isEmpty() ? "study" : name;
    }
}
