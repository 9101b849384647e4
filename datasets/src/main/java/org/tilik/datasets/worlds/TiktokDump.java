// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** TikTok as pages of its Research API: videos, and comments for answers. Duets are not told from other videos there. */
final class TiktokDump implements WorldDump {
    private static final long FIRST_ID = 7_370_000_000_000_000_000L;
    private static final int PAGE = 100;

    private static long id(WorldItem item) {
        return FIRST_ID + item.number();
    }

    @Override
    public String itemId(WorldItem item) {
        return Long.toString(id(item));
    }

    @Override
    public Optional<WorldItem.Kind> kind(WorldItem item) {
        return switch (item.kind()) {
            case POST, QUOTE -> Optional.of(WorldItem.Kind.POST);
            case REPLY -> Optional.of(WorldItem.Kind.REPLY);
            case SHARE -> Optional.empty();
        };
    }

    @Override
    public List<DumpFile> write(List<WorldItem> items, long watchedUntil, Path folder) throws IOException {
        try (Pages videos = new Pages(folder.resolve("videos.jsonl.gz"), PAGE, page -> page("videos", page));
                Pages comments = new Pages(folder.resolve("comments.jsonl.gz"), PAGE, page -> page("comments", page))) {
            for (WorldItem item : items) {
                boolean isComment = item.kind() == WorldItem.Kind.REPLY;
                if (item.isCollected()) {
                    (isComment ? comments : videos).add(isComment ? comment(item) : video(item));
                }
            }
        }
        return List.of(new DumpFile("comments.jsonl.gz", "tiktok"), new DumpFile("videos.jsonl.gz", "tiktok"));
    }

    private static ObjectNode page(String list, ArrayNode items) {
        ObjectNode page = JsonRecords.object();
        ObjectNode data = page.putObject("data");
        data.put("cursor", PAGE).put("has_more", true).set(list, items);
        page.putObject("error").put("code", "ok").put("message", "");
        return page;
    }

    private static ObjectNode video(WorldItem item) {
        ObjectNode video = JsonRecords.object().put("id", id(item)).put("create_time", item.postedAt());
        video.put("username", "sim_" + item.account()).put("region_code", "NZ");
        video.put("video_description", item.link() == null ? item.text() : item.text() + " " + item.link());
        return video.put("view_count", 10 + item.number() % 97).put("like_count", item.number() % 7);
    }

    private static ObjectNode comment(WorldItem item) {
        return JsonRecords.object()
                .put("id", id(item))
                .put("video_id", id(item.root()))
                .put("parent_comment_id", id(item.about()))
                .put("text", item.text())
                .put("create_time", item.postedAt());
    }
}
