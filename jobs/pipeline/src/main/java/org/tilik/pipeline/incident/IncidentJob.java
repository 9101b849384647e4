// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.incident;

import java.io.IOException;
import java.util.List;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.removal.Coverage;
import org.tilik.pipeline.removal.RemovalJob;
import org.tilik.pipeline.spread.SpreadItems;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFolder;
import org.tilik.pipeline.table.TableManifest;
import org.tilik.pipeline.table.TableSink;

/**
 * Incidents: reads items, labels, family members and observations of a snapshot, writes the incidents of its families. They are
 * a function of the snapshot alone, in whatever order its items came.
 */
public final class IncidentJob {
    private static final String NAME = "incidents";
    private static final String RESTRICTED = "restricted";

    private final Run run;

    /** A job of this run. */
    public IncidentJob(Run run) {
        this.run = run;
    }

    /** The complete table, which has a published one of the same name beside it. */
    public static TableFolder restricted(Run run) {
        return run.folder(RESTRICTED, Table.INCIDENTS);
    }

    /** Runs it in this environment, which must be of batch mode, and says what was looked at and found. */
    public JobCounts run(StreamExecutionEnvironment env) throws IOException {
        List<TableFolder> tables = List.of(restricted(run), run.folder(Table.INCIDENTS));
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
        IncidentPipeline.Outputs outputs = IncidentPipeline.build(
                SpreadItems.of(RemovalJob.episodes(env, run, coverage), env, run), IncidentPlan.of(run));
        TableSink.write(outputs.incidents(), Table.INCIDENTS, restricted(run), "incidents-complete");
        TableSink.write(outputs.published(), Table.INCIDENTS, run.folder(Table.INCIDENTS));
        JobCounts.collect(NAME, run.runId(), JobCounts.file(run.output(), NAME), outputs.counts());
    }
}
