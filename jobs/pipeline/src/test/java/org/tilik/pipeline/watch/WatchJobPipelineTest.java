// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.pipeline.classify.ItemTracking;
import org.tilik.pipeline.classify.StudyLists;
import org.tilik.pipeline.execution.StreamingJob;
import org.tilik.pipeline.ingest.CaptureTally;
import org.tilik.pipeline.ingest.DecodedInput;
import org.tilik.pipeline.models.ModelOfRun;
import org.tilik.pipeline.models.ModelPlace;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunFactory;

/** Folders that are watched while files in them are bad, grow, go and are replaced. */
@Timeout(120)
class WatchJobPipelineTest {
    private static final Duration OFTEN = Duration.ofMillis(50);
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    @TempDir
    Path temp;

    private Run run;
    private Arrivals arrivals;

    @BeforeEach
    void writeStudy() throws IOException {
        Files.createDirectories(temp.resolve("come"));
        Files.writeString(temp.resolve("my.key"), "fictional secret\n");
        Path study = Files.writeString(temp.resolve("study.yaml"), """
                study: watched
                inputs: [{path: come/*, format: reddit}, {path: late/named.json, format: reddit}]
                track: {all: true}
                model: none
                privacy: {key_file: my.key}
                """);
        run = new RunFactory(ModelPlace::idOf)
                .awaiting(study.toString(), temp.resolve("out").toString());
        arrivals = new Arrivals(run, Instant.now());
    }

    @Test
    void poisonedRecordsAndWholeFilesOfGarbageAreRejectedAndTheOthersGoOn() throws Exception {
        put("good.json", comments(0, 5));
        put("poison.json", comments(5, 8) + "{\"id\":\n[1,2]\n\u0000\u0001\n" + comments(8, 10));
        put("garbage.json", "\u0001 no record {\n".repeat(7));
        put("empty.json", "");

        watchUntil(() -> decoded().size() == 4);

        assertThat(decoded()).hasEntrySatisfying("good.json", tally -> {
            assertThat(tally.records()).isEqualTo(5);
            assertThat(tally.rejected()).isZero();
        });
        assertThat(decoded()).hasEntrySatisfying("poison.json", tally -> {
            assertThat(tally.records()).isEqualTo(8);
            assertThat(tally.rejected()).isEqualTo(3);
        });
        assertThat(decoded())
                .hasEntrySatisfying(
                        "garbage.json", tally -> assertThat(tally.rejected()).isEqualTo(7));
        assertThat(decoded())
                .hasEntrySatisfying(
                        "empty.json", tally -> assertThat(tally.records()).isZero());
    }

    @Test
    void aFileThatGrowsIsReadAgainAsAWholeAndItsItemsCountOnce() throws Exception {
        put("stream.json", comments(0, 4));
        StreamingJob job = start();
        try {
            await(job, () -> records("stream.json") == 4);
            Files.writeString(temp.resolve("come/stream.json"), comments(4, 9), StandardOpenOption.APPEND);
            await(job, () -> records("stream.json") == 9);
            await(job, () -> outcomes().getOrDefault("seen_before", 0L) == 4 && arrivals.areDecoded());
        } finally {
            job.cancel();
        }

        assertThat(outcomes()).containsEntry("copy", 9L);
    }

    @Test
    void ofAFileThatIsReplacedTheOneThatLiesThereIsMeasured() throws Exception {
        put("day.json", comments(0, 4));
        StreamingJob job = start();
        try {
            await(job, () -> records("day.json") == 4);
            put("day.json", comments(20, 26));
            await(job, () -> records("day.json") == 6);
        } finally {
            job.cancel();
        }

        assertThat(arrivals.decoded()).hasSize(1);
    }

    @Test
    void aFileThatIsReplacedByAnOlderOneThatWasDecodedBeforeIsMeasuredAsThatOne() throws Exception {
        put("day.json", comments(0, 4));
        Path kept = temp.resolve("kept.json");
        StreamingJob job = start();
        try {
            await(job, () -> records("day.json") == 4);
            Files.copy(temp.resolve("come/day.json"), kept, StandardCopyOption.COPY_ATTRIBUTES);
            put("day.json", comments(20, 26));
            await(job, () -> records("day.json") == 6);
            Files.move(kept, temp.resolve("come/day.json"), StandardCopyOption.ATOMIC_MOVE);
            await(job, () -> records("day.json") == 4 && arrivals.areDecoded());
        } finally {
            job.cancel();
        }
    }

    @Test
    void aFileThatGoesIsWaitedForNoMoreAndWhatWasDecodedOfItStays() throws Exception {
        put("stays.json", comments(0, 3));
        put("goes.json", comments(3, 5));
        StreamingJob job = start();
        try {
            await(job, () -> decoded().size() == 2);
            put("late.json", comments(5, 6));
            arrivals.look();
            Files.delete(temp.resolve("come/late.json"));
            Files.delete(temp.resolve("come/goes.json"));
            await(job, arrivals::areDecoded);
            put("stays-too.json", comments(6, 7));
            await(job, () -> decoded().containsKey("stays-too.json"));
        } finally {
            job.cancel();
        }

        assertThat(decoded()).containsKeys("stays.json", "goes.json", "stays-too.json");
    }

