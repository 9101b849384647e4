// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One row of counterfactuals: how many copies, views and protected items a rule would have averted or removed, between a
 * low and a high scenario; null where unknown, held back, or where the rule has no such value.
 *
 * @param match what a list recognises, exact or near
 */
public record ScenarioRow(
        String rowId,
        String scenario,
        Double parameterHours,
        Instant from,
        String match,
        String stratumBy,
        String stratum,
        Long copiesObserved,
        Long copiesLow,
        Long copiesHigh,
        Long viewsObserved,
        Long viewsLow,
        Long viewsHigh,
        Long protectedObserved,
        Long protectedRemoved,
        Double closedFormShare,
        String identifiability,
        String assumptions,
        String correctionMethod,
        String modelId,
        boolean suppressed,
        String runId) {
    /** The table. */
    public static final String TABLE = "counterfactuals";

    /** Copies that the rule would have averted. */
    public static final String COPIES = "scenario.copies_averted";

    private static final String VIEWS = "scenario.views_averted";
    private static final String PROTECTED = "scenario.protected_removed";

    static ScenarioRow of(Row row) {
        return new ScenarioRow(
                row.text("row_id"),
                row.text("scenario"),
                row.number("parameter_hours"),
                row.time("from_utc"),
                row.has("match") ? row.text("match") : null,
                row.text("stratum_by"),
                row.text("stratum"),
                row.count("copies_observed"),
                row.count("copies_averted_scenario_low"),
                row.count("copies_averted_scenario_high"),
                row.count("views_observed_lower"),
                row.count("views_averted_scenario_low"),
                row.count("views_averted_scenario_high"),
                row.count("protected_observed"),
                row.count("protected_removed"),
                row.number("closed_form_averted_share"),
                row.text("identifiability"),
                row.text("assumptions"),
                row.text("correction_method"),
                row.text("model_id"),
                row.flag("suppressed"),
                row.text("run_id"));
    }

    /** Whether the row has a low and a high number of copies averted. */
    public boolean hasNumber() {
        return copiesLow != null && copiesHigh != null;
    }

    /** The numbers of the row, one by one in the long shape, to be compared with those of another run. */
    public List<MeasureRow> measures() {
        List<MeasureRow> measures = new ArrayList<>();
        measures.add(measure(COPIES, copiesObserved, copiesLow, copiesHigh));
        if (viewsObserved != null) {
            measures.add(measure(VIEWS, viewsObserved, viewsLow, viewsHigh));
        }
        if (protectedObserved != null) {
            measures.add(measure(PROTECTED, protectedObserved, protectedRemoved, protectedRemoved));
        }
        return List.copyOf(measures);
    }

    private MeasureRow measure(String metric, Long observed, Long low, Long high) {
        boolean isOne = low != null && low.equals(high);
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("scenario", scenario);
        if (parameterHours != null) {
            subject.put("parameter_hours", parameterHours.toString());
        }
        if (from != null) {
            subject.put("from_utc", from.toString());
        }
        if (match != null) {
            subject.put("match", match);
        }
        return new MeasureRow(
                TABLE,
                rowId,
                metric,
                1,
                stratumBy,
                stratum,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                isOne ? low.doubleValue() : null,
                null,
                null,
                null,
                null,
                "1",
                observed,
                null,
                null,
                null,
                null,
                null,
                null,
                identifiability,
                low == null ? null : low.doubleValue(),
                high == null ? null : high.doubleValue(),
                correctionMethod,
                modelId,
                suppressed,
                runId,
                subject,
                Map.of());
    }
}
