// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tilik.pipeline.classify.ItemTracking;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.StreamingJob;
import org.tilik.pipeline.ingest.ArrivalPipeline;
import org.tilik.pipeline.ingest.ArrivingFiles;
import org.tilik.pipeline.ingest.CapturePart;
import org.tilik.pipeline.ingest.KeyOnTask;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.Study;
import org.tilik.pipeline.study.StudyInputs;

/** Watch: decodes what comes into the folders and topics of a study, from where an earlier watch of the same output left off. */
public final class WatchJob {
    private final Run run;
    private final KeyOnTask key;
    private final ItemTracking.Source tracking;
    private final int parallelism;
    private final Pace pace;

    /**
     * How often the job does what it does again and again.
     *
     * @param look time between two looks into the folders
     * @param checkpoint time between two checkpoints; so long it takes at most until what was decoded counts
     */
    public record Pace(Duration look, Duration checkpoint) {}

    /**
     * A watch.
     *
     * @param key where tasks find the pseudonym key
     * @param tracking says which items are tracked
     * @param parallelism tasks of each step; 0 for the default
     */
    public WatchJob(Run run, KeyOnTask key, ItemTracking.Source tracking, int parallelism, Pace pace) {
        this.run = run;
        this.key = key;
        this.tracking = tracking;
        this.parallelism = parallelism;
        this.pace = pace;
    }

    /** The folder of the lines that tell of incidents. */
    public static Path alerts(Run run) {
        return new Path(run.output() + "/restricted/alerts");
    }

    /**
     * Whether a watch begins that has files and topics: then what lies in the folders is read first, and topics after it, as
     * time went. A watch that goes on must not leave topics out, since their offsets would be forgotten.
     */
    public boolean beginsWithArchive() throws IOException {
        return !StudyInputs.of(run).topics().isEmpty() && !StreamingJob.isBegun(checkpoints());
    }

    /** Starts the job; it goes on beside whatever its caller does. */
    public StreamingJob start() throws IOException {
        return start(StudyInputs.of(run).topics());
    }

    /** Starts the job without its topics, for a watch that {@link #beginsWithArchive}. */
    public StreamingJob startOnArchive() throws IOException {
        return start(List.of());
    }

    /** The execution plan as JSON; nothing is run. */
    public String plan() throws IOException {
        return describe(StudyInputs.of(run).topics()).getExecutionPlan();
    }

    private StreamingJob start(List<InputFile> topics) throws IOException {
        return StreamingJob.start(describe(topics), "watch " + run.study().id());
    }

    private StreamExecutionEnvironment describe(List<InputFile> topics) throws IOException {
        StreamExecutionEnvironment env = StreamingJob.environment(parallelism, checkpoints(), pace.checkpoint());
        BatchJob.describe(env, run);
        DataStream<CapturePart> parts = ArrivalPipeline.decode(env, folders(), pace.look(), run.captures(), key);
        if (!topics.isEmpty()) {
            parts = parts.union(ArrivalPipeline.decode(env, topics, run.captures(), key));
        }
        new WatchPipeline(run.captures(), tracking, run.study().incidents())
                .build(parts, alerts(run), run.output() + "/work/watch/outcomes.json");
        return env;
    }

    private Path checkpoints() {
        return new Path(run.output() + "/work/watch/checkpoints");
    }

    private ArrivingFiles.Provider folders() {
        Study study = run.study();
        String studyFile = run.studyFile();
        String output = run.output();
        String keyId = run.keyId();
        return () -> new ArrivingFiles(new StudyInputs(study, studyFile, output, keyId));
    }
}
