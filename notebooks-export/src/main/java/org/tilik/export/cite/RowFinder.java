// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.cite;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tilik.datasets.MetricRegistry;
import org.tilik.export.ExportError;
import org.tilik.export.MeasureRow;
import org.tilik.export.RunFolder;
import org.tilik.export.ScenarioRow;

/** Finds the number of a row id and refuses, with a reason, what cannot be cited. */
public final class RowFinder {
    private static final int NEAR = 4;

    private final RunFolder run;
    private final MetricRegistry metrics;

    /** Looks in this output or bundle. */
    public RowFinder(RunFolder run, MetricRegistry metrics) {
        this.run = run;
        this.metrics = metrics;
    }

    /** The citation of this number. */
    public Citation find(String rowId) {
        Optional<MeasureRow> measure = run.measure(rowId);
        if (measure.isPresent()) {
            return citation(measure.get());
        }
        return citation(run.scenario(rowId).orElseThrow(() -> unknown(rowId)));
    }

    private Citation citation(MeasureRow row) {
        run.tables().get(row.table()).checkUnchanged();
        checkRun(row.rowId(), row.runId());
        if (row.suppressed()) {
            throw suppressed(row.rowId(), row.metricId(), row.stratumBy(), row.stratum());
        }
        return new MeasureCitation(
                row, metrics.find(row.metricId()).filter(metric -> metric.version() == row.metricVersion()), run.run());
    }

    private Citation citation(ScenarioRow row) {
        run.tables().get(ScenarioRow.TABLE).checkUnchanged();
        checkRun(row.rowId(), row.runId());
        if (row.suppressed()) {
            throw suppressed(row.rowId(), row.scenario(), row.stratumBy(), row.stratum());
        }
        return new ScenarioCitation(row, run.run());
    }

    private void checkRun(String rowId, String runId) {
        if (!runId.equals(run.run().runId())) {
            throw ExportError.usage("The row " + rowId + " in " + run.folder() + " is of run " + runId
                    + ", but run.json is of run " + run.run().runId()
                    + ": inputs and options of its run are not known here. Run the study again.");
        }
    }

    private ExportError suppressed(String rowId, String what, String stratumBy, String stratum) {
        return ExportError.usage("The row " + rowId + " (" + what + ", " + stratumBy + " = " + stratum
                + ") is suppressed: its group has fewer than " + run.run().k()
                + " items or accounts, or would give away one that has. There is no number to cite; cite a larger"
                + " group.");
    }

    private ExportError unknown(String rowId) {
        StringBuilder message = new StringBuilder("No finished table of ")
                .append(run.folder())
                .append(" has the row id '")
                .append(rowId)
                .append("'.");
        List<Known> known = known();
        Optional<Known> ofMetric =
                known.stream().filter(row -> row.metricId().equals(rowId)).findFirst();
        if (ofMetric.isPresent()) {
            message.append(" It is a metric; expected one of its rows, such as ")
                    .append(ofMetric.get().rowId())
                    .append(" in release/")
                    .append(ofMetric.get().table())
                    .append('.');
        } else {
            nearest(rowId, known)
                    .ifPresentOrElse(
                            row -> message.append(" Did you mean ")
                                    .append(row.rowId())
                                    .append(" (")
                                    .append(row.metricId())
                                    .append(")?"),
                            () -> message.append(" Row ids are the 16 hex digits in the column row_id of ")
                                    .append(known.isEmpty() ? "the tables of measures" : run.measureTables())
                                    .append("; they stay the same when the same study is run again."));
        }
        if (!run.unfinished().isEmpty()) {
            message.append(" The tables ")
                    .append(run.unfinished())
                    .append(" are not finished and were not looked at: run the study to its end.");
        }
        return ExportError.usage(message.toString());
    }

    private record Known(String table, String rowId, String metricId) {}

    private List<Known> known() {
        Stream<Known> scenarios = run.scenarios().stream()
                .filter(row -> !row.suppressed())
                .map(row -> new Known(ScenarioRow.TABLE, row.rowId(), row.scenario()));
        Stream<Known> measures = run.measureTables().stream()
                .flatMap(table -> run
                        .query(
                                "SELECT row_id, metric_id FROM release." + RunFolder.quoted(table)
                                        + " WHERE NOT suppressed",
                                row -> new Known(table, row.text("row_id"), row.text("metric_id")))
                        .stream());
        return Stream.concat(measures, scenarios).toList();
    }

    private static Optional<Known> nearest(String rowId, List<Known> known) {
        Optional<Known> begins = known.stream()
                .filter(row -> rowId.length() >= NEAR && row.rowId().startsWith(rowId.toLowerCase(Locale.ROOT)))
                .findFirst();
        return begins.isPresent()
                ? begins
                : known.stream()
                        .filter(row -> distance(rowId, row.rowId()) <= NEAR)
                        .min(Comparator.comparingInt(row -> distance(rowId, row.rowId())));
    }

    /** Letters to change, add or take away (Levenshtein). */
    private static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > NEAR) {
            return Integer.MAX_VALUE;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
