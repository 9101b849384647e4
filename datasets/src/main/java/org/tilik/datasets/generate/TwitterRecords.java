// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.datasets.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tilik.datasets.worlds.Snowflake;

/**
 * Records of Twitter's v1.1 stream: statuses with what they share or quote inside them, and notices.
 *
 * <p>Constant fields come from {@code twitter-status.json} and {@code twitter-user.json}. Texts above 140 characters
 * are cut, with the whole in {@code extended_tweet}; all is ASCII, as the real stream is.
 */
final class TwitterRecords {
    private static final int COMPATIBLE_LENGTH = 140;
    private static final long TWO_DAYS_MS = 2 * 86_400_000L;
    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern(
                    "EEE MMM dd HH:mm:ss '+0000' yyyy", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private final ObjectWriter ascii = new ObjectMapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);
    private final Map<String, Object> status = Templates.read("twitter-status.json");
    private final Map<String, Object> user = Templates.read("twitter-user.json");

    byte[] json(Object record) {
        try {
            return ascii.writeValueAsBytes(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record of plain values could not be written as JSON", e);
        }
    }

    /**
     * The status of an item as the stream delivers it when it is posted.
     *
     * @param parent what it quotes or shares, with its counts at that time; null where that is not shown
     */
    Map<String, Object> fields(Item item, Active parent) {
        Map<String, Object> fields = item.form() == Form.RETWEET ? retweet(item, parent) : words(item);
        if (item.form() == Form.QUOTE && parent != null) {
            fields.put("quoted_status", embedded(parent, null));
        }
        fields.put("timestamp_ms", Long.toString(item.postedAt()));
        return fields;
    }

    /** A status inside another one, and inside it what it quotes, null for nothing. */
    private Map<String, Object> embedded(Active of, Active quoted) {
        Map<String, Object> fields = words(of.item());
        fields.put("retweet_count", of.retweets());
        fields.put("reply_count", of.replies());
        fields.put("quote_count", of.quotes());
        fields.put("favorite_count", of.item().score() + 2 * of.retweets());
        if (quoted != null) {
            fields.put("quoted_status", embedded(quoted, null));
        }
        return fields;
    }

    private Map<String, Object> retweet(Item item, Active original) {
        Account author = original.item().author();
        Map<String, Object> fields = common(item);
        text(fields, "RT @" + author.screenName() + ": " + text(original.item()), false);
        fields.put("retweeted_status", embedded(original, original.quotedAt(item.postedAt())));
        fields.put("is_quote_status", original.item().form() == Form.QUOTE);
        fields.put("entities", entities(null, author));
        return fields;
    }

    private Map<String, Object> words(Item item) {
        Map<String, Object> fields = common(item);
        text(fields, text(item), true);
        Item parent = item.parent();
        if (item.form() == Form.ANSWER) {
            fields.put("in_reply_to_status_id", Long.parseLong(parent.id()));
            fields.put("in_reply_to_status_id_str", parent.id());
            fields.put("in_reply_to_user_id", parent.author().userId());
            fields.put("in_reply_to_user_id_str", Long.toString(parent.author().userId()));
            fields.put("in_reply_to_screen_name", parent.author().screenName());
            entities(fields, item, entities(null, parent.author()));
        } else if (item.form() == Form.QUOTE) {
            fields.put("is_quote_status", true);
            fields.put("quoted_status_id", Long.parseLong(parent.id()));
            fields.put("quoted_status_id_str", parent.id());
            String address = "https://twitter.com/" + parent.author().screenName() + "/status/" + parent.id();
            entities(fields, item, entities(url(item, address), null));
        } else {
            entities(fields, item, entities(item.url() == null ? null : url(item, item.url()), null));
        }
        return fields;
    }

    private Map<String, Object> common(Item item) {
        Map<String, Object> fields = new LinkedHashMap<>(status);
        fields.put("created_at", CREATED.format(Instant.ofEpochMilli(item.postedAt())));
        fields.put("id", Long.parseLong(item.id()));
        fields.put("id_str", item.id());
        fields.put("user", user(item.author(), item.content().language()));
        fields.put("lang", language(item.content().language()));
        return fields;
    }

    /** Twitter writes Indonesian by its old code. */
    private static String language(Language language) {
        return language == Language.ID ? "in" : language.code();
    }

    private Map<String, Object> user(Account account, Language language) {
        Map<String, Object> fields = new LinkedHashMap<>(user);
        fields.put("id", account.userId());
        fields.put("id_str", Long.toString(account.userId()));
        fields.put("name", account.displayName());
        fields.put("screen_name", account.screenName());
        fields.put("followers_count", account.followers());
        fields.put("friends_count", 10 + account.number() % 353);
        fields.put("statuses_count", 1 + account.number() % 1571);
        fields.put("created_at", CREATED.format(Instant.ofEpochMilli(Snowflake.milliseconds(account.userId()))));
        fields.put("lang", language(language));
        return fields;
    }

    /** What an item says with the mention or the address that belongs to it. */
    private static String text(Item item) {
        String words = item.content().words();
        return switch (item.form()) {
            case ANSWER -> "@" + item.parent().author().screenName() + " " + words;
            case QUOTE -> words + " " + shortened(item);
            case TWEET -> item.url() == null ? words : words + " " + shortened(item);
            case RETWEET, LINK, TEXT, COMMENT, CROSSPOST ->
                throw new IllegalArgumentException(item.form() + " has no words of its own on Twitter");
        };
    }

    private static void text(Map<String, Object> fields, String text, boolean keepsWhole) {
        if (text.length() <= COMPATIBLE_LENGTH) {
            fields.put("text", text);
            return;
        }
        fields.put("text", text.substring(0, COMPATIBLE_LENGTH - 1) + "\u2026");
        if (keepsWhole) {
            Map<String, Object> whole = new LinkedHashMap<>();
            whole.put("full_text", text);
            whole.put("display_text_range", List.of(0, text.length()));
            fields.put("truncated", true);
            fields.put("extended_tweet", whole);
        }
    }

    /** Puts the entities where the whole text stands; beside a cut text stand those of what is left of it. */
    @SuppressWarnings("unchecked")
    private static void entities(Map<String, Object> fields, Item item, Map<String, Object> entities) {
        if (fields.get("extended_tweet") instanceof Map<?, ?> whole) {
            ((Map<String, Object>) whole).put("entities", entities);
            Account mentioned = item.form() == Form.ANSWER ? item.parent().author() : null;
            fields.put("entities", entities(null, mentioned));
        } else {
            fields.put("entities", entities);
        }
    }

    private static Map<String, Object> entities(Map<String, Object> url, Account mentioned) {
        Map<String, Object> entities = new LinkedHashMap<>();
        List<Object> mentions = new ArrayList<>();
        if (mentioned != null) {
            Map<String, Object> mention = new LinkedHashMap<>();
            mention.put("screen_name", mentioned.screenName());
            mention.put("name", mentioned.displayName());
            mention.put("id", mentioned.userId());
            mention.put("id_str", Long.toString(mentioned.userId()));
            mentions.add(mention);
        }
        entities.put("hashtags", List.of());
        entities.put("urls", url == null ? List.of() : List.of(url));
        entities.put("user_mentions", mentions);
        entities.put("symbols", List.of());
        return entities;
    }

    private static Map<String, Object> url(Item item, String expanded) {
        Map<String, Object> url = new LinkedHashMap<>();
        url.put("url", shortened(item));
        url.put("expanded_url", expanded);
        url.put("display_url", expanded.substring("https://".length()));
        return url;
    }

    private static String shortened(Item item) {
        return "https://t.co/sim" + Long.toString(item.number(), 36);
    }

    /** A line like that of an item that shows no other one, but with this fault. */
    byte[] bad(PlantedFault fault, Item item) {
        Map<String, Object> fields = fields(item, null);
        switch (fault) {
            case NOT_AN_OBJECT -> {
                return json(List.of(item.id(), item.postedAt()));
            }
            case REMOVAL_BEFORE_CREATION -> {
                return json(deletion(Long.parseLong(item.id()), item.author().userId(), item.postedAt() - TWO_DAYS_MS));
            }
            case MISSING_ID -> {
                fields.remove("id");
                fields.remove("id_str");
            }
            case BAD_TIMESTAMP -> fields.put("created_at", "last Tuesday");
            case IMPOSSIBLE_TIME -> fields.put("timestamp_ms", Long.toString(item.postedAt() - TWO_DAYS_MS));
            case ENCODING -> {
                fields.put("text", BadRecords.BROKEN);
                return BadRecords.broken(json(fields));
            }
            case MALFORMED_JSON, MALFORMED_CSV ->
                throw new IllegalArgumentException(fault + " is no whole line of the stream");
        }
        return json(fields);
    }

    /** The notice that a status was deleted. */
    Map<String, Object> deletion(long id, long userId, long ms) {
        Map<String, Object> deleted = new LinkedHashMap<>();
        deleted.put("id", id);
        deleted.put("id_str", Long.toString(id));
        deleted.put("user_id", userId);
        deleted.put("user_id_str", Long.toString(userId));
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("status", deleted);
        notice.put("timestamp_ms", Long.toString(ms));
        return Map.of("delete", notice);
    }

    /** The notice that a status is withheld in these countries. */
    Map<String, Object> withholding(long id, long userId, List<String> countries, long ms) {
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("id", id);
        notice.put("user_id", userId);
        notice.put("withheld_in_countries", countries);
        notice.put("timestamp_ms", Long.toString(ms));
        return Map.of("status_withheld", notice);
    }

    /** The notice that the stream left out this many records. */
    Map<String, Object> limit(int left, long ms) {
        Map<String, Object> notice = new LinkedHashMap<>();
        notice.put("track", left);
        notice.put("timestamp_ms", Long.toString(ms));
        return Map.of("limit", notice);
    }
}
