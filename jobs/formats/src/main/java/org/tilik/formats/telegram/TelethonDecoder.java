// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tilik.formats.Decoded;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RecordDecoder;
import org.tilik.formats.json.JsonTrees;
import org.tilik.formats.json.JsonValues;
import org.tilik.model.Actor;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Platform;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.SourcePosition;
import org.tilik.model.TimePrecision;

/**
 * Decodes messages as the Telethon library writes them, one object each, among them those of the Pushshift Telegram dataset
 * (Baumgartner, Zannettou, Squire, Blackburn 2020, doi:10.1609/icwsm.v14i1.7348), which adds {@code retrieved_utc}.
 *
 * <p>Both shapes are read: of 2021 on ({@code peer_id}, {@code from_id}, {@code reply_to} are objects) and before ({@code
 * to_id}, bare numbers). Telethon's times are UTC, also where no zone is written. What was deleted is not handed out, so
 * that nobody can say who deleted a message, and only another export between which times; where a message was asked for by
 * its number, an empty one says that there is none any more, or never was.
 */
public final class TelethonDecoder implements RecordDecoder {
    private static final int SECONDS_END = 19;

    private final JsonTrees trees = new JsonTrees("one Telethon message");
    private final Instant capturedAt;

    /** A decoder for messages that do not say when they were retrieved to be dated with this time, or null. */
    public TelethonDecoder(Instant capturedAt) {
        this.capturedAt = capturedAt;
    }

