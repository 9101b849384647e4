// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.answers;

import java.util.Map;
import org.tilik.export.MeasureRow;
import org.tilik.export.ScenarioRow;

/**
 * A row that was picked for a question, or why there is none.
 *
 * @param question which
 * @param metric the metric that answers, or would
 * @param row the number; null where the finding is a scenario or there is no row
 * @param scenario the scenario; null where the finding is a number or there is no row
 * @param why key of the message that says why there is no row; null where there is one
 */
record Finding(Question question, String metric, MeasureRow row, ScenarioRow scenario, String why) {

    static Finding of(Question question, MeasureRow row) {
        return new Finding(question, row.metricId(), row, null, null);
    }

    static Finding of(Question question, ScenarioRow scenario) {
        return new Finding(question, ScenarioRow.COPIES, null, scenario, null);
    }

    static Finding nothing(Question question, String metric, String why) {
        return new Finding(question, metric, null, null, why);
    }

    Answer answer(Map<String, String> readings) {
        if (row != null) {
            return new Answer(
                    question,
                    row.table(),
                    row.rowId(),
                    metric,
                    row.estimate(),
                    row.ciLow(),
                    row.ciHigh(),
                    row.boundLow(),
                    row.boundHigh(),
                    row.nItems(),
                    row.clock(),
                    row.hasNumber() ? row.estimate() == null ? "bounds" : "point" : "none",
                    readings);
        }
        if (scenario != null) {
            return new Answer(
                    question,
                    ScenarioRow.TABLE,
                    scenario.rowId(),
                    metric,
                    null,
                    null,
                    null,
                    number(scenario.copiesLow()),
                    number(scenario.copiesHigh()),
                    scenario.copiesObserved(),
                    null,
                    scenario.hasNumber() ? "bounds" : "none",
                    readings);
        }
        return new Answer(question, null, null, metric, null, null, null, null, null, null, null, "none", readings);
    }

    private static Double number(Long count) {
        return count == null ? null : (Double) count.doubleValue();
    }
}
