// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tilik run}: all jobs, one after the other. */
@Command(
        name = "run",
        description =
                "Carry out a study: ingest the dumps, classify the items, then measure spread, removal and what policy asks;"
                        + " write report and tables to be published into the folder export of the output.",
        footer = "%nExample: tilik run datasets/studies/demo.yaml --output out/demo")
final class RunCommand implements Callable<Integer> {
    @Mixin
    private StudyArguments study;

    @Mixin
    private StageArguments stage;

    @Option(names = "--fresh", description = "Decode every input again, also those that an earlier run has decoded.")
    private boolean fresh;

    @Option(names = "--no-export", description = "Write the tables only; 'tilik export' makes the bundle later.")
    private boolean noExport;

    @Spec
    private CommandSpec command;

    private final Stages stages;
    private final RunFactory runs;
    private final InstantSource time;

    RunCommand(Stages stages, RunFactory runs, InstantSource time) {
        this.stages = stages;
        this.runs = runs;
        this.time = time;
    }

    @Override
    public Integer call() throws Exception {
        StageOptions options = stage.options(fresh);
        Run run = study.run(runs);
        Attempt.Work all = () -> {
            stages.ingest(run, options);
            stages.classify(run, options);
            stages.spread(run, options);
            stages.removal(run, options);
            stages.policy(run, options);
        };
        if (options.printPlan()) {
            all.run();
        } else {
            new Attempt(run, time).carryOut(all);
            stages.summarise(run);
            if (!noExport) {
                ExportAfterRun.carryOut(run.output(), command.commandLine().getOut());
            }
        }
        return 0;
    }
}
