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
import org.tilik.pipeline.spread.cascade.CascadeFact;
import org.tilik.pipeline.spread.cascade.Cascades;
import org.tilik.pipeline.spread.cascade.Reconstructions;
import org.tilik.pipeline.spread.coordination.Coordination;
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
        return List.of(
                run.folder(RESTRICTED, Table.CASCADES),
                run.folder(RESTRICTED, Table.FAMILIES),
                run.folder(RESTRICTED, Table.SPREAD_TIMELINE),
                run.folder(RESTRICTED, Table.PLATFORM_JUMPS));
    }

    /** Runs it in this environment, which must be of batch mode, and says what became of links and items. */
    public JobCounts run(StreamExecutionEnvironment env) throws IOException {
        List<TableFolder> tables = new ArrayList<>(restricted(run));
        tables.add(run.folder(Table.CASCADE_EDGES));
        tables.add(run.folder(Table.CASCADES));
        tables.add(run.folder(Table.FAMILIES));
        tables.add(run.folder(Table.SPREAD_TIMELINE));
        tables.add(run.folder(Table.PLATFORM_JUMPS));
        tables.add(run.folder(Table.SPREAD_MEASURES));
        tables.add(run.folder(Table.COORDINATED_PAIRS));
        tables.add(run.folder(Table.COORDINATION));
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
        Cascades.Outputs cascades = Cascades.build(items, SpreadPlan.of(run), Reconstructions.of(run));
        TableSink.writeSorted(cascades.edges(), Table.CASCADE_EDGES, run.folder(Table.CASCADE_EDGES), "cascade_edges");
        TableSink.write(
                cascades.cascades(), Table.CASCADES, run.folder(RESTRICTED, Table.CASCADES), "cascades-restricted");
        TableSink.write(cascades.release(), Table.CASCADES, run.folder(Table.CASCADES), "cascades-release");
        SpreadFamilies.Outputs families = describeFamilies(items, coverage);
        describeMeasures(items, families, cascades.facts());
        Coordination.Outputs coordination = Coordination.build(items, SpreadPlan.of(run));
        TableSink.write(coordination.pairs(), Table.COORDINATED_PAIRS, run.folder(Table.COORDINATED_PAIRS));
        TableSink.write(coordination.release(), Table.COORDINATION, run.folder(Table.COORDINATION));
        JobCounts.collect(
                NAME,
                run.runId(),
                JobCounts.file(run.output(), NAME),
                cascades.counts(),
                items.flatMap(SpreadItems::count)
                        .returns(JobCounts.TYPE)
                        .uid("spread-count-items")
                        .name("spread: count items"));
    }

    /** Families and jumps, complete and for release. */
    private SpreadFamilies.Outputs describeFamilies(DataStream<SpreadItem> items, Coverage coverage) {
        SpreadFamilies.Outputs outputs = SpreadFamilies.build(
                items, SpreadPlan.of(run), run.study().window().until(), coverage.begins());
        TableSink.write(
                outputs.families(), Table.FAMILIES, run.folder(RESTRICTED, Table.FAMILIES), "families-complete");
        TableSink.write(outputs.published(), Table.FAMILIES, run.folder(Table.FAMILIES));
        TableSink.write(
                outputs.jumps(), Table.PLATFORM_JUMPS, run.folder(RESTRICTED, Table.PLATFORM_JUMPS), "jumps-complete");
        TableSink.write(outputs.publishedJumps(), Table.PLATFORM_JUMPS, run.folder(Table.PLATFORM_JUMPS));
        return outputs;
    }

    /** Measures, and the timelines of families and strata, complete and for release. */
    private void describeMeasures(
            DataStream<SpreadItem> items, SpreadFamilies.Outputs families, DataStream<CascadeFact> cascades) {
        SpreadMeasures.Outputs outputs = SpreadMeasures.build(items, families.facts(), cascades, SpreadPlan.of(run));
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
