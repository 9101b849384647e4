// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * The fields of one status that Tilik uses, as they stand in the dump. Reused from record to record; everything else in
 * the record is passed over without being built.
 */
final class TwitterStatus {
    /** A retweet holds its original, which may hold the status that it quotes; Twitter nests no deeper. */
    private static final int DEEPEST = 2;

    final TwitterId id = new TwitterId();
    final TwitterId userId = new TwitterId();
    final TwitterId parentId = new TwitterId();
    final TwitterId quotedId = new TwitterId();
    /** Null where missing, empty where it is no text. */
    String createdAt;

    String language;
    boolean hasUser;
    boolean isQuote;
    /** The status that this one shares, or null. */
    TwitterStatus retweeted;
    /** The status that this one quotes, as far as the record holds it, or null. */
    TwitterStatus quoted;

    Long likes;
    Long shares;
    Long replies;
    Long quotes;
    boolean withheldForCopyright;
    final Set<String> withheldIn = new TreeSet<>();

    private final int depth;
    private TwitterStatus retweetedFields;
    private TwitterStatus quotedFields;
    private String text;
    private String fullText;
    private boolean hasEntities;
    private boolean isExtended;
    private final Set<String> links = new LinkedHashSet<>();
    private final Set<String> fullLinks = new LinkedHashSet<>();

    TwitterStatus() {
        this(0);
    }

    private TwitterStatus(int depth) {
        this.depth = depth;
    }

    /** Whether the object is a status at all; lists of ids, users and errors are not. */
    boolean isStatus() {
        return words() != null || hasUser;
    }

    /** The words, where the record has them with everything beyond the 140 characters of old. */
    String words() {
        return fullText == null ? text : fullText;
    }

    /** The links as Twitter resolved them; null in records from before 2011, which do not list them. */
    Set<String> linksOrNull() {
        if (isExtended) {
            return fullLinks;
        }
        return hasEntities ? links : null;
    }

    /** Takes one field. */
    void readField(JsonParser json, String field, JsonToken value) throws IOException {
        switch (field) {
            case "id" -> id.readNumber(json, value);
            case "id_str" -> id.readText(json, value);
            case "created_at" -> {
                String given = TwitterJson.text(json, value);
                createdAt = given == null && value != JsonToken.VALUE_NULL ? "" : given;
            }
            case "text" -> text = TwitterJson.text(json, value);
            case "full_text" -> fullText = TwitterJson.text(json, value);
            case "lang" -> language = TwitterJson.text(json, value);
            case "user" -> TwitterJson.object(json, value, (name, item) -> readUser(json, name, item));
            case "entities", "extended_entities" -> {
                hasEntities |= value == JsonToken.START_OBJECT;
                readEntities(json, value, links);
            }
            case "extended_tweet" -> TwitterJson.object(json, value, (name, item) -> readExtended(json, name, item));
            case "retweeted_status" -> retweeted = readInner(json, value, true);
            case "quoted_status" -> quoted = readInner(json, value, false);
            case "is_quote_status" -> isQuote = value == JsonToken.VALUE_TRUE;
            case "in_reply_to_status_id" -> parentId.readNumber(json, value);
            case "in_reply_to_status_id_str" -> parentId.readText(json, value);
            case "quoted_status_id" -> quotedId.readNumber(json, value);
            case "quoted_status_id_str" -> quotedId.readText(json, value);
            case "favorite_count" -> likes = TwitterJson.count(json, value);
            case "retweet_count" -> shares = TwitterJson.count(json, value);
            case "reply_count" -> replies = TwitterJson.count(json, value);
            case "quote_count" -> quotes = TwitterJson.count(json, value);
            case "withheld_in_countries" -> TwitterJson.countries(json, value, withheldIn);
            case "withheld_copyright" -> withheldForCopyright = value == JsonToken.VALUE_TRUE;
            default -> json.skipChildren();
        }
    }

    private void readUser(JsonParser json, String field, JsonToken value) throws IOException {
        hasUser = true;
        switch (field) {
            case "id" -> userId.readNumber(json, value);
            case "id_str" -> userId.readText(json, value);
            // What is withheld of an account is withheld of each of its statuses.
            case "withheld_in_countries" -> TwitterJson.countries(json, value, withheldIn);
            default -> json.skipChildren();
        }
    }

    private void readExtended(JsonParser json, String field, JsonToken value) throws IOException {
        switch (field) {
            case "full_text" -> fullText = TwitterJson.text(json, value);
            case "entities", "extended_entities" -> {
                isExtended |= value == JsonToken.START_OBJECT;
                readEntities(json, value, fullLinks);
            }
            default -> json.skipChildren();
        }
    }

    private static void readEntities(JsonParser json, JsonToken opening, Set<String> into) throws IOException {
        TwitterJson.object(json, opening, (list, value) -> {
            if (list.equals("urls") || list.equals("media")) {
                TwitterJson.list(json, value, item -> readLink(json, item, into));
            } else {
                json.skipChildren();
            }
        });
    }

    private static void readLink(JsonParser json, JsonToken opening, Set<String> into) throws IOException {
        String[] given = new String[2];
        TwitterJson.object(json, opening, (field, value) -> {
            switch (field) {
                case "expanded_url" -> given[0] = TwitterJson.text(json, value);
                case "url" -> given[1] = TwitterJson.text(json, value);
                default -> json.skipChildren();
            }
        });
        String link = given[0] == null ? given[1] : given[0];
        if (link != null && !link.isBlank()) {
            into.add(link.strip());
        }
    }

    private TwitterStatus readInner(JsonParser json, JsonToken opening, boolean isRetweeted) throws IOException {
        if (opening != JsonToken.START_OBJECT || depth == DEEPEST) {
            json.skipChildren();
            return null;
        }
        TwitterStatus inner = isRetweeted ? retweetedFields : quotedFields;
        if (inner == null) {
            inner = new TwitterStatus(depth + 1);
        }
        if (isRetweeted) {
            retweetedFields = inner;
        } else {
            quotedFields = inner;
        }
        inner.clear();
        TwitterStatus fields = inner;
        TwitterJson.object(json, opening, (name, value) -> fields.readField(json, name, value));
        return inner;
    }

    /** Forgets the record before. */
    void clear() {
        id.clear();
        userId.clear();
        parentId.clear();
        quotedId.clear();
        createdAt = null;
        language = null;
        hasUser = false;
        isQuote = false;
        retweeted = null;
        quoted = null;
        likes = null;
        shares = null;
        replies = null;
        quotes = null;
        withheldForCopyright = false;
        withheldIn.clear();
        text = null;
        fullText = null;
        hasEntities = false;
        isExtended = false;
        links.clear();
        fullLinks.clear();
    }
}
