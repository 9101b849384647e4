// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies that cannot be run are refused before anything is written, with what to do about it. */
class BadStudyIT {
    private static final String GOOD = """
            study: s
            inputs: [{path: a.ndjson, format: reddit}]
            track: {all: true}
            privacy: {key_file: my.key}
            """;

    @TempDir
    private Path temp;

    @BeforeEach
    void inputAndKey() throws IOException {
        Files.writeString(temp.resolve("a.ndjson"), "{}\n");
        Files.writeString(temp.resolve("my.key"), "fictional secret\n");
    }

    private Invocation run(String study) throws IOException {
        Path file = Files.writeString(temp.resolve("s.yaml"), study);
        Invocation run = Invocation.of(
                "run", file.toString(), "--output", temp.resolve("out").toString());
        assertThat(temp.resolve("out")).doesNotExist();
        return run;
    }

    @Test
    void aMissingKeyFileIsNamedAndTheMessageSaysHowToMakeOne() throws IOException {
        Files.delete(temp.resolve("my.key"));

        run(GOOD).failsWith(1, "my.key", "head -c 32 /dev/urandom | base64 > my.key");
    }

    @Test
    void anEmptyKeyIsNoKey() throws IOException {
        Files.writeString(temp.resolve("my.key"), "\n");

        run(GOOD).failsWith(1, "my.key is empty", "head -c 32 /dev/urandom");
    }

    @Test
    void anUnknownKeyOfTheStudyIsRefusedWithASuggestion() throws IOException {
        run(GOOD + "deadline_hours: [1]\n")
                .failsWith(1, "s.yaml, line 5: deadline_hours is no key", "Did you mean \"deadlines_hours\"?");
    }

    @Test
    void anInputThatIsNotThereIsNamed() throws IOException {
        run(GOOD.replace("a.ndjson", "dumps/b.zst"))
                .failsWith(1, "inputs[0] (path: dumps/b.zst) cannot be read", "relative to the study file");
    }

    @Test
    void aPatternThatMatchesNothingIsNamed() throws IOException {
        run(GOOD.replace("a.ndjson", "\"*.zst\"")).failsWith(1, "inputs[0] (path: *.zst) matches no file", "**");
    }

    @Test
    void aPatternWithoutQuotesIsToldToHaveThem() throws IOException {
        run(GOOD.replace("a.ndjson", "*.zst")).failsWith(1, "s.yaml, line 2", "begins with * needs quotes");
    }

    @Test
    void labelsNeedAModel() throws IOException {
        run(GOOD.replace("{all: true}", "{labels: {hateful: 0.8}}\nmodel: none"))
                .failsWith(1, "line 3: track.labels is set", "model is none", "Name a model");
    }

    @Test
    void aGazetteerWithAFaultIsNamedWithItsRow() throws IOException {
        Files.writeString(temp.resolve("groups.csv"), "organisation_id,name\nx,y\n");
        run(GOOD + "organisations: [groups.csv]\n").failsWith(1, "groups.csv");
    }

    @Test
    void aListThatIsNotThereIsNamed() throws IOException {
        run(GOOD.replace("{all: true}", "{known: [items.csv]}")).failsWith(1, "items.csv cannot be read");
    }

    @Test
    void aStudyThatIsNotThereIsNamed() {
        Path none = temp.resolve("none.yaml");

        Invocation.of("run", none.toString()).failsWith(1, "The study file " + none + " cannot be read", "Check");
    }

    @Test
    void aStudyThatIsNoYamlIsNamedWithItsLine() throws IOException {
        run("study: s\ninputs: [\n").failsWith(1, "s.yaml, line", "not valid YAML");
    }

    @Test
    void anOutputThatIsAFileIsNamed() throws IOException {
        Path file = Files.writeString(temp.resolve("taken"), "something else");
        Path study = Files.writeString(temp.resolve("s.yaml"), GOOD);

        Invocation.of("run", study.toString(), "--output", file.toString()).failsWith(1, file.toString());
        assertThat(file).hasContent("something else");
    }
}
