// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark.spread;

import java.util.concurrent.TimeUnit;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.spread.coordination.Coordination;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFolder;
import org.tilik.pipeline.table.TableSink;

/**
 * Coordinated sharing among {@link GeneratedShares} in an embedded Flink, as the spread job searches it: windows of 10 and 60
 * seconds, all platforms together and each by itself, so that of one platform all is searched twice.
 */
public final class CoordinationTables {
    private static final double NANOS = 1e9;
    private static final int BUCKETS = 8;

    private CoordinationTables() {}

    /** Arguments: output folder, number of contents, parallelism. */
    public static void main(String[] arguments) {
        int contents = Integer.parseInt(arguments[1]);
        SpreadPlan plan = SpreadTables.plan();
        long start = System.nanoTime();
        StreamExecutionEnvironment env = BatchJob.environment(Integer.parseInt(arguments[2]), BatchJob.Exchange.STORED);
        DataStream<SpreadItem> items = env.fromSequence(0, contents - 1)
                .flatMap((Long content, Collector<SpreadItem> out) -> GeneratedShares.of(
                        Math.toIntExact(content),
                        (object, number, account, seconds) -> out.collect(item(object, number, account, seconds))))
                .returns(SpreadItem.TYPE)
                .name("generate");
        Coordination.Outputs found = Coordination.build(items, plan);
        TableSink.write(found.pairs(), Table.COORDINATED_PAIRS, folder(arguments[0], "pairs"));
        TableSink.write(found.release(), Table.COORDINATION, folder(arguments[0], "release"));
        BatchJob.execute(env, "coordination");
        System.out.println("work_seconds " + (System.nanoTime() - start) / NANOS);
        System.exit(0);
    }

    private static TableFolder folder(String output, String table) {
        return new TableFolder(output + "/" + table, SpreadTables.RUN_ID, BUCKETS);
    }

    private static SpreadItem item(int content, int number, int account, long seconds) {
        SpreadItem item = new SpreadItem();
        item.itemKey = GeneratedItems.key(content, number);
        item.platform = "reddit";
        item.month = "2019-04";
        item.accountKey = GeneratedItems.key(-1, account);
        item.kind = "POST";
        item.postedAt = TimeUnit.SECONDS.toMicros(seconds);
        item.language = "en";
        item.trackedBy = "all";
        item.familyId = GeneratedItems.key(content, 0);
        return item;
    }
}
