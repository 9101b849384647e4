// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.policy;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.java.tuple.Tuple2;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tilik.pipeline.audit.AuditCodes;
import org.tilik.pipeline.audit.AuditFile;
import org.tilik.pipeline.classify.Standings;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.policy.change.PolicyChanges;
import org.tilik.pipeline.policy.compliance.Compliance;
import org.tilik.pipeline.policy.counter.CounterSpeech;
import org.tilik.pipeline.policy.overremoval.OverRemovals;
import org.tilik.pipeline.policy.scenario.Counterfactuals;
import org.tilik.pipeline.removal.Coverage;
import org.tilik.pipeline.removal.Duty;
import org.tilik.pipeline.removal.RemovalJob;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFolder;
import org.tilik.pipeline.table.TableManifest;
import org.tilik.pipeline.table.TableSink;

/** Policy: reads items, labels, families and observations and the policy timeline, writes the tables about policy. */
public final class PolicyJob {
    private static final String NAME = "policy";
    private static final List<Table<?>> TABLES = List.of(
            Table.COMPLIANCE, Table.POLICY_CHANGES, Table.COUNTERFACTUALS, Table.OVER_REMOVAL, Table.COUNTER_SPEECH);

    private final Run run;

    /** A policy job of this run. */
    public PolicyJob(Run run) {
        this.run = run;
    }

    /** Runs it in this environment, which must be of batch mode, and says what became of the events of the timeline. */
    public JobCounts run(StreamExecutionEnvironment env) throws IOException {
        List<TableFolder> folders =
                TABLES.stream().map(table -> run.folder(table)).toList();
        for (TableFolder folder : folders) {
            TableManifest.withdraw(folder.root());
        }
        describe(env, RemovalJob.coverage(run));
        BatchJob.execute(env, NAME + " " + run.study().id());
        for (TableFolder folder : folders) {
            folder.deleteOtherAttempts();
        }
        return JobCounts.read(JobCounts.file(run.output(), NAME));
    }

    /** The execution plan as JSON; nothing is run. */
    public String plan(StreamExecutionEnvironment env) {
        describe(env, Coverage.NONE);
        return env.getExecutionPlan();
    }

    private void describe(StreamExecutionEnvironment env, Coverage coverage) {
        PolicyPlan plan = PolicyPlan.of(run);
        Standings standings = Standings.of(run).withOthers();
        RemovalJob.Followed followed = RemovalJob.followed(env, run, coverage, Duty.of(plan.policy()), standings);
        DataStream<PolicyItem> items = PolicyItems.of(followed, env, run, standings);
        Compliance.Outputs compliance = Compliance.build(followed.duties(), plan);
        TableSink.write(compliance.release(), Table.COMPLIANCE, run.folder(Table.COMPLIANCE));
        PolicyChanges.Outputs changes = PolicyChanges.build(items, plan);
        TableSink.write(changes.release(), Table.POLICY_CHANGES, run.folder(Table.POLICY_CHANGES));
        Counterfactuals.Outputs counterfactuals = Counterfactuals.build(items, plan);
        TableSink.write(counterfactuals.release(), Table.COUNTERFACTUALS, run.folder(Table.COUNTERFACTUALS));
        AuditCodes audit = AuditFile.of(run);
        OverRemovals.Outputs overRemoval = OverRemovals.build(items, plan, audit);
        TableSink.write(overRemoval.release(), Table.OVER_REMOVAL, run.folder(Table.OVER_REMOVAL));
        TableSink.write(
                CounterSpeech.build(items, plan, audit), Table.COUNTER_SPEECH, run.folder(Table.COUNTER_SPEECH));
        JobCounts.collect(
                NAME,
                run.runId(),
                JobCounts.file(run.output(), NAME),
                compliance.counts(),
                changes.counts(),
                counterfactuals.counts(),
                overRemoval.counts(),
                items.map(item -> Tuple2.of("items", 1L))
                        .returns(JobCounts.TYPE)
                        .uid("policy-count-items")
                        .name("policy: count items"));
    }
}
