// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tilik spread}: measures spread from the tables of ingest and classify. */
@Command(
        name = "spread",
        description = "Measure how far and how fast material travelled, from the tables that ingest and classify wrote:"
                + " cascades, families, timelines, jumps between platforms, coordinated sharing, measures of spread.")
final class SpreadCommand implements Callable<Integer> {
    @Mixin
    private StudyArguments study;

    @Mixin
    private StageArguments stage;

    private final Stages stages;
    private final RunFactory runs;
    private final InstantSource time;

    SpreadCommand(Stages stages, RunFactory runs, InstantSource time) {
        this.stages = stages;
        this.runs = runs;
        this.time = time;
    }

    @Override
    public Integer call() throws Exception {
        StageOptions options = stage.options(false);
        Run run = study.run(runs);
        if (options.printPlan()) {
            stages.spread(run, options);
        } else {
            new Attempt(run, time).carryOut(() -> stages.spread(run, options));
        }
        return 0;
    }
}
