// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.formats.DumpFormat;

class TopicInputsTest {
    private static final String TOPIC = "{path: \"kafka://a.example:9092,b.example:9092/posts\", format: jetstream}";

    @TempDir
    Path temp;

    private StudyInputs inputs(String list) {
        String yaml = "study: s\ntrack: {all: true}\ninputs: [" + list + "]";
        return new StudyInputs(
                StudyLoader.parse("s.yaml", yaml),
                StudyPaths.absolute(temp.resolve("s.yaml").toString()),
                StudyPaths.absolute(temp.resolve("out").toString()),
                "k");
    }

    @Test
    void anAddressNamesBrokersAndTopic() {
        assertThat(TopicAddress.of("kafka://a.example:9092,b.example:9093/sim.posts_1-x"))
                .contains(new TopicAddress("a.example:9092,b.example:9093", "sim.posts_1-x"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kafka://a.example/posts",
                "kafka://a.example:9092",
                "kafka://a.example:9092/",
                "kafka://a.example:9092/a/b",
                "kafka://a.example:9092;b.example:9092/posts",
                "kafka:///posts"
            })
    void whatNamesNoBrokerOrNoTopicIsRefused(String path) {
        assertThat(TopicAddress.of(path)).isEmpty();
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> inputs("{path: \"" + path + "\", format: jetstream}"))
                .withMessageContaining("expected a topic such as kafka://host:9092/topic");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'{path: \"kafka://a.example:9092/p\"}' | add format: with one of twitter_v1",
                "'{path: \"kafka://a.example:9092/p\", format: tgdataset}' | records of tgdataset do not come one by one",
                "'{path: \"kafka://a.example:9092/p\", format: recheck}' | records of recheck do not come one by one",
                "'{path: \"kafka://a.example:9092/p\", format: telethon, complete: true}' | Take complete out",
                "'{path: \"kafka://a.example:9092/p\", format: gab, captured_at: 2024-06-01T00:00:00Z}' | Take it out",
                "'{path: \"kafka://a.example:9092/p\", format: gab}, {path: \"kafka://a.example:9092/p\", format: gab}'"
                        + " | twice"
            })
    void whatCannotBeReadFromATopicIsRefusedWithTheReason(String list, String reason) {
        assertThatExceptionOfType(RunError.class).isThrownBy(() -> inputs(list)).withMessageContaining(reason);
    }

    @Test
    void commandsThatReadAllInputsRefuseATopic() {
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> inputs(TOPIC).find())
                .withMessageContaining("is a topic, which has no end")
                .withMessageContaining("watch reads topics");
    }

    @Test
    void aWatchFindsTopicsBesideFiles() throws Exception {
        Files.writeString(temp.resolve("a.json"), "{}\n");
        StudyInputs inputs = inputs(TOPIC + ", {path: a.json}");

        assertThat(inputs.look()).extracting(FoundFile::name).containsExactly("a.json");
        assertThat(inputs.topics()).singleElement().satisfies(topic -> {
            assertThat(topic.name()).isEqualTo("kafka://a.example:9092,b.example:9092/posts");
            assertThat(topic.bytes()).isZero();
            assertThat(topic.format()).isEqualTo(DumpFormat.JETSTREAM);
            assertThat(topic.digest()).hasSize(16);
        });
    }
}
