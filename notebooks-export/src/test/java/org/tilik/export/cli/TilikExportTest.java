// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.export.SyntheticRun.rowId;
import static org.tilik.export.SyntheticRun.share;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.export.SyntheticRun;
import picocli.CommandLine;

class TilikExportTest {
    private static final String ROW = rowId("gone.share_within", "all", 24);

    @TempDir
    private Path temp;

    private String output;

    private record Ended(int code, String out, String err) {}

    @BeforeEach
    void aRun() throws IOException, SQLException {
        output = SyntheticRun.in(temp.resolve("out"))
                .table("removal_measures", share("gone.share_within", "all", 24, 0.4))
                .folder()
                .toString();
    }

    private static Ended tilik(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine tilik = TilikExport.commandLine(Optional.empty())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        int code = tilik.execute(arguments);
        return new Ended(code, out.toString(), err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"export", "cite", "diff"})
    void everyCommandHasHelp(String command) {
        Ended help = tilik(command, "-h");

        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith("Usage: tilik " + command).contains("--help", "Example: tilik " + command);
        assertThat(tilik("-h").out()).contains("  " + command + " ", "Exit codes: 0 done; 1");
    }

    @ParameterizedTest
    @CsvSource({
        "'', A command is missing.",
        "export, OUTPUT_DIR",
        "cite, ROW_ID",
        "diff a, B",
        "export x --nonsense, --nonsense"
    })
    void wrongUsageEndsWithOne(String line, String part) {
        Ended run = tilik(line.isEmpty() ? new String[0] : line.split(" ", -1));

        assertThat(run.code()).isOne();
        assertThat(run.err()).contains(part).contains("Usage: tilik");
    }

    @Test
    void exportWritesTheBundleIntoTheOutputAndNamesTheReportLast() {
        Ended export = tilik("export", output);

        assertThat(export.err()).isEmpty();
        assertThat(export.code()).isZero();
        assertThat(export.out().lines().toList()).last().isEqualTo("Report: " + output + "/export/report.html");
        assertThat(temp.resolve("out/export/report.html")).exists();
        assertThat(tilik("export", output, "--to", temp.resolve("b").toString()).code())
                .isZero();
        assertThat(temp.resolve("b/SHA256SUMS")).exists();
    }

    @Test
    void anOutputOnAnotherSystemIsRefusedWithWhatToDo() {
        Ended export = tilik("export", "s3://bucket/out");

        assertThat(export.code()).isOne();
        assertThat(export.err()).contains("s3://bucket/out is not on this machine", "Copy run.json and release/");
        assertThat(tilik("export", "file:" + output).code()).isZero();
    }

    @Test
    void aFolderThatIsNoRunEndsWithOneAndSaysWhatWasExpected() throws IOException {
        Path empty = Files.createDirectory(temp.resolve("empty"));
        for (String place :
                new String[] {empty.toString(), temp.resolve("absent").toString()}) {
            Ended export = tilik("export", place);

            assertThat(export.code()).isOne();
            assertThat(export.err()).startsWith("tilik: ").contains(place, "run.json and release/");
            assertThat(export.err().lines()).hasSize(1);
        }
    }

    @Test
    void aPlaceThatCannotBeWrittenEndsWithThree() throws IOException {
        Files.writeString(temp.resolve("file"), "");

        Ended export =
                tilik("export", output, "--to", temp.resolve("file/bundle").toString());

        assertThat(export.code()).isEqualTo(3);
        assertThat(export.err()).contains("export failed").contains("file");
    }

    @Test
    void citePrintsTheSentenceAndTheEntryOrOneOfThem() {
        assertThat(tilik("cite", ROW, output).out())
                .startsWith("Share gone within a deadline")
                .contains("@misc{");
        assertThat(tilik("cite", ROW, output, "--sentence").out())
                .startsWith("Share gone within a deadline")
                .doesNotContain("@misc{");
        assertThat(tilik("cite", ROW, output, "--bibtex").out()).startsWith("@misc{");
        assertThat(tilik("cite", ROW, output, "--csl-json").out()).contains("\"type\" : \"dataset\"");
        assertThat(tilik("cite", ROW, output, "--bibtex", "--csl-json").code()).isOne();
        assertThat(tilik("cite", "ffff", output).code()).isOne();
    }

    @Test
    void diffPrintsTextOrJson() {
        assertThat(tilik("diff", output, output).out()).contains("  same ");
        assertThat(tilik("diff", output, output, "--json").out()).contains("\"same\" : 1");
        assertThat(tilik("diff", output, "nowhere").code()).isOne();
    }

    @Test
    void aFixedTimeComesFromTheEnvironment() {
        assertThat(TilikExport.fixedTime("86400")).contains(Instant.parse("1970-01-02T00:00:00Z"));
        assertThat(TilikExport.fixedTime(null)).isEmpty();
        assertThat(TilikExport.fixedTime("soon")).isEmpty();
    }
}
