// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tilik.formats.DocumentUnfolder;
import org.tilik.formats.json.JsonValues;

/**
 * Takes the tweets and the errors out of pages, each with the tweets that it refers to, with their authors and with when the page was
 * retrieved, in the shape of a record of a stream. What is no page is one record as it stands.
 */
public final class TwitterV2Pages implements DocumentUnfolder {
    private static final ObjectMapper TREES = new ObjectMapper();
    private static final byte[] SINGLE = "{\"data\":{".getBytes(StandardCharsets.UTF_8);

    private final Deque<JsonNode> records = new ArrayDeque<>();
    private boolean inList;

    @Override
    public boolean isRecord(byte[] line, int length) {
        return length > SINGLE.length && Arrays.equals(line, 0, SINGLE.length, SINGLE, 0, SINGLE.length);
    }

    @Override
    public boolean next(JsonParser document, JsonGenerator record) throws IOException {
        while (records.isEmpty()) {
            JsonToken token = document.nextToken();
            if (token == null) {
                return false;
            }
            if (token == JsonToken.START_ARRAY && !inList) {
                inList = true;
            } else if (token == JsonToken.END_ARRAY) {
                inList = false;
            } else {
                unfold(TREES.readTree(document));
            }
        }
        TREES.writeTree(record, records.remove());
        return true;
    }

    private void unfold(JsonNode page) {
        JsonNode tweets = page.path("data");
        JsonNode errors = tweets.isObject() ? TREES.missingNode() : page.path("errors");
        Map<String, JsonNode> known = new HashMap<>();
        if (tweets.isArray()) {
            for (JsonNode tweet : page.path("includes").path("tweets")) {
                known.put(JsonValues.id(tweet.path("id")), tweet);
            }
            Map<String, JsonNode> users = new HashMap<>();
            for (JsonNode user : page.path("includes").path("users")) {
                users.put(JsonValues.id(user.path("id")), user);
            }
            for (JsonNode tweet : tweets) {
                records.add(around("data", tweet, page).set("includes", included(tweet, known, users)));
            }
        }
        if (errors.isArray()) {
            for (JsonNode error : errors) {
                ObjectNode record = around("errors", TREES.createArrayNode().add(error), page);
                records.add(record);
            }
        }
        if (records.isEmpty()) {
            records.add(page);
        }
    }

    private static ObjectNode around(String name, JsonNode value, JsonNode page) {
        ObjectNode record = TREES.createObjectNode();
        record.set(name, value);
        if (page.has("__twarc")) {
            record.set("__twarc", page.path("__twarc"));
        }
        return record;
    }

    /** The tweets that this one refers to, and those that they refer to, with the authors of all. */
    private static ObjectNode included(JsonNode tweet, Map<String, JsonNode> known, Map<String, JsonNode> users) {
        ObjectNode includes = TREES.createObjectNode();
        Map<String, JsonNode> found = new LinkedHashMap<>();
        addReferenced(tweet, known, found);
        for (JsonNode first : found.values().toArray(new JsonNode[0])) {
            addReferenced(first, known, found);
        }
        includes.putArray("tweets").addAll(found.values());
        Map<String, JsonNode> authors = new LinkedHashMap<>();
        addAuthor(tweet, users, authors);
        found.values().forEach(other -> addAuthor(other, users, authors));
        includes.putArray("users").addAll(authors.values());
        return includes;
    }

    private static void addAuthor(JsonNode tweet, Map<String, JsonNode> users, Map<String, JsonNode> authors) {
        String id = JsonValues.id(tweet.path("author_id"));
        JsonNode author = users.get(id);
        if (author != null) {
            authors.putIfAbsent(id, author);
        }
    }

    private static void addReferenced(JsonNode tweet, Map<String, JsonNode> known, Map<String, JsonNode> found) {
        for (JsonNode reference : tweet.path("referenced_tweets")) {
            String id = JsonValues.id(reference.path("id"));
            JsonNode referenced = known.get(id);
            if (referenced != null) {
                found.putIfAbsent(id, referenced);
            }
        }
    }
}
