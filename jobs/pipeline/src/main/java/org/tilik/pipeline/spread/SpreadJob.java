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
import org.tilik.pipeline.spread.cascade.Cascades;
import org.tilik.pipeline.spread.cascade.Reconstructions;
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
        return List.of(run.folder(RESTRICTED, Table.CASCADES));
    }

    /** Runs it in this environment, which must be of batch mode, and says what became of links and items. */
    public JobCounts run(StreamExecutionEnvironment env) throws IOException {
        List<TableFolder> tables = new ArrayList<>(restricted(run));
        tables.add(run.folder(Table.CASCADE_EDGES));
        tables.add(run.folder(Table.CASCADES));
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
}
