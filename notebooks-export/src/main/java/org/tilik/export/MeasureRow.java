// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * One published number, from any table of the long shape (removal_measures, spread_measures, prevalence, compliance,
 * policy_changes, over_removal, counter_speech): the columns that these share, and null where a value is unknown, does
 * not apply, or the table has no such column.
 *
 * @param table table without its area, such as {@code removal_measures}
 * @param subject what else tells the number from others: columns of the table's key that others do not have, such as
 *     {@code commitment}, as text; those without a value are left out
 * @param circumstances what else the table says of the number, such as {@code legal_basis}
 */
public record MeasureRow(
        String table,
        String rowId,
        String metricId,
        int metricVersion,
        String stratumBy,
        String stratum,
        String label,
        Double threshold,
        Long thresholdCopies,
        String cause,
        Double deadlineHours,
        Double quantile,
        Double tauHours,
        String clock,
        Double estimate,
        Double ciLow,
        Double ciHigh,
        Double confLevel,
        String ciMethod,
        String unit,
        Long nItems,
        Long nEvents,
        Long nCensored,
        Long nInterval,
        Long nUnconfirmed,
        Double nEffective,
        Double conditionalOnHours,
        String identifiability,
        Double boundLow,
        Double boundHigh,
        String correctionMethod,
        String modelId,
        boolean suppressed,
        String runId,
        Map<String, String> subject,
        Map<String, String> circumstances) {
    private static final Set<String> SHARED = Set.of(
            "row_id",
            "metric_id",
            "metric_version",
            "stratum_by",
            "stratum",
            "label",
            "threshold",
            "threshold_copies",
            "cause",
            "deadline_hours",
            "quantile",
            "tau_hours",
            "clock",
            "estimate",
            "ci_low",
            "ci_high",
            "conf_level",
            "ci_method",
            "unit",
            "n_items",
            "n_events",
            "n_censored",
            "n_interval",
            "n_unconfirmed",
            "n_effective",
            "conditional_on_hours",
            "identifiability",
            "bound_low",
            "bound_high",
            "correction_method",
            "model_id",
            "suppressed",
            "run_id");

    /** Keeps its own copies. */
    public MeasureRow {
        subject = Collections.unmodifiableMap(new LinkedHashMap<>(subject));
        circumstances = Collections.unmodifiableMap(new LinkedHashMap<>(circumstances));
    }

    static MeasureRow of(TableSchema table, Row row) {
        Map<String, String> subject = new LinkedHashMap<>();
        Map<String, String> circumstances = new LinkedHashMap<>();
        for (TableSchema.Column column : table.columns()) {
            String name = column.name();
            if (!SHARED.contains(name) && row.has(name) && row.text(name) != null) {
                (table.key().contains(name) ? subject : circumstances).put(name, row.text(name));
            }
        }
        return new MeasureRow(
                table.name(),
                text(row, "row_id"),
                text(row, "metric_id"),
                row.count("metric_version").intValue(),
                text(row, "stratum_by"),
                text(row, "stratum"),
                text(row, "label"),
                number(row, "threshold"),
                count(row, "threshold_copies"),
                text(row, "cause"),
                number(row, "deadline_hours"),
                number(row, "quantile"),
                number(row, "tau_hours"),
                text(row, "clock"),
                number(row, "estimate"),
                number(row, "ci_low"),
                number(row, "ci_high"),
                number(row, "conf_level"),
                text(row, "ci_method"),
                text(row, "unit"),
                count(row, "n_items"),
                count(row, "n_events"),
                count(row, "n_censored"),
                count(row, "n_interval"),
                count(row, "n_unconfirmed"),
                number(row, "n_effective"),
                number(row, "conditional_on_hours"),
                text(row, "identifiability"),
                number(row, "bound_low"),
                number(row, "bound_high"),
                text(row, "correction_method"),
                text(row, "model_id"),
                row.has("suppressed") && row.flag("suppressed"),
                text(row, "run_id"),
                subject,
                circumstances);
    }

    /** What else tells this number from others, or what else its table says of it; null where it says nothing. */
    public String said(String column) {
        return subject.containsKey(column) ? subject.get(column) : circumstances.get(column);
    }

    /** Whether the row gives an estimate, or both bounds. */
    public boolean hasNumber() {
        return estimate != null || (boundLow != null && boundHigh != null);
    }

    private static String text(Row row, String column) {
        return row.has(column) ? row.text(column) : null;
    }

    private static Double number(Row row, String column) {
        return row.has(column) ? row.number(column) : null;
    }

    private static Long count(Row row, String column) {
        return row.has(column) ? row.count(column) : null;
    }
}
