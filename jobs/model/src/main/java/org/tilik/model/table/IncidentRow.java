// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

import java.time.Instant;
import java.util.List;

/**
 * A row of the incidents table: one row per incident of a family that holds a tracked item.
 *
 * <p>Components are the columns of {@code datasets/schemas/incidents.avsc}, which says what each holds and in which unit.
 */
public record IncidentRow(
        String incidentId,
        String familyId,
        String status,
        List<String> triggers,
        Instant begunHourUtc,
        Instant openedAt,
        Instant lastAlarmHourUtc,
        Instant closedAt,
        Instant asOfHourUtc,
        long nPlatforms,
        List<String> platforms,
        List<String> platformFirstHours,
        long nCopies,
        long nAccounts,
        Long peakCopiesPerHour,
        Instant peakHourUtc,
        Long visibleCopies,
        long visibleCopiesLow,
        long visibleCopiesHigh,
        double removedShare,
        double goneShare,
        Double surprise,
        String runId) {}
