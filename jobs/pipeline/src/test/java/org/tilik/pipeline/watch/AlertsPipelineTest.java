// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.pipeline.classify.ItemTracking;
import org.tilik.pipeline.classify.StudyLists;
import org.tilik.pipeline.execution.StreamingJob;
import org.tilik.pipeline.models.ModelOfRun;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunFactory;

class AlertsPipelineTest {
    private static final Instant START = Instant.parse("2024-06-01T00:00:00Z");
    private static final Instant BURST = Instant.parse("2024-06-10T12:00:00Z");
    private static final int BACKGROUND = 200;
    private static final int COPIES = 40;
    private static final int REMOVED = 10;
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    @TempDir
    private Path temp;

    private Path spool;
    private Run run;
    private Arrivals arrivals;
    private AlertFiles alerts;
    private final List<AlertLine> told = new ArrayList<>();

    @BeforeEach
    void study() throws IOException {
        spool = Files.createDirectories(temp.resolve("spool"));
        Files.writeString(temp.resolve("my.key"), "sim-key-of-a-test-and-nothing-else");
        Path study = Files.writeString(temp.resolve("study.yaml"), """
                study: sim
                inputs: [{path: spool}]
                track: {all: true}
                privacy: {key_file: my.key}
                """);
        run = new RunFactory(id -> id)
                .awaiting(study.toString(), temp.resolve("out").toString());
        arrivals = new Arrivals(run, Instant.now());
        alerts = new AlertFiles(WatchJob.alerts(run));
    }

    @Test
    void aBurstIsToldOnceAndItsRemovalsAreCountedAcrossARestart() throws Exception {
        StreamingJob first = start();
        put("a-background.ndjson", background());
        awaitOutcome("copy", BACKGROUND);
        put("b-burst.ndjson", burst());
        awaitDecoded(2);
        await("the burst is told", () -> {
            told.addAll(alerts.news());
            return !told.isEmpty();
        });
        awaitOutcome("copy", BACKGROUND + COPIES);
        first.cancel();

        StreamingJob second = start();
        put("c-burst-again.ndjson", burst());
        put("d-rechecks.csv", rechecks());
        awaitOutcome("fate", 2 * REMOVED);
        put("e-later.ndjson", comment("simlater", BURST.plus(Duration.ofHours(40)), "a last thing to say") + more());
        awaitDecoded(5);
        await("the incident is told to be over", () -> {
            told.addAll(alerts.news());
            return told.stream().anyMatch(line -> line.alert().equals("closed"));
        });
        second.cancel();

        assertThat(told).extracting(AlertLine::alert).containsOnlyOnce("opened").containsOnlyOnce("closed");
        AlertLine closed = told.get(told.size() - 1);
        assertThat(closed.contentKind()).isEqualTo("text");
        assertThat(closed.openedAt()).isEqualTo("2024-06-10T12:00:00Z");
        assertThat(closed.copies()).isEqualTo(COPIES);
        assertThat(closed.visibleCopies()).isEqualTo(COPIES - REMOVED);
        assertThat(closed.removedShare()).isCloseTo(REMOVED / (double) COPIES, within(1e-12));
        assertThat(closed.peakCopiesPerHour()).isEqualTo(COPIES);
        assertThat(closed.text())
                .contains("40 copies, 30 visible, 25 % removed")
                .contains("on reddit");
        assertThat(outcomes()).containsEntry("seen_before", (long) COPIES).doesNotContainKey("beyond_horizon");
    }

    private StreamingJob start() throws IOException {
        ItemTracking.Source tracking =
                ItemTracking.of(run, StudyLists.of(run, run.key()::open), ModelOfRun.source(run));
        return new WatchJob(
                        run,
                        run.key()::open,
                        tracking,
                        1,
                        new WatchJob.Pace(Duration.ofMillis(100), Duration.ofMillis(200)))
                .start();
    }

    /** Under a hidden name first, as the help of the command says. */
    private void put(String name, String content) throws IOException {
        Path hidden = Files.writeString(spool.resolve("." + name), content);
        Files.move(hidden, spool.resolve(name));
    }

    private void awaitDecoded(int inputs) throws Exception {
        await(inputs + " inputs are decoded", () -> {
            arrivals.look();
            return arrivals.decoded().size() == inputs;
        });
    }

    private void awaitOutcome(String name, long number) throws Exception {
        await(number + " times " + name, () -> outcomes().getOrDefault(name, 0L) == number);
    }

    private static void await(String what, Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(DEADLINE);
        while (!condition.call()) {
            assertThat(Instant.now()).as("waited in vain until " + what).isBefore(end);
            assertThat(NEVER.await(50, TimeUnit.MILLISECONDS)).isFalse();
        }
    }

    private Map<String, Long> outcomes() throws IOException {
        Path file = temp.resolve("out/work/watch/outcomes.json");
        Map<String, Long> outcomes = new TreeMap<>();
        if (Files.exists(file) && Files.size(file) > 0) {
            new ObjectMapper()
                    .readTree(file.toFile())
                    .properties()
                    .forEach(entry ->
                            outcomes.put(entry.getKey(), entry.getValue().asLong()));
        }
        return outcomes;
    }

    /** A post an hour from long before the burst on, each of its own. */
    private static String background() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < BACKGROUND; i++) {
            text.append(comment("simback" + i, START.plus(Duration.ofHours(i)), "a word about day number " + i));
        }
        return text.toString();
    }

    /** So many later things to say that time as a whole moves on. */
    private static String more() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < COPIES; i++) {
            text.append(comment("simmore" + i, BURST.plus(Duration.ofDays(2)), "one more word of number " + i));
        }
        return text.toString();
    }

    private static String burst() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < COPIES; i++) {
            text.append(comment("simburst" + i, BURST.plusSeconds(i), "the same words from everybody"));
        }
        return text.toString();
    }

    private static String rechecks() {
        StringBuilder text = new StringBuilder("platform,item_id,checked_at,status,http_status,actor\n");
        for (int i = 0; i < REMOVED; i++) {
            text.append("reddit,t1_simburst").append(i).append(",2024-06-10T20:00:00Z,gone,410,PLATFORM\n");
            text.append("reddit,t1_simburst").append(i).append(",2024-06-11T20:00:00Z,gone,404,\n");
        }
        return text.toString();
    }

    private static String comment(String id, Instant at, String body) {
        return "{\"id\":\"" + id + "\",\"created_utc\":" + at.getEpochSecond() + ",\"retrieved_on\":"
                + at.plusSeconds(60).getEpochSecond() + ",\"body\":\"" + body
                + "\",\"link_id\":\"t3_sim\",\"parent_id\":\"t3_sim\",\"author\":\"sim\",\"subreddit\":\"sim\"}\n";
    }
}
