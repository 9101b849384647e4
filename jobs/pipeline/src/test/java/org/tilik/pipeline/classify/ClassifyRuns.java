// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.classify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tilik.measure.incident.IncidentRule;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.LabelRow;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.Study;
import org.tilik.pipeline.table.RowType;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableReader;
import org.tilik.pipeline.table.TableSink;

/** Small runs of the classify job on invented items, scored by {@link WordRules}. */
final class ClassifyRuns {
    private ClassifyRuns() {}

    /** A run whose items lie in its output. */
    static Run write(
            Path folder, String output, List<TestItem> items, Map<String, Double> thresholds, List<String> lists) {
        return write(folder, output, items, thresholds, lists, null);
    }

    /** The same with an audit. */
    static Run write(
            Path folder,
            String output,
            List<TestItem> items,
            Map<String, Double> thresholds,
            List<String> lists,
            String audit) {
        Study study = new Study(
                "pipeline-test",
                "A test",
                List.of(),
                Study.Window.ALL,
                Map.of(),
                Map.of(),
                new Study.Track(false, thresholds, lists),
                List.of("platform", "language"),
                List.of(1.0, 24.0),
                Clock.POSTED,
                0.95,
                WordRules.ID,
                audit,
                lists.isEmpty() ? List.of() : List.of("organisations.csv"),
                "default",
                Study.Spread.USUAL,
                IncidentRule.USUAL,
                new Study.Privacy(null, 10, false, null),
                0.05,
                7);
        Run run = new Run(
                study,
                folder.resolve("study.yaml").toString(),
                List.of(),
                folder.resolve(output).toString(),
                Run.captures(folder.resolve(output).toString()),
                "0123456789abcdef",
                WordRules.ID,
                "00000000",
                4);
        StreamExecutionEnvironment env = BatchJob.environment(1, Exchange.STORED);
        ItemRow[] rows = items.stream().map(TestItem::row).toArray(ItemRow[]::new);
        TableSink.write(env.fromData(RowType.of(Table.ITEMS), rows), Table.ITEMS, run.folder(Table.ITEMS));
        BatchJob.execute(env, "items");
        return run;
    }

    static JobCounts job(Run run, int parallelism) throws Exception {
        ClassifyJob job = new ClassifyJob(run, StudyLists.of(run, () -> TestItem.KEY), WordRules::new);
        return job.run(BatchJob.environment(parallelism, Exchange.STORED));
    }

    /** The rows of labels by item, of which there must be one each. */
    static Map<String, LabelRow> labels(Run run) throws Exception {
        Map<String, LabelRow> labels = new HashMap<>();
        TableReader.forEach(
                Table.LABELS,
                run.folder(Table.LABELS).root(),
                row -> assertThat(labels.put(row.itemKey(), row)).isNull());
        return labels;
    }
}
