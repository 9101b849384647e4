// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tilik.formats.csv.CsvColumns;

/** Tells a format by the keys of the first JSON object or by the header row of a CSV file. */
final class FormatSniffer {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    private static final List<String> TWITTER_MESSAGES =
            List.of("delete", "status_withheld", "user_withheld", "scrub_geo", "limit");

    private FormatSniffer() {}

    static Optional<Sniffed> sniff(byte[] head) {
        int start = 0;
        while (start < head.length && head[start] <= ' ' && head[start] >= 0) {
            start++;
        }
        if (start == head.length) {
            return Optional.empty();
        }
        return head[start] == '{' ? sniffJson(head, start) : sniffCsv(head, start);
    }

    private static Optional<Sniffed> sniffJson(byte[] head, int start) {
        Set<String> keys = keysOfFirstObject(head, start);
        Optional<Sniffed> twitter = sniffTwitter(keys);
        if (twitter.isPresent()) {
            return twitter;
        }
        boolean reddit = keys.contains("id") && keys.contains("created_utc");
        boolean comment = keys.contains("body") && (keys.contains("link_id") || keys.contains("parent_id"));
        boolean submission = keys.contains("title")
                && (keys.contains("subreddit") || keys.contains("subreddit_id"))
                && (keys.contains("selftext") || keys.contains("url"));
        if (reddit && comment) {
            return Optional.of(
                    new Sniffed(DumpFormat.REDDIT, "keys id, created_utc, body, link_id of a Reddit comment"));
        }
        if (reddit && submission) {
            return Optional.of(
                    new Sniffed(DumpFormat.REDDIT, "keys id, created_utc, title, subreddit of a Reddit submission"));
        }
        return Optional.empty();
    }

    private static Optional<Sniffed> sniffTwitter(Set<String> keys) {
        boolean status = keys.contains("id") && keys.contains("created_at") && keys.contains("user");
        // Weibo's interface was built after Twitter's and has the same names, with mid beside id.
        if (status && (keys.contains("text") || keys.contains("full_text")) && !keys.contains("mid")) {
            return Optional.of(
                    new Sniffed(DumpFormat.TWITTER_V1, "keys id, created_at, user, text of a Twitter status"));
        }
        return TWITTER_MESSAGES.stream()
                .filter(message -> keys.equals(Set.of(message)))
                .findFirst()
                .map(message -> new Sniffed(DumpFormat.TWITTER_V1, "the message " + message + " of a Twitter stream"));
    }

    /** The keys as far as the head reaches and is sound. */
    private static Set<String> keysOfFirstObject(byte[] head, int start) {
        Set<String> keys = new HashSet<>();
        try (JsonParser json = FACTORY.createParser(head, start, head.length - start)) {
            json.nextToken();
            String key = json.nextFieldName();
            while (key != null) {
                keys.add(key);
                JsonToken value = json.nextToken();
                if (value == null) {
                    return keys;
                }
                json.skipChildren();
                key = json.nextFieldName();
            }
            return keys;
        } catch (IOException e) {
            // The head ends inside a record, or the record is damaged: what was seen until there must do.
            return keys;
        }
    }

    private static Optional<Sniffed> sniffCsv(byte[] head, int start) {
        int end = start;
        while (end < head.length && head[end] != '\n' && head[end] != '\r') {
            end++;
        }
        CsvColumns columns = CsvColumns.of(Arrays.copyOfRange(head, start, end));
        if (columns.has("item_id") && columns.has("checked_at") && columns.has("status")) {
            return Optional.of(new Sniffed(DumpFormat.RECHECK, "columns item_id, checked_at, status"));
        }
        if (columns.has("item_id") && columns.has("at") && (columns.has("channel") || columns.has("decision"))) {
            return Optional.of(new Sniffed(DumpFormat.REFERRAL, "columns item_id, at, channel or decision"));
        }
        return Optional.empty();
    }
}
