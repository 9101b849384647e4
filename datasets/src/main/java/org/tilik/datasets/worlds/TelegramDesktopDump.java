// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.worlds;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Telegram as Telegram Desktop exports an account that reads every channel. Channels answer each other in one group, so that
 * a message that answers one of another channel names it.
 */
final class TelegramDesktopDump implements WorldDump {
    @Override
    public String itemId(WorldItem item) {
        return TelegramNames.channel(item) + "/" + TelegramNames.message(item);
    }

    @Override
    public Optional<WorldItem.Kind> kind(WorldItem item) {
        return Optional.of(item.kind() == WorldItem.Kind.QUOTE ? WorldItem.Kind.POST : item.kind());
    }

    @Override
    public List<DumpFile> write(List<WorldItem> items, long watchedUntil, Path folder) throws IOException {
        Map<Long, ObjectNode> chats = new TreeMap<>();
        for (WorldItem item : items) {
            if (item.isCollected()) {
                ObjectNode chat = chats.computeIfAbsent(TelegramNames.channel(item), TelegramDesktopDump::chat);
                chat.withArray("messages").add(message(item));
            }
        }
        ObjectNode account = JsonRecords.object().put("about", "Exported by Telegram Desktop.");
        account.putObject("chats").putArray("list").addAll(chats.values());
        RecordFile.write(folder.resolve("result.json"), List.of(account));
        return List.of(new DumpFile("result.json", "telegram_desktop"));
    }

    private static ObjectNode chat(long id) {
        ObjectNode chat = JsonRecords.object().put("name", "sim " + id).put("type", "public_channel");
        chat.put("id", id).putArray("messages");
        return chat;
    }

    private static ObjectNode message(WorldItem item) {
        ObjectNode message = JsonRecords.object().put("id", TelegramNames.message(item));
        String time = JsonRecords.iso(item.postedAt());
        message.put("type", "message").put("date", time.substring(0, time.length() - 1));
        message.put("date_unixtime", Long.toString(item.postedAt()));
        message.put("from", "sim").put("from_id", "channel" + TelegramNames.channel(item));
        WorldItem about = item.about();
        if (item.kind() == WorldItem.Kind.REPLY) {
            message.put("reply_to_message_id", TelegramNames.message(about));
            message.put("reply_to_peer_id", "channel" + TelegramNames.channel(about));
        } else if (item.kind() == WorldItem.Kind.SHARE) {
            message.put("forwarded_from", "sim").put("forwarded_from_id", "channel" + TelegramNames.channel(about));
        }
        return message.put("text", TelegramNames.words(item));
    }
}
