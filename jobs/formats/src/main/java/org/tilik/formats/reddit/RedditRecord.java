// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.reddit;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * The fields of one submission or comment that Tilik uses, as they stand in the dump. Reused from record to record;
 * everything else in the record is passed over without being built.
 */
final class RedditRecord {
    /** The field is missing, null or false. */
    static final long ABSENT = Long.MIN_VALUE;
    /** The field holds something that is no time. */
    static final long UNREADABLE = Long.MIN_VALUE + 1;

    private static final double LARGEST_SECONDS = 1e15;

    String id;
    String name;
    String author;
    String authorFullname;
    String parentId;
    String linkId;
    String crosspostParent;
    String url;
    String body;
    String selftext;
    String title;
    String removedByCategory;
    String removalReason;
    boolean isSelf;
    boolean hasBody;
    boolean hasSelftext;
    long created;
    long retrieved;
    long edited;
    Long score;
    Long comments;
    Long crossposts;

    long retrievedAgain;
    boolean deletedLater;
    boolean initiallyDeleted;
    boolean editedBetween;
    String removalType;
    String editedTitle;
    String note;

    /** Whether it is a comment; all eras give comments a body, a link_id and a parent_id. */
    boolean isComment() {
        return hasBody || linkId != null || parentId != null;
    }

    /** Whether it is a submission; subreddit and user dumps have none of these fields. */
    boolean isSubmission() {
        return title != null || hasSelftext || url != null;
    }

    /** Reads an object whose opening brace has just been met, up to its closing brace. */
    void read(JsonParser json) throws IOException {
        clear();
        String field = json.nextFieldName();
        while (field != null) {
            JsonToken value = json.nextToken();
            readField(json, field, value);
            field = json.nextFieldName();
        }
    }

    private void readField(JsonParser json, String field, JsonToken value) throws IOException {
        switch (field) {
            case "id" -> id = idOrNull(json, value);
            case "name" -> name = textOrNull(json, value);
            case "author" -> author = textOrNull(json, value);
            case "author_fullname" -> authorFullname = textOrNull(json, value);
            case "parent_id" -> parentId = textOrNull(json, value);
            case "link_id" -> linkId = textOrNull(json, value);
            case "crosspost_parent" -> crosspostParent = textOrNull(json, value);
            case "url" -> url = textOrNull(json, value);
            case "body" -> {
                hasBody = true;
                body = textOrNull(json, value);
            }
            case "selftext" -> {
                hasSelftext = true;
                selftext = textOrNull(json, value);
            }
            case "title" -> title = textOrNull(json, value);
            case "removed_by_category" -> removedByCategory = textOrNull(json, value);
            case "removal_reason" -> removalReason = textOrNull(json, value);
            case "is_self" -> isSelf = value == JsonToken.VALUE_TRUE;
            case "created_utc" -> created = seconds(json, value);
            case "retrieved_on", "retrieved_utc" -> retrieved = earlier(retrieved, seconds(json, value));
            case "edited" -> edited = seconds(json, value);
            case "score" -> score = countOrNull(json, value);
            case "num_comments" -> comments = countOrNull(json, value);
            case "num_crossposts" -> crossposts = countOrNull(json, value);
            case "_meta" -> readMeta(json, value);
            default -> json.skipChildren();
        }
    }

    private void readMeta(JsonParser json, JsonToken opening) throws IOException {
        if (opening != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        String field = json.nextFieldName();
        while (field != null) {
            JsonToken value = json.nextToken();
            switch (field) {
                case "retrieved_2nd_on" -> retrievedAgain = seconds(json, value);
                case "was_deleted_later" -> deletedLater = value == JsonToken.VALUE_TRUE;
                case "was_initially_deleted" -> initiallyDeleted = value == JsonToken.VALUE_TRUE;
                case "is_edited" -> editedBetween = value == JsonToken.VALUE_TRUE;
                case "removal_type" -> removalType = textOrNull(json, value);
                case "edited_title" -> editedTitle = textOrNull(json, value);
                case "note" -> note = textOrNull(json, value);
                default -> json.skipChildren();
            }
            field = json.nextFieldName();
        }
    }

    private static String textOrNull(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_STRING) {
            return json.getText();
        }
        json.skipChildren();
        return null;
    }

    /** Ids are strings; where a number stands it is taken digit by digit, never through a double. */
    private static String idOrNull(JsonParser json, JsonToken value) throws IOException {
        return value == JsonToken.VALUE_NUMBER_INT ? json.getText() : textOrNull(json, value);
    }

    /** Epoch seconds; the eras write them as integer, as float and as string. */
    private static long seconds(JsonParser json, JsonToken value) throws IOException {
        return switch (value) {
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> wholeSeconds(json.getDoubleValue());
            case VALUE_STRING -> secondsInText(json.getText());
            case VALUE_NULL, VALUE_FALSE, VALUE_TRUE -> ABSENT;
            default -> {
                json.skipChildren();
                yield UNREADABLE;
            }
        };
    }

    private static long secondsInText(String text) {
        String digits = text.strip();
        if (digits.isEmpty()) {
            return ABSENT;
        }
        int point = digits.indexOf('.');
        String whole = point < 0 ? digits : digits.substring(0, point);
        boolean plain = whole.length() <= 15
                && !whole.isEmpty()
                && whole.chars().allMatch(c -> c >= '0' && c <= '9')
                && (point < 0 || digits.substring(point + 1).chars().allMatch(c -> c >= '0' && c <= '9'));
        return plain ? Long.parseLong(whole) : UNREADABLE;
    }

    /** Seconds are far below 2^53, so that a double holds them exactly. */
    private static long wholeSeconds(double seconds) {
        return Math.abs(seconds) < LARGEST_SECONDS ? (long) Math.floor(seconds) : UNREADABLE;
    }

    private static long earlier(long known, long found) {
        return known == ABSENT ? found : found == ABSENT ? known : Math.min(known, found);
    }

    private static Long countOrNull(JsonParser json, JsonToken value) throws IOException {
        if (value == JsonToken.VALUE_NUMBER_INT || value == JsonToken.VALUE_NUMBER_FLOAT) {
            double count = json.getDoubleValue();
            return Math.abs(count) < LARGEST_SECONDS ? (long) count : null;
        }
        json.skipChildren();
        return null;
    }

    private void clear() {
        id = null;
        name = null;
        author = null;
        authorFullname = null;
        parentId = null;
        linkId = null;
        crosspostParent = null;
        url = null;
        body = null;
        selftext = null;
        title = null;
        removedByCategory = null;
        removalReason = null;
        isSelf = false;
        hasBody = false;
        hasSelftext = false;
        created = ABSENT;
        retrieved = ABSENT;
        edited = ABSENT;
        score = null;
        comments = null;
        crossposts = null;
        retrievedAgain = ABSENT;
        deletedLater = false;
        initiallyDeleted = false;
        editedBetween = false;
        removalType = null;
        editedTitle = null;
        note = null;
    }
}
