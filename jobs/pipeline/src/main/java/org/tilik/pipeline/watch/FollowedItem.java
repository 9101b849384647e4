// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import java.util.List;
import org.tilik.pipeline.watch.Sighting.Fate;

/**
 * An item that is followed; never changed, only replaced.
 *
 * @param contents what it is followed by; null while only its removal has been seen
 * @param platform its platform
 * @param isTracked whether it is tracked for its own sake
 * @param postedHour hour of posting, since 1970
 * @param fate what was last seen of it
 * @param fateAtMillis when that was
 */
record FollowedItem(
        List<String> contents, String platform, boolean isTracked, long postedHour, Fate fate, long fateAtMillis) {
    static FollowedItem posted(Sighting sighting) {
        return new FollowedItem(
                sighting.contents,
                sighting.platform,
                sighting.isTracked,
                ReadSightings.hour(sighting.atMillis),
                Fate.POSTED,
                sighting.atMillis);
    }

    /** An item of which nothing but this is known. */
    static FollowedItem unseen(Sighting sighting) {
        return new FollowedItem(null, sighting.platform, false, 0, sighting.fate, sighting.atMillis);
    }

    boolean isSeen() {
        return contents != null;
    }

    /**
     * The item with what was seen of it then; as it is where that is older than what is known. What was removed stays so while
     * later looks, which cannot know why, find it gone.
     */
    FollowedItem with(Fate seen, long atMillis) {
        if (atMillis < fateAtMillis) {
            return this;
        }
        Fate known = fate == Fate.REMOVED && seen == Fate.GONE ? fate : seen;
        return new FollowedItem(contents, platform, isTracked, postedHour, known, atMillis);
    }
}
