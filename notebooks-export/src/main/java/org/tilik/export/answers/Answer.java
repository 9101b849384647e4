// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.export.answers;

import java.util.Map;

/**
 * One number that answers a question, or that there is none.
 *
 * @param question which
 * @param table release table of the row; null where no row answers
 * @param rowId the row; null where no row answers
 * @param metricId the metric that answers, or would
 * @param nItems items that the number rests on
 * @param clock from when durations run; null for what is no duration
 * @param identifiability point, bounds or none
 * @param readings a sentence in each language of the report, by its code
 */
public record Answer(
        Question question,
        String table,
        String rowId,
        String metricId,
        Double estimate,
        Double ciLow,
        Double ciHigh,
        Double boundLow,
        Double boundHigh,
        Long nItems,
        String clock,
        String identifiability,
        Map<String, String> readings) {
    /** Keeps its own copy. */
    public Answer {
        readings = Map.copyOf(readings);
    }
}
