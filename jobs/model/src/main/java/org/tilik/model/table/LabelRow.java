// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

import java.time.Instant;
import java.util.List;

/**
 * A row of the labels table: one row per item, with its language, its scores, and why it is measured.
 *
 * <p>Components are the columns of {@code datasets/schemas/labels.avsc}, which says what each holds and in which unit.
 */
public record LabelRow(
        String platform,
        String month,
        String itemKey,
        String trackedBy,
        String knownMatch,
        Instant knownAddedAtUtc,
        boolean isExactCopy,
        String familyId,
        String language,
        Double languageConfidence,
        String label,
        Double scoreHateful,
        Double scoreOffensive,
        Double scoreCounter,
        Double scoreExtremistSupport,
        boolean isFollowedFromStart,
        Instant listedAtUtc,
        boolean isListedAtUnknown,
        List<String> organisations,
        String modelId,
        String runId) {}
