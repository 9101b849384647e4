// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tilik.datasets.MetricRegistry;
import org.tilik.export.bundle.Bundle;
import org.tilik.export.bundle.BundleWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tilik export}: the tables that may be published, in forms that open everywhere. */
@Command(
        name = "export",
        description =
                "Write the bundle of a finished run: report, tables as Parquet, CSV and workbook, and how to cite them."
                        + " Only rows that may be published are in it.",
        footer = {
            "",
            "An earlier bundle at the same place is replaced. Where SOURCE_DATE_EPOCH is set (seconds since 1970), it"
                    + " stands for the times of the run.",
            "Example: tilik export out/demo --to demo-bundle"
        })
final class ExportCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "OUTPUT_DIR",
            description = "Output folder of the run: the one with run.json and release/.")
    private String output;

    @Option(
            names = "--to",
            paramLabel = "BUNDLE",
            description = "Folder to write; without it, the folder export in OUTPUT_DIR.")
    private String to;

    @Spec
    private CommandSpec command;

    private final Optional<Instant> fixedTime;

    ExportCommand(Optional<Instant> fixedTime) {
        this.fixedTime = fixedTime;
    }

    @Override
    public Integer call() throws Exception {
        Path run = RunPlace.local(output);
        Path bundle = to == null ? run.resolve("export") : RunPlace.local(to);
        new BundleWriter(MetricRegistry.delivered(), fixedTime).write(run, bundle);
        command.commandLine().getOut().println("Bundle: " + bundle);
        command.commandLine().getOut().println("Report: " + bundle.resolve(Bundle.REPORT));
        return 0;
    }
}
