// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.util.Comparator;
import java.util.List;

/**
 * A visit of a web archive to the address of a post.
 *
 * @param url address
 * @param at second since 1970 UTC
 * @param status HTTP status of the answer
 * @param location where it sent the visitor; null for nowhere
 * @param words what was shown
 */
record Visit(String url, long at, int status, String location, String words) {
    /** Whoever says of which item an address is, and what its server answers when the item is gone. */
    interface Site {
        String address(WorldItem item);

        /** The visit to what is gone. */
        Visit missed(WorldItem item, long at);
    }

    static Visit found(Site site, WorldItem item, long at) {
        return new Visit(site.address(item), at, 200, null, item.text());
    }

    /** The looks at items as visits, in order of address and time, as indexes have them. */
    static List<Visit> all(Site site, List<WorldItem> items) {
        return items.stream()
                .filter(WorldItem::isCollected)
                .flatMap(item -> item.looks().stream()
                        .map(look -> item.visibleAt(look) ? found(site, item, look) : site.missed(item, look)))
                .sorted(Comparator.comparing(Visit::url).thenComparingLong(Visit::at))
                .toList();
    }
}
