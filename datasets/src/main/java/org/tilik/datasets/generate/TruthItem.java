// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.time.Instant;

/**
 * What is true of one simulated item; columns and units are those of {@code truth_items.avsc}.
 *
 * @param platform always {@code reddit}
 * @param itemId raw id, for instance {@code t3_sim00000}
 * @param kind post, reply or share
 * @param form link, text, comment or crosspost
 * @param language ISO 639-1 code
 * @param label supportive, reporting, counter_speech or neutral
 * @param postedAtUtc time of posting
 * @param inWindow whether it was posted inside the study's window
 * @param trueGoneAtUtc when it truly disappeared, null when it never did
 * @param trueCause community_mod, platform, author or copyright; null when it never disappeared
 * @param trueRestoredAtUtc when it was truly restored, null when it was not
 * @param firstCapturedAtUtc first look of the archive
 * @param capturedVisible whether the dump holds its text
 * @param knownBy item or url where the known list holds it, else null
 * @param knownAddedAtUtc when it was put on that list; null when it is not listed or the time is unknown
 * @param referredAtUtc when it was referred to the platform, null when it was not
 * @param referralDecision removed, rejected or pending; null when it was not referred
 */
public record TruthItem(
        String platform,
        String itemId,
        String kind,
        String form,
        String language,
        String label,
        Instant postedAtUtc,
        boolean inWindow,
        Instant trueGoneAtUtc,
        String trueCause,
        Instant trueRestoredAtUtc,
        Instant firstCapturedAtUtc,
        boolean capturedVisible,
        String knownBy,
        Instant knownAddedAtUtc,
        Instant referredAtUtc,
        String referralDecision) {}
