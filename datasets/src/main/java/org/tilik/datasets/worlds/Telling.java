// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.util.Set;
import org.tilik.datasets.worlds.WorldItem.End;

/**
 * What the files of a format tell of a world; all that they do not is lost.
 *
 * @param held which items they hold
 * @param statesCapture whether they say when an item was captured; else the first look that found it stands for that
 * @param needsList whether it takes a list of re-checks to know what became of an item
 * @param dated for which ends they state the very second
 * @param names whom they name where the platform removed something
 */
public record Telling(Held held, boolean statesCapture, boolean needsList, Set<End> dated, Names names) {
    /** Which items a format's files hold. */
    public enum Held {
        /** All, as they are posted, and what becomes of them until the watch ends. */
        STREAMED,
        /** All, as they are posted, by servers that need not send word of what becomes of them. */
        LOGGED,
        /** All; of what was gone at the first look a stub. */
        STUBS,
        /** What could be seen at the first look. */
        COLLECTED,
        /** The same, looked at again until the end, of which only the last look that found an item is kept. */
        WATCHED,
        /** What went with suspended accounts, and nothing else. */
        SUSPENDED
    }

    /** Who is named for a removal by the platform. */
    public enum Names {
        /** Nobody, for deletions by authors neither. */
        NOBODY,
        PLATFORM,
        /** The platform; for deletions by authors nobody. */
        PLATFORM_ALONE,
        /** Those who moderate the author's server. */
        MODERATORS
    }

    /** Copies the ends. */
    public Telling {
        dated = Set.copyOf(dated);
    }

    /** Whether this item is in the files as a record of its own. */
    public boolean holds(WorldItem item) {
        return switch (held) {
            case STREAMED, LOGGED, STUBS -> true;
            case COLLECTED, WATCHED -> item.isCollected();
            case SUSPENDED -> item.end() == End.SUSPENSION;
        };
    }
}
