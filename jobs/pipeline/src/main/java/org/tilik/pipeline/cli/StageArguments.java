// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a job runs, as the commands take it. */
final class StageArguments {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Slots to use. Default: Flink's configuration, else the number of cores."
                    + " The tables do not depend on it.")
    private Integer parallelism;

    @Option(names = "--print-plan", description = "Print the execution plan instead of executing it.")
    private boolean printPlan;

    @Option(names = "--quiet", description = "Show no progress. Without a terminal none is shown anyway.")
    private boolean quiet;

    StageOptions options(boolean fresh) {
        if (parallelism != null && parallelism < 1) {
            throw new ParameterException(
                    command.commandLine(), "--parallelism is " + parallelism + "; expected a number from 1.");
        }
        return new StageOptions(
                parallelism == null ? OptionalInt.empty() : OptionalInt.of(parallelism), fresh, printPlan, quiet);
    }
}
