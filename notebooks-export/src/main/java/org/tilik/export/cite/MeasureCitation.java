// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.cite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.tilik.datasets.MetricRegistry.Metric;
import org.tilik.export.MeasureRow;
import org.tilik.export.RunRecord;

/**
 * How one number of a table of the long shape is cited.
 *
 * @param row the number
 * @param metric its definition; empty where this version does not know it, or in another version
 * @param run what made it
 */
public record MeasureCitation(MeasureRow row, Optional<Metric> metric, RunRecord run) implements Citation {
    private static final String ALL = "all";

    /** Stated before the number, or the stratum once more. */
    private static final Set<String> STATED_APART = Set.of("platform", "intervention_on", "legal_basis");

    @Override
    public String rowId() {
        return row.rowId();
    }

    @Override
    public String source() {
        return SourceText.of(run, row.rowId(), row.runId(), row.modelId(), row.correctionMethod());
    }

    @Override
    public String statement() {
        StringBuilder text = new StringBuilder(title());
        text.append(" (")
                .append(row.metricId())
                .append(", version ")
                .append(row.metricVersion())
                .append(")");
        details().forEach(detail -> text.append(", ").append(detail));
        text.append(": ").append(NumberText.value(row));
        List<String> uncertainty = new ArrayList<>();
        if (row.estimate() == null && row.hasNumber()) {
            uncertainty.add("bounds, no single value is identified");
        }
        if (!NumberText.interval(row).isEmpty()) {
            uncertainty.add(NumberText.interval(row) + (row.ciMethod() == null ? "" : " by " + row.ciMethod()));
        } else if (row.hasNumber()) {
            uncertainty.add("no interval");
        }
        if (row.nItems() != null) {
            uncertainty.add(String.format(Locale.ROOT, "n = %,d", row.nItems()));
        }
        row.circumstances().forEach((column, value) -> {
            if (!STATED_APART.contains(column)) {
                uncertainty.add(words(column) + " " + value);
            }
        });
        if (!uncertainty.isEmpty()) {
            text.append(" (").append(String.join("; ", uncertainty)).append(")");
        }
        return text.append('.').toString();
    }

    /** Title of the metric, or its id. */
    @Override
    public String title() {
        return metric.map(Metric::title).orElse(row.metricId());
    }

    private List<String> details() {
        List<String> details = new ArrayList<>();
        details.add(
                ALL.equals(row.stratumBy())
                        ? "stratum all"
                        : row.stratumBy().replace(",", ", ") + " = "
                                + row.stratum().replace("|", ", "));
        row.subject().forEach((column, value) -> details.add(words(column) + " " + value));
        add(details, row.said("intervention_on") == null ? null : "date " + row.said("intervention_on"));
        add(details, row.said("legal_basis") == null ? null : "legal basis " + row.said("legal_basis"));
        add(details, row.label() == null ? null : "label " + row.label());
        add(details, row.threshold() == null ? null : "score from " + NumberText.trimmed(row.threshold()));
        add(
                details,
                row.cause() == null
                        ? null
                        : ALL.equals(row.cause()) ? "all causes of removal" : "cause " + row.cause());
        add(details, row.deadlineHours() == null ? null : "within " + NumberText.trimmed(row.deadlineHours()) + " h");
        add(details, row.quantile() == null ? null : "quantile " + NumberText.trimmed(row.quantile()));
        add(details, row.thresholdCopies() == null ? null : "threshold " + row.thresholdCopies() + " copies");
        add(details, row.tauHours() == null ? null : "horizon " + NumberText.trimmed(row.tauHours()) + " h");
        add(details, row.clock() == null ? null : "clock " + row.clock());
        add(
                details,
                row.conditionalOnHours() == null
                        ? null
                        : "conditional on staying visible for " + NumberText.trimmed(row.conditionalOnHours()) + " h");
        return details;
    }

    private static String words(String column) {
        return column.replace('_', ' ');
    }

    private static void add(List<String> details, String detail) {
        if (detail != null) {
            details.add(detail);
        }
    }
}
