// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

/**
 * A row of the policy_changes table: one row per intervention, outcome, stratum and term of how a weekly series
 * changed about a date.
 *
 * <p>Components are the columns of {@code datasets/schemas/policy_changes.avsc}, which says what each holds and in which unit.
 */
public record PolicyChangeRow(
        String rowId,
        String metricId,
        int metricVersion,
        String stratumBy,
        String stratum,
        String intervention,
        String interventionOn,
        String outcomeMetricId,
        String comparison,
        Long nWeeksBefore,
        Long nWeeksAfter,
        Long nWeeksLeftOut,
        Long lagWeeks,
        Double pValue,
        Double pAdjusted,
        String reason,
        String cause,
        Double deadlineHours,
        Double quantile,
        Double tauHours,
        String clock,
        Double estimate,
        Double ciLow,
        Double ciHigh,
        double confLevel,
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
        String runId) {}
