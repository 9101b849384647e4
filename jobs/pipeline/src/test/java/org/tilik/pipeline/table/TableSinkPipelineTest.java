// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.model.table.ObservationRow;

class TableSinkPipelineTest {
    private static final Table<ObservationRow> TABLE = Table.OBSERVATIONS;

    @TempDir
    java.nio.file.Path temp;

    @Test
    void rowsComeBackAsTheyWereWrittenWithPartitionsFromThePath() throws Exception {
        List<ObservationRow> rows = rows(500);
        TableFolder folder = write(rows, 2, "a");

        List<ObservationRow> back = TableReader.read(TABLE, folder.root());

        assertThat(back).containsExactlyInAnyOrderElementsOf(rows);
    }

    @Test
    void theTableDoesNotDependOnParallelismOrOrder() throws Exception {
        List<ObservationRow> rows = rows(2_000);
        List<ObservationRow> shuffled = new ArrayList<>(rows);
        Collections.shuffle(shuffled, new Random(7));

        TableManifest one = TableManifest.read(write(rows, 1, "a").root());
        TableManifest four = TableManifest.read(write(shuffled, 4, "b").root());

        assertThat(four.files()).usingRecursiveComparison().isEqualTo(one.files());
        assertThat(TableDigest.of(TABLE, new Path(temp.resolve("a").toString())))
                .isEqualTo(TableDigest.of(TABLE, new Path(temp.resolve("b").toString())));
    }

    @Test
    void theDigestNoticesOneChangedValue() throws Exception {
        List<ObservationRow> rows = rows(50);
        TableDigest before = TableDigest.of(TABLE, write(rows, 1, "a").root());
        rows.set(7, row(7, "another reason"));

        TableDigest after = TableDigest.of(TABLE, write(rows, 1, "b").root());

        assertThat(after.rows()).isEqualTo(before.rows());
        assertThat(after.digest()).isNotEqualTo(before.digest());
    }

    @Test
    void theSourceReadsInParallelAndOnlyTheColumnsAskedFor() throws Exception {
        TableFolder folder = write(rows(1_000), 2, "a");
        StreamExecutionEnvironment env = environment(3);

        List<ObservationRow> back = new ArrayList<>();
        try (CloseableIterator<ObservationRow> iterator = TableSource.read(
                        env, TABLE, List.of(folder.root()), Set.of("item_key", "kind"), "source")
                .executeAndCollect()) {
            iterator.forEachRemaining(back::add);
        }

        assertThat(back).hasSize(1_000).allSatisfy(row -> {
            assertThat(row.itemKey()).hasSize(32);
            assertThat(row.platform()).isEqualTo("reddit");
            assertThat(row.reason()).isNull();
            assertThat(row.countries()).isEmpty();
        });
    }

    @Test
    void aTableWithoutItsSuccessMarkIsNotRead() throws Exception {
        TableFolder folder = write(rows(10), 1, "a");
        Files.delete(temp.resolve("a").resolve("_SUCCESS"));

        assertThatThrownBy(() -> TableManifest.read(folder.root()))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("_SUCCESS is missing");
    }

    @Test
    void noHadoopClassIsOnTheRunTimePath() {
        assertThatThrownBy(() -> Class.forName("org.apache.hadoop.conf.Configuration"))
                .isInstanceOf(ClassNotFoundException.class);
    }

    private TableFolder write(List<ObservationRow> rows, int parallelism, String name) throws Exception {
        TableFolder folder = new TableFolder(temp.resolve(name).toString(), "0123456789abcdef", 4);
        StreamExecutionEnvironment env = environment(parallelism);
        TableSink.write(
                env.fromData(RowType.of(TABLE), rows.toArray(ObservationRow[]::new))
                        .rebalance(),
                TABLE,
                folder);
        env.execute();
        return folder;
    }

    private static StreamExecutionEnvironment environment(int parallelism) {
        Configuration configuration = new Configuration();
        configuration.setString("pipeline.generic-types", "false");
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
        env.setRuntimeMode(RuntimeExecutionMode.BATCH);
        return env;
    }

    private static List<ObservationRow> rows(int count) {
        List<ObservationRow> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(i, i % 3 == 0 ? null : "reason " + i));
        }
        return rows;
    }

    private static ObservationRow row(int i, String reason) {
        Instant time = Instant.ofEpochSecond(1_717_200_000L + i, 1_000);
        return new ObservationRow(
                "reddit",
                i % 2 == 0 ? "2024-06" : "unknown",
                String.format("%08x%024x", new Random(i).nextInt(), i),
                "ITEM",
                "REMOVAL",
                time,
                time.plusSeconds(60),
                null,
                i / 3.0,
                null,
                i % 5 == 0,
                i % 7 == 0,
                "PLATFORM",
                "ITEM",
                List.of("FR", "ID"),
                null,
                reason,
                1L,
                null,
                null,
                null,
                Long.MAX_VALUE,
                "RC.zst",
                null,
                i,
                "0123456789abcdef");
    }
}
