// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.generate.TruthSummary;
import org.tilik.datasets.generate.World;
import org.tilik.datasets.generate.WorldSettings;
import org.tilik.pipeline.table.TableDigest;

/** The real job jar carrying out a whole study on a cluster, against the same study run without one. */
@Timeout(240)
@ExtendWith(SharedCluster.class)
class TilikOnClusterIT {
    /** Nothing in these dumps sends notices, no ledger is about them, there is one platform, and nobody is as fast as a minute. */
    private static final Set<String> WITHOUT_ROWS = Set.of(
            "restricted/coverage",
            "restricted/coordinated_pairs",
            "restricted/platform_jumps",
            "restricted/ledger_counts",
            "release/ledger_measures",
            "release/platform_jumps",
            "release/policy_changes");

    private static final Duration RUN = Duration.ofMinutes(3);
    private static final String MAIN = "org.tilik.pipeline.cli.Tilik";
    private static final long ITEMS = 600;

    /** In the study the key comes from a file; without this line, from the environment. */
    private static final String KEY_FILE = "key_file: study.key, ";

    @TempDir
    static Path shared;

    private static SeparateProcessCluster cluster;
    private static Path jar;
    private static Path studyWithKeyFile;
    private static Path studyWithoutKeyFile;
    private static Map<String, TableDigest> expected;

    @BeforeAll
    static void runWithoutCluster(SeparateProcessCluster running) throws Exception {
        cluster = running;
        jar = JobJar.tilik();
        Path world = shared.resolve("world");
        new World(WorldSettings.reddit(5, ITEMS)).writeTo(world, new TruthSummary());
        Files.writeString(world.resolve("study.key"), SharedCluster.KEY + "\n");
        studyWithKeyFile = world.resolve("study.yaml");
        String study = Files.readString(studyWithKeyFile);
        assertThat(study).contains(KEY_FILE);
        studyWithoutKeyFile = Files.writeString(world.resolve("study-without-key.yaml"), study.replace(KEY_FILE, ""));
        Path output = shared.resolve("local-out");
        // Another parallelism than on the cluster: the tables do not depend on it.
        LocalRun.run(
                shared.resolve("local"),
                jar,
                MAIN,
                List.of("run", studyWithKeyFile.toString(), "--output", output.toString(), "--parallelism", "2"),
                RUN);
        expected = RunTables.digests(output);
    }

    @Test
    void everyTableIsWritten() {
        assertThat(expected)
                .containsOnlyKeys(
                        "release/cascades",
                        "release/compliance",
                        "release/coordination",
                        "release/counter_speech",
                        "release/counterfactuals",
                        "release/families",
                        "release/ledger_measures",
                        "release/over_removal",
                        "release/platform_jumps",
                        "release/policy_changes",
                        "release/prevalence",
                        "release/rejects",
                        "release/removal_curves",
                        "release/removal_measures",
                        "release/spread_measures",
                        "release/spread_timeline",
                        "restricted/cascade_edges",
                        "restricted/cascades",
                        "restricted/coordinated_pairs",
                        "restricted/coverage",
                        "restricted/episodes",
                        "restricted/families",
                        "restricted/family_members",
                        "restricted/items",
                        "restricted/labels",
                        "restricted/ledger_counts",
                        "restricted/observations",
                        "restricted/platform_jumps",
                        "restricted/removal_curves",
                        "restricted/spread_timeline")
                .allSatisfy((table, digest) -> {
                    assertThat(digest.rows() == 0).as(table).isEqualTo(WITHOUT_ROWS.contains(table));
                });
    }