    @Test
    void aWatchThatIsStartedAgainWithAnotherParallelismGoesOnAndCountsNothingTwice() throws Exception {
        put("first.json", comments(0, 5));
        watchUntil(2, () -> outcomes().getOrDefault("copy", 0L) == 5);
        put("second.json", comments(5, 7));
        watchUntil(3, () -> outcomes().getOrDefault("copy", 0L) == 7);
        put("third.json", comments(7, 8));
        watchUntil(1, () -> outcomes().getOrDefault("copy", 0L) == 8);

        assertThat(outcomes()).containsOnlyKeys("copy");
    }

    @Test
    void aFileThatTheStudyNamesMayComeLaterAndGoAgain() throws Exception {
        put("first.json", comments(0, 2));
        StreamingJob job = start();
        try {
            await(job, () -> decoded().size() == 1);
            Path named = temp.resolve("late/named.json");
            Files.createDirectories(named.getParent());
            Files.writeString(named, comments(2, 5));
            await(job, () -> records("named.json") == 3);
            Files.delete(named);
            put("second.json", comments(5, 6));
            await(job, () -> decoded().size() == 3 && arrivals.areDecoded());
        } finally {
            job.cancel();
        }
    }

    @Test
    void whatComesTooLateIsTooLateAlsoAfterTheWatchWasStartedAgain() throws Exception {
        put("june.json", comments(0, 60));
        watchUntil(() -> outcomes().getOrDefault("copy", 0L) == 60);
        put("march.json", comments(60, 61).replace("1717500000", "1709500000"));
        watchUntil(() -> outcomes().getOrDefault("beyond_horizon", 0L) == 1);

        assertThat(outcomes()).containsEntry("copy", 60L);
    }

    private StreamingJob start() throws IOException {
        return start(2);
    }

    private StreamingJob start(int parallelism) throws IOException {
        ItemTracking.Source tracking =
                ItemTracking.of(run, StudyLists.of(run, run.key()::open), ModelOfRun.source(run));
        return new WatchJob(run, run.key()::open, tracking, parallelism, new WatchJob.Pace(OFTEN, OFTEN)).start();
    }

    private void watchUntil(Callable<Boolean> condition) throws Exception {
        watchUntil(2, condition);
    }

    private void watchUntil(int parallelism, Callable<Boolean> condition) throws Exception {
        StreamingJob job = start(parallelism);
        try {
            await(job, condition);
        } finally {
            job.cancel();
        }
    }

    /** Returns once the condition holds; fails as soon as the job has failed. */
    private void await(StreamingJob job, Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(SOON);
        do {
            assertThat(job.isRunning()).as("the job runs").isTrue();
            arrivals.look();
            assertThat(Instant.now())
                    .as("waiting; decoded so far: %s", decoded())
                    .isBefore(end);
            assertThat(NEVER.await(OFTEN.toMillis(), TimeUnit.MILLISECONDS)).isFalse();
        } while (!condition.call());
    }

    private void put(String name, String content) throws IOException {
        Path hidden = Files.writeString(temp.resolve("come/." + name), content);
        Files.move(hidden, temp.resolve("come").resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private static String comments(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(
                        i -> "{\"id\":\"sim" + i + "\",\"name\":\"t1_sim" + i + "\",\"body\":\"fictional remark number "
                                + i + "\",\"author\":\"sim_a\",\"created_utc\":1717500000,\"retrieved_on\":1718000000,"
                                + "\"subreddit\":\"TarnHollow\",\"link_id\":\"t3_sim00\",\"parent_id\":\"t3_sim00\"}\n")
                .collect(Collectors.joining());
    }

    /** By name without its folder, what became of each decoded file. */
    private Map<String, CaptureTally> decoded() throws IOException {
        List<InputFile> inputs = arrivals.decoded();
        TreeMap<String, CaptureTally> tallies = new TreeMap<>();
        for (InputFile input : inputs) {
            tallies.put(
                    input.name().substring(input.name().indexOf('/') + 1),
                    DecodedInput.read(run.captures(input)).tally());
        }
        return tallies;
    }

    private long records(String name) throws IOException {
        CaptureTally tally = decoded().get(name);
        return tally == null ? -1 : tally.records();
    }

    private Map<String, Long> outcomes() throws IOException {
        Path file = temp.resolve("out/work/watch/outcomes.json");
        TreeMap<String, Long> counts = new TreeMap<>();
        if (Files.exists(file)) {
            new ObjectMapper()
                    .readTree(file.toFile())
                    .properties()
                    .forEach(
                            entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
        }
        return counts;
    }
}
