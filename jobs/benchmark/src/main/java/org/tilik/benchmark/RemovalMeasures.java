// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark;

import java.util.List;
import java.util.Locale;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.tilik.model.table.EpisodeRow;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.removal.MeasurePlan;
import org.tilik.pipeline.removal.RemovalPipeline;
import org.tilik.pipeline.removal.StratumResult;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFolder;
import org.tilik.pipeline.table.TableSink;

/** The measures of generated episodes in an embedded Flink, as the removal job makes them of its own. */
final class RemovalMeasures {
    private static final List<String> CAUSES = List.of("platform", "author", "unknown");
    private static final String RUN_ID = "0123456789abcdef";
    private static final double NANOS = 1e9;
    private static final int BUCKETS = 8;

    private RemovalMeasures() {}

    /** Arguments: output folder, number of episodes, parallelism, and whether their table is written too. */
    public static void main(String[] arguments) {
        long count = Long.parseLong(arguments[1]);
        int parallelism = Integer.parseInt(arguments[2]);
        MeasurePlan plan = new MeasurePlan(
                "benchmark", Clock.POSTED, List.of(1.0, 24.0, 168.0), 0.95, 10, 20190315, null, false, RUN_ID);
        long start = System.nanoTime();
        StreamExecutionEnvironment env = BatchJob.environment(parallelism, BatchJob.Exchange.STORED);
        DataStream<EpisodeRow> episodes = env.fromSequence(0, count - 1)
                .map(RemovalMeasures::episode)
                .returns(RowType.of(Table.EPISODES))
                .name("generate");
        if (Boolean.parseBoolean(arguments[3])) {
            TableSink.write(episodes, Table.EPISODES, new TableFolder(arguments[0] + "/episodes", RUN_ID, BUCKETS));
        }
        SingleOutputStreamOperator<StratumResult> results = RemovalPipeline.estimates(episodes, plan);
        results.map(result -> {
                    System.out.printf(
                            Locale.ROOT,
                            "%s %d items, %.1f s%n",
                            result.stratum,
                            result.items,
                            (System.nanoTime() - start) / NANOS);
                    return result.items;
                })
                .returns(Types.LONG)
                .sinkTo(new DiscardingSink<>());
        BatchJob.execute(env, "removal measures");
        System.out.println("work_seconds " + (System.nanoTime() - start) / NANOS);
        System.exit(0);
    }

    private static EpisodeRow episode(long i) {
        GeneratedRemovals.Item item = GeneratedRemovals.item(i, CAUSES.size());
        String platform = "platform" + item.platform();
        String language = "l" + item.language();
        boolean gone = item.cause() > 0 && item.upper() < Double.POSITIVE_INFINITY;
        String cause = gone ? CAUSES.get(item.cause() - 1) : null;
        return new EpisodeRow(
                platform,
                "2024-06",
                String.format("%032x", i * 0x9e3779b97f4a7c15L),
                String.format("%032x", i % 100_000),
                1,
                "posted",
                null,
                null,
                item.entry(),
                item.lower(),
                gone ? item.upper() : null,
                gone ? item.lower() == item.upper() ? "exact" : "interval" : "right",
                "measured",
                cause,
                gone ? cause.toUpperCase(Locale.ROOT) : null,
                null,
                item.confirmed(),
                "POST",
                language,
                "label",
                item.family() < 0 ? null : "family" + item.family(),
                List.of("all", "platform=" + platform, "platform,language=" + platform + "|" + language),
                null,
                null,
                RUN_ID);
    }
}
