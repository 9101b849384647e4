// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tilik removal}: measures removal from the tables of ingest and classify. */
@Command(
        name = "removal",
        description = "Measure how fast material was removed, from the tables that ingest and classify wrote:"
                + " episodes, removal curves, removal measures.")
final class RemovalCommand implements Callable<Integer> {
    @Mixin
    private StudyArguments study;

    @Mixin
    private StageArguments stage;

    private final Stages stages;
    private final RunFactory runs;
    private final InstantSource time;

    RemovalCommand(Stages stages, RunFactory runs, InstantSource time) {
        this.stages = stages;
        this.runs = runs;
        this.time = time;
    }

    @Override
    public Integer call() throws Exception {
        StageOptions options = stage.options(false);
        Run run = study.run(runs);
        if (options.printPlan()) {
            stages.removal(run, options);
        } else {
            new Attempt(run, time).carryOut(() -> stages.removal(run, options));
        }
        return 0;
    }
}
