// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.pipeline.table.TableDigest;

/**
 * Runs and watches with a fault at a random moment, as often as there is time for, against undisturbed ones; writes the table
 * of faults and outcomes to {@code target/faults.md}. By hand: {@code -Pfull -Dtilik.faults.minutes=20
 * -Dtilik.faults.seed=1}.
 */
@Tag("slow")
@ExtendWith(SharedCluster.class)
class FaultRoundsIT {
    private static final Duration ROUND = Duration.ofMinutes(5);
    private static final Duration MINUTES = Duration.ofMinutes(Long.getLong("tilik.faults.minutes", 3));
    private static final long SEED = Long.getLong("tilik.faults.seed", 1);
    private static final int IDLE_SECONDS = 4;

    @TempDir
    static Path shared;

    private SeparateProcessCluster cluster;
    private WatchedFolder undisturbed;

    /** What happens, and where. */
    private enum Fault {
        TASK_MANAGER("TaskManager killed, another started"),
        JOB_MANAGER("JobManager killed, another started, command given again with another parallelism"),
        PROCESS("embedded: process killed, command given again with another parallelism");

        private final String title;

        Fault(String title) {
            this.title = title;
        }
    }

    /** Rounds of one fault in one job, and how they ended. */
    private record Rounds(int all, int same, List<String> differences) {
        Rounds plus(List<String> found) {
            List<String> more = new ArrayList<>(differences);
            more.addAll(found);
            return new Rounds(all + 1, same + (found.isEmpty() ? 1 : 0), List.copyOf(more));
        }
    }

    @Test
    void whateverIsKilledWheneverTheTablesAreThoseOfAnUndisturbedRun(SeparateProcessCluster running) throws Exception {
        cluster = running;
        undisturbed = WatchedFolder.create(shared.resolve("undisturbed"));
        undisturbed.putAll();
        Duration watch = timed(undisturbed.watch(2, IDLE_SECONDS));
        Duration run = timed(undisturbed.run(2));
        Map<String, Rounds> rounds = new TreeMap<>();
        Random random = new Random(SEED);
        Instant end = Instant.now().plus(MINUTES);
        for (int round = 0; Instant.now().isBefore(end); round++) {
            Fault fault = Fault.values()[round % Fault.values().length];
            boolean isWatch = random.nextBoolean();
            // A JVM of the cluster is warm, so part of the time there is enough for all moments of the job.
            long millis = random.nextLong((isWatch ? watch : run).toMillis());
            String key = "| " + fault.title + " | " + (isWatch ? "watch" : "run");
            List<String> differences = carryOut(round, fault, isWatch, Duration.ofMillis(millis), random);
            rounds.put(
                    key, rounds.getOrDefault(key, new Rounds(0, 0, List.of())).plus(differences));
            Files.writeString(Path.of("target", "faults.md"), table(rounds));
        }
        assertThat(rounds)
                .allSatisfy((key, each) -> assertThat(each.differences()).isEmpty());
    }

    private static Duration timed(List<String> arguments) throws Exception {
        Instant start = Instant.now();
        LocalRun.run(shared.resolve("local"), JobJar.tilik(), WatchedFolder.MAIN, arguments, ROUND);
        return Duration.between(start, Instant.now());
    }

    private List<String> carryOut(int round, Fault fault, boolean isWatch, Duration delay, Random random)
            throws Exception {
        WatchedFolder folder = WatchedFolder.create(shared.resolve("round-" + round));
        folder.putAll();
        try {
            if (fault == Fault.PROCESS) {
                disturbProcess(folder, isWatch, delay);
            } else {
                disturbCluster(folder, fault, isWatch, delay, random);
            }
            return differences(folder, isWatch).stream()
                    .map(difference -> "round " + round + " after " + delay.toMillis() + " ms: " + difference)
                    .toList();
        } catch (ClusterException | FileNotFoundException e) {
            return List.of("round " + round + " after " + delay.toMillis() + " ms: "
                    + e.getMessage().lines().findFirst().orElse(""));
        }
    }

    private void disturbCluster(WatchedFolder folder, Fault fault, boolean isWatch, Duration delay, Random random)
            throws Exception {
        ApplicationRun run = cluster.submitApplication(JobJar.tilik(), arguments(folder, isWatch, 2));
        pass(delay, run::hasEnded);
        if (fault == Fault.TASK_MANAGER) {
            cluster.killTaskManager(random.nextInt(SharedCluster.TASK_MANAGERS));
            cluster.startTaskManager();
            run.awaitEnd(ROUND);
        } else {
            cluster.replaceJobManager();
            cluster.submitApplication(JobJar.tilik(), arguments(folder, isWatch, 1))
                    .awaitEnd(ROUND);
        }
    }

    private void disturbProcess(WatchedFolder folder, boolean isWatch, Duration delay) throws Exception {
        FlinkProcess first = LocalRun.start(
                "first", folder.place(), JobJar.tilik(), WatchedFolder.MAIN, arguments(folder, isWatch, 2));
        pass(delay, () -> !first.isAlive());
        first.kill();
        LocalRun.run(folder.place(), JobJar.tilik(), WatchedFolder.MAIN, arguments(folder, isWatch, 3), ROUND);
    }

    private static List<String> arguments(WatchedFolder folder, boolean isWatch, int parallelism) {
        return isWatch ? folder.watch(parallelism, IDLE_SECONDS) : folder.run(parallelism);
    }

    private static void pass(Duration delay, Callable<Boolean> ended) throws Exception {
        Instant end = Instant.now().plus(delay);
        Polling.until(
                "the moment has come",
                ROUND,
                () -> "",
                () -> ended.call() || Instant.now().isAfter(end));
    }

    private List<String> differences(WatchedFolder folder, boolean isWatch) throws Exception {
        List<String> differences = new ArrayList<>();
        if (!isWatch) {
            compare("tables", undisturbed.tablesOfRun(), folder.tablesOfRun(), differences);
            return differences;
        }
        Map<String, TableDigest> expected = undisturbed.tablesOfSnapshot();
        compare("tables", expected, folder.tablesOfSnapshot(), differences);
        compare("alerts", undisturbed.alerts(), folder.alerts(), differences);
        compare("outcomes", undisturbed.outcomes(), folder.outcomes(), differences);
        return differences;
    }

    private static void compare(String what, Object expected, Object found, List<String> differences) {
        if (!expected.equals(found)) {
            differences.add(what + ": expected " + expected + ", found " + found);
        }
    }

    private static String table(Map<String, Rounds> rounds) {
        StringBuilder table = new StringBuilder("| fault | job | rounds | same |\n|---|---|---|---|\n");
        rounds.forEach((key, each) -> {
            table.append(key)
                    .append(" | ")
                    .append(each.all())
                    .append(" | ")
                    .append(each.same())
                    .append(" |\n");
        });
        rounds.forEach((key, each) -> each.differences()
                .forEach(difference -> table.append(difference).append('\n')));
        return table.toString();
    }
}
