// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.datasets.generate.OneWorld;
import org.tilik.datasets.worlds.FormatFolders;
import org.tilik.datasets.worlds.WorldFormat;
import org.tilik.pipeline.ingest.CapturedInputs;
import org.tilik.pipeline.ingest.DecodedInput;
import org.tilik.pipeline.study.InputFile;

/** The real job jar watches a real topic beside files of an archive, is killed, and is started again. */
class WatchedTopicIT {
    private static final int PARTITIONS = 3;
    /** Labels of the stream; messages, messages again and re-checks of the other platform. */
    private static final int FILES = 4;

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final String MAIN = "org.tilik.pipeline.cli.Tilik";
    private static final String STREAM = "jetstream/jetstream.ndjson.zst";
    /** Where a record stood differs between topic and file, and the run id is of the inputs. */
    private static final Set<String> PLACE = Set.of("source_file", "source_member", "source_record", "run_id");

    @TempDir
    Path folder;

    private Path world;
    private List<byte[]> records;

    @BeforeEach
    void drawWorld() throws IOException {
        world = folder.resolve("world");
        OneWorld drawn = new OneWorld(7, 300);
        new FormatFolders(drawn.items(), drawn.watchedUntil())
                .writeTo(world, "one-world", EnumSet.of(WorldFormat.JETSTREAM, WorldFormat.TELETHON));
        records = records();
        assertThat(records.size()).isGreaterThan(300);
    }

    /** The study of the world with the stream in this topic. */
    private void studyWith(String topic) throws IOException {
        String study = Files.readString(world.resolve("study.yaml"));
        assertThat(study).contains(STREAM);
        Files.writeString(world.resolve("watched.yaml"), study.replace(STREAM, topic));
    }

    @Test
    @Timeout(120)
    void aWatchEndsWhereTheBrokerHasDeletedWhatWasNotRead() throws Exception {
        Path watched = folder.resolve("watched");
        try (KafkaBroker broker = KafkaBroker.start(folder.resolve("broker"))) {
            broker.createTopic("posts", PARTITIONS);
            String topic = "kafka://" + broker.address() + "/posts";
            studyWith(topic);
            produce(broker, records, 0, 30);
            FlinkProcess watch = watch("first", watched, "1h");
            try {
                Polling.until("all is decoded", LONG, watch::tail, () -> decoded(watched, topic) == 30);
            } finally {
                watch.kill();
            }
            produce(broker, records, 30, 90);
            broker.deleteBefore("posts", 0, 20);

            FlinkProcess again = watch("second", watched, "1h");
            try {
                Polling.until("the watch ends", LONG, again::tail, () -> !again.isAlive());
                assertThat(again.exitCode()).isEqualTo(3);
                assertThat(again.output()).contains("out of range");
            } finally {
                again.kill();
            }
        }
    }

    @Test
    @Timeout(300)
    void theTablesAreThoseOfARunOnTheSameRecordsThoughTheWatchWasKilledInBetween() throws Exception {
        Path expected = folder.resolve("expected");
        LocalRun.run(folder.resolve("run"), JobJar.tilik(), MAIN, command("run", "study.yaml", expected), LONG);

        Path watched = folder.resolve("watched");
        try (KafkaBroker broker = KafkaBroker.start(folder.resolve("broker"))) {
            broker.createTopic("posts", PARTITIONS);
            String topic = "kafka://" + broker.address() + "/posts";
            studyWith(topic);
            produce(broker, records, 0, records.size() / 2);
            FlinkProcess watch = watch("first", watched, "1h");
            try {
                Polling.until(
                        "the first half is decoded",
                        LONG,
                        watch::tail,
                        () -> decoded(watched, topic) == records.size() / 2 && watch.isAlive());
                assertThat(CapturedInputs.in(captures(watched), name -> ""))
                        .as("the archive was read first")
                        .hasSize(FILES + 1);
                // Killed while it decodes: some of it is in a checkpoint, and some is not.
                produce(broker, records, records.size() / 2, records.size() - 10);
            } finally {
                watch.kill();
            }
            produce(broker, records, records.size() - 10, records.size());
            FlinkProcess again = watch("second", watched, "6s");
            try {
                Polling.until("the watch ends", LONG, again::tail, () -> !again.isAlive());
                assertThat(again.exitCode()).as(again.tail()).isZero();
            } finally {
                again.kill();
            }
            assertThat(decoded(watched, topic)).isEqualTo(records.size());
        }
        Path snapshot = snapshot(watched);
        assertThat(counts(snapshot)).isEqualTo(counts(expected));
        Map<String, List<String>> rows = RunTables.rows(snapshot, PLACE);
        assertThat(rows.get("restricted/items")).hasSizeGreaterThan(500);
        RunTables.rows(expected, PLACE)
                .forEach(
                        (table, wanted) -> assertThat(rows.get(table)).as(table).isEqualTo(wanted));
    }

    private List<byte[]> records() throws IOException {
        try (ZstdInputStream stream = new ZstdInputStream(Files.newInputStream(world.resolve(STREAM)))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.getBytes(StandardCharsets.UTF_8))
                    .toList();
        }
    }

    private List<String> command(String name, String study, Path output) {
        return List.of(
                name,
                world.resolve(study).toString(),
                "--output",
                output.toString(),
                "--parallelism",
                "2",
                "--no-export");
    }

    private FlinkProcess watch(String name, Path output, String untilIdle) throws IOException {
        List<String> arguments = new ArrayList<>(command("watch", "watched.yaml", output));
        arguments.addAll(List.of("--look-every", "100ms", "--checkpoint-every", "200ms"));
        arguments.addAll(List.of("--snapshot-every", "1h", "--until-idle", untilIdle));
        return LocalRun.start(name, folder.resolve(name), JobJar.tilik(), MAIN, arguments);
    }

    private static void produce(KafkaBroker broker, List<byte[]> records, int from, int until) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address(), "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (int i = from; i < until; i++) {
                sent.add(producer.send(new ProducerRecord<>("posts", i % PARTITIONS, null, records.get(i))));
            }
            producer.flush();
            assertThat(sent).allSatisfy(record -> record.get());
        }
    }

    /** Records of the topic in the state that a snapshot would take now. */
    private static long decoded(Path output, String topic) throws IOException {
        String captures = captures(output);
        for (InputFile input : CapturedInputs.in(captures, name -> "")) {
            if (input.name().equals(topic)) {
                return DecodedInput.read(new org.apache.flink.core.fs.Path(captures, "input=" + input.digest()))
                        .tally()
                        .records();
            }
        }
        return 0;
    }

    private static String captures(Path output) {
        return RunTables.flink(output.resolve("work/captures")).toString();
    }

    private static Path snapshot(Path output) throws IOException {
        try (Stream<Path> children = Files.list(output)) {
            return children.filter(child -> child.getFileName().toString().startsWith("as_of="))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static JsonNode counts(Path output) throws IOException {
        return new ObjectMapper().readTree(output.resolve("run.json").toFile()).get("ingest");
    }
}
