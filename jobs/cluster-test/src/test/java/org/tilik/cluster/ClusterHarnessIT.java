// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.cluster.twotables.TwoTablesJob;

/** The cluster harness itself, with a small program: what it proves here may be relied on for the real job jar. */
@Timeout(180)
@ExtendWith(SharedCluster.class)
class ClusterHarnessIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final long NUMBERS = 1_600;
    private static final long BUCKETS = 16;

    @TempDir
    static Path folder;

    private static SeparateProcessCluster cluster;
    private static Path jar;

    @TempDir
    Path output;

    @BeforeAll
    static void packProgram(SeparateProcessCluster shared) throws Exception {
        cluster = shared;
        jar = JobJar.write(folder.resolve("two-tables.jar"), TwoTablesJob.class);
    }

    @Test
    void aProgramOfTwoJobsRunsInsideTheJobManager() throws Exception {
        ApplicationRun run = cluster.submitApplication(jar, arguments("open"));
        run.await(SOON);

        assertThat(run.jobStates()).containsExactly("FINISHED", "FINISHED");
        assertTable("first");
        assertTable("second");
    }

    @Test
    void aProgramOfTwoJobsRunsInTheCommandLineClient() throws Exception {
        ClientRun run = cluster.submitWithClient(jar, arguments("open"));
        run.await(SOON);

        assertThat(run.exitCode()).isZero();
        assertTable("first");
        assertTable("second");
    }

    @Test
    void aTaskManagerKilledDuringTheSecondJobCostsNothingOfEitherTable() throws Exception {
        ApplicationRun run = cluster.submitApplication(jar, arguments("gated"));
        run.waitUntil(
                "the first table is complete and all subtasks of the second wait at the gate",
                SOON,
                () -> Files.exists(output.resolve("first/_SUCCESS"))
                        && waiting("-0").size() == 4);

        cluster.killTaskManager(0);
        cluster.startTaskManager();
        run.waitUntil(
                "subtasks of the second job were started again",
                SOON,
                () -> !waiting("-1").isEmpty());
        Files.createFile(output.resolve("gate"));
        run.await(SOON);

        assertThat(run.highestAttempts("first").values()).containsOnly(0);
        assertThat(run.highestAttempts("second"))
                .as("what the killed TaskManager had finished and what it was doing is done again")
                .hasSize(2)
                .allSatisfy((vertex, attempt) -> assertThat(attempt).isPositive());
        assertTable("first");
        assertTable("second");
    }

    @Test
    void aFailingJobIsReportedWithItsCauseByBothWaysOfSubmission() throws Exception {
        ApplicationRun run = cluster.submitApplication(jar, arguments("broken"));
        assertThatThrownBy(() -> run.await(SOON))
                .isInstanceOf(ClusterException.class)
                .hasMessageContaining("the failure that this test asks for");
        assertThat(run.state()).isEqualTo("FAILED");
        assertThat(run.jobStates()).containsExactly("FINISHED", "FAILED");

        ClientRun client = cluster.submitWithClient(jar, arguments("broken"));
        client.awaitEnd(SOON);
        assertThat(client.exitCode()).isEqualTo(1);
        assertThat(client.output()).contains("the failure that this test asks for");

        assertTable("first");
        assertThat(output.resolve("second/_SUCCESS")).doesNotExist();
    }

    private List<String> arguments(String mode) {
        return List.of(output.toString(), String.valueOf(NUMBERS), mode);
    }

    private List<Path> waiting(String attempt) throws IOException {
        try (Stream<Path> files = Files.list(output)) {
            return files.filter(file -> file.getFileName().toString().startsWith("waiting-")
                            && file.toString().endsWith(attempt))
                    .toList();
        }
    }

    /** Bucket b holds the numbers b, b + 16, b + 32, …: N / 16 of them, and their sum is an arithmetic series. */
    private void assertTable(String name) {
        long each = NUMBERS / BUCKETS;
        for (long bucket = 0; bucket < BUCKETS; bucket++) {
            long sum = each * bucket + BUCKETS * (each * (each - 1) / 2);
            assertThat(output.resolve(name).resolve("part-" + bucket + ".txt")).hasContent(each + " " + sum);
        }
        assertThat(output.resolve(name).resolve("_SUCCESS")).hasContent("rows=" + NUMBERS);
    }
}
