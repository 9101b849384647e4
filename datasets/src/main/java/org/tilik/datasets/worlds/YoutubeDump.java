// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** YouTube as pages of its Data API: videos, and comments for answers. */
final class YoutubeDump implements WorldDump {
    private static final int PAGE = 50;

    @Override
    public String itemId(WorldItem item) {
        return item.kind() == WorldItem.Kind.REPLY
                ? "Ugsim" + (1_000_000 + item.number())
                : "sim" + (10_000_000 + item.number());
    }

    private static String channel(WorldItem item) {
        return "UCsim" + item.account();
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
        try (Pages videos = new Pages(folder.resolve("videos.jsonl"), PAGE, page -> page("video", page));
                Pages comments = new Pages(folder.resolve("comments.jsonl"), PAGE, page -> page("comment", page))) {
            for (WorldItem item : items) {
                boolean isComment = item.kind() == WorldItem.Kind.REPLY;
                if (item.isCollected()) {
                    (isComment ? comments : videos).add(isComment ? comment(item) : video(item));
                }
            }
        }
        return List.of(new DumpFile("comments.jsonl", "youtube"), new DumpFile("videos.jsonl", "youtube"));
    }

    private static ObjectNode page(String of, ArrayNode items) {
        ObjectNode page = JsonRecords.object().put("kind", "youtube#" + of + "ListResponse");
        page.put("etag", "sim").set("items", items);
        return page;
    }

    private ObjectNode resource(String kind, WorldItem item) {
        return JsonRecords.object().put("kind", "youtube#" + kind).put("id", itemId(item));
    }

    private ObjectNode video(WorldItem item) {
        ObjectNode video = resource("video", item);
        video.putObject("snippet")
                .put("publishedAt", JsonRecords.iso(item.postedAt()))
                .put("channelId", channel(item))
                .put("title", item.text())
                .put("description", item.link() == null ? "" : item.link())
                .put("defaultLanguage", item.language());
        video.putObject("statistics")
                .put("viewCount", Long.toString(10 + item.number() % 97))
                .put("likeCount", Long.toString(item.number() % 7));
        video.putObject("status").put("uploadStatus", "processed").put("privacyStatus", "public");
        return video;
    }

    private ObjectNode comment(WorldItem item) {
        ObjectNode comment = resource("comment", item);
        ObjectNode snippet = comment.putObject("snippet");
        snippet.put("publishedAt", JsonRecords.iso(item.postedAt())).put("videoId", itemId(item.root()));
        snippet.put("textOriginal", item.text()).put("likeCount", item.number() % 7);
        snippet.putObject("authorChannelId").put("value", channel(item));
        if (item.about().kind() == WorldItem.Kind.REPLY) {
            snippet.put("parentId", itemId(item.about()));
        }
        return comment;
    }
}
