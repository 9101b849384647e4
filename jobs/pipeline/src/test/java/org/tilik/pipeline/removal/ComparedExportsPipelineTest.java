// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;
import org.tilik.model.table.EpisodeRow;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.classify.ClassifyJob;
import org.tilik.pipeline.classify.StudyLists;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.ingest.IngestJob;
import org.tilik.pipeline.ingest.IngestResult;
import org.tilik.pipeline.models.ModelPlace;
import org.tilik.pipeline.study.PseudonymKey;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunFactory;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableDigest;
import org.tilik.pipeline.table.TableReader;

/** A fictional channel of which all removals are known, exported four times, through ingest and removal. */
class ComparedExportsPipelineTest {
    private static final String CHANNEL = "1700000002";
    private static final int NUMBERS = 400;
    private static final Instant OPENED = Instant.parse("2024-06-01T00:00:00Z");
    private static final double DEADLINE_HOURS = 24;
    private static final long HOUR = 3_600;
    private static final long NEVER = Long.MAX_VALUE;

    @TempDir
    Path temp;

    private final List<Message> messages = messages();

    /** Seconds since 1970. */
    private record Message(int number, boolean isService, long postedAt, long goneAt) {
        boolean isThereAt(long time) {
            return postedAt <= time && time < goneAt;
        }

        private int author() {
            return 100 + number % 40;
        }

        String telethon(long at) {
            return "{\"_\":\"" + (isService ? "MessageService" : "Message") + "\",\"id\":" + number
                    + ",\"peer_id\":{\"_\":\"PeerChannel\",\"channel_id\":" + CHANNEL
                    + "},\"from_id\":{\"_\":\"PeerUser\",\"user_id\":" + author() + "},\"date\":" + postedAt
                    + ",\"message\":\"invented words " + number + "\",\"retrieved_utc\":" + at + "}";
        }

        String desktop() {
            return "{\"id\":" + number + ",\"type\":\"" + (isService ? "service" : "message")
                    + "\",\"date\":\"2024-06-01T00:00:00\",\"date_unixtime\":\"" + postedAt
                    + "\",\"from_id\":\"user" + author() + "\",\"text\":\"invented words " + number + "\"}";
        }
    }

    private static List<Message> messages() {
        Random random = new Random(5);
        List<Message> messages = new ArrayList<>();
        for (int i = 1; i <= NUMBERS; i++) {
            long posted = OPENED.getEpochSecond() + i * 600L;
            long gone = random.nextInt(4) == 0 ? posted + 1 + random.nextInt((int) (40 * HOUR)) : NEVER;
            messages.add(new Message(i, i % 25 == 0, posted, gone));
        }
        return messages;
    }

    private List<Message> thereAt(long time) {
        return messages.stream().filter(message -> message.isThereAt(time)).toList();
    }

    private void telethon(String name, long time) throws IOException {
        Files.write(
                temp.resolve("dumps/" + name),
                thereAt(time).stream().map(message -> message.telethon(time)).toList());
    }

    private void desktop(String name, long time) throws IOException {
        Files.writeString(
                temp.resolve("dumps/" + name),
                thereAt(time).stream()
                        .map(Message::desktop)
                        .collect(Collectors.joining(
                                ",",
                                "{\"name\":\"sim\",\"type\":\"public_supergroup\",\"id\":" + CHANNEL
                                        + ",\"messages\":[",
                                "]}")));
    }

    private static long at(int hours) {
        return OPENED.getEpochSecond() + hours * HOUR;
    }

    private static String desktopEntry(String name, long time) {
        return "  - {path: dumps/" + name + ", captured_at: " + Instant.ofEpochSecond(time) + ", complete: true}\n";
    }

    private static String telethonEntry(String name) {
        return "  - {path: dumps/" + name + ", complete: true}\n";
    }

    /** An export every eight hours, in turns by one program and the other. */
    private List<String> exportOften() throws IOException {
        Files.createDirectories(temp.resolve("dumps"));
        List<String> entries = new ArrayList<>();
        for (int hours = 8; hours <= 128; hours += 8) {
            String name = String.format("%03d", hours);
            if (hours % 16 == 0) {
                telethon(name + ".ndjson", at(hours));
                entries.add(telethonEntry(name + ".ndjson"));
            } else {
                desktop(name + ".json", at(hours));
                entries.add(desktopEntry(name + ".json", at(hours)));
            }
        }
        return entries;
    }

    private IngestResult run(String study, List<String> entries, int parallelism) throws Exception {
        Path file = temp.resolve(study + ".yaml");
        Files.writeString(file, """
                study: %s
                title: One fictional channel, exported again and again
                inputs:
                %strack: {all: true}
                model: none
                strata: [platform]
                deadlines_hours: [24]
                clock: posted
                privacy: {key_file: study.key, k: 10}
                """.formatted(study, String.join("", entries)));
        Files.writeString(temp.resolve("study.key"), "public key of a test, never for real data\n");
        Run run = of(study);
        PseudonymKey key = PseudonymKey.of(run.study(), file.toString());
        IngestResult ingested = new IngestJob(run, key::open, Set.of(), parallelism).run(false);
        new ClassifyJob(run, StudyLists.of(run, key::open), null)
                .run(BatchJob.environment(parallelism, Exchange.STORED));
        new RemovalJob(run).run(BatchJob.environment(parallelism, Exchange.STORED));
        return ingested;
    }

