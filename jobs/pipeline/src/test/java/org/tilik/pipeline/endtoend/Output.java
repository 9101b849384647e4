// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.study.IngestCounts;
import org.tilik.pipeline.study.RunReport;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableReader;

/**
 * The output folder of a run, read as a user would.
 *
 * @param folder the folder with run.json
 */
record Output(Path folder) {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public String toString() {
        return folder.toString();
    }

    /** The rows of a table in the folder of its schema. */
    <R extends Record> List<R> rows(Table<R> table) throws IOException {
        return rows(table.schema().area(), table);
    }

    /** The rows of a table in restricted or release. */
    <R extends Record> List<R> rows(String area, Table<R> table) throws IOException {
        return TableReader.read(
                table,
                new org.apache.flink.core.fs.Path("file:" + folder.resolve(area).resolve(table.name())));
    }

    JsonNode runJson() throws IOException {
        return JSON.readTree(folder.resolve(RunReport.FILE).toFile());
    }

    IngestCounts counts() {
        return RunReport.read("file:" + folder)
                .flatMap(report -> report.get("ingest", IngestCounts.class))
                .orElseThrow();
    }

    /** Fingerprint of every finished table, by name. */
    Map<String, String> digests() throws IOException {
        Map<String, String> digests = new TreeMap<>();
        String json =
                Invocation.succeeding("digest", folder.toString(), "--json").out();
        JSON.readTree(json)
                .forEach(table -> digests.put(
                        table.get("name").asText(), table.get("digest").asText()));
        return digests;
    }

    /** The measure of the pooled stratum that no correction touched; its cause is all or null. */
    RemovalMeasureRow pooled(String metric, Double deadlineHours) throws IOException {
        return rows(Table.REMOVAL_MEASURES).stream()
                .filter(row -> row.stratumBy().equals("all")
                        && row.correctionMethod().equals("none")
                        && row.metricId().equals(metric)
                        && (row.cause() == null || row.cause().equals("all"))
                        && (deadlineHours == null || deadlineHours.equals(row.deadlineHours())))
                .findFirst()
                .orElseThrow();
    }
}
