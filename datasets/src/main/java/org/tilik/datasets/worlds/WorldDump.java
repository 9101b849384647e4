// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes a world as the archives of one format hold it. */
public interface WorldDump {
    /** The id of this item on the platform, as the format's decoder gives it. */
    String itemId(WorldItem item);

    /** What this item is in this format; empty where the format cannot hold it. */
    Optional<WorldItem.Kind> kind(WorldItem item);

    /** Second at which this item, where it is in the dump, shows the one that it is about; empty where it does not. */
    default OptionalLong shownAt(WorldItem item) {
        return OptionalLong.empty();
    }

    /** The id under which this item shows the one that it is about. */
    default String shownId(WorldItem item) {
        return itemId(item.about());
    }

    /** What the other one is where nothing but this item shows it. */
    default WorldItem.Kind shownKind(WorldItem item) {
        return kind(item.about()).orElseThrow();
    }

    /**
     * Writes the items.
     *
     * @param items all of a world in order of posting
     * @param watchedUntil second at which a stream ends
     * @param folder exists
     * @return the files, in the order in which a study names them
     */
    List<DumpFile> write(List<WorldItem> items, long watchedUntil, Path folder) throws IOException;
}
