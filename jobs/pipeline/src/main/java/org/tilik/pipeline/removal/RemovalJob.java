// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tilik.formats.SourceSelection;
import org.tilik.model.table.EpisodeRow;
import org.tilik.model.table.ItemRow;
import org.tilik.model.table.LabelRow;
import org.tilik.model.table.LedgerCountRow;
import org.tilik.model.table.ObservationRow;
import org.tilik.pipeline.classify.Standings;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.ledger.LedgerMeasures;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.SmallTable;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFolder;
import org.tilik.pipeline.table.TableManifest;
import org.tilik.pipeline.table.TableReader;
import org.tilik.pipeline.table.TableSink;
import org.tilik.pipeline.table.TableSource;

/** Removal: reads items, labels and observations, writes episodes, exact curves, published curves and measures, and measures of ledgers. */
public final class RemovalJob {
    private static final String RESTRICTED = "restricted";

    private static final String NAME = "removal";

    private final Run run;

    /** A removal job of this run. */
    public RemovalJob(Run run) {
        this.run = run;
    }

    /** Runs it in this environment, which must be of batch mode, and says what became of items and observations. */
    public JobCounts run(StreamExecutionEnvironment env) throws IOException {
        List<TableFolder> tables = List.of(
                run.folder(Table.EPISODES),
                exactCurves(run),
                run.folder(Table.REMOVAL_CURVES),
                run.folder(Table.REMOVAL_MEASURES));
        for (TableFolder table : tables) {
            TableManifest.withdraw(table.root());
        }
        describe(env, coverage(run));
        writeLedgers();
        BatchJob.execute(env, NAME + " " + run.study().id());
        for (TableFolder table : tables) {
            table.deleteOtherAttempts();
        }
        return JobCounts.read(countsFile());
    }

    /** Written from here: the counts are few, and a study without ledgers has an empty table. */
    private void writeLedgers() throws IOException {
        List<LedgerCountRow> counts = TableReader.read(
                Table.LEDGER_COUNTS, run.folder(Table.LEDGER_COUNTS).root());
        SmallTable.write(
                Table.LEDGER_MEASURES,
                run.folder(Table.LEDGER_MEASURES),
                LedgerMeasures.of(run).rows(counts));
    }

    /** Where the exact curves of a run lie, apart from the published ones. */
    public static TableFolder exactCurves(Run run) {
        return run.folder(RESTRICTED, Table.REMOVAL_CURVES);
    }

    /** The execution plan as JSON; nothing is run. */
    public String plan(StreamExecutionEnvironment env) {
        describe(env, Coverage.NONE);
        return env.getExecutionPlan();
    }

    /** Names of the inputs that hold only what was removed. */
    static Set<String> selectedOnRemoval(List<InputFile> inputs) {
        Set<String> names = new HashSet<>();
        for (InputFile input : inputs) {
            if (input.format() != null && input.format().selection() == SourceSelection.SELECTED_ON_REMOVAL) {
                names.add(input.name());
            }
        }
        return names;
    }

    private Path countsFile() {
        return JobCounts.file(run.output(), NAME);
    }

    /** When the push streams of a run were watched. */
    public static Coverage coverage(Run run) throws IOException {
        return Coverage.of(
                TableReader.read(Table.COVERAGE, run.folder(Table.COVERAGE).root()));
    }

    /**
     * The visible spans of every tracked item of a run on the clock of posting, whatever the study's clock, for jobs that
     * look at spread and removal together.
     */
    public static DataStream<EpisodeRow> episodes(StreamExecutionEnvironment env, Run run, Coverage coverage) {
        return followed(env, run, coverage, List.of(), Standings.WITHOUT_SCORES).episodes();
    }

    /**
     * What policy measures ask of each tracked item, on the clock of posting.
     *
     * @param episodes every visible span
     * @param flags when items were reported, referred and ordered to be removed
     * @param duties what became of what platforms were bound or asked to do about them, also of what is nearly tracked
     * @param standings first spans of what is measured, nearly is, or is not at all
     */
    public record Followed(
            DataStream<EpisodeRow> episodes,
            DataStream<FlagFact> flags,
            DataStream<DutyFact> duties,
            DataStream<StandingFact> standings) {}

    /**
     * Visible spans of every tracked item of a run as {@link #episodes}, flags, and what became of these duties.
     *
     * @param standings which other items are followed beside the tracked ones
     */
    public static Followed followed(
            StreamExecutionEnvironment env, Run run, Coverage coverage, List<Duty> duties, Standings standings) {
        SingleOutputStreamOperator<EpisodeRow> episodes = RemovalPipeline.episodes(
                items(env, run),
                labels(env, run),
                observations(env, run),
                selectedOnRemoval(run.inputs()),
                standings,
                new BuildEpisodes(Clock.POSTED, coverage, new Strata(run.study().strata()), run.runId(), duties));
        return new Followed(
                episodes,
                episodes.getSideOutput(BuildEpisodes.FLAGS),
                episodes.getSideOutput(BuildEpisodes.DUTIES),
                episodes.getSideOutput(BuildEpisodes.STANDINGS));
    }

    private static DataStream<ItemRow> items(StreamExecutionEnvironment env, Run run) {
        return TableSource.read(
                env,
                Table.ITEMS,
                List.of(run.folder(Table.ITEMS).root()),
                RemovalPipeline.ITEM_COLUMNS,
                "removal-items-read");
    }

    private static DataStream<LabelRow> labels(StreamExecutionEnvironment env, Run run) {
        return TableSource.read(
                env,
                Table.LABELS,
                List.of(run.folder(Table.LABELS).root()),
                RemovalPipeline.LABEL_COLUMNS,
                "removal-labels-read");
    }

    private static DataStream<ObservationRow> observations(StreamExecutionEnvironment env, Run run) {
        return TableSource.read(
                env,
                Table.OBSERVATIONS,
                List.of(run.folder(Table.OBSERVATIONS).root()),
                RemovalPipeline.OBSERVATION_COLUMNS,
                "removal-observations-read");
    }

    private void describe(StreamExecutionEnvironment env, Coverage coverage) {
        RemovalPipeline.Outputs outputs = RemovalPipeline.build(
                items(env, run),
                labels(env, run),
                observations(env, run),
                coverage,
                selectedOnRemoval(run.inputs()),
                new Strata(run.study().strata()),
                FamilyPlan.of(run),
                AuditPlan.of(run),
                Standings.of(run));
        TableSink.write(outputs.episodes(), Table.EPISODES, run.folder(Table.EPISODES));
        TableSink.write(outputs.exactCurves(), Table.REMOVAL_CURVES, exactCurves(run), "removal_curves-exact");
        TableSink.write(outputs.curves(), Table.REMOVAL_CURVES, run.folder(Table.REMOVAL_CURVES));
        TableSink.write(outputs.measures(), Table.REMOVAL_MEASURES, run.folder(Table.REMOVAL_MEASURES));
        JobCounts.collect(NAME, run.runId(), countsFile(), outputs.episodeCounts(), outputs.itemCounts());
    }
}
