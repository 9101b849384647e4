// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

import java.time.Instant;
import java.util.List;

/**
 * A row of the episodes table: one row per span in which a tracked item was visible, on the study's clock.
 *
 * <p>Components are the columns of {@code datasets/schemas/episodes.avsc}, which says what each holds and in which unit.
 */
public record EpisodeRow(
        String platform,
        String month,
        String itemKey,
        String accountKey,
        int episodeNo,
        String clock,
        Instant originLoUtc,
        Instant originHiUtc,
        Double entryHours,
        Double lowerHours,
        Double upperHours,
        String censoring,
        String status,
        String cause,
        String actor,
        String reach,
        boolean isConfirmed,
        String kind,
        String language,
        String trackedBy,
        String familyId,
        List<String> strata,
        Long viewsLower,
        Long viewsUpper,
        String runId) {}
