// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.serialization.SimpleStringSchema;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaRecordSerializationSchema;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Proves that the pinned Flink and the pinned Kafka connector, built for an older Flink, work together. */
class KafkaConnectorPairIT {
    private static final int PARTITIONS = 3;
    private static final int HALF = 2_500;
    private static final int RECORDS = 5_000;

    /** In the middle of the second half: records written since the checkpoint must be taken back. */
    private static final int FAILS_AT = 3_750;

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void recordsPassFromTopicToTopicExactlyOnceAcrossAFailureAndItsRestore() throws Exception {
        try (KafkaBroker broker = KafkaBroker.start(folder.resolve("broker"))) {
            broker.createTopic("in", PARTITIONS);
            broker.createTopic("out", PARTITIONS);
            produce(broker, 0, HALF);

            JobClient job = copyJob(broker).executeAsync("copy");
            // The second half arrives only when a checkpoint holds records of the first: the failure it
            // provokes is then restored from offsets in the middle of the topic.
            assertThat(FailOnce.CHECKPOINTED.await(60, TimeUnit.SECONDS)).isTrue();
            produce(broker, HALF, RECORDS);
            job.getJobExecutionResult().get(60, TimeUnit.SECONDS);

            assertThat(FailOnce.FAILED).isTrue();
            assertThat(FailOnce.RESTORED).isTrue();
            assertThat(committed(broker, "out"))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, RECORDS)
                            .mapToObj(String::valueOf)
                            .toList());
        }
    }

    private StreamExecutionEnvironment copyJob(KafkaBroker broker) {
        Configuration settings = new Configuration();
        settings.set(RestartStrategyOptions.RESTART_STRATEGY, "fixed-delay");
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_ATTEMPTS, 1);
        settings.set(RestartStrategyOptions.RESTART_STRATEGY_FIXED_DELAY_DELAY, Duration.ZERO);
        settings.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                folder.resolve("checkpoints").toUri().toString());
        StreamExecutionEnvironment env = StreamExecutionEnvironment.createLocalEnvironment(2, settings);
        env.enableCheckpointing(200);
        env.fromSource(source(broker), WatermarkStrategy.noWatermarks(), "in")
                .uid("in")
                .map(new FailOnce(FAILS_AT))
                .uid("fail-once")
                .sinkTo(sink(broker))
                .uid("out");
        return env;
    }

    private static KafkaSource<String> source(KafkaBroker broker) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        for (int value = 0; value < RECORDS; value++) {
            ends.merge(new TopicPartition("in", value % PARTITIONS), 1L, Long::sum);
        }
        return KafkaSource.<String>builder()
                .setBootstrapServers(broker.address())
                .setTopics("in")
                .setGroupId("copy")
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setBounded(OffsetsInitializer.offsets(ends))
                .setValueOnlyDeserializer(new SimpleStringSchema())
                .build();
    }

    private static KafkaSink<String> sink(KafkaBroker broker) {
        return KafkaSink.<String>builder()
                .setBootstrapServers(broker.address())
                .setRecordSerializer(KafkaRecordSerializationSchema.<String>builder()
                        .setTopic("out")
                        .setValueSerializationSchema(new SimpleStringSchema())
                        .build())
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix("copy")
                .setProperty("transaction.timeout.ms", "60000")
                .build();
    }

    private static void produce(KafkaBroker broker, int from, int until) {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            List<Future<?>> sent = new ArrayList<>();
            for (int value = from; value < until; value++) {
                sent.add(producer.send(new ProducerRecord<>("in", value % PARTITIONS, null, String.valueOf(value))));
            }
            producer.flush();
            assertThat(sent).allSatisfy(record -> record.get());
        }
    }

    private static List<String> committed(KafkaBroker broker, String topic) {
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", broker.address(), "isolation.level", "read_committed"),
                new StringDeserializer(),
                new StringDeserializer())) {
            List<TopicPartition> partitions = IntStream.range(0, PARTITIONS)
                    .mapToObj(p -> new TopicPartition(topic, p))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
