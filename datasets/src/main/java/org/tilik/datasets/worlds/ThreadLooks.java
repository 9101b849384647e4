// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * When an archive of an image board looks at a thread, in seconds since 1970: an hour after its first post, then ever more
 * rarely, until it falls off its board after a week or its first post goes, with which a board takes the thread away.
 */
public final class ThreadLooks {
    private static final long HOUR = 3600;
    private static final int[] HOURS = {1, 6, 24, 48, 72, 96, 120, 144, 168};

    private ThreadLooks() {}

    /** The looks at this item's thread that found the thread, ascending. */
    public static List<Long> of(WorldItem item) {
        List<Long> found = new ArrayList<>(planned(item.root()));
        found.removeIf(look -> look >= item.root().goneAt());
        return found;
    }

    private static List<Long> planned(WorldItem opener) {
        List<Long> looks = new ArrayList<>();
        for (int hours : HOURS) {
            looks.add(opener.postedAt() + hours * HOUR);
        }
        return looks;
    }

    /** The first look that found this item; empty where none did. */
    public static OptionalLong firstThatFound(WorldItem item) {
        return of(item).stream()
                .mapToLong(Long::longValue)
                .filter(item::visibleAt)
                .findFirst();
    }

    /** The first look that missed this item after one had found it; empty where none did. */
    public static OptionalLong firstThatMissed(WorldItem item) {
        OptionalLong found = firstThatFound(item);
        if (found.isEmpty()) {
            return OptionalLong.empty();
        }
        // The look that finds a thread gone tells of its first post, and not of answers, which were there when last
        // seen.
        List<Long> looks = item.root().equals(item) ? planned(item) : of(item);
        return looks.stream()
                .mapToLong(Long::longValue)
                .filter(look -> look > found.getAsLong() && !item.visibleAt(look))
                .findFirst();
    }
}
