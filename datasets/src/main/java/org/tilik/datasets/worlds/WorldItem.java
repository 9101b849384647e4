// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.util.List;

/**
 * One item of a world that knows no platform yet; all times are seconds since 1970 UTC.
 *
 * @param number from 0, in order of posting
 * @param kind what it is
 * @param about what it answers, quotes or shares; null for none
 * @param account number of the account that posted it
 * @param postedAt when it was posted
 * @param goneAt first second at which it was gone, or {@link #NEVER}
 * @param end why it went; null when it never did
 * @param restoredAt first second at which it was visible again, or {@link #NEVER}
 * @param label what it truly is: supportive, reporting, counter_speech or neutral; never written into a dump
 * @param language ISO 639-1 code
 * @param text its words; of a share those of what it shares
 * @param link address that it points to, null for none
 * @param capturedAt when an archive that collects, and is not sent everything, first looked
 * @param looks when somebody looked at it again, ascending
 */
public record WorldItem(
        long number,
        Kind kind,
        WorldItem about,
        int account,
        long postedAt,
        long goneAt,
        End end,
        long restoredAt,
        String label,
        String language,
        String text,
        String link,
        long capturedAt,
        List<Long> looks) {
    /** Stands for a time that never comes. */
    public static final long NEVER = Long.MAX_VALUE;

    /** What an item is. */
    public enum Kind {
        POST,
        REPLY,
        QUOTE,
        SHARE
    }

    /** Why an item went. */
    public enum End {
        /** Its author deleted it. */
        AUTHOR,
        /** The platform removed it. */
        PLATFORM,
        /** The platform suspended the account, and it went with it. */
        SUSPENSION
    }

    /** Checks the order of the times and copies the looks. */
    public WorldItem {
        looks = List.copyOf(looks);
        if (goneAt <= postedAt || (goneAt == NEVER) != (end == null) || restoredAt < goneAt) {
            throw new IllegalArgumentException("Item " + number + " is of " + postedAt + ", went at " + goneAt
                    + " and came back at " + restoredAt + "; expected these times in this order, and why it went");
        }
    }

    /** Whether it can be seen at this second. */
    public boolean visibleAt(long second) {
        return second >= postedAt && (second < goneAt || second >= restoredAt);
    }

    /** Whether an archive that collects found it. */
    public boolean isCollected() {
        return visibleAt(capturedAt);
    }

    /** The item under which its thread stands, which may be itself. */
    public WorldItem root() {
        WorldItem root = this;
        while (root.kind == Kind.REPLY) {
            root = root.about;
        }
        return root;
    }
}
