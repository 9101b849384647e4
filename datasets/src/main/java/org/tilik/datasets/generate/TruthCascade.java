// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.time.Instant;

/**
 * One tree of answers, quotes and shares; columns and units are those of {@code truth_cascades.avsc}.
 *
 * @param cascadeId platform and raw id of its root
 * @param familyId family of its root
 * @param platform reddit or twitter
 * @param rootPostedAtUtc when the root was posted
 * @param lastPostedAtUtc when the last item was posted
 * @param size number of items, at least 2
 * @param depth greatest distance from the root
 * @param maxBreadth greatest number of items at one distance from the root
 * @param structuralVirality mean distance between two of its items
 * @param nEverGone number of items that ever disappear
 */
public record TruthCascade(
        String cascadeId,
        String familyId,
        String platform,
        Instant rootPostedAtUtc,
        Instant lastPostedAtUtc,
        long size,
        long depth,
        long maxBreadth,
        double structuralVirality,
        long nEverGone) {}
