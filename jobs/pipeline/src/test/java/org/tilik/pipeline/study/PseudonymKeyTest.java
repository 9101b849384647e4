// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.model.Platform;
import org.tilik.model.Pseudonymiser;

class PseudonymKeyTest {
    private static final String SECRET = "fictional secret";

    @TempDir
    Path temp;

    private PseudonymKey key(String keyFile, Map<String, String> environment) {
        String yaml = "study: s\ntrack: {all: true}\ninputs: [{path: a}]\n"
                + (keyFile == null ? "" : "privacy: {key_file: " + keyFile + "}\n");
        return PseudonymKey.of(
                StudyLoader.parse("s.yaml", yaml),
                StudyPaths.absolute(temp.resolve("s.yaml").toString()),
                environment::get);
    }

    @Test
    void oneNewlineAtTheEndOfTheFileIsNoPartOfTheKey() throws Exception {
        Pseudonymiser expected = new Pseudonymiser(SECRET.getBytes(StandardCharsets.UTF_8));
        Files.writeString(temp.resolve("with.key"), SECRET + "\n");
        Files.writeString(temp.resolve("without.key"), SECRET);
        Files.writeString(temp.resolve("two.key"), SECRET + "\n\n");

        assertThat(key("with.key", Map.of()).keyId()).isEqualTo(expected.keyId());
        assertThat(key("without.key", Map.of()).keyId()).isEqualTo(expected.keyId());
        assertThat(key("two.key", Map.of()).keyId()).isNotEqualTo(expected.keyId());
        assertThat(key("with.key", Map.of()).open().pseudonym(Platform.REDDIT, "t3_simaa"))
                .isEqualTo(expected.pseudonym(Platform.REDDIT, "t3_simaa"));
    }

    @Test
    void theEnvironmentIsAskedWhereTheStudyNamesNoFile() {
        Map<String, String> environment = Map.of("TILIK_KEY", SECRET);
        PseudonymKey key = key(null, environment);

        assertThat(key.file()).isNull();
        assertThat(key.open(environment::get).keyId()).isEqualTo(key.keyId());
    }

    @Test
    void withoutAKeyTheMessageSaysHowToMakeOne() {
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> key(null, Map.of()))
                .withMessageContaining("TILIK_KEY is not set")
                .withMessageContaining("head -c 32 /dev/urandom | base64 > my.key")
                .withMessageContaining("privacy: {key_file: my.key}");
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> key("none.key", Map.of("TILIK_KEY", SECRET)))
                .withMessageContaining(temp.resolve("none.key") + " cannot be read")
                .withMessageContaining("head -c 32");
    }

    @Test
    void anEmptyKeyIsAnError() throws Exception {
        Files.writeString(temp.resolve("empty.key"), "\n");

        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> key("empty.key", Map.of()))
                .withMessageContaining("empty.key is empty");
    }

    @Test
    void anotherKeyOnTheMachineOfATaskIsAnError() throws Exception {
        Files.writeString(temp.resolve("my.key"), SECRET);
        PseudonymKey key = key("my.key", Map.of());
        Files.writeString(temp.resolve("my.key"), "another");

        assertThatExceptionOfType(RunError.class)
                .isThrownBy(key::open)
                .withMessageContaining("the run began with key " + key.keyId())
                .withMessageContaining("Mount the same key");
    }

    @Test
    void whatTravelsToTheTasksHoldsNoKey() throws Exception {
        Files.writeString(temp.resolve("my.key"), SECRET);
        PseudonymKey key = key("my.key", Map.of());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(key);
        }

        assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        assertThat(key.toString()).doesNotContain(SECRET);
    }
}
