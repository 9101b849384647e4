// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBDriver;

/**
 * The views that {@code tables.sql} makes in DuckDB. Its paths are relative to the output folder, so it needs a process
 * that was started there.
 */
final class DuckDbViews {
    private DuckDbViews() {}

    /**
     * One view.
     *
     * @param rows number of rows, all of which were read
     * @param columns names and DuckDB's types, in order
     */
    record View(long rows, Map<String, String> columns) {}

    /** All views by name, such as {@code release.rejects}, as somebody finds them who starts in this folder. */
    static Map<String, View> of(Path output, Path script) throws IOException, InterruptedException {
        String classPath =
                codeOf(DuckDbViews.class) + System.getProperty("path.separator") + codeOf(DuckDBDriver.class);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        classPath,
                        DuckDbViews.class.getName(),
                        script.toRealPath().toString())
                .directory(output.toFile())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("DuckDB in " + output + " ended with " + process.exitValue() + ": " + printed);
        }
        Map<String, View> views = new LinkedHashMap<>();
        for (String line : printed.lines().toList()) {
            String[] parts = line.split("\t", -1);
            Map<String, String> columns = new LinkedHashMap<>();
            for (int i = 2; i < parts.length; i += 2) {
                columns.put(parts[i], parts[i + 1]);
            }
            views.put(parts[0], new View(Long.parseLong(parts[1]), columns));
        }
        return views;
    }

    private static String codeOf(Class<?> type) {
        return Path.of(java.net.URI.create(
                        type.getProtectionDomain().getCodeSource().getLocation().toString()))
                .toString();
    }

    /** Runs the script and prints each view: name, rows, then name and type of each column, separated by tabs. */
    public static void main(String[] args) throws IOException, SQLException {
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duckdb.createStatement()) {
            statement.execute(Files.readString(Path.of(args[0])));
            List<String> names = new ArrayList<>();
            try (ResultSet views = statement.executeQuery(
                    "SELECT schema_name || '.' || view_name FROM duckdb_views() WHERE NOT internal ORDER BY ALL")) {
                while (views.next()) {
                    names.add(views.getString(1));
                }
            }
            for (String name : names) {
                print(statement, name);
            }
        }
    }

    private static void print(Statement statement, String name) throws SQLException {
        StringBuilder line = new StringBuilder(name);
        try (ResultSet rows = statement.executeQuery("FROM " + name)) {
            long count = 0;
            while (rows.next()) {
                count++;
            }
            line.append('\t').append(count);
        }
        try (ResultSet columns = statement.executeQuery("DESCRIBE " + name)) {
            while (columns.next()) {
                line.append('\t').append(columns.getString(1)).append('\t').append(columns.getString(2));
            }
        }
        System.out.println(line);
    }
}
