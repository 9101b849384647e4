// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

/**
 * A row of the coordination table: one row per stratum and window.
 *
 * <p>Components are the columns of {@code datasets/schemas/coordination.avsc}, which says what each holds and in which unit.
 */
public record CoordinationRow(
        String stratumBy,
        String stratum,
        double windowSeconds,
        long minParticipation,
        double weightQuantile,
        Long nItems,
        Long nAccounts,
        Long nObjects,
        Long nPairs,
        Long nLinkedAccounts,
        Long nEdges,
        Double weightThreshold,
        Long nEdgesOverThreshold,
        Long nComponents,
        Long largestComponent,
        Double meanDeltaSeconds,
        Long nCrowdedObjects,
        String outcome,
        boolean suppressed,
        String runId) {}
