// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.tilik.formats.json.JsonProblem;
import org.tilik.formats.json.JsonScanner;
import org.tilik.formats.json.JsonType;

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
    Long followers;
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

    /** Takes one field, whose value is the scanner's next. */
    void readField(JsonScanner json, TwitterField field) throws JsonProblem {
        switch (field) {
            case ID -> id.readNumber(json);
            case ID_STR -> id.readText(json);
            case CREATED_AT -> {
                boolean missing = json.type() == JsonType.NULL;
                String given = TwitterJson.text(json);
                createdAt = given == null && !missing ? "" : given;
            }
            case TEXT -> text = TwitterJson.text(json);
            case FULL_TEXT -> fullText = TwitterJson.text(json);
            case LANG -> language = TwitterJson.text(json);
            case USER -> hasUser |= TwitterJson.object(json, name -> readUser(json, name));
            case ENTITIES, EXTENDED_ENTITIES -> hasEntities |= readEntities(json, links);
            case EXTENDED_TWEET -> TwitterJson.object(json, name -> readExtended(json, name));
            case RETWEETED_STATUS -> {
                retweetedFields = inner(retweetedFields);
                retweeted = readInner(json, retweetedFields);
            }
            case QUOTED_STATUS -> {
                quotedFields = inner(quotedFields);
                quoted = readInner(json, quotedFields);
            }
            case IS_QUOTE_STATUS -> isQuote = TwitterJson.isTrue(json);
            case IN_REPLY_TO_STATUS_ID -> parentId.readNumber(json);
            case IN_REPLY_TO_STATUS_ID_STR -> parentId.readText(json);
            case QUOTED_STATUS_ID -> quotedId.readNumber(json);
            case QUOTED_STATUS_ID_STR -> quotedId.readText(json);
            case FAVORITE_COUNT -> likes = TwitterJson.count(json);
            case RETWEET_COUNT -> shares = TwitterJson.count(json);
            case REPLY_COUNT -> replies = TwitterJson.count(json);
            case QUOTE_COUNT -> quotes = TwitterJson.count(json);
            case WITHHELD_IN_COUNTRIES -> TwitterJson.countries(json, withheldIn);
            case WITHHELD_COPYRIGHT -> withheldForCopyright = TwitterJson.isTrue(json);
            default -> json.skip();
        }
    }

    private void readUser(JsonScanner json, TwitterField field) throws JsonProblem {
        switch (field) {
            case ID -> userId.readNumber(json);
            case ID_STR -> userId.readText(json);
            case FOLLOWERS_COUNT -> followers = TwitterJson.count(json);
            // What is withheld of an account is withheld of each of its statuses.
            case WITHHELD_IN_COUNTRIES -> TwitterJson.countries(json, withheldIn);
            default -> json.skip();
        }
    }

    private void readExtended(JsonScanner json, TwitterField field) throws JsonProblem {
        switch (field) {
            case FULL_TEXT -> fullText = TwitterJson.text(json);
            case ENTITIES, EXTENDED_ENTITIES -> isExtended |= readEntities(json, fullLinks);
            default -> json.skip();
        }
    }

    private static boolean readEntities(JsonScanner json, Set<String> into) throws JsonProblem {
        return TwitterJson.object(json, field -> {
            if (field == TwitterField.URLS || field == TwitterField.MEDIA) {
                TwitterJson.list(json, () -> readLink(json, into));
            } else {
                json.skip();
            }
        });
    }

    private static void readLink(JsonScanner json, Set<String> into) throws JsonProblem {
        String[] given = new String[2];
        TwitterJson.object(json, field -> {
            switch (field) {
                case EXPANDED_URL -> given[0] = TwitterJson.text(json);
                case URL -> given[1] = TwitterJson.text(json);
                default -> json.skip();
            }
        });
        String link = given[0] == null ? given[1] : given[0];
        if (link != null && !link.isBlank()) {
            into.add(link.strip());
        }
    }

    /** The fields of an inner status, made when first needed; null where none is nested so deep. */
    private TwitterStatus inner(TwitterStatus known) {
        return known == null && depth < DEEPEST ? new TwitterStatus(depth + 1) : known;
    }

    private static TwitterStatus readInner(JsonScanner json, TwitterStatus inner) throws JsonProblem {
        if (inner == null) {
            json.skip();
            return null;
        }
        inner.clear();
        return TwitterJson.object(json, field -> inner.readField(json, field)) ? inner : null;
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
        followers = null;
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
