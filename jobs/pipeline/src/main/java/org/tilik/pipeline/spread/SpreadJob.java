// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.removal.Coverage;
import org.tilik.pipeline.removal.RemovalJob;
import org.tilik.pipeline.spread.family.SpreadFamilies;
import org.tilik.pipeline.spread.measure.SpreadMeasures;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFolder;
import org.tilik.pipeline.table.TableManifest;
import org.tilik.pipeline.table.TableSink;

/** Spread: reads items, labels and observations, writes cascades, families, timelines, jumps and measures. */
public final class SpreadJob {
    private static final String NAME = "spread";

    private static final String RESTRICTED = "restricted";

    private final Run run;

    /** A spread job of this run. */
    public SpreadJob(Run run) {
        this.run = run;
    }

    /** The complete tables of a run that have published ones of the same name beside them. */
    public static List<TableFolder> restricted(Run run) {
        List<TableFolder> tables = new ArrayList<>();
        for (Table<?> table : List.of(Table.FAMILIES, Table.SPREAD_TIMELINE, Table.PLATFORM_JUMPS)) {
            tables.add(run.folder(RESTRICTED, table));
        }
        return tables;
    }

    /** All tables that the job writes. */
    private static List<TableFolder> tables(Run run) {
        List<TableFolder> tables = new ArrayList<>(restricted(run));
        for (Table<?> table :
                List.of(Table.FAMILIES, Table.SPREAD_TIMELINE, Table.PLATFORM_JUMPS, Table.SPREAD_MEASURES)) {
            tables.add(run.folder(table));
        }
        return tables;
    }

    /** Runs it in this environment, which must be of batch mode, and says what became of links and items. */
    public JobCounts run(StreamExecutionEnvironment env) throws IOException {
        List<TableFolder> tables = tables(run);
        for (TableFolder table : tables) {
            TableManifest.withdraw(table.root());
        }
        describe(env, RemovalJob.coverage(run));
        BatchJob.execute(env, NAME + " " + run.study().id());
        for (TableFolder table : tables) {
            table.deleteOtherAttempts();
        }
        return JobCounts.read(JobCounts.file(run.output(), NAME));
    }

    /** The execution plan as JSON; nothing is run. */
    public String plan(StreamExecutionEnvironment env) {
        describe(env, Coverage.NONE);
        return env.getExecutionPlan();
    }

    private void describe(StreamExecutionEnvironment env, Coverage coverage) {
        DataStream<SpreadItem> items = SpreadItems.of(RemovalJob.episodes(env, run, coverage), env, run);
        SpreadFamilies.Outputs families = describeFamilies(items);
        describeMeasures(items, families);
        JobCounts.collect(
                NAME,
                run.runId(),
                JobCounts.file(run.output(), NAME),
                items.flatMap(SpreadItems::count)
                        .returns(JobCounts.TYPE)
                        .uid("spread-count-items")
                        .name("spread: count items"));
    }

    /** Families and jumps, complete and for release. */
    private SpreadFamilies.Outputs describeFamilies(DataStream<SpreadItem> items) {
        SpreadFamilies.Outputs outputs = SpreadFamilies.build(
                items, SpreadPlan.of(run), run.study().window().until());
        TableSink.write(outputs.families(), Table.FAMILIES, run.folder(RESTRICTED, Table.FAMILIES), "families-complete");
        TableSink.write(outputs.published(), Table.FAMILIES, run.folder(Table.FAMILIES));
        TableSink.write(
                outputs.jumps(), Table.PLATFORM_JUMPS, run.folder(RESTRICTED, Table.PLATFORM_JUMPS), "jumps-complete");
        TableSink.write(outputs.publishedJumps(), Table.PLATFORM_JUMPS, run.folder(Table.PLATFORM_JUMPS));
        return outputs;
    }

    /** Measures, and the timelines of families and strata, complete and for release. */
    private void describeMeasures(DataStream<SpreadItem> items, SpreadFamilies.Outputs families) {
        SpreadMeasures.Outputs outputs = SpreadMeasures.build(
                items,
                families.facts(),
                items.flatMap((SpreadItem i, org.apache.flink.util.Collector<org.tilik.pipeline.spread.cascade.CascadeFact> o) -> {}).returns(org.tilik.pipeline.spread.cascade.CascadeFact.TYPE),
                SpreadPlan.of(run));
        TableSink.write(outputs.measures(), Table.SPREAD_MEASURES, run.folder(Table.SPREAD_MEASURES));
        TableSink.write(
                families.timeline().union(outputs.timeline()),
                Table.SPREAD_TIMELINE,
                run.folder(RESTRICTED, Table.SPREAD_TIMELINE),
                "timeline-complete");
        TableSink.write(
                families.publishedTimeline().union(outputs.publishedTimeline()),
                Table.SPREAD_TIMELINE,
                run.folder(Table.SPREAD_TIMELINE));
    }
}
