// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

import java.time.Instant;

/**
 * A row of the cascades table: one row per tree of shares, quotes and replies that holds a tracked item, and way of building it.
 *
 * <p>Components are the columns of {@code datasets/schemas/cascades.avsc}, which says what each holds and in which unit.
 */
public record CascadeRow(
        String sizeClass,
        String cascadeId,
        String parentSource,
        Long nCascades,
        String familyId,
        String platform,
        String language,
        Instant rootAtHourUtc,
        Boolean isRootTracked,
        Long size,
        Long nShares,
        Long nQuotes,
        Long nReplies,
        Long nTracked,
        Long nRemoved,
        Long uniqueAccounts,
        Long depth,
        Long maxBreadth,
        Long maxBreadthAccounts,
        Double structuralVirality,
        Double hoursToFirstShare,
        Double hoursTo10,
        Double hoursTo100,
        Double hoursTo1000,
        Long peakPerHour,
        Double durationHours,
        Long nAccountsWithFollowers,
        Long reachUpper,
        boolean suppressed,
        String runId) {}
