// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

/**
 * A row of the ledger_measures table: one number about what platforms state of their own actions.
 *
 * <p>Components are the columns of {@code datasets/schemas/ledger_measures.avsc}, which says what each holds and in which unit.
 */
public record LedgerMeasureRow(
        String rowId,
        String metricId,
        int metricVersion,
        String ledger,
        String stratumBy,
        String stratum,
        String platform,
        String category,
        String subject,
        String sourceType,
        String automated,
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
        String selection,
        String identifiability,
        Double boundLow,
        Double boundHigh,
        String correctionMethod,
        String modelId,
        boolean suppressed,
        String runId) {}
