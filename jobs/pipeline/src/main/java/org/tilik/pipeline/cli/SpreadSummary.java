// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tilik.model.table.FamilyRow;
import org.tilik.model.table.SpreadMeasureRow;
import org.tilik.pipeline.study.Run;
import org.tilik.pipeline.table.Table;
import org.tilik.pipeline.table.TableReader;

/** What a person wants to see of spread when a run has ended: how much was repeated, and how fast. */
final class SpreadSummary {
    private static final String POOLED = "all";
    private static final long COPIES = 10;

    private final Run run;
    private final PrintStream out;

    SpreadSummary(Run run, PrintStream out) {
        this.run = run;
        this.out = out;
    }

    void print(List<SpreadMeasureRow> rows) throws IOException {
        Optional<SpreadMeasureRow> families = find(rows, "families.count", null);
        out.printf("%nSpread of what was tracked:%n");
        out.printf("  %-22s %s%n", "contents repeated", families.isEmpty() ? "none" : families(families.get()));
        out.printf(
                "  %-22s %s%n",
                COPIES + " copies after",
                find(rows, "family.hours_to_copies", COPIES)
                        .map(SpreadSummary::hours)
                        .orElse("not measured"));
    }

    private static Optional<SpreadMeasureRow> find(List<SpreadMeasureRow> rows, String metric, Long threshold) {
        return rows.stream()
                .filter(row -> row.stratumBy().equals(POOLED) && row.metricId().equals(metric))
                .filter(row -> threshold == null || threshold.equals(row.thresholdCopies()))
                .findFirst();
    }

    private String families(SpreadMeasureRow row) throws IOException {
        if (row.suppressed()) {
            return "suppressed: fewer items or accounts than the study's k";
        }
        if (row.estimate() == null) {
            return "not identified by these data";
        }
        return String.format(Locale.ROOT, "%,.0f, %s", row.estimate(), largest());
    }

    /** Only what is published: a screen is copied as readily as a table. */
    private String largest() throws IOException {
        int jumps = TableReader.read(
                        Table.PLATFORM_JUMPS, run.folder(Table.PLATFORM_JUMPS).root())
                .size();
        Optional<Long> largest = TableReader.read(
                        Table.FAMILIES, run.folder(Table.FAMILIES).root())
                .stream()
                .filter(row -> row.familyId() != null)
                .map(FamilyRow::nCopies)
                .max(Long::compare);
        return largest.map(copies -> String.format(Locale.ROOT, "the largest %,d times", copies))
                        .orElse("none large enough to be published by itself")
                + (jumps == 0 ? "" : String.format(Locale.ROOT, "; %,d from one platform to another", jumps));
    }

    private static String hours(SpreadMeasureRow row) {
        if (row.suppressed()) {
            return "suppressed";
        }
        String followed = String.format(Locale.ROOT, ", %,d of %,d contents", row.nEvents(), row.nItems());
        return row.estimate() == null
                ? "not reached by half of them" + followed
                : String.format(Locale.ROOT, "%.1f h (median)%s", row.estimate(), followed);
    }
}
