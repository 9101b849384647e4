// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tilik.formats.DumpFormat;

class StudyInputsTest {
    private static final String COMMENT = "{\"id\":\"simaa\",\"created_utc\":1717200000,\"body\":\"hello\","
            + "\"link_id\":\"t3_simbb\",\"author\":\"sim_author\",\"subreddit\":\"simulated\"}\n";
    private static final String RECHECKS = "platform,item_id,checked_at,status\n";

    @TempDir
    Path temp;

    private Path study;

    @BeforeEach
    void files() throws IOException {
        study = temp.resolve("studies/s.yaml");
        write("studies/s.yaml", "");
        write("studies/my.key", "secret");
        write("studies/dumps/b.json", COMMENT);
        write("studies/dumps/a b.json", COMMENT);
        write("studies/dumps/deep/er/c.json", COMMENT);
        write("studies/dumps/.hidden.json", COMMENT);
        write("studies/dumps/_part.json", COMMENT);
        write("studies/dumps/_work/d.json", COMMENT);
        write("studies/dumps/notes.txt", "nothing that is known\n");
        write("rechecks.csv", RECHECKS);
    }

    private void write(String name, String text) throws IOException {
        Path file = temp.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private List<InputFile> find(String inputs) {
        return find(inputs, "k");
    }

    private List<InputFile> find(String inputs, String keyId) {
        String yaml = "study: s\ntrack: {all: true}\nprivacy: {key_file: my.key}\ninputs: [" + inputs + "]";
        return new StudyInputs(
                        StudyLoader.parse("s.yaml", yaml),
                        StudyPaths.absolute(study.toString()),
                        StudyPaths.absolute(temp.resolve("studies/out/s").toString()),
                        keyId)
                .find();
    }

    private List<String> names(String inputs) {
        return find(inputs).stream().map(InputFile::name).toList();
    }

    @Test
    void aFolderIsReadWithAllThatIsInItButHiddenFiles() {
        assertThat(names("{path: dumps}"))
                .containsExactly("dumps/a b.json", "dumps/b.json", "dumps/deep/er/c.json", "dumps/notes.txt");
    }

    @Test
    void patternsStayInAFolderUnlessTheySayOtherwise() {
        assertThat(names("{path: \"dumps/*.json\"}")).containsExactly("dumps/a b.json", "dumps/b.json");
        assertThat(names("{path: \"dumps/**/*.json\"}"))
                .containsExactly("dumps/a b.json", "dumps/b.json", "dumps/deep/er/c.json");
        assertThat(names("{path: \"dumps/{b,_part}.json\"}")).containsExactly("dumps/_part.json", "dumps/b.json");
        assertThat(names("{path: dumps/_part.json}")).containsExactly("dumps/_part.json");
    }

    @Test
    void filesOutsideTheStudysFolderAreNamedRelativeToIt() {
        InputFile file = find("{path: ../rechecks.csv}").get(0);

        assertThat(file.name()).isEqualTo("../rechecks.csv");
        assertThat(find("{path: " + temp.resolve("rechecks.csv") + "}")).containsExactly(file);
        assertThat(find("{path: \"" + temp.resolve("rechecks.csv").toUri() + "\"}"))
                .extracting(InputFile::name)
                .containsExactly("../rechecks.csv");
        assertThat(file.uri()).isEqualTo("file:" + temp.resolve("rechecks.csv"));
    }

    @Test
    void formatsAreToldByContentAndWhatIsNotRecognisedHasNone() {
        assertThat(find("{path: dumps/b.json}, {path: dumps/notes.txt}, {path: ../rechecks.csv}"))
                .extracting(InputFile::format)
                .containsExactly(DumpFormat.RECHECK, DumpFormat.REDDIT, null);
    }

    @Test
    void aFileThatIsNamedTwiceIsReadOnceWithWhatBothEntriesSay() {
        List<InputFile> files = find("{path: dumps}, {path: dumps/notes.txt, format: recheck, platform: reddit},"
                + " {path: dumps/./b.json, captured_at: 2024-06-01T00:00:00Z}");

        assertThat(files).hasSize(4);
        assertThat(files.get(1).capturedAt()).isEqualTo(Instant.parse("2024-06-01T00:00:00Z"));
        assertThat(files.get(3).format()).isEqualTo(DumpFormat.RECHECK);
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> find("{path: dumps/b.json, format: reddit}, {path: dumps/b.json, format: recheck}"))
                .withMessageContaining("inputs[0] (path: dumps/b.json) and by inputs[1]")
                .withMessageContaining("different format");
    }

