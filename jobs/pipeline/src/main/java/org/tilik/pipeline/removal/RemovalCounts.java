// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.Locale;

/** Names under which the removal job counts what became of every item and observation. */
public final class RemovalCounts {
    /** Items that are measured. */
    public static final String TRACKED = "items_tracked";
    /** Items that are not. */
    public static final String NOT_TRACKED = "items_not_tracked";
    /** Observations that claim to be older than their item. */
    public static final String CONTRADICTIONS = "contradictions";
    /** Observations without a time. */
    public static final String UNDATED = "undated_observations";
    /** Observations that found an item gone while it was not followed, as after a gap in a push stream. */
    public static final String NOT_FOLLOWED = "disappearances_while_not_followed";
    /** Observations of items that are not tracked or not in the inputs at all. */
    public static final String WITHOUT_TRACKED_ITEM = "observations_without_tracked_item";

    private RemovalCounts() {}

    /** Name under which episodes of a status are counted. */
    public static String episodes(EpisodeStatus status) {
        return episodes(status.id());
    }

    static String episodes(String status) {
        return "episodes." + status.toLowerCase(Locale.ROOT);
    }

    /** Name under which referrals of a status are counted: an item once for itself and once for each channel. */
    static String referrals(String status) {
        return "referrals." + status;
    }
}
