// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

/**
 * A row of the compliance table: one row per commitment, jurisdiction, platform, period and membership of how much was
 * acted on in time.
 *
 * <p>Components are the columns of {@code datasets/schemas/compliance.avsc}, which says what each holds and in which unit.
 */
public record ComplianceRow(
        String rowId,
        String metricId,
        int metricVersion,
        String stratumBy,
        String stratum,
        String commitment,
        String jurisdiction,
        String platform,
        String period,
        Boolean isSignatory,
        String legalBasis,
        String evidenceLevel,
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
