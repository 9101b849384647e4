// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.formats.StudyInputException;
import org.tilik.pipeline.study.RunError;

class TilikTest {
    @TempDir
    Path temp;

    private String study;
    private String output;

    @BeforeEach
    void aStudy() throws IOException {
        Files.writeString(temp.resolve("a.json"), "{}\n");
        Files.writeString(temp.resolve("my.key"), "fictional secret\n");
        study = Files.writeString(temp.resolve("s.yaml"), """
                        study: s
                        inputs: [{path: a.json, format: reddit}]
                        track: {all: true}
                        privacy: {key_file: my.key}
                        """).toString();
        output = temp.resolve("out").toString();
    }

    private String runJson() throws IOException {
        return Files.readString(temp.resolve("out/run.json"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "ingest",
                "classify",
                "spread",
                "removal",
                "policy",
                "plan",
                "inspect",
                "simulate",
                "digest",
                "audit-sample",
                "agreement",
                "train",
                "evaluate",
                "classify-text"
            })
    void everyCommandHasHelp(String command) {
        CommandRun help = CommandRun.of(command, "-h");

        assertThat(help.code()).isZero();
        assertThat(help.out()).startsWith("Usage: tilik " + command).contains("--help");
        assertThat(CommandRun.of("-h").out()).contains("  " + command + " ");
    }

    @Test
    void theVersionAndTheExitCodesAreTold() {
        assertThat(CommandRun.of("--version").out()).isEqualTo("tilik 0.8.0" + System.lineSeparator());
        assertThat(CommandRun.of("--help").out()).contains("Exit codes: 0 done; 1 bad usage or study; 2");
    }

    @ParameterizedTest
    @CsvSource({
        "'', A command is missing.",
        "xyzzy, xyzzy",
        "run, STUDY.yaml",
        "run s.yaml --xyzzy, --xyzzy",
        "run s.yaml --parallelism many, many",
        "run s.yaml --parallelism 0, expected a number from 1",
        "removal s.yaml --fresh, --fresh",
        "classify s.yaml --fresh, --fresh",
        "audit-sample, OUTPUT_DIR",
        "audit-sample out -n 0, expected a number from 1",
        "audit-sample out --head cruel, expected one of hateful",
        "audit-sample out --format pdf, pdf",
        "agreement, FILE",
        "simulate --items 0 --out x, expected a number from 1",
        "simulate --items 10 --out x --style old, 'expected one of pushshift, arctic_shift'",
        "'simulate --items 10 --out x --platforms reddit,other', 'expected one of reddit, twitter'",
        "simulate --items 10 --out x --sampling 2, 'expected a share above 0'",
        "simulate --items 10 --out x --gaps 90, 'expected at most'",
        "simulate --items 10 --out x --packing zip, 'expected one of tar, tar_gz, tar_zst'",
        "plan s.yaml --sample 0, whole numbers from 1",
        "digest, OUTPUT_DIR"
    })
    void wrongUsageEndsWithOne(String line, String part) {
        CommandRun run = CommandRun.of(line.isEmpty() ? new String[0] : line.split(" ", -1));

        assertThat(run.code()).isOne();
        assertThat(run.err()).contains(part).contains("Usage: tilik");
    }

    @Test
    void runCarriesOutAllStagesAndNotesIt() throws IOException {
        RecordedStages stages = new RecordedStages();

        CommandRun run = CommandRun.of(stages, "run", study, "--output", output, "--parallelism", "3", "--fresh");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(stages.called).containsExactly("ingest", "classify", "spread", "removal", "policy", "summary");
        assertThat(stages.options).isEqualTo(new StageOptions(OptionalInt.of(3), true, false, false));
        assertThat(stages.run.output()).isEqualTo("file:" + output);
        assertThat(runJson()).contains("\"status\" : \"done\"", CommandRun.NOW.toString(), stages.run.runId());
    }

    @Test
    void oneStageCanBeCarriedOutAlone() {
        RecordedStages stages = new RecordedStages();

        assertThat(CommandRun.of(stages, "removal", study, "--output", output, "--quiet")
                        .code())
                .isZero();
        assertThat(stages.called).containsExactly("removal");
        assertThat(stages.options).isEqualTo(new StageOptions(OptionalInt.empty(), false, false, true));
        assertThat(CommandRun.of(stages, "ingest", study, "--output", output).code())
                .isZero();
        assertThat(stages.called).containsExactly("removal", "ingest");
    }

    @ParameterizedTest
    @ValueSource(strings = {"run", "ingest", "classify", "spread", "removal", "policy"})
    void printingThePlanWritesNothing(String command) {
        RecordedStages stages = new RecordedStages();

        assertThat(CommandRun.of(stages, command, study, "--output", output, "--print-plan")
                        .code())
                .isZero();
        assertThat(stages.options.printPlan()).isTrue();
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void whatTheUserCanMendIsPrintedWithItsCodeAndWithoutAStackTrace() throws IOException {
        RecordedStages stages = new RecordedStages();
        stages.failure = RunError.unreadable("12 % of the records are rejects; the study allows 5 %.");

        CommandRun run = CommandRun.of(stages, "run", study, "--output", output);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("tilik: 12 % of the records are rejects; the study allows 5 %." + System.lineSeparator());
        assertThat(stages.called).containsExactly("ingest");
        assertThat(runJson()).contains("\"status\" : \"failed\"", "12 % of the records are rejects");
    }

    @Test
    void whatATaskSaysToTheUserIsFoundInsideTheJobsFailure() {
        RecordedStages stages = new RecordedStages();
        stages.failure = new Exception("Job failed", new RuntimeException(new StudyInputException("known.csv, row 3")));

        CommandRun run = CommandRun.of(stages, "ingest", study, "--output", output);

        assertThat(run.code()).isOne();
        assertThat(run.err()).isEqualTo("tilik: known.csv, row 3" + System.lineSeparator());
    }

    @Test
    void anythingElseEndsWithThreeInOneLineThatNamesTheLog() {
        RecordedStages stages = new RecordedStages();
        stages.failure = new Exception("Job failed", new IllegalStateException("state is\nbroken"));

        CommandRun run = CommandRun.of(stages, "ingest", study, "--output", output);

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err().lines())
                .containsExactly("tilik: ingest failed: IllegalStateException: state is (the log has more: tilik.log)");
    }

    @Test
    void aBadStudyEndsWithOneBeforeAnyStage() throws IOException {
        Files.writeString(temp.resolve("s.yaml"), "study: s\ntrakc: 1\n");
        RecordedStages stages = new RecordedStages();

        CommandRun run = CommandRun.of(stages, "run", study, "--output", output);

        assertThat(run.code()).isOne();
        assertThat(run.err()).startsWith("tilik: " + study + ", line 2: trakc is no key of a study.");
        assertThat(stages.called).isEmpty();
    }
}
