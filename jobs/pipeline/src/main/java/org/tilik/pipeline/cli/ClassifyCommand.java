// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tilik classify}: labels items, finds families and decides what is tracked. */
@Command(
        name = "classify",
        description = "Label the items that ingest wrote, find items that hold the same content, and decide"
                + " what is measured: labels, family members, prevalence.")
final class ClassifyCommand implements Callable<Integer> {
    @Mixin
    private StudyArguments study;

    @Mixin
    private StageArguments stage;

    private final Stages stages;
    private final RunFactory runs;
    private final InstantSource time;

    ClassifyCommand(Stages stages, RunFactory runs, InstantSource time) {
        this.stages = stages;
        this.runs = runs;
        this.time = time;
    }

    @Override
    public Integer call() throws Exception {
        StageOptions options = stage.options(false);
        Run run = study.run(runs);
        if (options.printPlan()) {
            stages.classify(run, options);
        } else {
            new Attempt(run, time).carryOut(() -> stages.classify(run, options));
        }
        return 0;
    }
}
