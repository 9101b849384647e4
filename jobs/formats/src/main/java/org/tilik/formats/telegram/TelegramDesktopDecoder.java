// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tilik.formats.Decoded;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.json.JsonTrees;
import org.tilik.formats.json.JsonValues;
import org.tilik.model.IgnoreReason;
import org.tilik.model.RejectReason;

/**
 * Decodes the messages of a chat exported by Telegram Desktop as JSON. It states neither views nor when it was exported;
 * deleted messages are not in it, so that nobody can say who deleted one, and only another export between which times.
 *
 * <p>{@code date} is the wall clock of the computer that exported, whose zone nobody knows: up to 14 hours off. Only {@code
 * date_unixtime} is a time; exports of versions that did not write it are rejected. What a person wrote to another is no
 * publication, so that private conversations in an export of a whole account are no items.
 */
public final class TelegramDesktopDecoder implements RecordDecoder {
    private static final Set<String> CONVERSATIONS =
            Set.of("personal_chat", "bot_chat", "saved_messages", "replies", "verification_codes");
    /** The numbers of these groups are not those of channels. */
    private static final String SMALL_GROUP = "private_group";

    private final JsonTrees trees = new JsonTrees("one message with its chat");
    private final Instant capturedAt;

    /** A decoder for messages exported then; null where the study does not say. */
    public TelegramDesktopDecoder(Instant capturedAt) {
        this.capturedAt = capturedAt;
    }

    @Override
    public Decoded decode(RawRecord record) {
        JsonTrees.Read read = trees.read(record);
        if (read.fault() != null) {
            return read.fault();
        }
        JsonNode stated = read.tree().path("message");
        String chatType = JsonValues.text(read.tree().path("type"));
        String type = JsonValues.text(stated.path("type"));
        if (chatType != null && CONVERSATIONS.contains(chatType)) {
            return new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM);
        }
        TelegramMessage message = new TelegramMessage();
        message.channel = chat(JsonValues.id(read.tree().path("chat")), chatType);
        message.id = JsonValues.id(stated.path("id"));
        message.captured = capturedAt;
        if ("service".equals(type)) {
            return new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM, message.numbered());
        }
        if (!"message".equals(type)) {
            return message.rejected(
                    RejectReason.UNSUPPORTED_RECORD, "The message has no known type; expected message or service.");
        }
        Optional<Instant> posted = JsonValues.seconds(stated.path("date_unixtime"));
        if (posted.isEmpty() && JsonValues.text(stated.path("date")) != null) {
            return message.rejected(
                    RejectReason.BAD_TIMESTAMP,
                    "The message has a date without its zone; expected date_unixtime too, as later versions of Telegram"
                            + " Desktop write it: export the chat again.");
        }
        message.author = JsonValues.id(stated.path("from_id"));
        message.posted = posted.orElse(null);
        message.edited = JsonValues.seconds(stated.path("edited_unixtime")).orElse(null);
        readWords(stated.path("text"), message);
        message.repliesTo = JsonValues.id(stated.path("reply_to_message_id"));
        message.repliesToChannel = channel(stated.path("reply_to_peer_id"));
        // The name is null where the account that is forwarded from is gone.
        message.forwarded = stated.has("forwarded_from") || stated.has("forwarded_from_id");
        message.originChannel = channel(stated.path("forwarded_from_id"));
        return message.decode(record.source());
    }

    private static String chat(String id, String type) {
        return id != null && SMALL_GROUP.equals(type) ? "chat" + id : id;
    }

    /** The number of a channel that is written as {@code channel123}; null for anybody else. */
    private static String channel(JsonNode node) {
        String account = JsonValues.text(node);
        return account != null && account.startsWith("channel") ? account.substring("channel".length()) : null;
    }

    /** Words are one text, or a list of texts and of objects for what is marked, linked or named. */
    private static void readWords(JsonNode words, TelegramMessage message) {
        StringBuilder text = new StringBuilder();
        Set<String> links = new LinkedHashSet<>();
        for (JsonNode piece : words.isArray() ? words : List.of(words)) {
            String plain = JsonValues.text(piece.isObject() ? piece.path("text") : piece);
            text.append(plain == null ? "" : plain);
            String address = JsonValues.text(piece.path("href"));
            if (address != null && address.startsWith("http")) {
                links.add(address);
            }
        }
        message.text = text.isEmpty() ? null : text.toString();
        message.links = new ArrayList<>(links);
    }
}
