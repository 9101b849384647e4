// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

import java.time.Instant;
import java.util.List;

/**
 * A row of the families table: one row per family of two copies and more that holds a tracked item.
 *
 * <p>Components are the columns of {@code datasets/schemas/families.avsc}, which says what each holds and in which unit.
 */
public record FamilyRow(
        String sizeClass,
        String familyId,
        Long nFamilies,
        Instant firstSeenHourUtc,
        Long nCopies,
        Long nShares,
        Long nVariants,
        Long nPlatforms,
        Long nAccounts,
        List<String> languages,
        Double hoursTo10,
        Double hoursTo100,
        Double hoursTo1000,
        Long peakPerHour,
        Double durationHours,
        Double doublingHours,
        Double doublingCiLow,
        Double doublingCiHigh,
        Double branchingRatio,
        Double branchingCiLow,
        Double branchingCiHigh,
        Double branchingFitP,
        Instant lastRemovedHourUtc,
        Long nRemoved,
        Long nGone,
        Double aliveShare,
        Double aliveShareLow,
        Double aliveShareHigh,
        Long nAccountsWithFollowers,
        Long reachUpper,
        boolean suppressed,
        String runId) {}
