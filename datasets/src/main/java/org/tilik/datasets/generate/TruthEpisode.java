// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

/**
 * One visible span of an item as a correct pipeline must reconstruct it from the simulated files, clock posted, under
 * {@code track.all}; all durations in hours from posting. Columns and units are those of {@code truth_episodes.avsc}.
 *
 * @param platform reddit or twitter
 * @param itemId raw id
 * @param kind post, reply, quote or share
 * @param episodeNo 1 for the first span
 * @param entryHours when the item came under observation; later ones: the first sighting after a restoration or gap
 * @param lowerHours last time known visible, 0 when never seen
 * @param upperHours first time known gone; null when right-censored at {@code lowerHours}
 * @param censoring exact, interval or right
 * @param actor platform, community_mod, author, legal_order or unknown; null when right-censored
 * @param reason copyright or null
 * @param followed whether anybody looked who would have told had it been gone; not so for what was only seen inside others
 * @param unconfirmed whether one single absence is all that says it is gone
 * @param restoredLowerHours last time known gone, null when it was not seen again
 * @param restoredUpperHours first time seen again, null when it was not seen again
 */
public record TruthEpisode(
        String platform,
        String itemId,
        String kind,
        int episodeNo,
        double entryHours,
        double lowerHours,
        Double upperHours,
        String censoring,
        String actor,
        String reason,
        boolean followed,
        boolean unconfirmed,
        Double restoredLowerHours,
        Double restoredUpperHours) {
    /** Value of {@code censoring} for a removal that the platform dated. */
    public static final String EXACT = "exact";
    /** Value of {@code censoring} for a bracket. */
    public static final String INTERVAL = "interval";
    /** Value of {@code censoring} for an item never seen gone. */
    public static final String RIGHT = "right";
}
