// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import java.time.Instant;

/**
 * What is true of one simulated item; columns and units are those of {@code truth_items.avsc}.
 *
 * @param platform reddit or twitter
 * @param itemId raw id, for instance {@code t3_sim00000}
 * @param kind post, reply, quote or share
 * @param form link, text, comment, crosspost, tweet, answer, quote or retweet
 * @param language ISO 639-1 code
 * @param label supportive, reporting, counter_speech or neutral
 * @param account raw id of the account, as dumps name it
 * @param accountFollowers how many follow the account; null on Reddit, which does not say
 * @param parentId raw id of what it answers, quotes or shares; null for none
 * @param cascadeId platform and raw id of the root of its tree
 * @param familyId platform and raw id of the first item that says the same
 * @param reuploaded whether it repeats what was gone
 * @param postedAtUtc time of posting
 * @param inWindow whether it was posted inside the study's window
 * @param trueGoneAtUtc when it truly disappeared, null when it never did
 * @param trueCause community_mod, platform, author, copyright or suspension; null when it never disappeared
 * @param trueRestoredAtUtc when it was truly restored, null when it was not
 * @param seen delivered, embedded (only inside others) or never
 * @param firstCapturedAtUtc when the archive first saw it, null for never
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
        String account,
        Long accountFollowers,
        String parentId,
        String cascadeId,
        String familyId,
        boolean reuploaded,
        Instant postedAtUtc,
        boolean inWindow,
        Instant trueGoneAtUtc,
        String trueCause,
        Instant trueRestoredAtUtc,
        String seen,
        Instant firstCapturedAtUtc,
        boolean capturedVisible,
        String knownBy,
        Instant knownAddedAtUtc,
        Instant referredAtUtc,
        String referralDecision) {}
