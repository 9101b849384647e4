// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.util.Set;
import org.tilik.datasets.worlds.WorldItem.End;

/**
 * What the files of a format tell of a world; all that they do not is lost.
 *
 * @param held which items they hold
 * @param statesCapture whether they say when an item was captured; else the first look that found it stands for that
 * @param followed by what one knows what became of an item
 * @param dated for which ends they state the very second
 * @param names whom they name where the platform removed something
 */
public record Telling(Held held, boolean statesCapture, Followed followed, Set<End> dated, Names names) {
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
        /** What could be seen when somebody looked at its thread. */
        THREADS,
        /** What went with suspended accounts, and nothing else. */
        SUSPENDED
    }

    /** By what one knows what became of an item. */
    public enum Followed {
        /** The format's own files. */
        ALONE,
        /** A list of re-checks beside them. */
        BY_LIST,
        /** Visits of a web archive to its address, which are dumps themselves; what is only missing may come back. */
        BY_VISITS
    }

    /** Who is named for a removal by the platform. */
    public enum Names {
        /** Nobody, for deletions by authors neither. */
        NOBODY,
        PLATFORM,
        /** The platform; for deletions by authors nobody. */
        PLATFORM_ALONE,
        /** The platform where it suspended the account; else nobody. */
        SUSPENSIONS_ALONE,
        /** Those who moderate the author's server. */
        MODERATORS
    }

    /** Copies the ends. */
    public Telling {
        dated = Set.copyOf(dated);
    }

    /** Whether it takes a list of re-checks to know what became of an item. */
    public boolean needsList() {
        return followed == Followed.BY_LIST;
    }

    /** Whether this item is in the files as a record of its own. */
    public boolean holds(WorldItem item) {
        return switch (held) {
            case STREAMED, LOGGED, STUBS -> true;
            case COLLECTED, WATCHED -> item.isCollected();
            case THREADS -> ThreadLooks.firstThatFound(item).isPresent();
            case SUSPENDED -> item.end() == End.SUSPENSION;
        };
    }
}
