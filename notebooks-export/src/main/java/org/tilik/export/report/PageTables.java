// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tilik.export.ExportError;
import org.tilik.export.RunFolder;
import org.tilik.export.TableSchema;

/** The rows of release tables that the page shows. */
final class PageTables {
    /** Is in every row, and the same in all; the page states it once. */
    private static final String RUN_ID = "run_id";

    private PageTables() {}

    /** Those that the run has finished. */
    static Map<PageTable, ColumnTable> read(RunFolder run) {
        Map<PageTable, ColumnTable> found = new EnumMap<>(PageTable.class);
        for (PageTable table : PageTable.values()) {
            TableSchema schema = TableSchema.find(table.table())
                    .filter(TableSchema::isRelease)
                    .orElse(null);
            if (schema != null && run.has(table.table())) {
                found.put(table, read(table, schema.key(), run.connection()));
            }
        }
        return found;
    }

    private static ColumnTable read(PageTable table, List<String> key, Connection duckdb) {
        String source = "release.\"" + table.table() + "\"";
        try (Statement statement = duckdb.createStatement()) {
            long all = count(statement, source);
            try (ResultSet result = statement.executeQuery(table.sql(source, key))) {
                return rows(result, all);
            }
        } catch (SQLException e) {
            throw ExportError.failed(
                    "The rows of " + source + " for the report could not be read (" + e.getMessage() + ")", e);
        }
    }

    private static long count(Statement statement, String source) throws SQLException {
        try (ResultSet result = statement.executeQuery("SELECT count(*) FROM " + source)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static ColumnTable rows(ResultSet result, long all) throws SQLException {
        ResultSetMetaData meta = result.getMetaData();
        List<String> columns = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int c = 1; c <= meta.getColumnCount(); c++) {
            if (!meta.getColumnName(c).equals(RUN_ID)) {
                columns.add(meta.getColumnName(c));
                places.add(c);
            }
        }
        List<List<Object>> rows = new ArrayList<>();
        while (result.next()) {
            List<Object> row = new ArrayList<>(places.size());
            for (int place : places) {
                row.add(cell(result.getObject(place)));
            }
            rows.add(Collections.unmodifiableList(row));
        }
        return new ColumnTable(columns, rows, all - rows.size());
    }

    private static Object cell(Object value) throws SQLException {
        if (value instanceof String text) {
            return VisibleText.of(text);
        }
        if (value instanceof OffsetDateTime time) {
            return time.toInstant().toString();
        }
        if (value instanceof Array list) {
            return Arrays.stream((Object[]) list.getArray())
                    .map(String::valueOf)
                    .map(VisibleText::of)
                    .collect(Collectors.joining(" "));
        }
        return value;
    }
}
