// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.report;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/** Reads the rows that the page shows from Parquet files, by DuckDB. */
final class PageTables {
    /** Is in every row, and the same in all; the page states it once. */
    private static final String RUN_ID = "run_id";

    private final Connection duckdb;

    PageTables(Connection duckdb) {
        this.duckdb = duckdb;
    }

    /** The rows of one table. */
    ColumnTable read(PageTable table, List<String> files, List<String> key) throws SQLException {
        String source = files.stream()
                .map(file -> "'" + file.replace("'", "''") + "'")
                .collect(Collectors.joining(", ", "read_parquet([", "])"));
        try (Statement statement = duckdb.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            long all = count(statement, source);
            try (ResultSet result = statement.executeQuery(table.sql(source, key))) {
                return rows(result, all);
            }
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
        if (value instanceof Timestamp time) {
            return Instant.ofEpochMilli(time.getTime()).toString();
        }
        if (value instanceof java.sql.Array list) {
            StringJoiner joined = new StringJoiner(" ");
            Arrays.stream((Object[]) list.getArray()).map(String::valueOf).map(VisibleText::of).forEach(joined::add);
            return joined.toString();
        }
        return value;
    }
}
