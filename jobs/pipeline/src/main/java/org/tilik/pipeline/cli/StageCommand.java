// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One job by itself, on the tables that earlier ones wrote, such as {@code tilik removal}. */
@Command
final class StageCommand implements Callable<Integer> {
    @Mixin
    private StudyArguments study;

    @Mixin
    private StageArguments stage;

    private final Stage job;
    private final RunFactory runs;
    private final InstantSource time;

    /** One of the {@link Stages}. */
    @FunctionalInterface
    interface Stage {
        void carryOut(Run run, StageOptions options) throws Exception;
    }

    private StageCommand(Stage job, RunFactory runs, InstantSource time) {
        this.job = job;
        this.runs = runs;
        this.time = time;
    }

    /** The command of this name for a job. */
    static CommandLine named(String name, String description, Stage job, RunFactory runs, InstantSource time) {
        CommandLine command = new CommandLine(new StageCommand(job, runs, time)).setCommandName(name);
        command.getCommandSpec().usageMessage().description(description);
        return command;
    }

    @Override
    public Integer call() throws Exception {
        StageOptions options = stage.options(false);
        Run run = study.run(runs);
        if (options.printPlan()) {
            job.carryOut(run, options);
        } else {
            new Attempt(run, time).carryOut(() -> job.carryOut(run, options));
        }
        return 0;
    }
}
