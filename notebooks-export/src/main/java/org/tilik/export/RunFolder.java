// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A run that is to be read: the output folder of {@code tilik run}, or a bundle made from one. Its finished tables are
 * views {@code release.<table>} of an in-memory DuckDB; those in {@code restricted/} only where they were asked for.
 */
public final class RunFolder implements AutoCloseable {
    private static final String RUN_FILE = "run.json";
    private static final String RELEASE = "release";
    private static final String RESTRICTED = "restricted";
    private static final String BUNDLE_TABLES = "tables";
    private static final String PARQUET = TableFiles.PARQUET;

    private final Path folder;
    private final Kind kind;
    private final RunRecord run;
    private final Map<String, TableFiles> tables;
    private final List<String> unfinished;
    private final Connection duckdb;

    private RunFolder(
            Path folder,
            Kind kind,
            RunRecord run,
            Map<String, TableFiles> tables,
            List<String> unfinished,
            Connection duckdb) {
        this.folder = folder;
        this.kind = kind;
        this.run = run;
        this.tables = tables;
        this.unfinished = unfinished;
        this.duckdb = duckdb;
    }

    /** What kind of folder it is. */
    public enum Kind {
        OUTPUT,
        BUNDLE
    }

    /** Opens an output folder or a bundle; only tables that may be published are seen. */
    public static RunFolder open(Path folder) {
        return open(folder, false);
    }

    /** Opens an output folder with the rows about single items, too, for an analyst who may see them. */
    public static RunFolder openWithRestricted(Path folder) {
        return open(folder, true);
    }

    private static RunFolder open(Path folder, boolean withRestricted) {
        Kind kind = kindOf(folder);
        RunRecord run = RunRecord.read(folder.resolve(RUN_FILE));
        Map<String, TableFiles> tables = new TreeMap<>();
        List<String> unfinished = new ArrayList<>();
        if (kind == Kind.OUTPUT) {
            for (Path table : folders(folder.resolve(RELEASE))) {
                TableFiles.inFolder(table)
                        .ifPresentOrElse(
                                files -> tables.put(files.name(), files),
                                () -> unfinished.add(table.getFileName().toString()));
            }
        } else {
            for (Path file : list(folder.resolve(BUNDLE_TABLES))) {
                String name = file.getFileName().toString();
                if (name.endsWith(PARQUET)) {
                    TableFiles table = TableFiles.inBundle(folder, file, run.runId());
                    tables.put(table.name(), table);
                }
            }
        }
        Connection duckdb = connect();
        RunFolder opened = new RunFolder(folder, kind, run, tables, List.copyOf(unfinished), duckdb);
        opened.makeViews(RELEASE, tables);
        if (withRestricted) {
            Map<String, TableFiles> restricted = new TreeMap<>();
            for (Path table : folders(folder.resolve(RESTRICTED))) {
                TableFiles.inFolder(table).ifPresent(files -> restricted.put(files.name(), files));
            }
            opened.makeViews(RESTRICTED, restricted);
        }
        return opened;
    }

