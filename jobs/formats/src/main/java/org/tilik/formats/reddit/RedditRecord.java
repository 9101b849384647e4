// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.reddit;

import org.tilik.formats.json.JsonFields;
import org.tilik.formats.json.JsonProblem;
import org.tilik.formats.json.JsonScanner;
import org.tilik.formats.json.JsonType;

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
    private static final JsonFields<Field> FIELDS = JsonFields.besides(Field.ANY_OTHER);
    private static final JsonFields<MetaField> META_FIELDS = JsonFields.besides(MetaField.ANY_OTHER);

    private enum Field {
        ID,
        NAME,
        AUTHOR,
        AUTHOR_FULLNAME,
        PARENT_ID,
        LINK_ID,
        CROSSPOST_PARENT,
        URL,
        BODY,
        SELFTEXT,
        TITLE,
        REMOVED_BY_CATEGORY,
        REMOVAL_REASON,
        IS_SELF,
        CREATED_UTC,
        RETRIEVED_ON,
        RETRIEVED_UTC,
        EDITED,
        SCORE,
        NUM_COMMENTS,
        NUM_CROSSPOSTS,
        _META,
        ANY_OTHER
    }

    private enum MetaField {
        RETRIEVED_2ND_ON,
        WAS_DELETED_LATER,
        WAS_INITIALLY_DELETED,
        IS_EDITED,
        REMOVAL_TYPE,
        EDITED_TITLE,
        NOTE,
        ANY_OTHER
    }

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

    /** Reads the object that is the scanner's next value. */
    void read(JsonScanner json) throws JsonProblem {
        clear();
        json.enterObject();
        Field field = json.nextField(FIELDS);
        while (field != null) {
            readField(json, field);
            field = json.nextField(FIELDS);
        }
    }

    private void readField(JsonScanner json, Field field) throws JsonProblem {
        switch (field) {
            case ID -> id = idOrNull(json);
            case NAME -> name = textOrNull(json);
            case AUTHOR -> author = textOrNull(json);
            case AUTHOR_FULLNAME -> authorFullname = textOrNull(json);
            case PARENT_ID -> parentId = textOrNull(json);
            case LINK_ID -> linkId = textOrNull(json);
            case CROSSPOST_PARENT -> crosspostParent = textOrNull(json);
            case URL -> url = textOrNull(json);
            case BODY -> {
                hasBody = true;
                body = textOrNull(json);
            }
            case SELFTEXT -> {
                hasSelftext = true;
                selftext = textOrNull(json);
            }
            case TITLE -> title = textOrNull(json);
            case REMOVED_BY_CATEGORY -> removedByCategory = textOrNull(json);
            case REMOVAL_REASON -> removalReason = textOrNull(json);
            case IS_SELF -> isSelf = isTrue(json);
            case CREATED_UTC -> created = seconds(json);
            case RETRIEVED_ON, RETRIEVED_UTC -> retrieved = earlier(retrieved, seconds(json));
            case EDITED -> edited = seconds(json);
            case SCORE -> score = countOrNull(json);
            case NUM_COMMENTS -> comments = countOrNull(json);
            case NUM_CROSSPOSTS -> crossposts = countOrNull(json);
            case _META -> readMeta(json);
            case ANY_OTHER -> json.skip();
        }
    }

    private void readMeta(JsonScanner json) throws JsonProblem {
        if (json.type() != JsonType.OBJECT) {
            json.skip();
            return;
        }
        json.enterObject();
        MetaField field = json.nextField(META_FIELDS);
        while (field != null) {
            switch (field) {
                case RETRIEVED_2ND_ON -> retrievedAgain = seconds(json);
                case WAS_DELETED_LATER -> deletedLater = isTrue(json);
                case WAS_INITIALLY_DELETED -> initiallyDeleted = isTrue(json);
                case IS_EDITED -> editedBetween = isTrue(json);
                case REMOVAL_TYPE -> removalType = textOrNull(json);
                case EDITED_TITLE -> editedTitle = textOrNull(json);
                case NOTE -> note = textOrNull(json);
                case ANY_OTHER -> json.skip();
            }
            field = json.nextField(META_FIELDS);
        }
    }

    private static boolean isTrue(JsonScanner json) throws JsonProblem {
        boolean isTrue = json.type() == JsonType.TRUE;
        json.skip();
        return isTrue;
    }

    private static String textOrNull(JsonScanner json) throws JsonProblem {
        if (json.type() == JsonType.STRING) {
            return json.string();
        }
        json.skip();
        return null;
    }

    /** Ids are strings; where a number stands it is taken digit by digit, never through a double. */
    private static String idOrNull(JsonScanner json) throws JsonProblem {
        return json.type() == JsonType.NUMBER ? json.integer() : textOrNull(json);
    }

    /** Epoch seconds; the eras write them as integer, as float and as string. */
    private static long seconds(JsonScanner json) throws JsonProblem {
        return switch (json.type()) {
            case NUMBER -> wholeSeconds(json.number());
            case STRING -> secondsInText(json.string());
            case NULL, FALSE, TRUE -> {
                json.skip();
                yield ABSENT;
            }
            case OBJECT, ARRAY -> {
                json.skip();
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

    private static Long countOrNull(JsonScanner json) throws JsonProblem {
        if (json.type() == JsonType.NUMBER) {
            double count = json.number();
            return Math.abs(count) < LARGEST_SECONDS ? (long) count : null;
        }
        json.skip();
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