    @Override
    public Decoded decode(RawRecord record) {
        JsonTrees.Read read = trees.read(record);
        if (read.fault() != null) {
            return read.fault();
        }
        JsonNode stated = read.tree();
        String type = type(stated);
        TelegramMessage message = new TelegramMessage();
        message.channel = channel(stated);
        message.id = JsonValues.id(stated.path("id"));
        message.captured = retrieved(stated);
        if ("MessageService".equals(type)) {
            return new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM, message.numbered());
        }
        if ("MessageEmpty".equals(type)) {
            return absent(message, record.source());
        }
        message.author = account(stated.path("from_id"));
        message.posted = time(stated.path("date"));
        message.text = JsonValues.text(stated.path("message"));
        message.links = links(stated);
        message.views = JsonValues.count(stated.path("views"));
        message.forwards = JsonValues.count(stated.path("forwards"));
        message.replies = JsonValues.count(JsonValues.at(stated, "replies", "replies"));
        // An edit that is hidden is one of buttons or reactions, not of words.
        message.edited = JsonValues.isTrue(stated.path("edit_hide")) ? null : time(stated.path("edit_date"));
        message.hiddenFor = restriction(stated.path("restriction_reason"));
        readReply(stated, message);
        readForward(stated.path("fwd_from"), message);
        return message.decode(record.source());
    }

    private static String type(JsonNode object) {
        String type = JsonValues.text(object.path("_"));
        return type == null ? JsonValues.text(object.path("_type")) : type;
    }

    private Instant retrieved(JsonNode stated) {
        Instant retrieved = time(stated.path("retrieved_utc"));
        Instant known = retrieved == null ? time(stated.path("updated_utc")) : retrieved;
        return known == null ? capturedAt : known;
    }

    private static String channel(JsonNode stated) {
        String channel = place(stated.path("peer_id"));
        channel = channel == null ? place(stated.path("to_id")) : channel;
        return channel == null ? JsonValues.id(stated.path("channel_id")) : channel;
    }

    /** Where a message stands; the numbers of channels, groups and users are apart, and only channels go without a word. */
    private static String place(JsonNode peer) {
        String channel = JsonValues.id(peer.path("channel_id"));
        return channel == null ? account(peer) : channel;
    }

    private static String account(JsonNode peer) {
        String bare = JsonValues.id(peer);
        String user = bare == null ? JsonValues.id(peer.path("user_id")) : bare;
        if (user != null) {
            return "user" + user;
        }
        String channel = JsonValues.id(peer.path("channel_id"));
        String chat = JsonValues.id(peer.path("chat_id"));
        if (channel != null) {
            return "channel" + channel;
        }
        return chat == null ? null : "chat" + chat;
    }

    private static void readReply(JsonNode stated, TelegramMessage message) {
        JsonNode reply = stated.path("reply_to");
        String answered = JsonValues.id(reply.path("reply_to_msg_id"));
        message.repliesTo = answered == null ? JsonValues.id(stated.path("reply_to_msg_id")) : answered;
        message.repliesToChannel = place(reply.path("reply_to_peer_id"));
        String top = JsonValues.id(reply.path("reply_to_top_id"));
        if (!JsonValues.isTrue(reply.path("forum_topic"))) {
            message.thread = top;
        } else if (top == null) {
            // In a forum this names the topic under which the message stands, and answers nobody.
            message.repliesTo = null;
        }
    }

    private static void readForward(JsonNode forward, TelegramMessage message) {
        message.forwarded = forward.isObject();
        String channel = JsonValues.id(JsonValues.at(forward, "from_id", "channel_id"));
        message.originChannel = channel == null ? JsonValues.id(forward.path("channel_id")) : channel;
        message.originId = JsonValues.id(forward.path("channel_post"));
        message.originPosted = time(forward.path("date"));
    }

    /** Why Telegram shows it to nobody. Restrictions for one store's application hide it in that application alone. */
    private static String restriction(JsonNode reasons) {
        for (JsonNode reason : reasons.isArray() ? reasons : List.<JsonNode>of()) {
            String platforms = JsonValues.text(reason.path("platform"));
            if (platforms != null && Arrays.asList(platforms.split("-")).contains("all")) {
                String word = JsonValues.text(reason.path("reason"));
                return word == null ? "restricted" : word;
            }
        }
        return null;
    }

    private static List<String> links(JsonNode stated) {
        Set<String> links = new LinkedHashSet<>();
        JsonNode entities = stated.path("entities");
        for (JsonNode entity : entities.isArray() ? entities : List.<JsonNode>of()) {
            addAddress(entity.path("url"), links);
        }
        addAddress(JsonValues.at(stated, "media", "webpage", "url"), links);
        return new ArrayList<>(links);
    }

    private static void addAddress(JsonNode node, Set<String> links) {
        String address = JsonValues.text(node);
        if (address != null && address.startsWith("http")) {
            links.add(address);
        }
    }

    /**
     * An empty message is no proof: it may have been deleted, or there never was one of this number. It shows that
     * numbers were asked for, but nothing shows whether the messages beside it were, so that survivors are not named, unless
     * the study declares that the file holds all of them.
     */
    private static Decoded absent(TelegramMessage message, SourcePosition source) {
        if (message.channel == null || message.id == null || message.captured == null) {
            return new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM);
        }
        return new Decoded.Events(
                List.of(Event.builder(Platform.TELEGRAM, EventKind.RECHECK, message.channel + "/" + message.id, source)
                        .at(message.captured)
                        .precision(TimePrecision.SECOND)
                        .capturedAt(message.captured)
                        .recheck(RecheckOutcome.GONE)
                        .oneSided(true)
                        .actor(Actor.UNKNOWN)
                        .reason("message_empty")
                        .place(message.place(), message.number())
                        .build()));
    }

    /** Seconds since 1970, or ISO 8601 with a blank for its T where Python wrote it, in UTC where no zone is given. */
    private static Instant time(JsonNode node) {
        Optional<Instant> known = JsonValues.seconds(node).or(() -> JsonValues.iso(node));
        if (known.isPresent()) {
            return known.get();
        }
        String text = JsonValues.text(node);
        if (text == null || text.length() < SECONDS_END) {
            return null;
        }
        String zone = text.substring(SECONDS_END);
        if (!zone.isEmpty() && !zone.equals("+00:00") && !zone.equals("Z")) {
            return null;
        }
        try {
            return LocalDateTime.parse(text.substring(0, SECONDS_END).replace(' ', 'T'))
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