    private static Kind kindOf(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw ExportError.usage("There is no folder " + folder
                    + ". Expected the output folder of a run (with run.json and release/) or a bundle made from one.");
        }
        if (Files.isRegularFile(folder.resolve(RUN_FILE))) {
            if (Files.isDirectory(folder.resolve(RELEASE))) {
                return Kind.OUTPUT;
            }
            if (Files.isDirectory(folder.resolve(BUNDLE_TABLES))) {
                return Kind.BUNDLE;
            }
        }
        throw ExportError.usage(folder + " is neither the output folder of a run (run.json and release/) nor a bundle"
                + " (run.json and tables/). Give the folder that 'tilik run' was told as --output.");
    }

    /** The folder. */
    public Path folder() {
        return folder;
    }

    /** Output folder or bundle. */
    public Kind kind() {
        return kind;
    }

    /** What run.json says. */
    public RunRecord run() {
        return run;
    }

    /** Finished tables that may be published, by name. */
    public Map<String, TableFiles> tables() {
        return tables;
    }

    /** Names of tables that were begun and are not finished. */
    public List<String> unfinished() {
        return unfinished;
    }

    /** Whether this table is finished. */
    public boolean has(String table) {
        return tables.containsKey(table);
    }

    /** The DuckDB with the views. */
    public Connection connection() {
        return duckdb;
    }

    /** What a reader makes of a row. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** The row as a value. */
        T read(Row row);
    }

    /** Rows of a query; question marks in it stand for the parameters. */
    public List<Row> rows(String sql, Object... parameters) {
        return query(sql, row -> row, parameters);
    }

    /** Rows of a query as values; question marks in it stand for the parameters. */
    public <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        List<T> found = new ArrayList<>();
        forEach(sql, row -> found.add(reader.read(row)), parameters);
        return found;
    }

    /** What is done with each row. */
    @FunctionalInterface
    public interface RowConsumer {
        /** Takes the row. */
        void accept(Row row);
    }

    /** Hands each row of a query on, without holding all of them. */
    public void forEach(String sql, RowConsumer consumer, Object... parameters) {
        try (PreparedStatement statement = duckdb.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet results = statement.executeQuery()) {
                while (results.next()) {
                    consumer.accept(row(results));
                }
            }
        } catch (SQLException e) {
            throw ExportError.failed(
                    "DuckDB could not carry out on " + folder + ": " + sql + " (" + e.getMessage() + ")", e);
        }
    }

    /** Names of finished tables whose rows are numbers to be cited, sorted. */
    public List<String> measureTables() {
        return tables.keySet().stream()
                .filter(table -> TableSchema.find(table)
                        .filter(schema -> schema.has("row_id") && schema.has("metric_id"))
                        .isPresent())
                .toList();
    }

    /** All numbers of a table of the long shape; none where the table is not there. */
    public List<MeasureRow> measures(String table) {
        return found(table, "");
    }

    /** The numbers of one metric of a table of the long shape; none where the table is not there. */
    public List<MeasureRow> measures(String table, String metricId) {
        return found(table, " WHERE metric_id = ?", metricId);
    }

    private List<MeasureRow> found(String table, String condition, Object... parameters) {
        if (!has(table)) {
            return List.of();
        }
        TableSchema schema = TableSchema.find(table).orElseThrow();
        return query("FROM release." + quoted(table) + condition, row -> MeasureRow.of(schema, row), parameters);
    }

    /** All rows of the table of scenarios; none where it is not there. */
    public List<ScenarioRow> scenarios() {
        return has(ScenarioRow.TABLE) ? query("FROM release." + ScenarioRow.TABLE, ScenarioRow::of) : List.of();
    }

    /** The number of this row id; empty where no finished table has it. */
    public Optional<MeasureRow> measure(String rowId) {
        return measureTables().stream()
                .flatMap(table -> found(table, " WHERE row_id = ?", rowId).stream())
                .findFirst();
    }

    /** The scenario of this row id; empty where the table does not have it or is not there. */
    public Optional<ScenarioRow> scenario(String rowId) {
        return has(ScenarioRow.TABLE)
                ? query("FROM release." + ScenarioRow.TABLE + " WHERE row_id = ?", ScenarioRow::of, rowId).stream()
                        .findFirst()
                : Optional.empty();
    }

    @Override
    public void close() {
        try {
            duckdb.close();
        } catch (SQLException e) {
            throw ExportError.failed("DuckDB could not be closed: " + e.getMessage(), e);
        }
    }

    private static Row row(ResultSet results) throws SQLException {
        ResultSetMetaData columns = results.getMetaData();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            values.put(columns.getColumnLabel(i), value(results.getObject(i)));
        }
        return new Row(values);
    }

    private static Object value(Object duckdb) throws SQLException {
        if (duckdb instanceof OffsetDateTime time) {
            return time.toInstant();
        }
        if (duckdb instanceof Array array) {
            return array.getArray();
        }
        return duckdb;
    }

    private static Connection connect() {
        try {
            Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
            try (Statement statement = duckdb.createStatement()) {
                // Everything needed is in the jar: nothing is fetched from the net, whatever a query asks for.
                statement.execute("SET autoinstall_known_extensions = false");
                statement.execute("SET TimeZone = 'UTC'");
                statement.execute("CREATE SCHEMA " + RELEASE);
                statement.execute("CREATE SCHEMA " + RESTRICTED);
            }
            return duckdb;
        } catch (SQLException e) {
            throw ExportError.failed("DuckDB could not be started: " + e.getMessage(), e);
        }
    }

    private void makeViews(String area, Map<String, TableFiles> finished) {
        for (TableFiles table : finished.values()) {
            if (table.files().isEmpty()) {
                makeEmptyView(area, table.name());
                continue;
            }
            String files = table.files().stream()
                    .map(file -> "'" + file.path().toString().replace("'", "''") + "'")
                    .collect(Collectors.joining(", "));
            boolean isPartitioned = table.files().stream()
                    .anyMatch(file ->
                            file.path().getParent().getFileName().toString().contains("="));
            String options = isPartitioned
                    ? ", hive_partitioning = true, hive_types = {platform: VARCHAR, month: VARCHAR}"
                    : ", hive_partitioning = false";
            String sql = "CREATE VIEW " + area + "." + quoted(table.name()) + " AS SELECT * FROM read_parquet([" + files
                    + "]" + options + ")";
            try (Statement statement = duckdb.createStatement()) {
                statement.execute(sql);
            } catch (SQLException e) {
                throw ExportError.usage(
                        "The table " + area + "/" + table.name() + " of " + folder + " could not be opened ("
                                + e.getMessage() + "). Are files missing? Run the study again to write them anew.",
                        e);
            }
        }
    }

    /** A table without any file has the columns of its schema and no rows. */
    private void makeEmptyView(String area, String table) {
        Optional<TableSchema> schema = TableSchema.find(table);
        if (schema.isEmpty()) {
            return;
        }
        try (Statement statement = duckdb.createStatement()) {
            statement.execute("CREATE VIEW " + area + "." + quoted(table) + " AS "
                    + schema.get().sqlWithoutRows());
        } catch (SQLException e) {
            throw ExportError.failed("A view of the empty table " + table + " could not be made", e);
        }
    }

    /** A name in quotes, as SQL wants it where the name is data. */
    public static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static List<Path> folders(Path parent) {
        return Files.isDirectory(parent)
                ? list(parent).stream().filter(Files::isDirectory).toList()
                : List.of();
    }

    private static List<Path> list(Path parent) {
        try (Stream<Path> entries = Files.list(parent)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            throw ExportError.failed("Could not list " + parent + ": " + e.getMessage(), e);
        }
    }
}
