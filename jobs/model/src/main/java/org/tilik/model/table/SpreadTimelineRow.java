// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

import java.time.Instant;

/**
 * A row of the spread_timeline table: one row per family or stratum and hour or day in which something changed.
 *
 * <p>Components are the columns of {@code datasets/schemas/spread_timeline.avsc}, which says what each holds and in which unit.
 */
public record SpreadTimelineRow(
        String familyId,
        String stratumBy,
        String stratum,
        String bucket,
        Instant atUtc,
        long nBuckets,
        long newCopies,
        long cumulativeCopies,
        Long visibleCopies,
        long visibleCopiesLow,
        long visibleCopiesHigh,
        Long removedCopies,
        long removedCopiesLow,
        long removedCopiesHigh,
        Long viewsLower,
        Long viewsUpper,
        String runId) {}
