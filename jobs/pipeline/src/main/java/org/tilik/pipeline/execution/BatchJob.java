// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.execution;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.flink.api.common.BatchShuffleMode;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.configuration.BatchExecutionOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.NettyShuffleEnvironmentOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.base.source.reader.SourceReaderOptions;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.ParameterTool;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunError;

/** Makes the environment of one batch job and runs it to its end, embedded or on a cluster. */
public final class BatchJob {
    /** Batches of 512 rows that a reader may be ahead; two, Flink's default, are full at the end of nearly every table. */
    private static final int READER_QUEUE = 16;

    private static final long READER_CLOSE_MILLIS = 1000;
    private static final int RESTARTS = 8;
    private static final int MANAGED_MIB = 256;
    private static final int NETWORK_MIB = 64;
    private static final int NETWORK_MIB_A_SLOT = 32;
    private static final int BUFFERS_AN_OUTPUT = 64;
    private static final Duration FIRST_RESTART_DELAY = Duration.ofSeconds(1);
    private static final Duration LAST_RESTART_DELAY = Duration.ofSeconds(30);

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
        // Rows that Flink cannot describe would fall back to Kryo, slowly and without schema: refuse them.
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        // Otherwise Flink chooses the parallelism behind every exchange by itself, whatever the user asked for.
        configuration.set(BatchExecutionOptions.ADAPTIVE_AUTO_PARALLELISM_ENABLED, false);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        boolean isEmbedded = env instanceof LocalStreamEnvironment;
        if (isEmbedded) {
            int slots = parallelism > 0 ? parallelism : Runtime.getRuntime().availableProcessors();
            embedded(configuration, slots);
            env = EmbeddedCluster.environment(configuration, slots);
        }
        env.configure(restarts(isEmbedded));
        if (parallelism > 0) {
            env.setParallelism(parallelism);
        }
        return env;
    }

    /**
     * On a cluster a lost machine is noticed after its heartbeats have stayed away, by default 50 s: the job tries for
     * longer than that. Embedded, nothing can be lost, and a failure would only repeat itself.
     */
    private static Configuration restarts(boolean isEmbedded) {
        Configuration configuration = new Configuration();
        if (isEmbedded) {
            return configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        }
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        configuration.set(
                RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, FIRST_RESTART_DELAY);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, LAST_RESTART_DELAY);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_BACKOFF_MULTIPLIER, 2.0);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, RESTARTS);
        return configuration;
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

    /** Slots and memory of the embedded cluster; a real cluster has its own settings. */
    private static void embedded(Configuration configuration, int slots) {
        configuration.set(TaskManagerOptions.NUM_TASK_SLOTS, slots);
        // A reader whose queue is full when it is told to end never ends (FLINK-40660); Flink then waits for it.
        configuration.set(SourceReaderOptions.ELEMENT_QUEUE_CAPACITY, READER_QUEUE);
        configuration.set(SourceReaderOptions.SOURCE_READER_CLOSE_TIMEOUT, READER_CLOSE_MILLIS);
        // The cluster serves jobs with both kinds of exchange, so the scheduler of direct ones must do for all.
        configuration.set(JobManagerOptions.SCHEDULER, JobManagerOptions.SchedulerType.Default);
        MemorySize network = MemorySize.ofMebiBytes(NETWORK_MIB + (long) slots * NETWORK_MIB_A_SLOT);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(MANAGED_MIB));
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
        // Flink would reserve 16 MiB for every output of every task.
        configuration.set(NettyShuffleEnvironmentOptions.NETWORK_SORT_SHUFFLE_MIN_BUFFERS, BUFFERS_AN_OUTPUT);
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

    private static String message(String name, Throwable failure) {
        return "The job " + name + " failed: " + rootCause(failure)
                + ". What was finished before is kept; mend the cause and run the command again.";
    }

    private static String rootCause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }
}
