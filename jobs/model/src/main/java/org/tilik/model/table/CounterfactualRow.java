// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

import java.time.Instant;

/**
 * A row of the counterfactuals table: one row per scenario and stratum: what a rule would have averted, replayed on
 * what happened with what was known by then.
 *
 * <p>Components are the columns of {@code datasets/schemas/counterfactuals.avsc}, which says what each holds and in which unit.
 */
public record CounterfactualRow(
        String rowId,
        String scenario,
        Double parameterHours,
        Instant fromUtc,
        String stratumBy,
        String stratum,
        Long copiesObserved,
        Long copiesAvertedScenarioLow,
        Long copiesAvertedScenarioHigh,
        Long viewsObservedLower,
        Long viewsAvertedScenarioLow,
        Long viewsAvertedScenarioHigh,
        Long protectedObserved,
        Long protectedRemoved,
        Double closedFormAvertedShare,
        String identifiability,
        String assumptions,
        String correctionMethod,
        String modelId,
        boolean suppressed,
        String runId) {}
