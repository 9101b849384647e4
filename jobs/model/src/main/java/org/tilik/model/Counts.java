// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.model;

/**
 * Engagement of one item as its platform showed it at one time, in number of acts.
 *
 * <p>Each count is null where the source does not state it. Snapshots are never added up.
 *
 * @param likes likes, favourites or score (Reddit's score may be negative)
 * @param shares reposts, retweets, forwards or crossposts
 * @param replies replies or comments
 * @param quotes shares with own text
 * @param views times shown, as the platform counts it
 */
public record Counts(Long likes, Long shares, Long replies, Long quotes, Long views) {
    /** Nothing stated. */
    public static final Counts NONE = new Counts(null, null, null, null, null);

    /** Whether no count at all is stated. */
    public boolean isEmpty() {
        return likes == null && shares == null && replies == null && quotes == null && views == null;
    }
}