    @Test
    void aRunInsideTheJobManagerGivesTheTablesOfALocalRunAndShowsTheKeyNowhere() throws Exception {
        Path output = shared.resolve("rest");
        ApplicationRun run = cluster.submitApplication(
                jar,
                arguments(studyWithKeyFile.toUri().toString(), output.toUri().toString()));
        run.await(RUN);

        assertThat(RunTables.digests(output)).isEqualTo(expected);
        assertThat(answersAbout(run)).as("REST answers").isNotEmpty().allSatisfy(TilikOnClusterIT::assertNoKey);
        assertThat(cluster.logs()).as("logs").isNotEmpty().allSatisfy((name, log) -> assertNoKey(log));
        // Jobs delete their temporary files as they give back their slots.
        cluster.awaitFreeSlots(SharedCluster.SLOTS);
        assertThat(RunTables.files(cluster.folder()))
                .as("settings, logs and temporary files")
                .allSatisfy(TilikOnClusterIT::assertNoKeyIn);
        assertThat(RunTables.files(output)).as("output").isNotEmpty().allSatisfy(TilikOnClusterIT::assertNoKeyIn);
    }

    @Test
    void aRunInTheCommandLineClientWithTheKeyInTheEnvironmentGivesTheSame() throws Exception {
        Path output = shared.resolve("client");
        ClientRun run = cluster.submitWithClient(jar, arguments(studyWithoutKeyFile, output));
        run.await(RUN);

        assertThat(run.exitCode()).isZero();
        assertNoKey(run.output());
        assertThat(RunTables.digests(output)).isEqualTo(expected);
    }

    @Test
    void aTaskManagerKilledWhileTheRunGoesOnChangesNoTable() throws Exception {
        Path output = shared.resolve("killed");
        ApplicationRun run = cluster.submitApplication(jar, arguments(studyWithoutKeyFile, output));
        run.waitUntil("the items are complete", RUN, () -> Files.exists(output.resolve("restricted/items/_SUCCESS")));
        assertThat(output.resolve("release/removal_measures/_SUCCESS")).doesNotExist();

        cluster.killTaskManager(0);
        cluster.startTaskManager();
        run.await(RUN);

        assertThat(RunTables.digests(output)).isEqualTo(expected);
    }

    @Test
    void aStudyThatIsMissingEndsTheSubmissionWithItsReasonAndNotTheCluster() throws Exception {
        Path missing = shared.resolve("missing.yaml");
        Path output = shared.resolve("nothing");
        ApplicationRun run = cluster.submitApplication(jar, arguments(missing, output));
        assertThatThrownBy(() -> run.await(RUN)).isInstanceOf(ClusterException.class);
        assertThat(run.state()).isEqualTo("FAILED");

        ClientRun client = cluster.submitWithClient(jar, arguments(missing, output));
        client.awaitEnd(RUN);
        assertThat(client.exitCode()).isEqualTo(1);
        assertThat(client.output()).contains("tilik: ").contains("missing.yaml cannot be read");
        assertThat(output).doesNotExist();
    }

    private static List<String> arguments(Path study, Path output) {
        return arguments(study.toString(), output.toString());
    }

    /** The parallelism is said, because Flink's REST interface takes 1 where nothing is said. */
    private static List<String> arguments(String study, String output) {
        return List.of("run", study, "--output", output, "--parallelism", String.valueOf(SharedCluster.SLOTS));
    }

    private static List<String> answersAbout(ApplicationRun run) throws InterruptedException {
        List<String> paths = new ArrayList<>(List.of(
                "/jobs/overview",
                "/applications/" + run.id(),
                "/applications/" + run.id() + "/exceptions",
                "/jobmanager/config",
                "/jobmanager/environment"));
        for (String job : run.jobIds()) {
            for (String about : List.of("", "/config", "/plan", "/exceptions", "/accumulators")) {
                paths.add("/jobs/" + job + about);
            }
        }
        List<String> answers = new ArrayList<>();
        for (String path : paths) {
            answers.add(cluster.get(path).toString());
        }
        return answers;
    }

    private static void assertNoKey(String text) {
        assertThat(text).doesNotContain(SharedCluster.KEY);
    }

    private static void assertNoKeyIn(Path file) throws IOException {
        if (Files.notExists(file)) {
            return;
        }
        // Byte for byte, so that the key is found in binary files too.
        assertNoKey(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    }
}
