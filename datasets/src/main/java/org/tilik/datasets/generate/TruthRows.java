// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * What is true of one item, brought into the form of the truth tables.
 *
 * @param posted the item and what becomes of it
 * @param inWindow whether it was posted inside the study's window
 * @param listing whether the known list holds it
 */
record TruthRows(Active posted, boolean inWindow, Lists.Listing listing) {
    /** The row of truth_items; {@code seenAt} is the millisecond of the first look, or never. */
    TruthItem item(String seen, long seenAt, boolean withText) {
        Item item = posted.item();
        Fate fate = posted.fate();
        Fates.Referral referral = inWindow ? posted.outcome().referral() : null;
        boolean twitter = item.form().site() == Site.TWITTER;
        return new TruthItem(
                item.form().site().id(),
                item.fullId(),
                item.form().kind(),
                item.form().id(),
                item.content().language().code(),
                item.content().label().id(),
                twitter ? Long.toString(item.author().userId()) : item.author().name(),
                twitter ? item.author().followers() : null,
                item.parent() == null ? null : item.parent().fullId(),
                posted.cascade().id(),
                posted.family().id(),
                posted.isReupload(),
                Times.instant(item.postedAt()),
                inWindow,
                Times.instant(fate.goneAt()),
                fate.goes() ? fate.cause().id() : null,
                Times.instant(fate.restoredAt()),
                seen,
                Times.instant(seenAt),
                withText,
                listing.by(),
                listing.addedAt(),
                referral == null ? null : Times.ofSecond(referral.at()),
                referral == null ? null : referral.decision());
    }
}
