// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

/**
 * A row of the counter_speech table: one row per unit, stratum and measure of counter-speech beside extremist
 * material.
 *
 * <p>Components are the columns of {@code datasets/schemas/counter_speech.avsc}, which says what each holds and in which unit.
 */
public record CounterSpeechRow(
        String rowId,
        String metricId,
        int metricVersion,
        String stratumBy,
        String stratum,
        String unitKind,
        String unitId,
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
