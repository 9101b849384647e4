// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Twitter's tables of what the accounts that it suspended had posted. */
final class InfoOpsDump implements WorldDump {
    private static final List<String> HEADER = List.of(
            "tweetid",
            "userid",
            "user_display_name",
            "user_screen_name",
            "tweet_language",
            "tweet_text",
            "tweet_time",
            "in_reply_to_tweetid",
            "quoted_tweet_tweetid",
            "is_retweet",
            "retweet_tweetid",
            "like_count",
            "urls");

    private final TwitterV1Dump ids = new TwitterV1Dump();

    @Override
    public String itemId(WorldItem item) {
        return ids.itemId(item);
    }

    @Override
    public Optional<WorldItem.Kind> kind(WorldItem item) {
        return Optional.of(item.kind());
    }

    @Override
    public List<DumpFile> write(List<WorldItem> items, long watchedUntil, Path folder) throws IOException {
        try (RecordFile rows = new RecordFile(folder.resolve("sim_2024_tweets.csv"))) {
            rows.write(HEADER);
            for (WorldItem item : items) {
                if (item.end() == WorldItem.End.SUSPENSION) {
                    rows.write(row(item));
                }
            }
        }
        return List.of(new DumpFile("sim_2024_tweets.csv", "x_info_ops"));
    }

    private List<String> row(WorldItem item) {
        List<String> row = new ArrayList<>(Collections.nCopies(HEADER.size(), null));
        set(row, "tweetid", itemId(item));
        set(row, "userid", Long.toString(TwitterV1Dump.userId(item.account())));
        set(row, "user_screen_name", "sim_" + item.account());
        set(row, "tweet_language", item.language());
        set(row, "tweet_text", item.text());
        set(row, "tweet_time", JsonRecords.iso(item.postedAt()).substring(0, 16).replace('T', ' '));
        set(row, "is_retweet", item.kind() == WorldItem.Kind.SHARE ? "True" : "False");
        set(row, "like_count", Long.toString(item.number() % 7));
        set(row, "urls", item.link() == null ? "[]" : "[" + item.link() + "]");
        switch (item.kind()) {
            case REPLY -> set(row, "in_reply_to_tweetid", itemId(item.about()));
            case QUOTE -> set(row, "quoted_tweet_tweetid", itemId(item.about()));
            case SHARE -> set(row, "retweet_tweetid", itemId(item.about()));
            case POST -> {}
        }
        return row;
    }

    private static void set(List<String> row, String column, String value) {
        row.set(HEADER.indexOf(column), value);
    }
}
