// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.generate.TruthItem;
import org.tilik.datasets.generate.WorldSettings;
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.incident.IncidentJob;
import org.tilik.pipeline.models.ModelPlace;
import org.tilik.pipeline.study.RunFactory;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableManifest;

/** What a run writes, as another program reads it: written files, schemas and data dictionary must say the same. */
class TablesOpenInDuckDbIT {
    private static final Path SCRIPT = Path.of("..", "..", "notebooks-export", "tables.sql");
    private static final Path DICTIONARY = Path.of("..", "..", "datasets", "DATA_DICTIONARY.md");
    private static final List<Table<?>> PUBLISHED = List.of(
            Table.REJECTS,
            Table.PREVALENCE,
            Table.CASCADES,
            Table.FAMILIES,
            Table.SPREAD_TIMELINE,
            Table.PLATFORM_JUMPS,
            Table.SPREAD_MEASURES,
            Table.COORDINATION,
            Table.REMOVAL_CURVES,
            Table.REMOVAL_MEASURES,
            Table.LEDGER_MEASURES,
            Table.COMPLIANCE,
            Table.POLICY_CHANGES,
            Table.COUNTERFACTUALS,
            Table.OVER_REMOVAL,
            Table.COUNTER_SPEECH,
            Table.INCIDENTS);
    /** Views beside those of tables: the share acted on in time under the names that lawyers use. */
    private static final Set<String> OTHER_VIEWS = Set.of("release.compliance_met");
    /** Numbers of accounts, which name none. */
    private static final Set<String> COUNTS_OF_ACCOUNTS = Set.of(
            "n_accounts", "n_accounts_with_followers", "unique_accounts", "max_breadth_accounts", "n_linked_accounts");
    /**
     * Nothing in this world sends notices, no ledger is about it, there is one platform, nobody is as fast as a minute, no event of the
     * policy timeline is of its month, and its families are too small for an incident.
     */
    private static final Set<Table<?>> WITHOUT_ROWS = Set.of(
            Table.COVERAGE,
            Table.LEDGER_COUNTS,
            Table.LEDGER_MEASURES,
            Table.PLATFORM_JUMPS,
            Table.COORDINATED_PAIRS,
            Table.POLICY_CHANGES,
            Table.INCIDENTS);

    @TempDir
    private static Path temp;

    private static SimulatedWorld world;
    private static Output output;
    private static Connection duckdb;

    @BeforeAll
    static void runAndOpen() throws IOException, SQLException {
        world = SimulatedWorld.write(temp.resolve("world"), WorldSettings.reddit(21, 300));
        String study = world.study("pooled.yaml", text -> text.replace("strata: [platform, kind]", "strata: []"));
        output = new Output(temp.resolve("out"));
        Invocation.succeeding("run", study, "--output", output.toString(), "--parallelism", "2");
        // A run does not look for incidents, but the script has views of them.
        new IncidentJob(new RunFactory(ModelPlace::idOf).create(study, output.toString()))
                .run(BatchJob.environment(2, Exchange.STORED));
        duckdb = DriverManager.getConnection("jdbc:duckdb:");
    }

    @AfterAll
    static void close() throws SQLException {
        duckdb.close();
    }

    private static Map<String, Table<?>> tables() {
        Map<String, Table<?>> tables = new TreeMap<>();
        for (Table<?> table : Table.all()) {
            if (!table.schema().area().equals("work")) {
                tables.put(table.schema().area() + "/" + table.name(), table);
            }
        }
        for (Table<?> table : List.of(
                Table.REMOVAL_CURVES,
                Table.CASCADES,
                Table.FAMILIES,
                Table.SPREAD_TIMELINE,
                Table.PLATFORM_JUMPS,
                Table.INCIDENTS)) {
            tables.put("restricted/" + table.name(), table);
        }
        return tables;
    }

    private static TableManifest manifest(String folder) throws IOException {
        return TableManifest.read(
                new org.apache.flink.core.fs.Path("file:" + output.folder().resolve(folder)));
    }

    private static List<Path> files(String folder) throws IOException {
        return manifest(folder).files().stream()
                .map(file -> output.folder().resolve(folder).resolve(file.path))
                .toList();
    }

