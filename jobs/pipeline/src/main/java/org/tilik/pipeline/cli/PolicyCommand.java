// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tilik policy}: answers questions of policy from the tables of the earlier jobs. */
@Command(
        name = "policy",
        description =
                "Measure what policy asks, from the tables that ingest and classify wrote: how much was acted on in"
                        + " time.")
final class PolicyCommand implements Callable<Integer> {
    @Mixin
    private StudyArguments study;

    @Mixin
    private StageArguments stage;

    private final Stages stages;
    private final RunFactory runs;
    private final InstantSource time;

    PolicyCommand(Stages stages, RunFactory runs, InstantSource time) {
        this.stages = stages;
        this.runs = runs;
        this.time = time;
    }

    @Override
    public Integer call() throws Exception {
        StageOptions options = stage.options(false);
        Run run = study.run(runs);
        if (options.printPlan()) {
            stages.policy(run, options);
        } else {
            new Attempt(run, time).carryOut(() -> stages.policy(run, options));
        }
        return 0;
    }
}
