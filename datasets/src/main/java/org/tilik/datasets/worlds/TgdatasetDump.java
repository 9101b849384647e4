// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** Telegram as TGDataset keeps it: one JSON object of channels with their messages; answers look like any other message. */
final class TgdatasetDump implements WorldDump {
    @Override
    public String itemId(WorldItem item) {
        return TelegramNames.channel(item) + "/" + TelegramNames.message(item);
    }

    @Override
    public Optional<WorldItem.Kind> kind(WorldItem item) {
        return Optional.of(item.kind() == WorldItem.Kind.SHARE ? WorldItem.Kind.SHARE : WorldItem.Kind.POST);
    }

    @Override
    public OptionalLong shownAt(WorldItem item) {
        return item.kind() == WorldItem.Kind.SHARE ? OptionalLong.of(item.postedAt()) : OptionalLong.empty();
    }

    /** A forward names the channel and the second of what it forwards, and not its number. */
    @Override
    public String shownId(WorldItem item) {
        return TelegramNames.channel(item.about()) + "@" + item.about().postedAt();
    }

    @Override
    public WorldItem.Kind shownKind(WorldItem item) {
        return WorldItem.Kind.POST;
    }

    @Override
    public List<DumpFile> write(List<WorldItem> items, long watchedUntil, Path folder) throws IOException {
        Map<Long, ObjectNode> channels = new TreeMap<>();
        for (WorldItem item : items) {
            if (item.isCollected()) {
                ObjectNode channel = channels.computeIfAbsent(TelegramNames.channel(item), TgdatasetDump::channel);
                ((ObjectNode) channel.get("text_messages"))
                        .set(Long.toString(TelegramNames.message(item)), message(item));
            }
        }
        ObjectNode all = JsonRecords.object();
        channels.forEach((id, channel) -> all.set(Long.toString(id), channel));
        RecordFile.write(folder.resolve("TGDataset_1.json"), List.of(all));
        return List.of(new DumpFile("TGDataset_1.json", "tgdataset"));
    }

    private static ObjectNode channel(long id) {
        ObjectNode channel = JsonRecords.object().put("creation_date", 1_546_300_800.0);
        channel.put("username", "sim_" + id).put("title", "sim " + id).put("description", "");
        channel.put("scam", false).put("verified", false).put("n_subscribers", 100 + id % 97);
        channel.putObject("text_messages");
        channel.putObject("generic_media");
        return channel;
    }

    private static ObjectNode message(WorldItem item) {
        ObjectNode message = JsonRecords.object().put("message", TelegramNames.words(item));
        message.put("date", (double) item.postedAt()).put("author", TelegramNames.channel(item));
        boolean isForward = item.kind() == WorldItem.Kind.SHARE;
        message.put("is_forwarded", isForward);
        if (isForward) {
            message.put("forwarded_from_id", TelegramNames.channel(item.about()));
            message.put("forwarded_message_date", (double) item.about().postedAt());
        }
        return message;
    }
}
