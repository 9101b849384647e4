// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.tilik.formats.json.JsonValues;
import org.tilik.model.Counts;
import org.tilik.model.EventKind;

/** A tweet as API version 2 writes it. */
final class Tweet {
    private final JsonNode tweet;

    Tweet(JsonNode tweet) {
        this.tweet = tweet;
    }

    /** The id in digits; null where there is none. */
    static String id(JsonNode node) {
        String id = JsonValues.id(node);
        return id != null && TwitterId.isId(id) ? id : null;
    }

    String id() {
        return id(tweet.path("id"));
    }

    String author() {
        String author = JsonValues.id(tweet.path("author_id"));
        return author == null ? JsonValues.id(JsonValues.at(tweet, "author", "id")) : author;
    }

    /** How many follow the author, where the tweet is flattened or its author is among these users; else null. */
    Long followers(JsonNode users) {
        Long inside = followersOf(tweet.path("author"));
        String author = author();
        if (inside != null || author == null) {
            return inside;
        }
        for (JsonNode user : users) {
            if (author.equals(JsonValues.id(user.path("id")))) {
                return followersOf(user);
            }
        }
        return null;
    }

    private static Long followersOf(JsonNode user) {
        return JsonValues.count(JsonValues.at(user, "public_metrics", "followers_count"));
    }

    JsonNode createdAt() {
        return tweet.path("created_at");
    }

    EventKind kind() {
        if (referenced("retweeted") != null) {
            return EventKind.SHARE;
        }
        if (referenced("quoted") != null) {
            return EventKind.QUOTE;
        }
        return referenced("replied_to") == null ? EventKind.POST : EventKind.REPLY;
    }

    /** The id of what this shares or quotes. */
    String origin() {
        String shared = referenced("retweeted");
        return shared == null ? referenced("quoted") : shared;
    }

    String parent() {
        return kind() == EventKind.SHARE ? null : referenced("replied_to");
    }

    /** The first tweet of the thread, where it is another one. */
    String root() {
        String root = id(tweet.path("conversation_id"));
        return root == null || root.equals(id()) ? null : root;
    }

    private String referenced(String type) {
        for (JsonNode reference : tweet.path("referenced_tweets")) {
            if (type.equals(JsonValues.text(reference.path("type")))) {
                return id(reference.path("id"));
            }
        }
        return null;
    }

    /** The tweets referred to that stand inside this one, as flattening puts them. */
    List<JsonNode> inside() {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode reference : tweet.path("referenced_tweets")) {
            if (reference.has("text")) {
                found.add(reference);
            }
        }
        return found;
    }

    /** The words, those of a long tweet in full; null where there are none. */
    String words() {
        String full = JsonValues.text(JsonValues.at(tweet, "note_tweet", "text"));
        String words = full == null ? JsonValues.text(tweet.path("text")) : full;
        return words == null || words.isBlank()
                ? null
                : words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }

    String language() {
        return TwitterText.language(JsonValues.text(tweet.path("lang")));
    }

    /** The links as Twitter resolved them; those to the tweet's own pictures are left out. */
    List<String> links() {
        Set<String> links = new LinkedHashSet<>();
        for (JsonNode entities : List.of(tweet.path("entities"), JsonValues.at(tweet, "note_tweet", "entities"))) {
            for (JsonNode url : entities.path("urls")) {
                String link = first(url, "unwound_url", "expanded_url", "url");
                if (link != null && !url.has("media_key")) {
                    links.add(link);
                }
            }
        }
        return List.copyOf(links);
    }

    private static String first(JsonNode node, String... names) {
        for (String name : names) {
            String text = JsonValues.text(node.path(name));
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    Counts counts() {
        JsonNode counts = tweet.path("public_metrics");
        Long views = JsonValues.count(counts.path("impression_count"));
        return new Counts(
                JsonValues.count(counts.path("like_count")),
                JsonValues.count(counts.path("retweet_count")),
                JsonValues.count(counts.path("reply_count")),
                JsonValues.count(counts.path("quote_count")),
                // Of tweets from before December 2022, whose views were not counted, this is 0.
                views == null || views == 0 ? null : views);
    }

    Withheld withheld() {
        JsonNode withheld = tweet.path("withheld");
        if (!withheld.isObject()) {
            return Withheld.NOWHERE;
        }
        Set<String> codes = new TreeSet<>();
        for (String code : JsonValues.texts(withheld.path("country_codes"))) {
            if (code.length() == 2) {
                codes.add(code.toUpperCase(Locale.ROOT));
            }
        }
        boolean forCopyright = JsonValues.isTrue(withheld.path("copyright"));
        return codes.isEmpty() && !forCopyright ? Withheld.NOWHERE : Withheld.of(codes, forCopyright);
    }

    /** The first version of an edited tweet, which had an id of its own; null where this is the first. */
    String firstVersion() {
        List<String> versions = JsonValues.texts(tweet.path("edit_history_tweet_ids"));
        boolean isLater = versions.indexOf(id()) > 0 && TwitterId.isId(versions.get(0));
        return isLater ? versions.get(0) : null;
    }

    /** Whether this is a tweet, not the account or list that pages may hold too. */
    boolean isTweet() {
        return tweet.has("text") || tweet.has("author_id") || tweet.has("edit_history_tweet_ids");
    }
}
