// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.model.table.EpisodeRow;

class TableFileWriterTest {
    private static final long SEED = 20_190_315;
    private static final String FILE = "part-00000.parquet";
    private static final String LONG_TEXT = "a long text ".repeat(200);

    private static final String ENCODINGS = "SELECT encodings FROM parquet_metadata('%s') WHERE row_group_id = ";

    /** Columns that only the path of a file holds are empty when there is no such path. */
    private static final String NOT_IN_PATH = "";

    @TempDir
    Path folder;

    @Test
    void rowsAreReadBackAsTheyWereWrittenAcrossPagesAndRowGroups() throws IOException, SQLException {
        List<EpisodeRow> rows = rows(45_000);

        assertThat(write(rows).rows).isEqualTo(rows.size());

        assertThat(TableReader.read(Table.EPISODES, root()).equals(rows)).isTrue();
        assertThat(query("SELECT count(DISTINCT row_group_id) > 1 FROM parquet_metadata('%s')"))
                .isEqualTo("true");
        assertThat(query(ENCODINGS + "1 AND path_in_schema = 'clock'")).contains("RLE_DICTIONARY");
        assertThat(query(ENCODINGS + "1 AND path_in_schema = 'item_key'"))
                .as("distinct values were tried in the first row group and given up")
                .doesNotContain("DICTIONARY");
    }

    @Test
    void duckDbReadsTheSameRows() throws IOException, SQLException {
        List<EpisodeRow> rows = rows(25_000);
        write(rows);

        assertThat(query("SELECT count(*) FROM '%s'")).isEqualTo("25000");
        assertThat(query("SELECT count(cause) FROM '%s'"))
                .isEqualTo("" + rows.stream().filter(row -> row.cause() != null).count());
        assertThat(query("SELECT sum(len(strata)) FROM '%s'"))
                .isEqualTo(
                        "" + rows.stream().mapToInt(row -> row.strata().size()).sum());
        assertThat(query("SELECT sum(episode_no) FROM '%s'"))
                .isEqualTo("" + rows.stream().mapToInt(EpisodeRow::episodeNo).sum());
        assertThat(query("SELECT count(*) FROM '%s' WHERE is_confirmed"))
                .isEqualTo("" + rows.stream().filter(EpisodeRow::isConfirmed).count());
        assertThat(query("SELECT count(DISTINCT item_key) FROM '%s'"))
                .isEqualTo(
                        "" + rows.stream().map(EpisodeRow::itemKey).distinct().count());
    }

    @Test
    void boundsInTheFooterHoldForAllRows() throws IOException, SQLException {
        write(rows(25_000));

        for (String column : List.of("item_key", "clock", "cause", "language")) {
            assertThat(query("SELECT min(stats_min_value) <= (SELECT min(" + column + ") FROM '%1$s')"
                            + " AND max(stats_max_value) >= (SELECT max(" + column + ") FROM '%1$s')"
                            + " AND min(stats_null_count) >= 0"
                            + " FROM parquet_metadata('%1$s') WHERE path_in_schema = '" + column + "'"))
                    .as(column)
                    .isEqualTo("true");
        }
        for (String column : List.of("views_lower", "episode_no", "entry_hours")) {
            assertThat(query("SELECT min(stats_min_value::DOUBLE) = (SELECT min(" + column + ") FROM '%1$s')"
                            + " AND max(stats_max_value::DOUBLE) = (SELECT max(" + column + ") FROM '%1$s')"
                            + " FROM parquet_metadata('%1$s') WHERE path_in_schema = '" + column + "'"))
                    .as(column)
                    .isEqualTo("true");
        }
    }

    @Test
    void theSameRowsGiveTheSameBytes() throws IOException {
        assertThat(write(rows(3_000)).sha256).isEqualTo(write(rows(3_000)).sha256);
    }

    @Test
    void aSurrogateWithoutItsPartnerDoesNotStopTheWriter() throws IOException {
        List<EpisodeRow> rows = rows(1);
        EpisodeRow whole = rows.get(0);
        write(List.of(row(whole.itemKey(), "half a pair: \ud83d", new Random(SEED))));

        assertThat(TableReader.read(Table.EPISODES, root()).get(0).reach()).isEqualTo("half a pair: ?");
    }

    private static List<EpisodeRow> rows(int count) {
        Random random = new Random(SEED);
        List<EpisodeRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            // Long enough that some tens of thousands of rows fill more than one row group.
            String reach = i % 3 == 0 ? null : i + LONG_TEXT + "é漢𝄞";
            rows.add(row(String.format("%016x", random.nextLong()), reach, random));
        }
        return rows;
    }

    private static EpisodeRow row(String itemKey, String reach, Random random) {
        int n = random.nextInt(1000);
        return new EpisodeRow(
                NOT_IN_PATH,
                NOT_IN_PATH,
                itemKey,
                null,
                n,
                "posted",
                n % 7 == 0 ? null : Instant.ofEpochSecond(random.nextInt(), 1000L * random.nextInt(1_000_000)),
                Instant.ofEpochSecond(1_717_200_000L + n),
                n % 5 == 0 ? null : random.nextDouble() - 0.5,
                random.nextDouble(),
                null,
                "right",
                "measured",
                n % 2 == 0 ? null : "cause " + n % 11,
                "",
                reach,
                random.nextBoolean(),
                "POST",
                n % 100 == 0 ? "und" : "id",
                "all",
                n % 2 == 0 ? null : "family " + n,
                n % 3 == 0 ? List.of() : n % 3 == 1 ? List.of("all") : List.of("all", "ünï|كود", "n" + n),
                n % 13 == 0 ? null : random.nextLong(),
                null,
                "run");
    }

    private org.apache.flink.core.fs.Path root() {
        return new org.apache.flink.core.fs.Path(folder.toUri());
    }

    private TableFile write(List<EpisodeRow> rows) throws IOException {
        try (TableFileWriter<EpisodeRow> writer = new TableFileWriter<>(Table.EPISODES, root(), FILE)) {
            for (EpisodeRow row : rows) {
                writer.write(row);
            }
            TableFile file = writer.finish();
            new TableManifest(Table.EPISODES.name(), "run", List.of(file)).write(root());
            return file;
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(String.format(sql, folder.resolve(FILE)))) {
            result.next();
            return result.getString(1);
        }
    }
}
