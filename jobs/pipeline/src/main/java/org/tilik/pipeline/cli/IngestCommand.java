// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tilik ingest}: decodes the dumps into tables. */
@Command(
        name = "ingest",
        description = "Decode the dumps of a study into items, observations and rejects."
                + " Inputs that did not change since an earlier run are not decoded again.")
final class IngestCommand implements Callable<Integer> {
    @Mixin
    private StudyArguments study;

    @Mixin
    private StageArguments stage;

    @Option(names = "--fresh", description = "Decode every input again, also those that an earlier run has decoded.")
    private boolean fresh;

    private final Stages stages;
    private final RunFactory runs;
    private final InstantSource time;

    IngestCommand(Stages stages, RunFactory runs, InstantSource time) {
        this.stages = stages;
        this.runs = runs;
        this.time = time;
    }

    @Override
    public Integer call() throws Exception {
        StageOptions options = stage.options(fresh);
        Run run = study.run(runs);
        if (options.printPlan()) {
            stages.ingest(run, options);
        } else {
            new Attempt(run, time).carryOut(() -> stages.ingest(run, options));
        }
        return 0;
    }
}
