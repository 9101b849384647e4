// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.util.List;

/**
 * What an item's platform states of having removed it. Platform and ground are fictional, follow from the item's numbers, and
 * stand in no dump of it, since ledgers are never joined to items.
 *
 * @param item gone by act of the platform
 */
public record StatedRemoval(WorldItem item) {
    private static final List<String> PLATFORMS = List.of("Sim Square", "Sim Tube", "Sim Market");
    private static final List<String> GROUNDS = List.of("terrorism", "hate", "service");
    private static final List<String> STATES = List.of("FR", "DE", "NL");
    private static final long ONE_IN = 4;

    /** The removals that there are to be stated, in order of posting. */
    public static List<StatedRemoval> of(List<WorldItem> items) {
        return items.stream()
                .filter(item -> item.end() == WorldItem.End.PLATFORM || item.end() == WorldItem.End.SUSPENSION)
                .map(StatedRemoval::new)
                .toList();
    }

    /** The platform as ledgers name it. */
    public String platform() {
        return PLATFORMS.get(Math.floorMod(item.account(), PLATFORMS.size()));
    }

    /** The ground: terrorism, hate or service. */
    public String ground() {
        return GROUNDS.get((int) (item.number() % GROUNDS.size()));
    }

    /** The state whose authority or citizens asked for it, if any did. */
    public String state() {
        return STATES.get((int) (item.number() / ONE_IN % STATES.size()));
    }

    /** Whether somebody had complained. */
    public boolean isAskedFor() {
        return item.number() % ONE_IN == 1;
    }

    /** Whether an authority had ordered it. */
    public boolean isOrdered() {
        return item.number() % ONE_IN == 2;
    }

    /** Whether it was undone later. */
    public boolean isUndone() {
        return item.restoredAt() != WorldItem.NEVER;
    }

    /** Second at which whoever asked for it or ordered it was heard: as long before as the number says, and not before the posting. */
    public long askedAt() {
        return Math.max(item.postedAt(), item.goneAt() - (1 + item.number() % 7) * 20 * 60);
    }
}
