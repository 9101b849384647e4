// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The list of re-checks that somebody keeps of a platform whose dumps do not tell what became of an item. */
final class RecheckList {
    private static final List<String> HEADER =
            List.of("platform", "item_id", "checked_at", "status", "http_status", "actor");

    private final String platform;
    private final WorldDump dump;

    RecheckList(String platform, WorldDump dump) {
        this.platform = platform;
        this.dump = dump;
    }

    /** Writes the looks at these items; what is gone says so, and by whom. */
    void write(List<WorldItem> items, Path file) throws IOException {
        try (RecordFile rows = new RecordFile(file)) {
            rows.write(HEADER);
            for (WorldItem item : items) {
                for (long look : item.looks()) {
                    rows.write(row(item, look));
                }
            }
        }
    }

    private List<String> row(WorldItem item, long look) {
        boolean visible = item.visibleAt(look);
        List<String> row = new ArrayList<>(List.of(platform, dump.itemId(item), JsonRecords.iso(look)));
        row.addAll(Arrays.asList(
                visible ? "alive" : "gone",
                visible ? "200" : "410",
                visible ? null : item.end() == WorldItem.End.AUTHOR ? "author" : "platform"));
        return row;
    }
}
