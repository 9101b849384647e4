// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

/**
 * A row of the over_removal table: one row per class of material as people coded it, stratum and measure of how much
 * of it was removed.
 *
 * <p>Components are the columns of {@code datasets/schemas/over_removal.avsc}, which says what each holds and in which unit.
 */
public record OverRemovalRow(
        String rowId,
        String metricId,
        int metricVersion,
        String stratumBy,
        String stratum,
        String itemClass,
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
