// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Parler as the dataset of 2021 keeps it: posts with their echoes, and comments. */
final class ParlerDump implements WorldDump {
    @Override
    public String itemId(WorldItem item) {
        return "sim" + (10_000_000 + item.number());
    }

    @Override
    public Optional<WorldItem.Kind> kind(WorldItem item) {
        return Optional.of(item.kind());
    }

    @Override
    public List<DumpFile> write(List<WorldItem> items, long watchedUntil, Path folder) throws IOException {
        try (RecordFile lines = new RecordFile(folder.resolve("parler_data.ndjson.zst"))) {
            for (WorldItem item : items) {
                if (item.isCollected()) {
                    lines.write(record(item));
                }
            }
        }
        return List.of(new DumpFile("parler_data.ndjson.zst", "parler"));
    }

    private ObjectNode record(WorldItem item) {
        boolean isComment = item.kind() == WorldItem.Kind.REPLY;
        String words = item.kind() == WorldItem.Kind.SHARE ? "" : item.text();
        ObjectNode record = JsonRecords.object().put("id", itemId(item)).put("body", words);
        record.put("bodywithurls", item.link() == null ? words : words + " " + item.link());
        record.put("createdAt", JsonRecords.digits(item.postedAt())).put("datatype", isComment ? "comments" : "posts");
        record.put("creator", "sim" + item.account()).put("username", "sim_" + item.account());
        record.put("upvotes", item.number() % 7).put("impressions", 10 + item.number() % 97);
        return record.put("parent", item.about() == null ? null : itemId(item.about()));
    }
}
