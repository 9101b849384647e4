// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import java.io.IOException;
import java.util.List;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tilik.model.table.ItemRow;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFolder;
import org.tilik.pipeline.table.TableManifest;
import org.tilik.pipeline.table.TableSink;
import org.tilik.pipeline.table.TableSource;

/** Classify: reads items, writes labels, families and prevalence. */
public final class ClassifyJob {
    private static final String NAME = "classify";

    private final Run run;
    private final KnownMatcherSource known;
    private final ClassifierSource classifier;

    /** A classify job of this run. */
    public ClassifyJob(Run run, KnownMatcherSource known, ClassifierSource classifier) {
        this.run = run;
        this.known = known;
        this.classifier = classifier;
    }

    /** Runs it in this environment, which must be of batch mode, and says what became of the items. */
    public JobCounts run(StreamExecutionEnvironment env) throws IOException {
        List<TableFolder> tables =
                List.of(run.folder(Table.LABELS), run.folder(Table.FAMILY_MEMBERS), run.folder(Table.PREVALENCE));
        for (TableFolder table : tables) {
            TableManifest.withdraw(table.root());
        }
        describe(env);
        BatchJob.execute(env, NAME + " " + run.study().id());
        for (TableFolder table : tables) {
            table.deleteOtherAttempts();
        }
        forgetText();
        return JobCounts.read(countsFile());
    }

    /** A study that drops text keeps it only until it is labelled. */
    private void forgetText() throws IOException {
        Path texts = run.itemsWithText().root();
        texts.getFileSystem().delete(texts, true);
    }

    /** The folder of the items with their words. */
    public static TableFolder items(Run run) {
        return run.study().privacy().dropText() ? run.itemsWithText() : run.folder(Table.ITEMS);
    }

    /** The execution plan as JSON; nothing is run. */
    public String plan(StreamExecutionEnvironment env) {
        describe(env);
        return env.getExecutionPlan();
    }

    private Path countsFile() {
        return JobCounts.file(run.output(), NAME);
    }

    private void describe(StreamExecutionEnvironment env) {
        DataStream<ItemRow> items = TableSource.read(
                env, Table.ITEMS, List.of(items(run).root()), PostingBuilder.COLUMNS, "classify-items-read");
        ClassifyPipeline.Outputs outputs =
                new ClassifyPipeline(ClassifyPlan.of(run), known, StudyOrganisations.of(run), classifier).build(items);
        TableSink.write(outputs.labels(), Table.LABELS, run.folder(Table.LABELS));
        TableSink.write(outputs.members(), Table.FAMILY_MEMBERS, run.folder(Table.FAMILY_MEMBERS));
        TableSink.write(outputs.prevalence(), Table.PREVALENCE, run.folder(Table.PREVALENCE));
        JobCounts.collect(NAME, run.runId(), countsFile(), outputs.counts());
    }
}
