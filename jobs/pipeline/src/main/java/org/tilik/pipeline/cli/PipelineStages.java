// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.flink.core.fs.Path;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.tilik.formats.known.Subject;
import org.tilik.formats.known.SuppressionList;
import org.tilik.model.Pseudonymiser;
import org.tilik.pipeline.classify.ClassifierSource;
import org.tilik.pipeline.classify.ClassifyJob;
import org.tilik.pipeline.classify.ModelErrors;
import org.tilik.pipeline.classify.StudyLists;
import org.tilik.pipeline.counts.JobCounts;
import org.tilik.pipeline.execution.BatchJob;
import org.tilik.pipeline.execution.BatchJob.Exchange;
import org.tilik.pipeline.incident.IncidentJob;
import org.tilik.pipeline.ingest.CaptureTally;
import org.tilik.pipeline.ingest.DecodedInput;
import org.tilik.pipeline.ingest.IngestJob;
import org.tilik.pipeline.ingest.IngestResult;
import org.tilik.pipeline.ingest.MergeTally;
import org.tilik.pipeline.ingest.ReadProgress;
import org.tilik.pipeline.policy.PolicyJob;
import org.tilik.pipeline.removal.RemovalJob;
import org.tilik.pipeline.spread.SpreadJob;
import org.tilik.pipeline.study.IngestCounts;
import org.tilik.pipeline.study.InputFile;
import org.tilik.pipeline.study.InputReport;
import org.tilik.pipeline.study.PseudonymKey;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunError;
import org.tilik.pipeline.study.RunReport;
import org.tilik.pipeline.study.TableReport;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableFolder;
import org.tilik.pipeline.table.TableManifest;

/** The jobs as the commands run them: with progress, with their counts in run.json, and with their checks. */
final class PipelineStages implements Stages {
    private final PrintStream out;
    private final Function<Run, ClassifierSource> classifiers;
    private final Function<Run, ModelErrors> errors;

    /**
     * Stages.
     *
     * @param classifiers gives the classifier of a run's model
     * @param errors gives what is known of the errors of a run's model
     */
    PipelineStages(PrintStream out, Function<Run, ClassifierSource> classifiers, Function<Run, ModelErrors> errors) {
        this.out = out;
        this.classifiers = classifiers;
        this.errors = errors;
    }

    @Override
    public void ingest(Run run, StageOptions options) throws IOException {
        PseudonymKey key = PseudonymKey.of(run.study(), run.studyFile());
        IngestJob job = new IngestJob(
                run,
                key::open,
                suppressed(run, key.open()),
                options.parallelism().orElse(0));
        if (options.printPlan()) {
            job.plans().forEach(out::println);
            return;
        }
        withdrawOtherRuns(run);
        IngestResult result = readWithProgress(run, job, options);
        IngestCounts counts = counts(result);
        RunReport.update(
                run,
                report -> report.put("inputs", inputs(run, result))
                        .put("ingest", counts)
                        .put("tables", tables(run)));
        check(run, counts, result);
    }

    private static IngestResult readWithProgress(Run run, IngestJob job, StageOptions options) throws IOException {
        long total = run.inputs().stream().mapToLong(InputFile::bytes).sum();
        long bytesBefore = ReadProgress.bytes();
        long recordsBefore = ReadProgress.records();
        try (ProgressDisplay display = ProgressDisplay.start(
                () -> new ProgressLine(
                        ReadProgress.bytes() - bytesBefore, total, ReadProgress.records() - recordsBefore),
                options.quiet())) {
            return job.run(options.fresh());
        }
    }

    /** Pseudonyms of all items and accounts that the study's suppression list names. */
    private static Set<String> suppressed(Run run, Pseudonymiser pseudonymiser) throws IOException {
        Set<String> pseudonyms = new HashSet<>();
        String list = run.study().privacy().suppressionList();
        if (list != null) {
            Path path = run.resolve(list);
            try (InputStream in = path.getFileSystem().open(path)) {
                SuppressionList subjects = SuppressionList.read(in, list);
                for (Subject subject : subjects.items()) {
                    pseudonyms.add(pseudonymiser.pseudonym(subject.platform(), subject.id()));
                }
                for (Subject subject : subjects.accounts()) {
                    pseudonyms.add(pseudonymiser.pseudonym(subject.platform(), subject.id()));
                }
            }
        }
        return pseudonyms;
    }

