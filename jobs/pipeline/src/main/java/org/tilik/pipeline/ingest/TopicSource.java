// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.util.Collection;
import java.util.Map;
import java.util.Properties;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetResetStrategy;
import org.apache.kafka.common.TopicPartition;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.study.TopicAddress;

/** Reads a topic from its earliest message on; how far it is read stands in Flink's checkpoints and nowhere else. */
final class TopicSource {
    private static final byte[] NOTHING = new byte[0];

    private TopicSource() {}

    /** The messages of this topic, those of aborted transactions left out. */
    static KafkaSource<TopicRecord> of(InputFile topic) {
        TopicAddress address = TopicAddress.of(topic.uri()).orElseThrow();
        Properties settings = new Properties();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        return KafkaSource.<TopicRecord>builder()
                .setBootstrapServers(address.brokers())
                .setTopics(address.topic())
                .setClientIdPrefix("tilik-" + topic.digest())
                .setProperties(settings)
                .setStartingOffsets(new EarliestOrFail())
                .setDeserializer(new Messages())
                .build();
    }

    /** Begins with what is there, but never passes over messages that the broker has deleted before they were read. */
    private static final class EarliestOrFail implements OffsetsInitializer {
        private static final long serialVersionUID = 1L;

        private final OffsetsInitializer earliest = OffsetsInitializer.earliest();

        @Override
        public Map<TopicPartition, Long> getPartitionOffsets(
                Collection<TopicPartition> partitions, PartitionOffsetsRetriever offsets) {
            return earliest.getPartitionOffsets(partitions, offsets);
        }

        // Kafka calls the class deprecated, but the connector's interface asks for it.
        @Override
        @SuppressWarnings("deprecation")
        public OffsetResetStrategy getAutoOffsetResetStrategy() {
            return OffsetResetStrategy.NONE;
        }
    }

    private static final class Messages implements KafkaRecordDeserializationSchema<TopicRecord> {
        private static final long serialVersionUID = 1L;

        @Override
        public void deserialize(ConsumerRecord<byte[], byte[]> message, Collector<TopicRecord> out) {
            TopicRecord record = new TopicRecord();
            record.partition = message.partition();
            record.offset = message.offset();
            record.value = message.value() == null ? NOTHING : message.value();
            out.collect(record);
        }

        @Override
        public TypeInformation<TopicRecord> getProducedType() {
            return TopicRecord.TYPE;
        }
    }
}
