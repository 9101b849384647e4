// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tilik.formats.DumpFormat;
import org.tilik.model.Platform;
import org.tilik.pipeline.inspect.FileInspection;
import org.tilik.pipeline.inspect.FileInspector;
import org.tilik.pipeline.inspect.InspectionText;
import org.tilik.pipeline.study.RunError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tilik inspect}: what dump files are, before a study reads them. */
@Command(
        name = "inspect",
        description = "Say what dump files are: container, format, times, first events, what would be rejected and why."
                + " Nothing is written, and no words of any item are shown.",
        footer = "%nExit code 1 where a file cannot be read, is of no format that is known, or may be of several.")
final class InspectCommand implements Callable<Integer> {
    @Spec
    private CommandSpec command;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Dump files, on any file system that Flink knows.")
    private List<String> files;

    @Option(names = "--format", paramLabel = "FORMAT", description = "Format of the files. Default: told by content.")
    private String format;

    @Option(
            names = "--platform",
            paramLabel = "PLATFORM",
            description = "Platform that the files are about, where the format serves several.")
    private String platform;

    @Option(
            names = "--records",
            paramLabel = "N",
            description = "Records to read of each file. Default: ${DEFAULT-VALUE}.")
    private long records = 1_000_000;

    @Option(names = "--events", paramLabel = "N", description = "Events to show of each. Default: ${DEFAULT-VALUE}.")
    private int events = 10;

    @Option(names = "--json", description = "Print JSON: a list with one object for each file.")
    private boolean json;

    @Override
    public Integer call() {
        if (records < 1 || events < 0) {
            throw new ParameterException(
                    command.commandLine(), "--records must be a whole number from 1, --events one from 0.");
        }
        FileInspector inspector = new FileInspector(
                format == null ? null : DumpFormat.of(format),
                platform == null ? null : known(platform),
                records,
                events);
        List<FileInspection> inspections = new ArrayList<>();
        PrintWriter out = command.commandLine().getOut();
        for (String file : files) {
            FileInspection inspection = inspector.inspect(file);
            inspections.add(inspection);
            if (!json) {
                new InspectionText(out).print(inspection);
            }
        }
        if (json) {
            out.println(Json.text(inspections));
        }
        out.flush();
        return inspections.stream().allMatch(FileInspection::isRecognised)
                ? RunError.Exit.DONE.code()
                : RunError.Exit.BAD_USAGE_OR_STUDY.code();
    }

    private static Platform known(String name) {
        return Platform.of(name)
                .orElseThrow(() ->
                        RunError.study("--platform is \"" + name + "\"; expected one of " + Platform.names() + "."));
    }
}
