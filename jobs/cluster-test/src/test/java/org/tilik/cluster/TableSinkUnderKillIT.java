// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.cluster.twotables.TwoSinksJob.ROWS;
import static org.tilik.cluster.twotables.TwoSinksJob.TWO_TABLES;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.cluster.twotables.ObservationRows;
import org.tilik.cluster.twotables.TwoSinksJob;
import org.tilik.model.table.ObservationRow;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableReader;

/**
 * Tilik's table sink while a TaskManager is killed after the first table of a job is complete and before the second is
 * begun. Flink's own file sink fails this: it commits the first table's rows twice.
 */
@Timeout(180)
@ExtendWith(SharedCluster.class)
class TableSinkUnderKillIT {
    private static final Duration SOON = Duration.ofSeconds(90);
    private static final int ROW_COUNT = 20_000;
    private static final int GATES = 3;

    @TempDir
    static Path output;

    private static SeparateProcessCluster cluster;
    private static Path jar;

    @BeforeAll
    static void packProgram(SeparateProcessCluster shared, @TempDir Path folder) throws Exception {
        cluster = shared;
        jar = JobJar.writeWithTilik(folder.resolve("two-sinks.jar"), TwoSinksJob.class);
    }

    @Test
    void aTaskManagerKilledBetweenTwoTablesOfAJobLeavesExactlyTheSameTables() throws Exception {
        ApplicationRun run = cluster.submitApplication(jar, List.of(output.toString(), String.valueOf(ROW_COUNT)));
        run.waitUntil(
                "the first table is complete and the second waits at its gates",
                SOON,
                () -> Files.exists(output.resolve("first/_SUCCESS")) && waitingFirstTime() == GATES);
        assertThat(output.resolve("second/_SUCCESS")).doesNotExist();
        Map<String, String> before = RunTables.lying(output.resolve("first"));

        try (WatchService marks = output.getFileSystem().newWatchService()) {
            output.resolve("first").register(marks, StandardWatchEventKinds.ENTRY_DELETE);
            cluster.killTaskManager(run.taskManagers(TWO_TABLES, ROWS).get(0));
            cluster.startTaskManager();
            run.waitUntil("the second table waits again", SOON, () -> waiting() > GATES);
            assertThat(output.resolve("second/_SUCCESS")).doesNotExist();
            Files.createFile(output.resolve("gate"));
            run.await(SOON);
            assertThat(deleted(marks))
                    .as("while the first table was written again it did not look finished")
                    .contains("_SUCCESS");
        }

        assertThat(run.jobStates()).containsExactly("FINISHED", "FINISHED");
        assertThat(run.highestAttempts(TWO_TABLES))
                .as("the finished table was written again as well, since both come from rows that were lost")
                .anySatisfy((vertex, attempt) -> {
                    assertThat(vertex).startsWith("first: commit");
                    assertThat(attempt).isPositive();
                });
        Set<ObservationRow> rows =
                LongStream.range(0, ROW_COUNT).mapToObj(ObservationRows::of).collect(Collectors.toSet());
        for (String table : List.of("first", "second", "copy")) {
            assertTable(table, rows, before);
        }
    }

    /** Every row once, in the files of before the kill, which are as the manifest says and have no others beside them. */
    private static void assertTable(String name, Set<ObservationRow> rows, Map<String, String> files) throws Exception {
        Path table = output.resolve(name);
        List<ObservationRow> read = TableReader.read(Table.OBSERVATIONS, RunTables.flink(table));
        assertThat(read).as("rows of " + name).hasSize(ROW_COUNT);
        assertThat(new HashSet<>(read).equals(rows))
                .as("the rows of " + name + " are those that were made")
                .isTrue();
        assertThat(RunTables.stated(table)).as("manifest of " + name).isEqualTo(files);
        assertThat(RunTables.lying(table)).as("files of " + name).isEqualTo(files);
    }

    private static List<String> deleted(WatchService marks) {
        List<String> names = new ArrayList<>();
        for (WatchKey key = marks.poll(); key != null; key = marks.poll()) {
            key.pollEvents().forEach(event -> names.add(event.context().toString()));
            key.reset();
        }
        return names;
    }

    private static long waitingFirstTime() throws IOException {
        return count("waiting-\\d+-0");
    }

    private static long waiting() throws IOException {
        return count("waiting-\\d+-\\d+");
    }

    private static long count(String pattern) throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern))
                    .count();
        }
    }
}
