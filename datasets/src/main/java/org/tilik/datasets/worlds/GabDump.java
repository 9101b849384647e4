// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Gab as its second interface hands it out; a repost holds what it reposts. */
final class GabDump implements WorldDump {
    private static String id(WorldItem item) {
        return Long.toString(100_000_000_000_000_000L + item.number());
    }

    static String address(WorldItem item) {
        return "https://gab.com/sim_" + item.account() + "/posts/" + id(item);
    }

    @Override
    public String itemId(WorldItem item) {
        return id(item);
    }

    @Override
    public Optional<WorldItem.Kind> kind(WorldItem item) {
        return Optional.of(item.kind());
    }

    @Override
    public OptionalLong shownAt(WorldItem item) {
        return item.kind() == WorldItem.Kind.SHARE ? OptionalLong.of(item.postedAt()) : OptionalLong.empty();
    }

    @Override
    public List<DumpFile> write(List<WorldItem> items, long watchedUntil, Path folder) throws IOException {
        try (RecordFile lines = new RecordFile(folder.resolve("posts.ndjson.gz"))) {
            for (WorldItem item : items) {
                if (item.isCollected()) {
                    lines.write(status(item));
                }
            }
        }
        return List.of(new DumpFile("posts.ndjson.gz", "gab"));
    }

    private static ObjectNode status(WorldItem item) {
        ObjectNode status = JsonRecords.object().put("id", id(item));
        status.put("created_at", JsonRecords.iso(item.postedAt()).replace("Z", ".000Z"));
        status.put("url", address(item));
        status.put("language", item.language()).put("favourites_count", item.number() % 7);
        status.putObject("account")
                .put("id", Integer.toString(item.account()))
                .put("username", "sim_" + item.account());
        String link = item.link() == null ? "" : " <a href=\"" + item.link() + "\">" + item.link() + "</a>";
        boolean isShare = item.kind() == WorldItem.Kind.SHARE;
        status.put("content", isShare ? "" : "<p>" + item.text() + link + "</p>");
        switch (item.kind()) {
            case SHARE -> status.set("reblog", status(item.about()));
            case QUOTE -> status.put("quote_of_id", id(item.about()));
            case REPLY -> status.put("in_reply_to_id", id(item.about()));
            case POST -> status.putNull("in_reply_to_id");
        }
        return status;
    }
}
