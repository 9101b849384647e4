// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/** The yardstick: SQL of this module's resources, run by DuckDB in a process of its own. */
final class DuckDb {
    private static final double NANOS = 1e9;

    private DuckDb() {}

    static Contender contender(String name, String script, int threads, Path dump, Path folder) {
        Path output = folder.resolve("out-duckdb");
        return Contender.java(name, threads, DuckDb.class, output, script, dump, output, threads);
    }

    static String version() {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            return connection.getMetaData().getDatabaseProductVersion();
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB could not be started.", e);
        }
    }

    /** Runs a script: name of the resource, dump, output folder, threads. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Path output = Files.createDirectories(Path.of(arguments[2]));
        String sql = resource(arguments[0]).replace("${dump}", arguments[1]).replace("${output}", output.toString());
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = " + Integer.parseInt(arguments[3]));
            statement.execute("SET preserve_insertion_order = false");
            statement.execute("SET temp_directory = '" + output.resolve("temp") + "'");
            long start = System.nanoTime();
            for (String part : sql.split(";\\s*\\n", -1)) {
                if (!part.isBlank()) {
                    statement.execute(part);
                }
            }
            System.out.println("work_seconds " + (System.nanoTime() - start) / NANOS);
        }
    }

    private static String resource(String name) throws IOException {
        try (InputStream in = DuckDb.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
