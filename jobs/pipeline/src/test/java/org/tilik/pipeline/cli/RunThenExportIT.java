// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happens to a run that ended well when the launcher names an export program, and when it names none. */
class RunThenExportIT {
    @TempDir
    Path temp;

    private String study;
    private Path output;

    /** Stands for the export program: writes down what it was called with, or fails. */
    static final class NotingExport {
        private NotingExport() {}

        public static void main(String[] arguments) throws IOException {
            Path output = Path.of(arguments[1]);
            if (Files.exists(output.resolve("fail"))) {
                System.exit(1);
            }
            Files.write(output.resolve("called-with"), List.of(arguments));
        }
    }

    @BeforeEach
    void aStudyAndAnExportProgram() throws IOException {
        Files.writeString(temp.resolve("a.json"), "{}\n");
        Files.writeString(temp.resolve("my.key"), "fictional secret\n");
        study = Files.writeString(temp.resolve("s.yaml"), """
                        study: s
                        inputs: [{path: a.json, format: reddit}]
                        track: {all: true}
                        privacy: {key_file: my.key}
                        """).toString();
        output = Files.createDirectory(temp.resolve("out"));
        System.setProperty(ExportAfterRun.CLASS_PATH_PROPERTY, System.getProperty("java.class.path"));
        System.setProperty(ExportAfterRun.MAIN_CLASS_PROPERTY, NotingExport.class.getName());
    }

    @AfterEach
    void forgetTheProgram() {
        System.clearProperty(ExportAfterRun.CLASS_PATH_PROPERTY);
        System.clearProperty(ExportAfterRun.MAIN_CLASS_PROPERTY);
    }

    private CommandRun run(String... more) {
        List<String> arguments = new ArrayList<>(List.of("run", study, "--output", output.toString()));
        arguments.addAll(List.of(more));
        return CommandRun.of(new RecordedStages(), arguments.toArray(String[]::new));
    }

    @Test
    void theExportIsCalledWithTheOutput() throws IOException {
        assertThat(run().code()).isZero();

        assertThat(Files.readAllLines(output.resolve("called-with"))).containsExactly("export", output.toString());
    }

    @Test
    void noExportMeansNone() {
        assertThat(run("--no-export").code()).isZero();

        assertThat(output.resolve("called-with")).doesNotExist();
    }

    @Test
    void anExportThatFailsEndsWithThreeAndSaysThatTheTablesAreWhole() throws IOException {
        Files.writeString(output.resolve("fail"), "");

        CommandRun run = run();

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("the tables in " + output + " are whole", "tilik export " + output);
    }

    @Test
    void withoutALauncherTheUserIsToldHowToExport() {
        forgetTheProgram();

        CommandRun run = run();

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Report: copy run.json and release/ of " + output, "./tilik export");
        assertThat(output.resolve("called-with")).doesNotExist();
    }
}
