// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tilik.formats.container.ReadLimits;
import org.tilik.model.table.CoverageRow;
import org.tilik.model.table.RejectRow;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.SmallTable;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFolder;
import org.tilik.pipeline.table.TableManifest;

/** Ingest: decodes the inputs that are new or changed, merges all of them, writes items, observations and rejects. */
public final class IngestJob {
    private final Run run;
    private final KeyOnTask key;
    private final Set<String> suppressed;
    private final int parallelism;

    /**
     * An ingest of this run.
     *
     * @param key where tasks find the pseudonym key
     * @param suppressed pseudonyms of items and accounts that asked to be forgotten
     * @param parallelism tasks of each step; 0 for the default
     */
    public IngestJob(Run run, KeyOnTask key, Set<String> suppressed, int parallelism) {
        this.run = run;
        this.key = key;
        this.suppressed = Set.copyOf(suppressed);
        this.parallelism = parallelism;
    }

    /**
     * Runs it.
     *
     * @param fresh whether inputs that have not changed are decoded again as well
     */
    public IngestResult run(boolean fresh) throws IOException {
        int decoded = decode(fresh);
        MergeTally merged = merge();
        Map<String, DecodedInput> inputs = new TreeMap<>();
        for (InputFile input : run.inputs()) {
            inputs.put(input.name(), DecodedInput.read(run.captures(input)));
        }
        SmallTable.write(Table.COVERAGE, run.folder(Table.COVERAGE), coverage(inputs));
        SmallTable.write(Table.REJECTS, run.folder(Table.REJECTS), rejects(inputs));
        if (run.study().privacy().dropText()) {
            forgetCaptures();
        }
        return new IngestResult(inputs, decoded, merged);
    }

    /** The first step alone: decodes the inputs that are new or changed, or all; returns how many it decoded. */
    public int decode(boolean fresh) throws IOException {
        List<InputFile> pending = new ArrayList<>();
        for (InputFile input : run.inputs()) {
            Path folder = run.captures(input);
            if (fresh || !TableManifest.isFinished(folder)) {
                TableManifest.withdraw(folder);
                pending.add(input);
            }
        }
        if (!pending.isEmpty()) {
            BatchJob.execute(decoding(pending), "ingest: decode " + run.study().id());
        }
        return pending.size();
    }

    private StreamExecutionEnvironment decoding(List<InputFile> inputs) {
        StreamExecutionEnvironment env = BatchJob.environment(parallelism, Exchange.DIRECT);
        BatchJob.describe(env, run);
        ReadLimits limits = ReadLimits.configured();
        IngestPipeline.decode(
                env, DumpSource.of(inputs, limits), DumpSource.mostSplits(inputs, limits), run.captures(), key);
        return env;
    }

    private MergeTally merge() throws IOException {
        TableFolder items = run.folder(Table.ITEMS);
        TableFolder observations = run.folder(Table.OBSERVATIONS);
        TableFolder ledgerCounts = run.folder(Table.LEDGER_COUNTS);
        TableManifest.withdraw(items.root());
        Path texts = run.itemsWithText().root();
        texts.getFileSystem().delete(texts, true);
        TableManifest.withdraw(observations.root());
        TableManifest.withdraw(ledgerCounts.root());
        BatchJob.execute(
                merging(items, observations, ledgerCounts),
                "ingest: merge " + run.study().id());
        items.deleteOtherAttempts();
        observations.deleteOtherAttempts();
        ledgerCounts.deleteOtherAttempts();
        return WriteTally.read(tallyFile());
    }

    private StreamExecutionEnvironment merging(TableFolder items, TableFolder observations, TableFolder ledgerCounts) {
        StreamExecutionEnvironment env = BatchJob.environment(parallelism, Exchange.STORED);
        BatchJob.describe(env, run);
        List<String> captures = run.inputs().stream()
                .map(input -> run.captures(input).toString())
                .toList();
        IngestPipeline.merge(
                env,
                captures,
                run.study(),
                suppressed,
                items,
                run.itemsWithText(),
                observations,
                ledgerCounts,
                tallyFile());
        return env;
    }

    private String tallyFile() {
        return run.output() + "/work/merge_tally.json";
    }

    /** The execution plans of both jobs as JSON, every input taken as new; nothing is run. */
    public List<String> plans() {
        return List.of(
                decoding(run.inputs()).getExecutionPlan(),
                merging(run.folder(Table.ITEMS), run.folder(Table.OBSERVATIONS), run.folder(Table.LEDGER_COUNTS))
                        .getExecutionPlan());
    }

    /** Captures hold the words of the items; a study that drops text keeps them only while they are merged. */
    private void forgetCaptures() throws IOException {
        for (InputFile input : run.inputs()) {
            Path folder = run.captures(input);
            folder.getFileSystem().delete(folder, true);
        }
    }

    private List<CoverageRow> coverage(Map<String, DecodedInput> inputs) {
        List<CaptureTally> tallies =
                inputs.values().stream().map(DecodedInput::tally).toList();
        return CoverageSpans.of(tallies, run.study().coverage(), run.runId());
    }

    private List<RejectRow> rejects(Map<String, DecodedInput> inputs) {
        List<RejectRow> rows = new ArrayList<>();
        inputs.forEach((name, input) -> input.tally()
                .rejects()
                .values()
                .forEach(group -> rows.add(new RejectRow(
                        name,
                        group.member().isEmpty() ? null : group.member(),
                        group.record(),
                        group.reason(),
                        group.count(),
                        group.offset(),
                        PublishedDetail.of(group.detail()),
                        run.runId()))));
        return rows;
    }
}
