// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model.table;

import java.time.Instant;
import java.util.List;

/**
 * A row of the items table: one row per item (post, reply, quote or share) that the inputs deliver, merged over all its captures.
 *
 * <p>Components are the columns of {@code datasets/schemas/items.avsc}, which says what each holds and in which unit.
 */
public record ItemRow(
        String platform,
        String month,
        String itemKey,
        String accountKey,
        String kind,
        Instant postedAtUtc,
        Instant enteredAtUtc,
        Instant lastAliveAtUtc,
        Instant observedUntilUtc,
        String parentKey,
        String originKey,
        String rootKey,
        String declaredLanguage,
        String text,
        List<String> urls,
        List<String> mediaHashes,
        Long likesLast,
        Long sharesLast,
        Long repliesLast,
        Long quotesLast,
        Long viewsLast,
        Long accountFollowers,
        boolean seenAsStub,
        boolean keepsStubs,
        boolean fromEmbedded,
        boolean isNotified,
        String sourceFile,
        String sourceMember,
        long sourceRecord,
        String runId) {}
