// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.tilik.datasets.MetricRegistry;
import org.tilik.datasets.MetricRegistry.Metric;
import org.tilik.export.RunFolder;
import org.tilik.export.TableSchema;
import org.tilik.export.answers.AnswerTable;

/** What the columns and the metrics of a bundle mean: those that it holds, no others. */
record Glossary(List<TableSchema> tables, List<Metric> metrics) {
    private static final String NO_UNIT = "none";

    static Glossary of(RunFolder bundle, MetricRegistry registry) {
        List<TableSchema> tables = bundle.tables().keySet().stream()
                .map(table -> TableSchema.find(table).orElseThrow())
                .toList();
        Set<String> used = new TreeSet<>();
        for (String table : bundle.measureTables()) {
            used.addAll(bundle.query(
                    "SELECT DISTINCT metric_id FROM release." + RunFolder.quoted(table), row -> row.text("metric_id")));
        }
        return new Glossary(
                tables,
                registry.all().stream()
                        .filter(metric -> used.contains(metric.id()))
                        .toList());
    }

    /** The type as a reader of CSV or Parquet meets it. */
    static String typeName(TableSchema.Column column) {
        return switch (column.type()) {
            case TEXT -> "text";
            case INTEGER -> "integer";
            case NUMBER -> "number";
            case FLAG -> "true or false";
            case TIME -> "time (UTC)";
            case TEXTS -> "list of texts";
        };
    }

    /** The unit; empty where there is none. */
    static String unit(TableSchema.Column column) {
        return column.unit().equals(NO_UNIT) ? "" : column.unit();
    }

    /** As a page in Markdown. */
    String page() {
        StringBuilder page = new StringBuilder("""
                # Data dictionary

                Units: `h` hours; `UTC` a time in Coordinated Universal Time; `s` seconds; `B` bytes; `1` a count, a level, or a
                share between 0 and 1; `see unit` the unit named in the row's column `unit`. Where *absent* says yes, a value
                may be unknown or not apply; an absent value is never a zero. Rows whose group is too small to be published
                are `suppressed` and have no numbers.

                """.replace("                ", ""));
        page.append("## Tables\n");
        List<TableSchema> described = new ArrayList<>(tables);
        described.add(AnswerTable.SCHEMA);
        for (TableSchema table : described) {
            page.append("\n### ").append(table.name()).append("\n\n").append(markdown(table.doc()));
            page.append("\n\nKey: ").append(String.join(", ", table.key()));
            page.append("\n\n| column | type | unit | absent | meaning |\n|---|---|---|---|---|\n");
            for (TableSchema.Column column : table.columns()) {
                page.append("| `").append(column.name()).append("` | ");
                page.append(typeName(column)).append(" | ").append(unit(column)).append(" | ");
                page.append(column.isNullable() ? "yes" : "").append(" | ");
                page.append(markdown(column.doc())).append(" |\n");
            }
        }
        page.append("\n## Metrics\n");
        for (Metric metric : metrics) {
            page.append("\n### ").append(metric.id()).append("\n\n");
            page.append(markdown(metric.title())).append(" (version ").append(metric.version());
            page.append(", unit ").append(metric.unit()).append(")\n\n");
            page.append("* Definition: ").append(markdown(metric.definition())).append('\n');
            page.append("* Formula: ").append(markdown(metric.estimator())).append('\n');
            page.append("* Clock: ").append(markdown(metric.clockRule())).append('\n');
            page.append("* Keep in mind: ").append(markdown(metric.caveats())).append('\n');
            page.append("* Source: ").append(markdown(metric.citation())).append('\n');
        }
        return page.toString();
    }

    private static String markdown(String text) {
        return Markdown.text(text);
    }
}
