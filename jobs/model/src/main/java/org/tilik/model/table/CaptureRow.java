// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

import java.time.Instant;
import java.util.List;

/**
 * A row of the captures table: decoded events of one input, one row per event; internal to work/, with pseudonyms instead of ids.
 *
 * <p>Components are the columns of {@code datasets/schemas/captures.avsc}, which says what each holds and in which unit.
 */
public record CaptureRow(
        String platform,
        String kind,
        String scope,
        String itemKey,
        String accountKey,
        Long accountFollowers,
        String parentKey,
        String originKey,
        String rootKey,
        Instant timeLoUtc,
        Instant timeHiUtc,
        String timePrecision,
        Instant capturedAtUtc,
        boolean isVisible,
        boolean isExplicit,
        String declaredLanguage,
        String text,
        List<String> urls,
        List<String> mediaHashes,
        Long likes,
        Long shares,
        Long replies,
        Long quotes,
        Long views,
        String actor,
        String reach,
        List<String> countries,
        String recheck,
        String channel,
        String decision,
        String reason,
        String placeKey,
        Long placeNumber,
        Instant idTimeUtc,
        boolean fromEmbedded,
        boolean isNotified,
        boolean isOneSided,
        boolean isPrimary,
        String sourceFile,
        String sourceMember,
        long sourceRecord) {}