    private static List<List<String>> query(String sql) throws SQLException {
        try (Statement statement = duckdb.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<List<String>> rows = new ArrayList<>();
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getString(i));
                }
                rows.add(row);
            }
            return rows;
        }
    }

    @Test
    void tablesSqlMakesAViewOfEveryTableWithTheColumnsOfItsSchema() throws Exception {
        Map<String, DuckDbViews.View> views = DuckDbViews.of(output.folder(), SCRIPT);

        assertThat(views.keySet()).containsAll(OTHER_VIEWS);
        OTHER_VIEWS.forEach(views::remove);
        assertThat(views.keySet())
                .containsExactlyInAnyOrderElementsOf(tables().keySet().stream()
                        .map(name -> name.replace('/', '.'))
                        .toList());
        for (Map.Entry<String, Table<?>> table : tables().entrySet()) {
            DuckDbViews.View view = views.get(table.getKey().replace('/', '.'));
            assertThat(view.rows())
                    .as(table.getKey())
                    .isEqualTo(manifest(table.getKey()).rows());
            assertThat(view.rows() == 0).as(table.getKey()).isEqualTo(WITHOUT_ROWS.contains(table.getValue()));
            Map<String, String> columns = new LinkedHashMap<>();
            table.getValue().schema().full().getFields().forEach(field -> columns.put(field.name(), duckType(field)));
            assertThat(view.columns()).as(table.getKey()).isEqualTo(columns);
        }
    }

    private static Schema valueType(Schema.Field field) {
        return field.schema().isUnion() ? field.schema().getTypes().get(1) : field.schema();
    }

    private static String duckType(Schema.Field field) {
        Schema type = valueType(field);
        return switch (type.getType()) {
            case STRING -> "VARCHAR";
            case INT -> "INTEGER";
            case LONG -> type.getLogicalType() == null ? "BIGINT" : "TIMESTAMP WITH TIME ZONE";
            case DOUBLE -> "DOUBLE";
            case BOOLEAN -> "BOOLEAN";
            case ARRAY -> "VARCHAR[]";
            default -> throw new IllegalStateException("No column has the type " + type + ".");
        };
    }

    @Test
    void everyFileCarriesTheSchemaOfItsTableWithWhatEachColumnMeans() throws Exception {
        for (Map.Entry<String, Table<?>> table : tables().entrySet()) {
            Schema schema = table.getValue().schema().file();
            for (Path file : files(table.getKey())) {
                List<List<String>> carried = query("SELECT decode(value) FROM parquet_kv_metadata('" + file
                        + "') WHERE decode(key) = 'parquet.avro.schema'");
                assertThat(carried).hasSize(1);
                Schema found = new Schema.Parser().parse(carried.get(0).get(0));
                assertThat(found.toString()).as(file.toString()).isEqualTo(schema.toString());
                assertThat(found.getFields())
                        .allSatisfy(field -> assertThat(field.doc()).isNotBlank());
                List<String> columns = query("SELECT name FROM (DESCRIBE FROM read_parquet('" + file
                                + "', hive_partitioning = false)) t(name)")
                        .stream()
                        .map(row -> row.get(0))
                        .toList();
                assertThat(columns)
                        .isEqualTo(schema.getFields().stream()
                                .map(Schema.Field::name)
                                .toList());
            }
        }
    }

    @Test
    void theDataDictionarySaysWhatTheSchemasSay() throws IOException {
        List<String> dictionary = Files.readAllLines(DICTIONARY);
        for (Table<?> table : Table.all()) {
            List<String> said = dictionary.stream()
                    .dropWhile(line -> !line.equals("### " + table.name()))
                    .skip(1)
                    .takeWhile(line -> !line.startsWith("#"))
                    .filter(line -> line.startsWith("| `"))
                    .toList();
            List<String> expected = table.schema().full().getFields().stream()
                    .map(field -> dictionaryLine(table, field))
                    .toList();
            assertThat(said)
                    .as("columns of %s", table.name())
                    .isEqualTo(expected)
                    .isNotEmpty();
        }
    }

    private static String dictionaryLine(Table<?> table, Schema.Field field) {
        Schema type = valueType(field);
        String name = type.getType() == Schema.Type.ARRAY
                ? "list of " + type.getElementType().getName()
                : type.getLogicalType() == null ? type.getName() : "timestamp";
        String path = table.schema().partitions().contains(field.name()) ? ", *path*" : "";
        String unit = field.getObjectProp("unit").toString();
        return "| `" + field.name() + "` | " + name + path + " | " + (unit.equals("none") ? "" : unit) + " | "
                + (field.schema().isUnion() ? "yes" : "") + " | " + field.doc().replace("|", "\\|") + " |";
    }

    @Test
    void timesAreMicrosecondsInUtc() throws Exception {
        for (Map.Entry<String, Table<?>> table : tables().entrySet()) {
            for (Schema.Field field : table.getValue().schema().file().getFields()) {
                if (valueType(field).getLogicalType() != null) {
                    List<List<String>> type = query("SELECT DISTINCT logical_type FROM parquet_schema('"
                            + files(table.getKey()).get(0) + "') WHERE name = '" + field.name() + "'");
                    assertThat(type).hasSize(1);
                    assertThat(type.get(0).get(0))
                            .as(field.name())
                            .containsIgnoringCase("isAdjustedToUTC=1")
                            .contains("MICROS");
                }
            }
        }
        TruthItem item = world.truth().items().stream()
                .filter(TruthItem::inWindow)
                .findFirst()
                .orElseThrow();
        Pseudonymiser key = world.pseudonymiser();
        assertThat(query("SELECT epoch_us(posted_at_utc) FROM " + parquet("restricted/items") + " WHERE item_key = '"
                        + key.pseudonym(Platform.REDDIT, item.itemId()) + "'"))
                .containsExactly(List.of(Long.toString(item.postedAtUtc().getEpochSecond() * 1_000_000)));
    }

    private static String parquet(String folder) throws IOException {
        return "read_parquet("
                + files(folder).stream().map(file -> "'" + file + "'").toList() + ")";
    }

    @Test
    void listsAreLists() throws Exception {
        List<String> withUrl = query("SELECT count(*) FROM " + parquet("restricted/items")
                        + " WHERE len(urls) = 1 AND urls[1] LIKE 'https://%'")
                .get(0);
        assertThat(Long.parseLong(withUrl.get(0))).isPositive();
        assertThat(query("SELECT DISTINCT unnest(strata) AS stratum FROM " + parquet("restricted/episodes")
                        + " ORDER BY stratum"))
                .containsExactly(List.of("all"), List.of("kind=share"));
    }

    @Test
    void everyColumnIsPackedWithZstd() throws Exception {
        for (String folder : tables().keySet()) {
            // A table without rows has no columns to pack.
            List<List<String>> packings = manifest(folder).rows() == 0 ? List.of() : List.of(List.of("ZSTD"));
            assertThat(query("SELECT DISTINCT compression FROM parquet_metadata("
                            + files(folder).stream()
                                    .map(file -> "'" + file + "'")
                                    .toList() + ")"))
                    .as(folder)
                    .isEqualTo(packings);
        }
    }

    @Test
    void whatMayBePublishedHoldsNoContentNoPersonAndNoTime() throws Exception {
        for (Table<?> table : PUBLISHED) {
            for (Schema.Field field : table.schema().full().getFields()) {
                assertThat(field.name())
                        .as("column of release/%s", table.name())
                        .doesNotEndWith("_key")
                        .doesNotContainIgnoringCase("text")
                        .doesNotContainIgnoringCase("url")
                        .doesNotContainIgnoringCase("hash")
                        .satisfies(name ->
                                assertThat(name.contains("account")).isEqualTo(COUNTS_OF_ACCOUNTS.contains(name)));
                if (valueType(field).getLogicalType() != null) {
                    assertThat(query("SELECT count(*) FROM " + parquet("release/" + table.name()) + " WHERE epoch_us("
                                    + field.name() + ") % 3600000000 <> 0"))
                            .as("release/%s has a time, which must not be finer than an hour", table.name())
                            .containsExactly(List.of("0"));
                }
            }
        }
        List<String> keys = output.rows(Table.ITEMS).stream()
                .flatMap(item -> Stream.of(item.itemKey(), String.valueOf(item.accountKey())))
                .toList();
        for (Table<?> table : PUBLISHED) {
            for (Record row : output.rows("release", table)) {
                assertThat(row.toString()).doesNotContain("t1_sim", "t3_sim", "sim_", "http");
                assertThat(keys)
                        .noneMatch(key -> !key.equals("null") && row.toString().contains(key));
            }
        }
    }
}
