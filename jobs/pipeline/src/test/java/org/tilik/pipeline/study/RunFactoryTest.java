// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.pipeline.table.Table;

class RunFactoryTest {
    private static final String YAML = """
            study: s
            title: Fictional
            inputs:
              - {path: dumps/a.json, format: reddit}
              - {path: dumps/b.json, format: reddit}
            track: {all: true}
            privacy: {key_file: my.key, k: 10}
            """;

    @TempDir
    Path temp;

    @BeforeEach
    void files() throws IOException {
        for (String place : List.of("here", "there")) {
            Path dumps = Files.createDirectories(temp.resolve(place).resolve("dumps"));
            Files.writeString(dumps.resolve("a.json"), "{}\n");
            Files.writeString(dumps.resolve("b.json"), "{}\n{}\n");
            Files.writeString(temp.resolve(place).resolve("my.key"), "fictional secret\n");
            Files.writeString(
                    temp.resolve(place).resolve("known.csv"),
                    "kind,value,label,added_at,source\nitem,reddit:t3_a,x,,s\n");
        }
    }

    private Run run(String place, String yaml) throws IOException {
        Path file = temp.resolve(place).resolve("s.yaml");
        Files.writeString(file, yaml);
        return new RunFactory(name -> null, model -> model)
                .create(file.toString(), temp.resolve("out").toString());
    }

    private String id(String yaml) throws IOException {
        return run("here", yaml).runId();
    }

    @Test
    void theRunIdDoesNotDependOnPlaceOrderCommentsOrTheWayInputsAreNamed() throws IOException {
        String id = id(YAML);

        assertThat(id).matches("[0-9a-f]{16}");
        assertThat(run("there", YAML).runId()).isEqualTo(id);
        assertThat(id("# comment\n" + YAML.replace("Fictional", "Fictional  # not real")))
                .isEqualTo(id);
        assertThat(id(YAML + "seed: 20190315\nconf_level: 0.950\nstrata: [platform]\n"))
                .isEqualTo(id);
        assertThat(id("""
                privacy: {k: 10, key_file: my.key}
                track: {known: [], all: true}
                inputs: [{path: dumps/b.json, format: reddit}, {path: dumps/a.json, format: reddit}]
                title: Fictional
                study: s
                """)).isEqualTo(id);
        assertThat(id(YAML.replace("  - {path: dumps/a.json, format: reddit}\n", "")
                        .replace("dumps/b.json", "\"dumps/*.json\"")))
                .isEqualTo(id);
    }

    @Test
    void theKeyCountsAndNotThePlaceWhereItLies() throws IOException {
        String id = id(YAML);
        Files.copy(temp.resolve("here/my.key"), temp.resolve("here/moved.key"));
        assertThat(id(YAML.replace("my.key", "moved.key"))).isEqualTo(id);

        Files.writeString(temp.resolve("here/my.key"), "another");
        assertThat(id(YAML)).isNotEqualTo(id);
    }

    @Test
    void theRunIdChangesWithWhateverChangesTheTables() throws IOException {
        String id = id(YAML);

        assertThat(id(YAML + "seed: 1\n")).isNotEqualTo(id);
        assertThat(id(YAML + "window: {from: 2024-06-01T00:00:00Z}\n")).isNotEqualTo(id);
        assertThat(id(YAML.replace("k: 10", "k: 11"))).isNotEqualTo(id);
        assertThat(id(YAML.replace("b.json, format: reddit", "b.json, format: recheck")))
                .isNotEqualTo(id);
        String known = YAML.replace("all: true", "known: [known.csv]");
        String knownId = id(known);
        assertThat(knownId).isNotEqualTo(id);
        Files.writeString(temp.resolve("here/known.csv"), "kind,value,label,added_at,source\nitem,reddit:t3_b,x,,s\n");
        assertThat(id(known)).isNotEqualTo(knownId);

        Files.writeString(temp.resolve("here/dumps/a.json"), "{}\n{}\n{}\n");
        assertThat(id(YAML)).isNotEqualTo(id);
    }

    @Test
    void aRunKnowsItsPlaces() throws IOException {
        Run run = run("here", YAML);

        assertThat(run.studyFile()).isEqualTo("file:" + temp.resolve("here/s.yaml"));
        assertThat(run.output()).isEqualTo("file:" + temp.resolve("out"));
        assertThat(run.folder(Table.ITEMS).path()).isEqualTo("file:" + temp.resolve("out/restricted/items"));
        assertThat(run.key()).isEqualTo(new PseudonymKey("file:" + temp.resolve("here/my.key"), run.keyId()));
        assertThat(run.key().open().keyId()).isEqualTo(run.keyId());
        assertThat(RunFactory.output(run.study(), null))
                .isEqualTo("file:" + Path.of("out/s").toAbsolutePath());
    }

    @Test
    void bucketsArePowersOfTwoFromTheSizeOfTheInputs() {
        assertThat(RunFactory.buckets(List.of())).isEqualTo(4);
        assertThat(RunFactory.buckets(sized(512L << 20))).isEqualTo(4);
        assertThat(RunFactory.buckets(sized((512L << 20) + 1))).isEqualTo(8);
        assertThat(RunFactory.buckets(sized(1L << 50))).isEqualTo(1024);
    }

    private static List<InputFile> sized(long bytes) {
        return List.of(new InputFile("file:/a", "a", bytes, null, null, null, false, Map.of(), "0"));
    }

    @Test
    void tablesOfAnotherKeyAreNotMixedWithNewOnes() throws IOException {
        Run run = run("here", YAML);
        RunReport.update(run, report -> report.put("note", Map.of()));
        Files.writeString(temp.resolve("here/my.key"), "another");

        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> run("here", YAML))
                .withMessageContaining("were made with the pseudonym key " + run.keyId())
                .withMessageContaining("choose another --output");
    }

    @Test
    void listsAreCheckedBeforeAJobStarts() throws IOException {
        Files.writeString(temp.resolve("here/bad.csv"), "what,is,this\n1,2,3\n");

        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> run("here", YAML.replace("all: true", "known: [bad.csv]")))
                .withMessageContaining("bad.csv");
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> run("here", YAML.replace("k: 10", "suppression_list: none.csv")))
                .withMessageContaining("here/none.csv cannot be read");
    }
}
