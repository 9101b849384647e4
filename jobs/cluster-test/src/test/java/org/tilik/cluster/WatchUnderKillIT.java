// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
    private static final long SEED = 20190315;
    private static final int KILLS = 3;

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
        LocalRun.run(shared.resolve("watch"), JobJar.tilik(), WatchedFolder.MAIN, undisturbed.watch(2, 3), WATCH);
        LocalRun.run(shared.resolve("run"), JobJar.tilik(), WatchedFolder.MAIN, undisturbed.run(2), WATCH);
        tables = undisturbed.tablesOfRun();
        assertThat(tables).containsKeys("restricted/items", "release/removal_measures");
        assertThat(undisturbed.alerts()).as("alerts of an undisturbed watch").isNotEmpty();
    }

    @Test
    void theSnapshotOfAWatchIsWhatARunOnTheSameFilesWrites() throws Exception {
        assertThat(undisturbed.tablesOfSnapshot()).containsAllEntriesOf(tables);
    }

    @Test
    void taskManagersKilledWhileFilesAreDecodedChangeNoTableNoAlertAndNoCount() throws Exception {
        WatchedFolder watched = WatchedFolder.create(shared.resolve("killed"));
        ApplicationRun run = cluster.submitApplication(JobJar.tilik(), watched.watch(2, 12));
        Random random = new Random(SEED);
        List<String> files = watched.files();
        List<Integer> killing =
                random.ints(0, files.size()).distinct().limit(KILLS).boxed().toList();
        for (int i = 0; i < files.size(); i++) {
            watched.put(files.get(i));
            if (killing.contains(i)) {
                run.waitUntil("a part of " + files.get(i) + " is open or not yet safe", WATCH, watched::isDecoding);
                cluster.killTaskManager(random.nextInt(SharedCluster.TASK_MANAGERS));
                cluster.startTaskManager();
            }
            int come = i + 1;
            run.waitUntil(files.get(i) + " is decoded", WATCH, () -> watched.finishedInputs() == come);
        }
        run.await(WATCH);

        assertThat(watched.tablesOfSnapshot()).containsAllEntriesOf(tables);
        assertThat(watched.alerts()).containsExactlyInAnyOrderElementsOf(undisturbed.alerts());
        assertThat(watched.outcomes()).isEqualTo(undisturbed.outcomes());
    }
}
