// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.tilik.pipeline.classify.ItemTracking;
import org.tilik.pipeline.classify.StudyLists;
import org.tilik.pipeline.models.ModelOfRun;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunError;
import org.tilik.pipeline.study.RunFactory;
import org.tilik.pipeline.watch.WatchJob;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tilik watch}: decodes dumps as they come and writes all tables anew from time to time. */
@Command(
        name = "watch",
        description =
                "Watch the folders and Kafka topics of a study: decode dumps as they come, and from time to time write all tables from"
                        + " what is decoded, into as_of=<time> of the output. Stop it with Ctrl-C; started again with the same"
                        + " output it goes on where it was.",
        footer = {
            "",
            "DURATION is a number with a unit: 500ms, 30s, 10m, 2h, 1d.",
            "A file is read when two looks find it unchanged; one that grows later is read again as a whole. Write under"
                    + " a name that begins with . or _ and rename, and no half of a file is ever read.",
            "",
            "A topic is an input such as {path: kafka://host:9092/topic, format: jetstream}: each message is one record. It is"
                    + " read from its earliest message on.",
            "",
            "Example: tilik watch study.yaml --output out/desk --snapshot-every 15m"
        })
final class WatchCommand implements Callable<Integer> {
    @Mixin
    private StudyArguments study;

    @Mixin
    private StageArguments stage;

    @Option(
            names = "--snapshot-every",
            paramLabel = "DURATION",
            defaultValue = "10m",
            converter = DurationText.class,
            description = "Write all tables so often, if anything came. Default: ${DEFAULT-VALUE}.")
    private Duration snapshotEvery;

    @Option(
            names = "--look-every",
            paramLabel = "DURATION",
            defaultValue = "1s",
            converter = DurationText.class,
            description = "Look into the folders so often. Default: ${DEFAULT-VALUE}.")
    private Duration lookEvery;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "DURATION",
            defaultValue = "2s",
            converter = DurationText.class,
            description = "Make what was decoded safe so often. Default: ${DEFAULT-VALUE}.")
    private Duration checkpointEvery;

    @Option(
            names = "--until-idle",
            paramLabel = "DURATION",
            converter = DurationText.class,
            description = "End, with a last snapshot, when nothing came for so long. Default: go on until stopped.")
    private Duration untilIdle;

    @Option(names = "--no-export", description = "Write the tables only; 'tilik export' makes a bundle of a snapshot.")
    private boolean noExport;

    @Spec
    private CommandSpec command;

    private final Stages stages;
    private final RunFactory runs;
    private final InstantSource time;

    WatchCommand(Stages stages, RunFactory runs, InstantSource time) {
        this.stages = stages;
        this.runs = runs;
        this.time = time;
    }

    @Override
    public Integer call() throws Exception {
        Run run = runs.awaiting(study.study(), study.output());
        if (run.study().privacy().dropText()) {
            throw RunError.study(
                    "privacy.drop_text cannot be kept by watch: every snapshot is made from all events so far,"
                            + " so their words must stay in " + run.captures()
                            + ". Set drop_text: false and guard that folder,"
                            + " or use run.");
        }
        StageOptions options = stage.options(false);
        PrintWriter out = command.commandLine().getOut();
        ItemTracking.Source tracking =
                ItemTracking.of(run, StudyLists.of(run, run.key()::open), ModelOfRun.source(run));
        WatchJob job = new WatchJob(
                run,
                run.key()::open,
                tracking,
                options.parallelism().orElse(0),
                new WatchJob.Pace(lookEvery, checkpointEvery));
        if (options.printPlan()) {
            out.println(job.plan());
            return 0;
        }
        Snapshots snapshots = new Snapshots(run, stages, options, time, out, !noExport);
        new WatchLoop(run, snapshots, new WatchLoop.Times(snapshotEvery, lookEvery, untilIdle), time, out)
                .carryOut(job);
        return 0;
    }
}
