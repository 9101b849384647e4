// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.execution;

import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.NettyShuffleEnvironmentOptions;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.connector.base.source.reader.SourceReaderOptions;
import org.apache.flink.streaming.api.environment.LocalStreamEnvironment;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What every job is given, bounded or not, and the cluster on which it runs where there is none. */
final class JobSettings {
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

    private JobSettings() {}

    /**
     * An environment with these settings, on the cluster that Flink was told of or on the embedded one.
     *
     * @param parallelism number of tasks of each step; 0 for the cluster's default, or on the embedded one the number of cores
     * @param jobs number of jobs that may run at a time on the embedded cluster
     */
    static StreamExecutionEnvironment environment(Configuration configuration, int parallelism, int jobs) {
        // Rows that Flink cannot describe would fall back to Kryo, slowly and without schema: refuse them.
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        if (env instanceof LocalStreamEnvironment) {
            int tasks = parallelism > 0 ? parallelism : Runtime.getRuntime().availableProcessors();
            embedded(configuration, jobs * tasks);
            env = EmbeddedCluster.environment(configuration, jobs * tasks);
            // Without this a step would get one task, whatever the slots.
            env.setParallelism(tasks);
            env.configure(restarts(true));
            return env;
        }
        env.configure(restarts(false));
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
}
