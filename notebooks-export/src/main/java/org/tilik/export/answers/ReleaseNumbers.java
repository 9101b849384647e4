// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.answers;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tilik.export.MeasureRow;
import org.tilik.export.RunFolder;
import org.tilik.export.ScenarioRow;

/**
 * The rows of a run from which answers are picked.
 *
 * @param measures rows in the long shape, by metric, in the order of their tables
 * @param scenarios rows of counterfactuals
 * @param tables finished tables
 * @param deadlines deadlines of the study in hours, ascending
 * @param k smallest group published
 */
record ReleaseNumbers(
        Map<String, List<MeasureRow>> measures,
        List<ScenarioRow> scenarios,
        Set<String> tables,
        List<Double> deadlines,
        int k) {
    /** Tables that are small and asked as a whole. */
    private static final List<String> WHOLE = List.of("compliance", "policy_changes", "over_removal", "counter_speech");

    private static final double DAY = 24;

    static ReleaseNumbers of(RunFolder run) {
        Map<String, List<MeasureRow>> measures = new HashMap<>();
        for (String metric : AnswerRules.METRICS_OF_REMOVAL) {
            measures.put(metric, run.measures("removal_measures", metric));
        }
        for (String metric : AnswerRules.METRICS_OF_SPREAD) {
            measures.put(metric, run.measures("spread_measures", metric));
        }
        for (String table : WHOLE) {
            for (MeasureRow row : run.measures(table)) {
                measures.computeIfAbsent(row.metricId(), unseen -> new ArrayList<>())
                        .add(row);
            }
        }
        List<Double> deadlines = new ArrayList<>();
        for (JsonNode hours : run.run().canonicalStudy().path("deadlines_hours")) {
            deadlines.add(hours.asDouble());
        }
        return new ReleaseNumbers(
                measures,
                run.scenarios(),
                run.tables().keySet(),
                deadlines,
                run.run().k());
    }

    /** Rows of a metric. */
    List<MeasureRow> of(String metric) {
        return measures.getOrDefault(metric, List.of());
    }

    /** The deadline that headlines speak of: the first of a day or more, else the first; a day where there is none. */
    double headlineHours() {
        return deadlines.stream()
                .filter(hours -> hours >= DAY)
                .findFirst()
                .or(() -> deadlines.stream().findFirst())
                .orElse(DAY);
    }
}
