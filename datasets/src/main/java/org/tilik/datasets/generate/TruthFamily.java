// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.time.Instant;

/**
 * Items that say the same; columns and units are those of {@code truth_families.avsc}.
 *
 * @param familyId platform and raw id of the item it begins with
 * @param label planted label
 * @param language ISO 639-1 code
 * @param firstPostedAtUtc when the first item was posted
 * @param lastPostedAtUtc when the last item was posted
 * @param nItems number of items, at least 2
 * @param nReddit those on Reddit
 * @param nTwitter those on Twitter
 * @param nShares those that are shares
 * @param nVariants number of distinct texts
 * @param nReuploads those that repeat what was gone
 * @param nEverGone those that ever disappear
 * @param lastGoneAtUtc when the last of them disappears; null unless all do
 * @param frailty factor on how readily moderators and platform act against its items
 */
public record TruthFamily(
        String familyId,
        String label,
        String language,
        Instant firstPostedAtUtc,
        Instant lastPostedAtUtc,
        long nItems,
        long nReddit,
        long nTwitter,
        long nShares,
        long nVariants,
        long nReuploads,
        long nEverGone,
        Instant lastGoneAtUtc,
        double frailty) {}
