// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Twitter's stream of version 1.1: statuses with what they share or quote inside them, and deletions. */
final class TwitterV1Dump implements WorldDump {
    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss '+0000' yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final long FIRST_ACCOUNT_MS = 1_546_300_800_000L;

    static long id(WorldItem item) {
        return Snowflake.id(item.postedAt() * 1000, item.number());
    }

    static long userId(int account) {
        return Snowflake.id(FIRST_ACCOUNT_MS + account, 0);
    }

    @Override
    public String itemId(WorldItem item) {
        return Long.toString(id(item));
    }

    @Override
    public Optional<WorldItem.Kind> kind(WorldItem item) {
        return Optional.of(item.kind());
    }

    @Override
    public OptionalLong shownAt(WorldItem item) {
        boolean shows = item.kind() == WorldItem.Kind.SHARE || item.kind() == WorldItem.Kind.QUOTE;
        return shows ? OptionalLong.of(item.postedAt()) : OptionalLong.empty();
    }

    @Override
    public List<DumpFile> write(List<WorldItem> items, long watchedUntil, Path folder) throws IOException {
        Timed stream = new Timed(watchedUntil);
        for (WorldItem item : items) {
            ObjectNode status = status(item);
            if (item.kind() == WorldItem.Kind.SHARE) {
                status.set("retweeted_status", status(item.about()));
            } else if (item.kind() == WorldItem.Kind.QUOTE) {
                status.set("quoted_status", status(item.about()));
            }
            stream.add(item.postedAt(), status.put("timestamp_ms", Long.toString(item.postedAt() * 1000)));
            if (item.end() != null) {
                stream.add(item.goneAt(), deletion(item));
            }
        }
        RecordFile.write(folder.resolve("statuses.json.gz"), stream.inOrder());
        return List.of(new DumpFile("statuses.json.gz", "twitter_v1"));
    }

    private ObjectNode status(WorldItem item) {
        ObjectNode status = JsonRecords.object();
        status.put("created_at", CREATED.format(Instant.ofEpochSecond(item.postedAt())));
        status.put("id", id(item)).put("id_str", itemId(item));
        status.put("text", item.text()).put("truncated", false).put("lang", item.language());
        status.putObject("user")
                .put("id", userId(item.account()))
                .put("id_str", Long.toString(userId(item.account())))
                .put("screen_name", "sim_" + item.account());
        ObjectNode entities = status.putObject("entities");
        if (item.link() != null) {
            entities.putArray("urls").addObject().put("expanded_url", item.link());
        }
        if (item.kind() == WorldItem.Kind.REPLY) {
            status.put("in_reply_to_status_id_str", itemId(item.about()));
        } else if (item.kind() == WorldItem.Kind.QUOTE) {
            status.put("is_quote_status", true).put("quoted_status_id_str", itemId(item.about()));
        }
        return status;
    }

    private ObjectNode deletion(WorldItem item) {
        ObjectNode notice = JsonRecords.object();
        ObjectNode deleted = notice.putObject("delete");
        deleted.putObject("status")
                .put("id", id(item))
                .put("id_str", itemId(item))
                .put("user_id", userId(item.account()))
                .put("user_id_str", Long.toString(userId(item.account())));
        deleted.put("timestamp_ms", Long.toString(item.goneAt() * 1000));
        return notice;
    }
}
