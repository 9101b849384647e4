// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.coordination;

/**
 * Two accounts and their pairs of shares in one window; the accounts in order by name.
 *
 * @param weight how many pairs
 * @param gapMicros microseconds between the two shares, over all pairs
 * @param earlierItems distinct items that are the earlier of a pair: CooRTweet's n_content_id
 * @param laterItems distinct items that are the later of a pair: CooRTweet's n_content_id_y
 * @param items distinct items of the first account
 * @param otherItems distinct items of the second
 */
public record AccountLink(
        String account,
        String otherAccount,
        long weight,
        long gapMicros,
        long earlierItems,
        long laterItems,
        long items,
        long otherItems) {

    /** Mean seconds between the two shares of a pair. */
    public double meanGapSeconds() {
        return gapMicros / 1e6 / weight;
    }

    /** CooRTweet's edge_symmetry_score: the smaller of the numbers of earlier and later items over the larger. */
    public double orderSymmetry() {
        return Math.min(earlierItems, laterItems) / (double) Math.max(earlierItems, laterItems);
    }

    /** The smaller of the numbers of items of the two accounts over the larger. */
    public double accountSymmetry() {
        return Math.min(items, otherItems) / (double) Math.max(items, otherItems);
    }
}
