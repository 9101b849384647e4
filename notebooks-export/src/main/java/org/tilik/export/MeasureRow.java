// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export;

/**
 * One published number, from any table of the long shape (removal_measures, spread_measures, prevalence and those that
 * come): the columns that these share, and null where a value is unknown, does not apply, or the table has no such column.
 *
 * @param table table without its area, such as {@code removal_measures}
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
        String runId) {

    static MeasureRow of(String table, Row row) {
        return new MeasureRow(
                table,
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
                text(row, "run_id"));
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