    private static IngestCounts counts(IngestResult result) {
        CaptureTally decoded = result.decoded();
        MergeTally merged = result.merged();
        Map<String, Long> ignored = new TreeMap<>(decoded.ignored());
        merged.ignored().forEach((reason, count) -> ignored.merge(reason, count, Long::sum));
        Map<String, Long> rejects = new TreeMap<>();
        decoded.rejects().values().forEach(group -> rejects.merge(group.reason(), group.count(), Long::sum));
        return new IngestCounts(
                decoded.records(),
                merged.items(),
                merged.observations(),
                merged.ledger(),
                merged.duplicates(),
                ignored,
                rejects,
                merged.derivedItems(),
                merged.derivedObservations(),
                merged.unmatched(),
                merged.comparisons());
    }

    private static List<InputReport> inputs(Run run, IngestResult result) {
        List<InputReport> reports = new ArrayList<>();
        for (InputFile input : run.inputs()) {
            DecodedInput decoded = result.inputs().get(input.name());
            String format = input.format() == null ? null : input.format().id();
            reports.add(new InputReport(
                    input.name(),
                    input.bytes(),
                    decoded.sha256(),
                    format,
                    decoded.tally().records()));
        }
        return reports;
    }

    private static List<TableReport> tables(Run run) {
        List<TableReport> reports = new ArrayList<>();
        try {
            for (TableFolder folder : folders(run)) {
                Path root = folder.root();
                if (isOf(run, root)) {
                    String name = root.getParent().getName() + "/" + root.getName();
                    reports.add(new TableReport(name, TableManifest.read(root).rows(), null));
                }
            }
        } catch (IOException e) {
            throw RunError.failed("The finished tables in " + run.output() + " cannot be listed: " + e.getMessage(), e);
        }
        return reports;
    }

    private static boolean isOf(Run run, Path table) throws IOException {
        return TableManifest.isFinished(table)
                && TableManifest.read(table).runId().equals(run.runId());
    }

    /** Tables of another study or other inputs must not look like those of this run, should it end early. */
    private static void withdrawOtherRuns(Run run) throws IOException {
        for (TableFolder folder : folders(run)) {
            if (TableManifest.isFinished(folder.root()) && !isOf(run, folder.root())) {
                TableManifest.withdraw(folder.root());
            }
        }
    }

    private static List<TableFolder> folders(Run run) {
        List<TableFolder> folders = new ArrayList<>();
        for (Table<?> table : Table.all()) {
            if (!table.schema().area().equals("work")) {
                folders.add(run.folder(table));
            }
        }
        folders.add(RemovalJob.exactCurves(run));
        folders.addAll(SpreadJob.restricted(run));
        folders.add(IncidentJob.restricted(run));
        return folders;
    }

    /** Every record must be accounted for, and not too many may be unusable. */
    private static void check(Run run, IngestCounts counts, IngestResult result) {
        if (!counts.balanced()) {
            throw RunError.failed(
                    "The records do not add up: " + counts + ". This is an error of Tilik; the numbers must not be"
                            + " used. Please report it with run.json.",
                    null);
        }
        double share = counts.recordsRead() == 0 ? 0 : (double) counts.rejectedTotal() / counts.recordsRead();
        double most = run.study().maxRejectShare();
        if (share > most) {
            throw RunError.unreadable(String.format(
                    "%,d of %,d records (%.1f %%) were rejected; the study allows %.1f %% (max_reject_share). Most are in"
                            + " %s. The table release/rejects in %s names every file, reason and first record. Mend or"
                            + " take out these inputs, or raise max_reject_share if you can stand by it.",
                    counts.rejectedTotal(),
                    counts.recordsRead(),
                    100 * share,
                    100 * most,
                    worst(result),
                    run.output()));
        }
    }

