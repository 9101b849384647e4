// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.Locale;

/** Whether an episode enters the measures, and if not, why. */
public enum EpisodeStatus {
    /** It enters the measures. */
    MEASURED,
    /** Nobody looked again who would have told had it been gone, or nobody ever saw it alive. */
    NO_FOLLOW_UP,
    /** It was gone when the clock started. */
    GONE_BEFORE_CLOCK,
    /** The clock never started, for instance because the item was never ordered to be removed. */
    NO_ORIGIN,
    /** A list selected it, and nobody knows since when the list has named it. */
    UNKNOWN_ENTRY,
    /** Only another member of its family is tracked, and it is neither a share nor an exact copy of that. */
    FAMILY_ONLY,
    /** It is in the data because it was removed; to follow it would be to follow only what goes. */
    SELECTED_ON_REMOVAL,
    /** It follows a restoration; measures use the first episode. */
    LATER_EPISODE;

    /** The name used in tables. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
