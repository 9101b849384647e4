// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

import java.time.Instant;
import java.util.List;

/**
 * A row of the observations table: one row per thing learnt about an item other than that it exists: removals, re-checks, counts, referrals.
 *
 * <p>Components are the columns of {@code datasets/schemas/observations.avsc}, which says what each holds and in which unit.
 */
public record ObservationRow(
        String platform,
        String month,
        String itemKey,
        String scope,
        String kind,
        Instant timeLoUtc,
        Instant timeHiUtc,
        Instant capturedAtUtc,
        Double ageHours,
        String outcome,
        boolean isExplicit,
        boolean isOneSided,
        String actor,
        String reach,
        List<String> countries,
        String channel,
        String reason,
        Long likes,
        Long shares,
        Long replies,
        Long quotes,
        Long views,
        String sourceFile,
        String sourceMember,
        long sourceRecord,
        String runId) {}