    @Test
    void thatAFileIsCompleteMustSaySomethingOfItsFormatAndAsOfWhen() throws IOException {
        write("studies/dumps/chat.json", "{\"name\":\"sim\",\"type\":\"public_channel\",\"id\":5,\"messages\":[]}");

        assertThat(find("{path: dumps/chat.json, captured_at: 2024-06-01T00:00:00Z, complete: true}"))
                .singleElement()
                .satisfies(input -> assertThat(input.isComplete()).isTrue());
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> find("{path: dumps/b.json, complete: true}"))
                .withMessageContaining("has the format reddit")
                .withMessageContaining("tgdataset, telethon, telegram_desktop, fourchan");
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> find("{path: dumps/chat.json, complete: true}"))
                .withMessageContaining("Add captured_at");
    }

    @Test
    void whatIsDeclaredCompleteIsDecodedAgain() throws IOException {
        write("studies/dumps/chat.json", "{\"name\":\"sim\",\"type\":\"public_channel\",\"id\":5,\"messages\":[]}");
        String entry = "{path: dumps/chat.json, captured_at: 2024-06-01T00:00:00Z";

        assertThat(find(entry + ", complete: true}").get(0).digest())
                .isNotEqualTo(find(entry + "}").get(0).digest());
    }

    @Test
    void theStudyItsKeyAndItsOutputAreNoInputs() throws IOException {
        write("studies/out/s/release/x.json", COMMENT);
        write("studies/out/other.json", COMMENT);

        assertThat(names("{path: .}"))
                .containsExactly(
                        "dumps/a b.json", "dumps/b.json", "dumps/deep/er/c.json", "dumps/notes.txt", "out/other.json");
        assertThat(names("{path: \"**/*.json\"}")).doesNotContain("out/s/release/x.json");
    }

    @Test
    void aPathWithoutFilesIsNamedWithItsEntry() throws IOException {
        Files.createDirectories(temp.resolve("studies/empty"));

        assertError("{path: dumps}, {path: nowhere.zst}", "inputs[1] (path: nowhere.zst) cannot be read");
        assertError("{path: \"nowhere/*.zst\"}", "nowhere does not exist");
        assertError("{path: \"dumps/*.zst\"}", "inputs[0] (path: dumps/*.zst) matches no file");
        assertError("{path: empty}", "inputs[0] (path: empty) matches no file");
        assertError("{path: \"dumps/{a\"}", "a { has no }");
        assertError("{path: \"nosuch://host/a\"}", "inputs[0] (path: nosuch://host/a) cannot be read");
    }

    private void assertError(String inputs, String part) {
        assertThatExceptionOfType(RunError.class)
                .isThrownBy(() -> find(inputs))
                .withMessageContaining(part)
                .satisfies(e -> assertThat(e.code()).isEqualTo(1));
    }

    @Test
    void theDigestChangesWithWhateverDecodingDependsOn() throws IOException {
        String digest = find("{path: dumps/b.json}").get(0).digest();

        assertThat(digest).matches("[0-9a-f]{16}");
        assertThat(find("{path: dumps/b.json, format: reddit}").get(0).digest()).isEqualTo(digest);
        assertThat(find("{path: dumps/b.json}", "other key").get(0).digest()).isNotEqualTo(digest);
        assertThat(find("{path: dumps/b.json, captured_at: 2024-06-01T00:00:00Z}")
                        .get(0)
                        .digest())
                .isNotEqualTo(digest);
        Files.setLastModifiedTime(study.resolveSibling("dumps/b.json"), FileTime.from(Instant.EPOCH));
        assertThat(find("{path: dumps/b.json}").get(0).digest()).isNotEqualTo(digest);
    }
}
