// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tilik.formats.csv.CsvColumns;

/**
 * Tells a format by the keys of a JSON object or by the header row of a CSV file. The first line alone does not decide:
 * a stream may begin with a notice or a broken line, and one object may go over many lines.
 */
final class FormatSniffer {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
            .build();

    /** So many lines are looked at: more than any stream has notices before its first post. */
    private static final int MOST_LINES = 200;

    private static final List<String> TWITTER_MESSAGES =
            List.of("delete", "status_withheld", "user_withheld", "scrub_geo", "limit");

    private FormatSniffer() {}

    static Optional<Sniffed> sniff(byte[] head) {
        int start = afterSpace(head, 0);
        if (start == head.length) {
            return Optional.empty();
        }
        if (spansLines(head)) {
            return byKeys(keys(head, start, head.length), RecordCut.JSON_OBJECTS);
        }
        Optional<Sniffed> found = head[start] == '{' ? Optional.empty() : sniffCsv(head, start);
        for (int line = 0; found.isEmpty() && start < head.length && line < MOST_LINES; line++) {
            int end = lineEnd(head, start);
            if (head[start] == '{') {
                found = byKeys(keys(head, start, end), RecordCut.NDJSON);
            }
            start = afterSpace(head, end);
        }
        return found;
    }

    /** How a text of this format that begins like this falls into records. */
    static RecordCut cut(DumpFormat format, byte[] head) {
        return format.cut() == RecordCut.NDJSON && spansLines(head) ? RecordCut.JSON_OBJECTS : format.cut();
    }

    /** Whether the text begins with one object that is sound beyond its first line, as far as the head reaches. */
    private static boolean spansLines(byte[] head) {
        int start = afterSpace(head, 0);
        if (start == head.length || head[start] != '{') {
            return false;
        }
        try (JsonParser json = FACTORY.createParser(head, start, head.length - start)) {
            json.nextToken();
            json.skipChildren();
            return json.currentToken() == JsonToken.END_OBJECT
                    && json.currentLocation().getLineNr() > 1;
        } catch (JsonEOFException e) {
            return lineEnd(head, start) < head.length;
        } catch (IOException e) {
            return false;
        }
    }

    private static int afterSpace(byte[] head, int from) {
        int start = from;
        while (start < head.length && head[start] <= ' ' && head[start] >= 0) {
            start++;
        }
        return start;
    }

    private static int lineEnd(byte[] head, int start) {
        int end = start;
        while (end < head.length && head[end] != '\n') {
            end++;
        }
        return end;
    }

    /** The rules of all formats of JSON objects. */
    private static Optional<Sniffed> byKeys(Set<String> keys, RecordCut cut) {
        Optional<Sniffed> twitter = twitter(keys, cut);
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
                    new Sniffed(DumpFormat.REDDIT, cut, "keys id, created_utc, body, link_id of a Reddit comment"));
        }
        if (reddit && submission) {
            return Optional.of(new Sniffed(
                    DumpFormat.REDDIT, cut, "keys id, created_utc, title, subreddit of a Reddit submission"));
        }
        return Optional.empty();
    }

    private static Optional<Sniffed> twitter(Set<String> keys, RecordCut cut) {
        boolean status = keys.contains("id") && keys.contains("created_at") && keys.contains("user");
        // Weibo's interface was built after Twitter's and has the same names, with mid beside id.
        if (status && (keys.contains("text") || keys.contains("full_text")) && !keys.contains("mid")) {
            return Optional.of(
                    new Sniffed(DumpFormat.TWITTER_V1, cut, "keys id, created_at, user, text of a Twitter status"));
        }
        return TWITTER_MESSAGES.stream()
                .filter(message -> keys.equals(Set.of(message)))
                .findFirst()
                .map(message ->
                        new Sniffed(DumpFormat.TWITTER_V1, cut, "the message " + message + " of a Twitter stream"));
    }

    /** The keys of the object that starts here, as far as it reaches and is sound. */
    private static Set<String> keys(byte[] head, int start, int end) {
        Set<String> keys = new HashSet<>();
        try (JsonParser json = FACTORY.createParser(head, start, end - start)) {
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
            return Optional.of(new Sniffed(DumpFormat.RECHECK, RecordCut.CSV, "columns item_id, checked_at, status"));
        }
        if (columns.has("item_id") && columns.has("at") && (columns.has("channel") || columns.has("decision"))) {
            return Optional.of(
                    new Sniffed(DumpFormat.REFERRAL, RecordCut.CSV, "columns item_id, at, channel or decision"));
        }
        return Optional.empty();
    }
}
