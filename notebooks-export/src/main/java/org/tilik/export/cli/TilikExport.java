// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.cli;

import java.time.Instant;
import java.util.Optional;
import org.tilik.export.ExportError;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The part of the program that reads finished runs: exports, cites and compares them. */
@Command(
        name = "tilik",
        description = "Exports, cites and compares finished runs.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 done; 1 bad usage, folder or id; 3 failed."})
public final class TilikExport implements Runnable {
    private static final int BAD_USAGE = 1;
    private static final int FAILED = 3;
    private static final int WIDTH = 100;

    @Spec
    private CommandSpec command;

    /** Runs a command and leaves with its exit code. */
    public static void main(String[] args) {
        System.exit(commandLine(fixedTime(System.getenv("SOURCE_DATE_EPOCH"))).execute(args));
    }

    /** All commands; what stands for the times of a run, if anything, is given. */
    static CommandLine commandLine(Optional<Instant> fixedTime) {
        CommandLine tilik = new CommandLine(new TilikExport())
                .addSubcommand(new ExportCommand(fixedTime))
                .addSubcommand(new CiteCommand())
                .addSubcommand(new DiffCommand());
        withHelpAndCodes(tilik);
        tilik.getSubcommands().values().forEach(TilikExport::withHelpAndCodes);
        return tilik.setExecutionExceptionHandler((thrown, failed, parsed) -> {
            boolean isTold = thrown instanceof ExportError;
            String message = thrown.getMessage() == null || thrown.getMessage().isBlank()
                    ? thrown.getClass().getSimpleName()
                    : thrown.getMessage();
            failed.getErr()
                    .println(
                            isTold
                                    ? "tilik: " + message
                                    : "tilik: " + failed.getCommandName() + " failed: "
                                            + thrown.getClass().getSimpleName() + ": " + message);
            failed.getErr().flush();
            return thrown instanceof ExportError error ? error.code() : FAILED;
        });
    }

    static Optional<Instant> fixedTime(String epochSeconds) {
        if (epochSeconds == null || !epochSeconds.matches("[0-9]{1,11}")) {
            return Optional.empty();
        }
        return Optional.of(Instant.ofEpochSecond(Long.parseLong(epochSeconds)));
    }

    private static void withHelpAndCodes(CommandLine command) {
        command.getCommandSpec()
                .addOption(OptionSpec.builder("-h", "--help")
                        .usageHelp(true)
                        .description("Print this help.")
                        .build());
        command.getCommandSpec().exitCodeOnInvalidInput(BAD_USAGE);
        command.getCommandSpec().exitCodeOnExecutionException(FAILED);
        command.getCommandSpec().usageMessage().width(WIDTH);
    }

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "A command is missing.");
    }
}
