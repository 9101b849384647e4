// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

/**
 * A row of the removal_curves table: one row per stratum, estimator, cause and time of a survival or cumulative incidence curve.
 *
 * <p>Components are the columns of {@code datasets/schemas/removal_curves.avsc}, which says what each holds and in which unit.
 */
public record RemovalCurveRow(
        String stratumBy,
        String stratum,
        String clock,
        String method,
        String cause,
        double tHours,
        Double tHiHours,
        Double nAtRisk,
        Double nEvents,
        Double nCensored,
        Double survival,
        Double cumulativeIncidence,
        Double stdErr,
        Double ciLow,
        Double ciHigh,
        double confLevel,
        String ciMethod,
        Double conditionalOnHours,
        boolean suppressed,
        String runId) {}
