// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;

/** What one event tells a watch about one item. Flink needs it mutable, with public fields. */
public final class Sighting {
    static final TypeInformation<Sighting> TYPE = Types.POJO(
            Sighting.class,
            Map.of(
                    "itemKey", Types.STRING,
                    "platform", Types.STRING,
                    "fate", Types.ENUM(Fate.class),
                    "atMillis", Types.LONG,
                    "sinceHour", Types.LONG,
                    "isTracked", Types.BOOLEAN,
                    "contents", Types.LIST(Types.STRING)));

    /** The hour since which a platform is watched, where nobody knows. */
    static final long NOT_WATCHED_YET = Long.MAX_VALUE;

    /** What was seen of an item. */
    public enum Fate {
        /** It was posted. */
        POSTED,
        /** It is there again. */
        BACK,
        /** It is gone by an act of removal. */
        REMOVED,
        /** It is gone for another or an unknown cause. */
        GONE;

        /** Whether it is not to be seen any more. */
        boolean isGone() {
            return this == REMOVED || this == GONE;
        }
    }

    /** The item's pseudonym. */
    public String itemKey;
    /** Its platform. */
    public String platform;
    /** What was seen. */
    public Fate fate;
    /** When that was, in milliseconds since 1970; of a bracket, its end. */
    public long atMillis;
    /** Since when the platform is watched: the first hour of its archive, as far as the reader of the event knows. */
    public long sinceHour = NOT_WATCHED_YET;
    /** Whether the study tracks the item for its own sake; only where it was posted. */
    public boolean isTracked;
    /** What to follow it by, each as {@link FollowedBy#code}; only where it was posted. */
    public List<String> contents = List.of();
}
