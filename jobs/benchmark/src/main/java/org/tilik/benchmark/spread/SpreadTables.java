// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.benchmark.spread;

import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.util.Collector;
import org.tilik.benchmark.spread.GeneratedCascades.Sizes;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.removal.MeasurePlan;
import org.tilik.pipeline.spread.SpreadItem;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.spread.cascade.Cascades;
import org.tilik.pipeline.spread.cascade.Reconstructions;
import org.tilik.pipeline.spread.family.SpreadFamilies;
import org.tilik.pipeline.spread.measure.SpreadMeasures;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.Study;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFolder;
import org.tilik.pipeline.table.TableSink;

/**
 * The tables of cascades and their links, families, timelines and measures of generated trees in an embedded Flink, as the
 * spread job makes them of its own items.
 */
public final class SpreadTables {
    static final String RUN_ID = "0123456789abcdef";
    private static final double NANOS = 1e9;
    private static final int BUCKETS = 8;

    private final String output;

    private SpreadTables(String output) {
        this.output = output;
    }

    /** Arguments: output folder, number of trees, posts of the largest one, parallelism. */
    public static void main(String[] arguments) {
        int cascades = Integer.parseInt(arguments[1]);
        int largest = Integer.parseInt(arguments[2]);
        long start = System.nanoTime();
        StreamExecutionEnvironment env = BatchJob.environment(Integer.parseInt(arguments[3]), BatchJob.Exchange.STORED);
        DataStream<SpreadItem> items = env.fromSequence(0, cascades - 1)
                .flatMap((Long cascade, Collector<SpreadItem> out) -> GeneratedItems.of(
                        Math.toIntExact(cascade), new Sizes(cascades, largest, largest), out::collect))
                .returns(SpreadItem.TYPE)
                .name("generate");
        new SpreadTables(arguments[0]).describe(items);
        BatchJob.execute(env, "spread tables");
        System.out.println("work_seconds " + (System.nanoTime() - start) / NANOS);
        System.exit(0);
    }

    /** What a study asks for that sets nothing of its own. */
    static SpreadPlan plan() {
        return new SpreadPlan(
                new MeasurePlan(
                        "benchmark", Clock.POSTED, List.of(1.0, 24.0, 168.0), 0.95, 10, 20190315, null, false, RUN_ID),
                new Strata(List.of("platform", "language")),
                Map.of(),
                Study.Coordination.USUAL);
    }

    private void describe(DataStream<SpreadItem> items) {
        SpreadPlan plan = plan();
        Cascades.Outputs cascades = Cascades.build(items, plan, Reconstructions.NONE);
        TableSink.writeSorted(cascades.edges(), Table.CASCADE_EDGES, folder("edges"), "edges");
        TableSink.write(cascades.cascades(), Table.CASCADES, folder("cascades"), "cascades");
        TableSink.write(cascades.release(), Table.CASCADES, folder("release"), "release");
        SpreadFamilies.Outputs families = SpreadFamilies.build(items, plan, null, Map.of());
        TableSink.write(families.families(), Table.FAMILIES, folder("families"), "families");
        TableSink.write(families.jumps(), Table.PLATFORM_JUMPS, folder("jumps"), "jumps");
        SpreadMeasures.Outputs measures = SpreadMeasures.build(items, families.facts(), cascades.facts(), plan);
        TableSink.write(measures.measures(), Table.SPREAD_MEASURES, folder("measures"));
        TableSink.write(
                families.timeline().union(measures.timeline()), Table.SPREAD_TIMELINE, folder("timeline"), "timeline");
    }

    private TableFolder folder(String table) {
        return new TableFolder(output + "/" + table, RUN_ID, BUCKETS);
    }
}
