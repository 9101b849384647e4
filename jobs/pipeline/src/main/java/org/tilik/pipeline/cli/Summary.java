// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.flink.core.fs.Path;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.classify.ModelErrors;
import org.tilik.pipeline.study.IngestCounts;
import org.tilik.pipeline.study.PlaceComparisons;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.study.RunReport;
import org.tilik.pipeline.study.StudyPaths;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableReader;

/** What a person wants to see when a run has ended: what was read, three headline numbers, and how to go on. */
final class Summary {
    private static final double HEADLINE_HOURS = 24;
    private static final int PERCENT = 100;
    /** {@code correction_method} of rows in which nothing is corrected. */
    private static final Set<String> AS_FOUND = Set.of("none", "classifier-tracked items");

    private static final String POOLED = "all";

    private final Run run;
    private final ModelErrors errors;
    private final PrintStream out;

    Summary(Run run, ModelErrors errors, PrintStream out) {
        this.run = run;
        this.errors = errors;
        this.out = out;
    }

    void print() throws IOException {
        RunReport report = RunReport.of(run);
        out.printf("%n%s — run %s%n%n", run.study().title(), run.runId());
        report.get("ingest", IngestCounts.class).ifPresent(this::printIngest);
        if (run.modelId() != null) {
            new PrevalenceSummary(run, errors, out)
                    .print(TableReader.read(
                            Table.PREVALENCE, run.folder(Table.PREVALENCE).root()));
        }
        printHeadlines(TableReader.read(
                Table.REMOVAL_MEASURES, run.folder(Table.REMOVAL_MEASURES).root()));
        new SpreadSummary(run, out)
                .print(TableReader.read(
                        Table.SPREAD_MEASURES, run.folder(Table.SPREAD_MEASURES).root()));
        String measures = StudyPaths.display(run.folder(Table.REMOVAL_MEASURES).attempt());
        out.printf("%nTables: %s%n", StudyPaths.display(new Path(run.output())));
        out.printf("Go on:  duckdb -c \"FROM '%s/*.parquet'\"%n", measures);
    }

    private void printIngest(IngestCounts counts) {
        out.printf(
                Locale.ROOT,
                "Read %,d records: %,d items, %,d observations, %s%,d duplicates, %,d ignored, %,d rejected%n",
                counts.recordsRead(),
                counts.items(),
                counts.observations(),
                counts.ledger() == 0 ? "" : String.format(Locale.ROOT, "%,d entries of ledgers, ", counts.ledger()),
                counts.duplicates(),
                counts.ignoredTotal(),
                counts.rejectedTotal());
        for (Map.Entry<String, Long> reject : counts.rejects().entrySet()) {
            out.printf(Locale.ROOT, "  rejected as %-24s %,10d%n", reject.getKey(), reject.getValue());
        }
        IngestCounts.UnmatchedRemovals unmatched = counts.unmatchedRemovals();
        if (unmatched.withAge() > 0) {
            out.printf(
                    Locale.ROOT,
                    "  %,d removals of items that no input delivers, in no measure; %,d have an age, median %.1f h%n",
                    unmatched.n(),
                    unmatched.withAge(),
                    unmatched.medianAgeHours());
        }
        printComparisons(counts.comparisons());
    }

    private void printComparisons(PlaceComparisons compared) {
        if (compared.looks() > 0) {
            out.printf(
                    Locale.ROOT,
                    "  %,d captures of channels and threads compared: %,d items missing from a later one%n",
                    compared.looks(),
                    compared.missing());
        }
        if (compared.contradicted() > 0) {
            out.printf(
                    Locale.ROOT,
                    "  %,d times a capture lacks what was seen later: was one declared complete that is not?%n",
                    compared.contradicted());
        }
    }

    private void printHeadlines(List<RemovalMeasureRow> rows) {
        double deadline = run.study().deadlinesHours().stream()
                .filter(hours -> hours >= HEADLINE_HOURS)
                .findFirst()
                .orElseGet(() -> run.study().deadlinesHours().get(0));
        out.printf(
                "%nAll tracked posts and replies, clock %s:%n",
                run.study().clock().id());
        print(rows, "gone after (median)", row -> row.metricId().equals("gone.median_hours"));
        print(
                rows,
                String.format(Locale.ROOT, "gone within %.0f h", deadline),
                row -> row.metricId().equals("gone.share_within") && isAt(row, deadline));
        print(
                rows,
                String.format(Locale.ROOT, "removed within %.0f h", deadline),
                row -> row.metricId().equals("removal.share_within")
                        && isAt(row, deadline)
                        && POOLED.equals(row.cause()));
        out.println("  (gone: no longer visible for any cause; removed: by platform, moderators, referral or order)");
    }

    private static boolean isAt(RemovalMeasureRow row, double deadline) {
        return row.deadlineHours() != null && row.deadlineHours() == deadline;
    }

    private void print(List<RemovalMeasureRow> rows, String label, Predicate<RemovalMeasureRow> which) {
        Optional<RemovalMeasureRow> found = rows.stream()
                .filter(row -> row.stratumBy().equals(POOLED) && AS_FOUND.contains(row.correctionMethod()))
                .filter(which)
                .findFirst();
        out.printf("  %-22s %s%n", label, found.map(Summary::text).orElse("not measured"));
    }

    /** The number with its interval, or the bounds that the data imply, or why there is none. */
    static String text(RemovalMeasureRow row) {
        if (row.suppressed()) {
            return "suppressed: fewer items or accounts than the study's k";
        }
        StringBuilder text = new StringBuilder();
        if (row.estimate() != null) {
            text.append(number(row.estimate(), row.unit()));
        } else if (row.boundLow() != null && row.boundHigh() != null) {
            String low = number(row.boundLow(), row.unit());
            String high = number(row.boundHigh(), row.unit());
            // The innermost interval of a quantile is where the likeliest curve has it, no bound of what is possible.
            text.append(row.unit().equals("h") ? "most likely " : "")
                    .append(low.equals(high) ? low : "between " + low + " and " + high);
        } else {
            text.append("not identified by these data");
        }
        if (row.ciLow() != null && row.ciHigh() != null) {
            text.append(String.format(
                    Locale.ROOT,
                    " (%.0f %% interval %s to %s)",
                    PERCENT * row.confLevel(),
                    number(row.ciLow(), row.unit()),
                    number(row.ciHigh(), row.unit())));
        }
        if (row.nItems() != null) {
            text.append(String.format(Locale.ROOT, ", n = %,d", row.nItems()));
        }
        return text.toString();
    }

    private static String number(double value, String unit) {
        return unit.equals("h")
                ? String.format(Locale.ROOT, "%.1f h", value)
                : String.format(Locale.ROOT, "%.1f %%", PERCENT * value);
    }
}
