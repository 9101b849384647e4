// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.concurrent.Callable;
import org.tilik.export.RunFolder;
import org.tilik.export.diff.Comparison;
import org.tilik.export.diff.ComparisonJson;
import org.tilik.export.diff.ComparisonText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tilik diff}: which numbers moved between two runs, and what differs between the runs. */
@Command(
        name = "diff",
        description =
                "Compare two runs: which numbers moved, beyond their intervals or not, and in what the runs differ"
                        + " (inputs, options, model, version).",
        footer = {"", "Example: tilik diff out/demo out/demo-2 --json"})
final class DiffCommand implements Callable<Integer> {
    private static final int MOST = 20;

    @Parameters(index = "0", paramLabel = "A", description = "Output folder or bundle of the first run.")
    private String first;

    @Parameters(index = "1", paramLabel = "B", description = "Output folder or bundle of the second run.")
    private String second;

    @Option(names = "--json", description = "Print JSON: every number that is not the same.")
    private boolean json;

    @Option(names = "--all", description = "List every number, not the first 20 of each kind.")
    private boolean all;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() throws Exception {
        Comparison comparison;
        try (RunFolder one = RunFolder.open(RunPlace.local(first));
                RunFolder other = RunFolder.open(RunPlace.local(second))) {
            comparison = Comparison.of(one, other);
        }
        command.commandLine()
                .getOut()
                .println(
                        json
                                ? new ObjectMapper()
                                        .writerWithDefaultPrettyPrinter()
                                        .writeValueAsString(ComparisonJson.of(comparison))
                                : ComparisonText.of(comparison, all ? Integer.MAX_VALUE : MOST));
        return 0;
    }
}
