// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Twitter as version 2 of its interface hands it out: pages as twarc keeps them, one a line, and the results of a batch
 * compliance job, which date what authors delete and what goes with its account, but know no other removal.
 */
final class TwitterV2Dump implements WorldDump {
    private final TwitterV1Dump ids = new TwitterV1Dump();

    @Override
    public String itemId(WorldItem item) {
        return ids.itemId(item);
    }

    @Override
    public Optional<WorldItem.Kind> kind(WorldItem item) {
        return Optional.of(item.kind());
    }

    /** A page holds what its tweet refers to, where that can be seen when the page is fetched. */
    @Override
    public OptionalLong shownAt(WorldItem item) {
        boolean shows =
                item.about() != null && item.isCollected() && item.about().visibleAt(item.capturedAt());
        return shows ? OptionalLong.of(item.capturedAt()) : OptionalLong.empty();
    }

    @Override
    public List<DumpFile> write(List<WorldItem> items, long watchedUntil, Path folder) throws IOException {
        Timed results = new Timed(watchedUntil);
        for (WorldItem item : items) {
            if (item.end() == WorldItem.End.AUTHOR || item.end() == WorldItem.End.SUSPENSION) {
                results.add(item.goneAt(), result(item));
            }
        }
        RecordFile.write(folder.resolve("compliance.jsonl"), results.inOrder());
        return List.of(writePages(items, folder), new DumpFile("compliance.jsonl", "x_compliance"));
    }

    /** Writes the pages alone. */
    DumpFile writePages(List<WorldItem> items, Path folder) throws IOException {
        try (RecordFile pages = new RecordFile(folder.resolve("pages.jsonl.zst"))) {
            for (WorldItem item : items) {
                if (item.isCollected()) {
                    pages.write(page(item));
                }
            }
        }
        return new DumpFile("pages.jsonl.zst", "twitter_v2");
    }

    private ObjectNode page(WorldItem item) {
        ObjectNode page = JsonRecords.object();
        page.putArray("data").add(tweet(item));
        ObjectNode includes = page.putObject("includes");
        includes.putArray("users")
                .addObject()
                .put("id", Long.toString(TwitterV1Dump.userId(item.account())))
                .put("username", "sim_" + item.account());
        ArrayNode tweets = includes.putArray("tweets");
        if (shownAt(item).isPresent()) {
            tweets.add(tweet(item.about()));
        }
        page.putObject("meta").put("result_count", 1);
        page.putObject("__twarc").put("version", "2.14.0").put("retrieved_at", JsonRecords.iso(item.capturedAt()));
        return page;
    }

    private ObjectNode tweet(WorldItem item) {
        ObjectNode tweet = JsonRecords.object();
        tweet.put("id", itemId(item)).put("text", item.text()).put("lang", item.language());
        tweet.put("author_id", Long.toString(TwitterV1Dump.userId(item.account())));
        tweet.put("created_at", JsonRecords.iso(item.postedAt()).replace("Z", ".000Z"));
        tweet.put("conversation_id", itemId(item.root()));
        tweet.putArray("edit_history_tweet_ids").add(itemId(item));
        tweet.putObject("public_metrics")
                .put("retweet_count", 0)
                .put("reply_count", 0)
                .put("like_count", item.number() % 7)
                .put("quote_count", 0)
                .put("impression_count", 10 + item.number() % 97);
        if (item.link() != null) {
            tweet.putObject("entities").putArray("urls").addObject().put("expanded_url", item.link());
        }
        if (item.about() != null) {
            String type = switch (item.kind()) {
                case REPLY -> "replied_to";
                case QUOTE -> "quoted";
                case SHARE, POST -> "retweeted";
            };
            tweet.putArray("referenced_tweets").addObject().put("type", type).put("id", itemId(item.about()));
        }
        return tweet;
    }

    private ObjectNode result(WorldItem item) {
        return JsonRecords.object()
                .put("id", itemId(item))
                .put("action", "delete")
                .put("created_at", JsonRecords.iso(item.postedAt()))
                .put("redacted_at", JsonRecords.iso(item.goneAt()))
                .put("reason", item.end() == WorldItem.End.AUTHOR ? "deleted" : "suspended");
    }
}
