// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.execution;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tilik.pipeline.study.RunError;

/** A job that goes on until it is told to end, exactly once by checkpoints that outlive it. */
public final class StreamingJob {
    private static final String METADATA = "_metadata";

    private final String name;
    private final JobClient client;
    private final CompletableFuture<?> end;

    private StreamingJob(String name, JobClient client) {
        this.name = name;
        this.client = client;
        this.end = client.getJobExecutionResult();
    }

    /**
     * The environment of a job that goes on where an earlier one with the same folder of checkpoints was left.
     *
     * @param parallelism number of tasks of each step; 0 for the cluster's or the machine's default
     * @param checkpoints folder that keeps the latest state; of one job at a time
     * @param every time between two checkpoints
     */
    public static StreamExecutionEnvironment environment(int parallelism, Path checkpoints, Duration every)
            throws IOException {
        Configuration configuration = new Configuration();
        configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.STREAMING);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, every);
        // Where a checkpoint takes long, the job shall not be busy with nothing else.
        configuration.set(CheckpointingOptions.MIN_PAUSE_BETWEEN_CHECKPOINTS, every);
        configuration.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        configuration.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints.toString());
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        latest(checkpoints).ifPresent(state -> {
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, state.toString());
            // The new job deletes the old state when it has a newer one.
            configuration.set(StateRecoveryOptions.RESTORE_MODE, RecoveryClaimMode.CLAIM);
        });
        // An input that the study no longer names, or that is to be decoded otherwise, leaves what was known of it
        // behind.
        configuration.set(StateRecoveryOptions.SAVEPOINT_IGNORE_UNCLAIMED_STATE, true);
        // Beside it runs one batch job at a time.
        return JobSettings.environment(configuration, parallelism, 2);
    }

    /** Whether an earlier job left a state in this folder of checkpoints, from which the next one goes on. */
    public static boolean isBegun(Path checkpoints) throws IOException {
        return latest(checkpoints).isPresent();
    }

    /** The newest complete checkpoint that any job left in this folder. */
    static Optional<Path> latest(Path checkpoints) throws IOException {
        FileSystem files = checkpoints.getFileSystem();
        FileStatus newest = null;
        for (FileStatus job : children(files, checkpoints)) {
            for (FileStatus checkpoint : children(files, job.getPath())) {
                Path metadata = new Path(checkpoint.getPath(), METADATA);
                if (files.exists(metadata)) {
                    FileStatus status = files.getFileStatus(metadata);
                    if (newest == null || status.getModificationTime() > newest.getModificationTime()) {
                        newest = status;
                    }
                }
            }
        }
        return Optional.ofNullable(newest).map(status -> status.getPath().getParent());
    }

    private static FileStatus[] children(FileSystem files, Path folder) throws IOException {
        if (!files.exists(folder) || !files.getFileStatus(folder).isDir()) {
            return new FileStatus[0];
        }
        FileStatus[] children = files.listStatus(folder);
        return children == null ? new FileStatus[0] : children;
    }

    /** Starts the job and returns at once. */
    public static StreamingJob start(StreamExecutionEnvironment env, String name) {
        try {
            return new StreamingJob(name, env.executeAsync(name));
        } catch (Exception e) {
            throw RunError.failed("The job " + name + " could not be submitted: " + BatchJob.rootCause(e), e);
        }
    }

    /**
     * Whether the job runs; no longer once somebody has stopped it with a savepoint. If it has failed, a {@link RunError} with
     * the first cause.
     */
    public boolean isRunning() {
        if (!end.isDone()) {
            return true;
        }
        try {
            end.get();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RunError.failed("The job " + name + " was interrupted; run the command again.", e);
        } catch (ExecutionException e) {
            EmbeddedCluster.stop();
            throw RunError.failed(BatchJob.message(name, e), e);
        }
    }

    /** Ends the job if it still runs; its latest checkpoint stays, and a job that is started later goes on from there. */
    public void cancel() {
        if (end.isDone()) {
            return;
        }
        try {
            client.cancel().get();
            // How it ended is no news: it was told to.
            end.handle((result, cancelled) -> name).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw RunError.failed("The job " + name + " could not be ended: " + BatchJob.rootCause(e), e);
        }
    }
}
