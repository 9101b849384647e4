// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Facebook as the Meta Content Library exports it: posts and what shares them, without answers. */
final class CrowdtangleDump implements WorldDump {
    private static final List<String> HEADER = List.of(
            "id",
            "creation_time",
            "text",
            "lang",
            "post_owner.id",
            "statistics.views",
            "statistics.like_count",
            "shared_post_id",
            "link_attachment.link");

    @Override
    public String itemId(WorldItem item) {
        return Long.toString(100_000_000_000L + item.number());
    }

    @Override
    public Optional<WorldItem.Kind> kind(WorldItem item) {
        return item.kind() == WorldItem.Kind.REPLY ? Optional.empty() : Optional.of(item.kind());
    }

    @Override
    public List<DumpFile> write(List<WorldItem> items, long watchedUntil, Path folder) throws IOException {
        try (RecordFile rows = new RecordFile(folder.resolve("posts.csv"))) {
            rows.write(HEADER);
            for (WorldItem item : items) {
                if (item.isCollected()) {
                    rows.write(row(item));
                }
            }
        }
        return List.of(new DumpFile("posts.csv", "crowdtangle"));
    }

    private List<String> row(WorldItem item) {
        boolean isShare = item.kind() == WorldItem.Kind.SHARE;
        return Arrays.asList(
                itemId(item),
                JsonRecords.iso(item.postedAt()).replace("Z", "+00:00"),
                isShare ? null : item.text(),
                item.language(),
                Long.toString(2_000_000L + item.account()),
                Long.toString(10 + item.number() % 97),
                Long.toString(item.number() % 7),
                item.about() == null ? null : itemId(item.about()),
                item.link());
    }
}
