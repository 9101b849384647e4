// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.time.InstantSource;
import org.tilik.pipeline.models.ModelOfRun;
import org.tilik.pipeline.models.ModelPlace;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunError.Exit;
import org.tilik.pipeline.study.RunFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: measures from archived dumps how fast extremist material spread and was removed. */
@Command(
        name = "tilik",
        description = "Measures from archived social-media dumps how fast extremist material was removed.",
        versionProvider = Tilik.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Finished runs: tilik export, cite and diff, each with -h.",
            "Exit codes: 0 done; 1 bad usage or study; 2 more rejects than the study allows; 3 job failed.",
            "Start with: tilik plan STUDY.yaml, or without data: tilik simulate --items 10000 --out my-dumps"
        })
public final class Tilik implements Runnable {
    @Spec
    private CommandSpec command;

    /** Name and version of the program. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"tilik " + Run.TOOL_VERSION};
        }
    }

    /** Runs a command and leaves with its exit code. */
    public static void main(String[] args) {
        int code = execute(args);
        if (Tilik.class.getClassLoader() == ClassLoader.getSystemClassLoader()) {
            System.exit(code);
        }
        // Submitted to Flink: ending the process would end the cluster's.
        if (code != Exit.DONE.code()) {
            throw new IllegalStateException("tilik ended with code " + code + "; the reason is printed above.");
        }
    }

    /** Runs a command in this process and gives its exit code: 0 done, 1 bad usage or study, 2 rejects, 3 job failed. */
    public static int execute(String... args) {
        return commandLine(
                        new PipelineStages(System.out, ModelOfRun::source, ModelOfRun::errors),
                        new RunFactory(ModelPlace::idOf),
                        InstantSource.system())
                .execute(args);
    }

    /** All commands; jobs and time are given so that tests can look on. */
    static CommandLine commandLine(Stages stages, RunFactory runs, InstantSource time) {
        CommandLine tilik = new CommandLine(new Tilik())
                .addSubcommand(new RunCommand(stages, runs, time))
                .addSubcommand(new IngestCommand(stages, runs, time))
                .addSubcommand(StageCommand.named(
                        "classify",
                        "Label the items that ingest wrote, find items that hold the same content, and decide what is"
                                + " measured: labels, family members, prevalence.",
                        stages::classify,
                        runs,
                        time))
                .addSubcommand(StageCommand.named(
                        "spread",
                        "Measure how far and how fast material travelled, from the tables that ingest and classify wrote:"
                                + " cascades, families, timelines, jumps between platforms, coordinated sharing, measures"
                                + " of spread.",
                        stages::spread,
                        runs,
                        time))
                .addSubcommand(StageCommand.named(
                        "removal",
                        "Measure how fast material was removed, from the tables that ingest and classify wrote: episodes,"
                                + " removal curves, removal measures.",
                        stages::removal,
                        runs,
                        time))
                .addSubcommand(StageCommand.named(
                        "policy",
                        "Measure what policy asks, from the tables that ingest and classify wrote: how much was acted on"
                                + " in time, changes about dates, scenarios, over-removal, counter-speech.",
                        stages::policy,
                        runs,
                        time))
                .addSubcommand(new WatchCommand(stages, runs, time))
                .addSubcommand(new PlanCommand(runs))
                .addSubcommand(new InspectCommand())
                .addSubcommand(new SimulateCommand())
                .addSubcommand(new DigestCommand())
                .addSubcommand(new AuditSampleCommand())
                .addSubcommand(new AgreementCommand())
                .addSubcommand(new TrainCommand())
                .addSubcommand(new EvaluateCommand())
                .addSubcommand(new ClassifyTextCommand())
                .addSubcommand(new EstimateCommand());
        tilik.getCommandSpec()
                .addOption(OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Print the version.")
                        .build());
        withHelpAndCodes(tilik);
        tilik.getSubcommands().values().forEach(Tilik::withHelpAndCodes);
        return tilik.setCaseInsensitiveEnumValuesAllowed(true).setExecutionExceptionHandler(new FailurePrinter());
    }

    private static void withHelpAndCodes(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Print this help.")
                        .build());
        command.getCommandSpec().exitCodeOnInvalidInput(Exit.BAD_USAGE_OR_STUDY.code());
        command.getCommandSpec().exitCodeOnExecutionException(Exit.JOB_FAILED.code());
        command.getCommandSpec().usageMessage().width(100);
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "A command is missing.");
    }
}