    private Run of(String study) {
        return new RunFactory(ModelPlace::idOf)
                .create(
                        temp.resolve(study + ".yaml").toString(),
                        temp.resolve(study).toString());
    }

    private <R extends Record> List<R> rows(Table<R> table, String study) throws IOException {
        return TableReader.read(table, of(study).folder(table).root());
    }

    private Map<String, EpisodeRow> episodes(String study) throws IOException {
        return rows(Table.EPISODES, study).stream()
                .filter(row -> row.episodeNo() == 1)
                .collect(Collectors.toMap(EpisodeRow::itemKey, Function.identity()));
    }

    private Pseudonymiser pseudonymiser(String study) {
        return PseudonymKey.of(of(study).study(), temp.resolve(study + ".yaml").toString())
                .open();
    }

    @Test
    void everyRemovalLiesInItsBracketNoneIsInventedAndTheShareIsTheTruth() throws Exception {
        List<String> entries = exportOften();
        IngestResult ingested = run("often", entries, 2);

        Map<String, EpisodeRow> episodes = episodes("often");
        Pseudonymiser pseudonymiser = pseudonymiser("often");
        int measuredGone = 0;
        for (Message message : messages) {
            EpisodeRow episode =
                    episodes.get(pseudonymiser.pseudonym(Platform.TELEGRAM, CHANNEL + "/" + message.number()));
            if (episode == null || episode.upperHours() == null) {
                continue;
            }
            measuredGone++;
            double trulyGone = (message.goneAt() - message.postedAt()) / (double) HOUR;
            assertThat(trulyGone).isGreaterThan(episode.lowerHours()).isLessThanOrEqualTo(episode.upperHours());
            assertThat(episode.upperHours() - episode.lowerHours()).isLessThanOrEqualTo(8.01);
            assertThat(episode.cause()).isEqualTo("unknown");
        }
        assertThat(measuredGone).isGreaterThan(50);
        assertThat(ingested.merged().comparisons().missing()).isEqualTo(measuredGone);
        assertThat(ingested.merged().comparisons().looks()).isEqualTo(16);
        assertThat(ingested.merged().comparisons().contradicted()).isZero();
        assertThat(shares("often")).isNotEmpty().allSatisfy(row -> {
            assertThat(row.nItems()).isGreaterThan(250);
            assertThat(row.nCensored()).isGreaterThan(200);
            assertThat(trulyGoneGiven(row.conditionalOnHours())).isBetween(row.ciLow(), row.ciHigh());
        });
    }

    private List<RemovalMeasureRow> shares(String study) throws IOException {
        return rows(Table.REMOVAL_MEASURES, study).stream()
                .filter(row -> row.stratum().equals("telegram")
                        && row.metricId().equals("gone.share_within_given_captured")
                        && row.deadlineHours() == DEADLINE_HOURS
                        && !"unconfirmed_censored".equals(row.correctionMethod()))
                .toList();
    }

    /** The share that went by the deadline, of those that stayed so long. */
    private double trulyGoneGiven(double hours) {
        List<Message> stayed = messages.stream()
                .filter(message -> !message.isService() && message.goneAt() - message.postedAt() > hours * HOUR)
                .toList();
        return stayed.stream()
                        .filter(message -> message.goneAt() - message.postedAt() <= DEADLINE_HOURS * HOUR)
                        .count()
                / (double) stayed.size();
    }

    @Test
    void theTablesAreTheSameWhateverTheOrderOfExportsAndTheParallelism() throws Exception {
        List<String> entries = exportOften();
        run("one", entries, 1);
        Collections.reverse(entries);
        run("three", entries, 3);

        for (Table<?> table : List.of(Table.ITEMS, Table.OBSERVATIONS, Table.EPISODES)) {
            assertThat(TableDigest.of(table, of("three").folder(table).root()).rows())
                    .isEqualTo(TableDigest.of(table, of("one").folder(table).root())
                            .rows())
                    .isPositive();
        }
        assertThat(gone("three")).isEqualTo(gone("one")).isNotEmpty();
    }

    private List<List<Object>> gone(String study) throws IOException {
        return rows(Table.OBSERVATIONS, study).stream()
                .filter(row -> "GONE".equals(row.outcome()))
                .map(row -> List.<Object>of(row.itemKey(), row.timeHiUtc(), row.sourceFile(), row.sourceRecord()))
                .toList();
    }

    @Test
    void anExportThatWasCutOrOfWhichNobodySaysThatItIsWholeMakesNoRemovals() throws Exception {
        Files.createDirectories(temp.resolve("dumps"));
        telethon("040.ndjson", at(40));
        desktop("060.json", at(60));
        telethon("080.ndjson", at(80));
        Path cut = temp.resolve("dumps/060.json");
        byte[] whole = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        String undeclared = "  - {path: dumps/080.ndjson}\n";
        IngestResult ingested =
                run("cut", List.of(telethonEntry("040.ndjson"), desktopEntry("060.json", at(60)), undeclared), 2);

        assertThat(gone("cut")).isEmpty();
        assertThat(ingested.merged().comparisons().missing()).isZero();
        assertThat(ingested.merged().comparisons().looks()).isEqualTo(1);
        assertThat(ingested.merged().comparisons().leftOut()).isEqualTo(Map.of("unreadable_records", 1L));
        assertThat(new String(whole, StandardCharsets.UTF_8)).contains("\"service\"");
    }
}
