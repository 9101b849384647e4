// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tilik.pipeline.study.Run;

/**
 * A watch that an earlier version began goes on under this one. What versions left behind half-way, checkpoint included, lies in
 * {@code src/test/resources/state}. A release adds its own: {@code -Dtilik.state=write} on this test.
 */
@Timeout(180)
class EarlierStateIT {
    private static final Duration WATCH = Duration.ofMinutes(2);
    private static final Path STATES = Path.of("src", "test", "resources", "state");
    /** Of all states: a checkpoint names its files by their full paths. */
    private static final Path PLACE = Path.of("/tmp/tilik-earlier-state");

    private static final int IDLE_SECONDS = 3;
    private static final int BEGUN = 2;

    @TempDir
    Path aside;

    static List<Path> states() throws IOException {
        try (Stream<Path> files = Files.list(STATES)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("states")
    void aWatchThatAnEarlierVersionBeganEndsAsOneThatThisVersionBegan(Path state) throws Exception {
        FolderZip.unpack(state, PLACE);
        WatchedFolder begun = WatchedFolder.of(PLACE);
        List<Path> checkpoints = checkpoints(begun);
        begun.put(WatchedFolder.PLAIN_FILES.subList(BEGUN, WatchedFolder.PLAIN_FILES.size()));
        LocalRun.run(PLACE, JobJar.tilik(), WatchedFolder.MAIN, begun.watch(1, IDLE_SECONDS), WATCH);

        WatchedFolder whole = WatchedFolder.of(withoutOutput(state));
        whole.put(WatchedFolder.PLAIN_FILES.subList(BEGUN, WatchedFolder.PLAIN_FILES.size()));
        LocalRun.run(aside, JobJar.tilik(), WatchedFolder.MAIN, whole.watch(1, IDLE_SECONDS), WATCH);

        assertThat(checkpoints)
                .isNotEmpty()
                .as("taken over, then deleted")
                .allSatisfy(old -> assertThat(old).doesNotExist());
        assertThat(begun.tablesOfSnapshot()).isNotEmpty().isEqualTo(whole.tablesOfSnapshot());
        assertThat(begun.alerts()).isNotEmpty().isEqualTo(whole.alerts());
        // A version that decodes otherwise decodes its inputs again, and what they hold was seen before.
        assertThat(begun.outcomes().get("copy"))
                .isPositive()
                .isEqualTo(whole.outcomes().get("copy"));
    }

    private static List<Path> checkpoints(WatchedFolder watched) throws IOException {
        return RunTables.files(watched.output().resolve("work/watch/checkpoints")).stream()
                .filter(file -> file.endsWith("_metadata"))
                .toList();
    }

    private Path withoutOutput(Path state) throws IOException {
        FolderZip.unpack(state, aside);
        FolderZip.delete(WatchedFolder.of(aside).output());
        return aside;
    }

    @Test
    void thisVersionsStateIsAmongThem() throws Exception {
        Path state = STATES.resolve(Run.TOOL_VERSION + ".zip");
        if (System.getProperty("tilik.state", "").equals("write")) {
            FolderZip.delete(PLACE);
            WatchedFolder watched = WatchedFolder.create(PLACE);
            watched.put(WatchedFolder.PLAIN_FILES.subList(0, BEGUN));
            FlinkProcess watch =
                    LocalRun.start("watch", aside, JobJar.tilik(), WatchedFolder.MAIN, watched.watch(1, 600));
            try {
                for (String file : WatchedFolder.PLAIN_FILES.subList(0, BEGUN)) {
                    Polling.until(file + " is decoded", WATCH, watch::tail, () -> watched.isFinished(file));
                }
            } finally {
                watch.kill();
            }
            watched.forgetFiller();
            FolderZip.pack(PLACE, Files.createDirectories(STATES).resolve(state.getFileName()));
        }
        assertThat(state).isRegularFile();
    }
}
