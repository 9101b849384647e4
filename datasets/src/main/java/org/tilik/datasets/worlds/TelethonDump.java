// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Telegram as Telethon collects it: every account is a channel, whose messages are fetched once, and once more at the last
 * look; what is gone by then is missing there.
 *
 * <p>Telegram has no quotes: what quotes is a message with a link to the other.
 */
final class TelethonDump implements WorldDump {
    @Override
    public String itemId(WorldItem item) {
        return TelegramNames.channel(item) + "/" + TelegramNames.message(item);
    }

    @Override
    public Optional<WorldItem.Kind> kind(WorldItem item) {
        return Optional.of(item.kind() == WorldItem.Kind.QUOTE ? WorldItem.Kind.POST : item.kind());
    }

    @Override
    public OptionalLong shownAt(WorldItem item) {
        return item.kind() == WorldItem.Kind.SHARE ? OptionalLong.of(item.postedAt()) : OptionalLong.empty();
    }

    /** A forward does not tell whether the message answered another. */
    @Override
    public WorldItem.Kind shownKind(WorldItem item) {
        return WorldItem.Kind.POST;
    }

    @Override
    public List<DumpFile> write(List<WorldItem> items, long watchedUntil, Path folder) throws IOException {
        try (RecordFile first = new RecordFile(folder.resolve("messages.ndjson.zst"));
                RecordFile again = new RecordFile(folder.resolve("messages-again.ndjson.zst"))) {
            for (WorldItem item : items) {
                if (item.isCollected()) {
                    first.write(fetched(item, item.capturedAt()));
                    long last = item.looks().get(item.looks().size() - 1);
                    if (item.visibleAt(last)) {
                        again.write(fetched(item, last));
                    }
                }
            }
        }
        return List.of(
                new DumpFile("messages.ndjson.zst", "telethon"), new DumpFile("messages-again.ndjson.zst", "telethon"));
    }

    private static ObjectNode peer(WorldItem item) {
        return JsonRecords.object().put("_", "PeerChannel").put("channel_id", TelegramNames.channel(item));
    }

    private static ObjectNode fetched(WorldItem item, long retrievedAt) {
        ObjectNode message = JsonRecords.object().put("_", "Message").put("id", TelegramNames.message(item));
        message.set("peer_id", peer(item));
        message.put("retrieved_utc", retrievedAt);
        message.put("date", JsonRecords.iso(item.postedAt()).replace("Z", "+00:00"));
        message.put("message", TelegramNames.words(item)).put("post", true).put("views", 10 + item.number() % 97);
        message.putNull("from_id");
        if (item.link() != null) {
            message.putArray("entities")
                    .addObject()
                    .put("_", "MessageEntityTextUrl")
                    .put("url", item.link());
        }
        WorldItem about = item.about();
        if (item.kind() == WorldItem.Kind.REPLY) {
            ObjectNode reply = message.putObject("reply_to");
            reply.put("_", "MessageReplyHeader").put("reply_to_msg_id", TelegramNames.message(about));
            reply.set("reply_to_peer_id", peer(about));
        } else if (item.kind() == WorldItem.Kind.SHARE) {
            ObjectNode forward = message.putObject("fwd_from");
            forward.put("_", "MessageFwdHeader").put("date", JsonRecords.iso(about.postedAt()));
            forward.put("channel_post", TelegramNames.message(about)).set("from_id", peer(about));
        }
        return message;
    }
}