    /** The largest group of rejected records in words. */
    private static String worst(IngestResult result) {
        String words = "";
        long most = 0;
        for (Map.Entry<String, DecodedInput> input : result.inputs().entrySet()) {
            for (CaptureTally.RejectGroup group :
                    input.getValue().tally().rejects().values()) {
                if (group.count() > most) {
                    most = group.count();
                    words = String.format(
                            "%s: %,d %s, the first is record %,d (%s)",
                            input.getKey(), group.count(), group.reason(), group.record(), group.detail());
                }
            }
        }
        return words;
    }

    @Override
    public void classify(Run run, StageOptions options) throws IOException {
        PseudonymKey key = PseudonymKey.of(run.study(), run.studyFile());
        ClassifyJob job = new ClassifyJob(run, StudyLists.of(run, key::open), classifiers.apply(run));
        Work work = env -> {
            checkText(run);
            return job.run(env);
        };
        carryOut("classify", run, options, job::plan, work, Table.ITEMS);
    }

    @Override
    public void spread(Run run, StageOptions options) throws IOException {
        SpreadJob job = new SpreadJob(run);
        carryOut("spread", run, options, job::plan, job::run, Table.ITEMS, Table.LABELS);
    }

    @Override
    public void removal(Run run, StageOptions options) throws IOException {
        RemovalJob job = new RemovalJob(run);
        carryOut("removal", run, options, job::plan, job::run, Table.ITEMS, Table.LEDGER_COUNTS, Table.LABELS);
    }

    @Override
    public void policy(Run run, StageOptions options) throws IOException {
        PolicyJob job = new PolicyJob(run);
        carryOut("policy", run, options, job::plan, job::run, Table.ITEMS, Table.LABELS);
    }

    @Override
    public void incidents(Run run, StageOptions options) throws IOException {
        IncidentJob job = new IncidentJob(run);
        carryOut("incidents", run, options, job::plan, job::run, Table.ITEMS, Table.LABELS);
    }

    /** What a job does on an environment. */
    @FunctionalInterface
    private interface Work {
        JobCounts run(StreamExecutionEnvironment env) throws IOException;
    }

    /** Prints the job's plan, or runs it on the tables that it needs and notes its counts in run.json under its name. */
    private void carryOut(
            String name,
            Run run,
            StageOptions options,
            Function<StreamExecutionEnvironment, String> plan,
            Work work,
            Table<?>... needed)
            throws IOException {
        StreamExecutionEnvironment env = environment(run, options);
        if (options.printPlan()) {
            out.println(plan.apply(env));
            return;
        }
        for (Table<?> table : needed) {
            check(run, table, table.equals(Table.LABELS) ? "classify" : "ingest");
        }
        JobCounts counts = work.run(env);
        RunReport.update(run, report -> report.put(name, counts.counts()).put("tables", tables(run)));
    }

    private static StreamExecutionEnvironment environment(Run run, StageOptions options) {
        StreamExecutionEnvironment env =
                BatchJob.environment(options.parallelism().orElse(0), Exchange.STORED);
        BatchJob.describe(env, run);
        return env;
    }

    @Override
    public void summarise(Run run) throws IOException {
        new Summary(run, errors.apply(run), out).print();
    }

    private static void checkText(Run run) throws IOException {
        Path items = ClassifyJob.items(run).root();
        if (!TableManifest.isFinished(items)) {
            throw RunError.study("The words of the items in " + run.output() + " are deleted: the study drops text"
                    + " (privacy.drop_text), and an earlier \"tilik classify\" has labelled them. Its tables stand. To"
                    + " classify again, run \"tilik ingest\" again first, which decodes all inputs anew.");
        }
    }

    private static void check(Run run, Table<?> table, String stage) throws IOException {
        Path folder = run.folder(table).root();
        if (!TableManifest.isFinished(folder)) {
            throw RunError.study("There is no finished table of " + table.name() + " in " + folder + ". Run \"tilik "
                    + stage + "\" on this study with the same --output first.");
        }
        String madeBy = TableManifest.read(folder).runId();
        if (!madeBy.equals(run.runId())) {
            throw RunError.study("The " + table.name() + " in " + folder + " were made by run " + madeBy + ", but the"
                    + " study and its inputs are now run " + run.runId() + ". Run \"tilik " + stage
                    + "\" again first.");
        }
    }
}
