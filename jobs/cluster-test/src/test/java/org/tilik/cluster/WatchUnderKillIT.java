// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.pipeline.table.TableDigest;

/**
 * A watch that loses TaskManagers while it decodes, and one that is gone and started again, against a run and an undisturbed
 * watch of the same files.
 */
@Timeout(300)
@ExtendWith(SharedCluster.class)
class WatchUnderKillIT {
    private static final Duration WATCH = Duration.ofMinutes(3);
    private static final long SEED = 20190315L;
    private static final int KILLS = 3;
    /** Longer than a TaskManager needs to start, so that no watch ends meanwhile. */
    private static final int IDLE_SECONDS = 12;

    @TempDir
    static Path shared;

    private static SeparateProcessCluster cluster;
    private static WatchedFolder undisturbed;
    private static Map<String, TableDigest> tables;

    @BeforeAll
    static void watchAndRunUndisturbed(SeparateProcessCluster running) throws Exception {
        cluster = running;
        undisturbed = WatchedFolder.create(shared.resolve("undisturbed"));
        undisturbed.putAll();
        LocalRun.run(shared.resolve("watch"), JobJar.tilik(), WatchedFolder.MAIN, undisturbed.watch(1, 3), WATCH);
        LocalRun.run(shared.resolve("run"), JobJar.tilik(), WatchedFolder.MAIN, undisturbed.run(1), WATCH);
        tables = undisturbed.tablesOfRun();
        assertThat(tables).containsKeys("restricted/items", "release/removal_measures");
        assertThat(undisturbed.alerts()).as("alerts of an undisturbed watch").isNotEmpty();
    }

    @Test
    void theSnapshotOfAWatchIsWhatARunOnTheSameFilesWrites() throws Exception {
        assertThat(undisturbed.tablesOfSnapshot()).containsAllEntriesOf(tables);
    }

    @Test
    void killedTaskManagersAndAWatchThatGoesOnBehindALostJobManagerChangeNoTableNoAlertAndNoCount() throws Exception {
        WatchedFolder watched = WatchedFolder.create(shared.resolve("cluster"));
        Random random = new Random(SEED);
        ApplicationRun run = cluster.submitApplication(JobJar.tilik(), watched.watch(2, IDLE_SECONDS));
        for (String file : watched.files().subList(0, KILLS)) {
            watched.put(file);
            run.waitUntil("a part of " + file + " is open or not yet safe", WATCH, watched::isDecoding);
            cluster.killTaskManager(random.nextInt(SharedCluster.TASK_MANAGERS));
            cluster.startTaskManager();
            run.waitUntil(file + " is decoded", WATCH, () -> watched.isFinished(file));
        }
        String next = watched.files().get(KILLS);
        watched.put(next);
        run.waitUntil("a part of " + next + " is open or not yet safe", WATCH, watched::isDecoding);
        cluster.replaceJobManager();

        ApplicationRun again = cluster.submitApplication(JobJar.tilik(), watched.watch(1, IDLE_SECONDS));
        for (String file : watched.files().subList(KILLS + 1, watched.files().size())) {
            watched.put(file);
        }
        again.awaitEnd(WATCH);

        assertThat(again.state())
                .as("a watch that ends by itself cancels its job, and Flink says so of the program")
                .isEqualTo("CANCELED");
        assertSameAsUndisturbed(watched);
    }

    @Test
    void anEmbeddedWatchThatIsKilledAndStartedAgainWithAnotherParallelismGoesOnWhereItWas() throws Exception {
        WatchedFolder watched = WatchedFolder.create(shared.resolve("embedded"));
        FlinkProcess first = start("first", watched, 2);
        try {
            for (String file : watched.files().subList(0, KILLS)) {
                watched.put(file);
                Polling.until(
                        "a part of " + file + " is open or not yet safe", WATCH, first::tail, watched::isDecoding);
            }
        } finally {
            first.kill();
        }
        for (String file : watched.files().subList(KILLS, watched.files().size())) {
            watched.put(file);
        }
        FlinkProcess second = start("second", watched, 1);
        try {
            Polling.until("the second watch ends", WATCH, second::tail, () -> !second.isAlive());
            assertThat(second.exitCode()).as(second.tail()).isZero();
        } finally {
            second.kill();
        }

        assertSameAsUndisturbed(watched);
    }

    private static FlinkProcess start(String name, WatchedFolder watched, int parallelism) throws Exception {
        return LocalRun.start(
                name,
                shared.resolve("embedded-process"),
                JobJar.tilik(),
                WatchedFolder.MAIN,
                watched.watch(parallelism, 3));
    }

    private static void assertSameAsUndisturbed(WatchedFolder watched) throws Exception {
        assertThat(watched.tablesOfSnapshot()).containsAllEntriesOf(tables);
        assertThat(watched.alerts()).isEqualTo(undisturbed.alerts());
        assertThat(watched.outcomes()).isEqualTo(undisturbed.outcomes());
    }
}
