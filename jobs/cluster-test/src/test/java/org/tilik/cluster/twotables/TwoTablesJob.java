// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.cluster.twotables;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.configuration.BatchExecutionOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;

/**
 * A small stand-in for a real program: two batch jobs, one after the other, each counting and summing the numbers
 * below N into a folder of sixteen bucket files that ends with {@code _SUCCESS}. The second waits for a gate file if told.
 *
 * <p>Arguments: output folder, N, and one of {@code open} (run through), {@code gated} (the second job waits for the
 * file {@code gate} in the output folder) or {@code broken} (the second job fails and is not restarted).
 */
public final class TwoTablesJob {
    private static final int PARALLELISM = 4;

    /** Enough that every subtask has some. */
    private static final long BUCKETS = 16;

    private TwoTablesJob() {}

    /** Runs both jobs; an exception of either leaves the later folders without {@code _SUCCESS}. */
    public static void main(String[] arguments) throws Exception {
        Path output = Path.of(arguments[0]);
        long numbers = Long.parseLong(arguments[1]);
        String mode = arguments[2];

        JobExecutionResult first =
                table(output.resolve("first"), numbers, WaitAtGate.open()).execute("first");
        finish(output.resolve("first"), first);

        // The other way to run a job: both must work wherever main runs.
        WaitAtGate<Tuple3<Long, Long, Long>> gate = new WaitAtGate<>(output.toString(), mode);
        JobExecutionResult second = table(output.resolve("second"), numbers, gate)
                .executeAsync("second")
                .getJobExecutionResult()
                .get();
        finish(output.resolve("second"), second);
    }

    private static StreamExecutionEnvironment table(
            Path folder, long numbers, WaitAtGate<Tuple3<Long, Long, Long>> gate) throws Exception {
        Files.createDirectories(folder);
        Configuration settings = new Configuration();
        // Inside a JobManager execute() would otherwise return at once and the second job overtake the first.
        settings.set(DeploymentOptions.ATTACHED, true);
        // The scheduler would otherwise give so little data one subtask behind the shuffle, against what is set below.
        settings.set(BatchExecutionOptions.ADAPTIVE_AUTO_PARALLELISM_ENABLED, false);
        if (gate.isBroken()) {
            settings.setString("restart-strategy.type", "none");
        }
        StreamExecutionEnvironment env = StreamExecutionEnvironment.getExecutionEnvironment(settings);
        env.setRuntimeMode(RuntimeExecutionMode.BATCH);
        env.setParallelism(PARALLELISM);
        env.fromSequence(0, numbers - 1)
                .map(n -> Tuple3.of(n % BUCKETS, 1L, n))
                .returns(Types.TUPLE(Types.LONG, Types.LONG, Types.LONG))
                .keyBy(row -> row.f0)
                .reduce((a, b) -> Tuple3.of(a.f0, a.f1 + b.f1, a.f2 + b.f2))
                // Behind the shuffle: who waits here has read all its input, and a lost TaskManager takes with it what
                // the sources had already finished.
                .map(gate)
                .returns(Types.TUPLE(Types.LONG, Types.LONG, Types.LONG))
                .map(new BucketWriter(folder.toString()))
                .sinkTo(new DiscardingSink<>());
        return env;
    }

    private static void finish(Path folder, JobExecutionResult result) throws Exception {
        Files.writeString(folder.resolve("_SUCCESS"), "rows=" + result.getAccumulatorResult(BucketWriter.ROWS));
    }
}
