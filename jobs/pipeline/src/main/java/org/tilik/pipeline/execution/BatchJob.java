// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.execution;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.BatchShuffleMode;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.BatchExecutionOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunError;

/** Makes the environment of one batch job and runs it to its end, embedded or on a cluster. */
public final class BatchJob {
    private BatchJob() {}

    /** How tasks of a job hand data to each other. */
    public enum Exchange {
        /** Through files: a failed task is repeated alone. For what is sorted or joined. */
        STORED,
        /** Directly: nothing uncompressed is laid on disk. For decoding, whose input may be terabytes. */
        DIRECT
    }

    /**
     * The environment of a job.
     *
     * @param parallelism number of tasks of each step; 0 for the cluster's or the machine's default
     */
    public static StreamExecutionEnvironment environment(int parallelism, Exchange exchange) {
        Configuration configuration = new Configuration();
        configuration.set(ExecutionOptions.RUNTIME_MODE, RuntimeExecutionMode.BATCH);
        configuration.set(
                ExecutionOptions.BATCH_SHUFFLE_MODE,
                exchange == Exchange.DIRECT
                        ? BatchShuffleMode.ALL_EXCHANGES_PIPELINED
                        : BatchShuffleMode.ALL_EXCHANGES_BLOCKING);
        if (exchange == Exchange.DIRECT) {
            // The adaptive scheduler starts readers of an exchange only when its writers have ended: with direct
            // exchanges the job would wait for itself.
            configuration.set(JobManagerOptions.SCHEDULER, JobManagerOptions.SchedulerType.Default);
        }
        // Otherwise Flink chooses the parallelism behind every exchange by itself, whatever the user asked for.
        configuration.set(BatchExecutionOptions.ADAPTIVE_AUTO_PARALLELISM_ENABLED, false);
        return JobSettings.environment(configuration, parallelism, 1);
    }

    /** Shows with the job, in Flink's web page, which run it belongs to; nothing of this is secret. */
    public static void describe(StreamExecutionEnvironment env, Run run) {
        Map<String, String> shown = new TreeMap<>();
        shown.put("study", run.study().id());
        shown.put("study_file", run.studyFile());
        shown.put("run_id", run.runId());
        shown.put("key_id", run.keyId());
        shown.put("output", run.output());
        shown.put("tool_version", Run.TOOL_VERSION);
        env.getConfig().setGlobalJobParameters(ParameterTool.fromMap(shown));
    }

    /** Runs the job and waits for its end; a failure is a {@link RunError} with the first cause. */
    public static void execute(StreamExecutionEnvironment env, String name) {
        try {
            // On a cluster a plain execute() returns at once, and the next job would start beside this one.
            env.executeAsync(name).getJobExecutionResult().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw RunError.failed("The job " + name + " was interrupted; run the command again.", e);
        } catch (ExecutionException e) {
            EmbeddedCluster.stop();
            throw RunError.failed(message(name, e), e);
        } catch (Exception e) {
            throw RunError.failed("The job " + name + " could not be submitted: " + rootCause(e), e);
        }
    }

    static String message(String name, Throwable failure) {
        return "The job " + name + " failed: " + rootCause(failure)
                + ". What was finished before is kept; mend the cause and run the command again.";
    }

    static String rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
