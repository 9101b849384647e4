// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

/**
 * A row of the spread_measures table: one row per stratum and measure of how far and how fast tracked material travelled.
 *
 * <p>Components are the columns of {@code datasets/schemas/spread_measures.avsc}, which says what each holds and in which unit.
 */
public record SpreadMeasureRow(
        String rowId,
        String metricId,
        int metricVersion,
        String stratumBy,
        String stratum,
        String cause,
        Double deadlineHours,
        Double quantile,
        Long thresholdCopies,
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
