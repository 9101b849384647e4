// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.pipeline.table.TableDigest;

/** Study, dumps, key, tables and checkpoints on an object store, against the same on a local disk. */
@Tag("slow")
@Timeout(400)
class ObjectStoreIT {
    private static final Duration RUN = Duration.ofMinutes(3);
    private static final String BUCKET = "tilik";

    @TempDir
    static Path folder;

    private static ObjectStore store;
    private static SeparateProcessCluster cluster;
    private static WatchedFolder study;
    private static Map<String, TableDigest> expected;

    @BeforeAll
    static void runOnALocalDiskAndStartTheStore() throws Exception {
        store = ObjectStore.start(folder.resolve("store"));
        study = WatchedFolder.create(store.bucket(BUCKET).resolve("study"));
        study.putAll();
        LocalRun.run(folder.resolve("run"), JobJar.tilik(), WatchedFolder.MAIN, study.run(1), RUN);
        expected = study.tablesOfRun();
        ClusterShape shape = ClusterShape.of(1, 2)
                .withSetting("taskmanager.network.sort-shuffle.min-buffers", "64")
                .withSetting("source.reader.element.queue.capacity", "16")
                .withSetting("source.reader.close.timeout", "1000");
        cluster = SeparateProcessCluster.start(folder.resolve("cluster"), store.in(shape));
    }

    @AfterAll
    static void end() {
        if (cluster != null) {
            cluster.close();
        }
        if (store != null) {
            store.close();
        }
    }

    @Test
    void aRunFromAndToAnObjectStoreGivesTheTablesOfALocalRun() throws Exception {
        ApplicationRun run = cluster.submitApplication(
                JobJar.tilik(), List.of("run", at("study/study.yaml"), "--output", at("run"), "--parallelism", "2"));
        run.await(RUN);

        Path output = store.bucket(BUCKET).resolve("run");
        assertThat(RunTables.digests(output)).isEqualTo(expected);
        assertThat(Files.readString(output.resolve("run.json"))).contains("\"done\"");
    }

    @Test
    void aWatchOfAnObjectStoreWithCheckpointsThereGivesTheSame() throws Exception {
        ApplicationRun run = cluster.submitApplication(
                JobJar.tilik(),
                List.of(
                        "watch",
                        at("study/study.yaml"),
                        "--output",
                        at("watch"),
                        "--parallelism",
                        "1",
                        "--snapshot-every",
                        "1h",
                        "--look-every",
                        "1s",
                        "--checkpoint-every",
                        "2s",
                        "--until-idle",
                        "8s",
                        "--no-export"));
        run.awaitEnd(RUN);

        assertThat(WatchedFolder.tablesOfSnapshot(store.bucket(BUCKET).resolve("watch")))
                .containsAllEntriesOf(expected);
    }

    private static String at(String path) {
        return "s3://" + BUCKET + "/" + path;
    }
}
