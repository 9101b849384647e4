// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import java.util.Set;
import java.util.TreeSet;
import org.tilik.formats.json.JsonProblem;
import org.tilik.formats.json.JsonScanner;

/** One record: a status, or a notice of the stream about a status or an account. Reused from record to record. */
final class TwitterMessage {
    /** What the stream tells besides statuses. */
    enum Notice {
        DELETE,
        STATUS_WITHHELD,
        USER_WITHHELD
    }

    final TwitterStatus status = new TwitterStatus();
    /** When the stream sent the record, in milliseconds since 1970. */
    long timestamp;
    /** The notice that the record is, or null. */
    Notice notice;

    final TwitterId noticeId = new TwitterId();
    final TwitterId noticeUserId = new TwitterId();
    final Set<String> noticeCountries = new TreeSet<>();
    /** Whether it is a message about the stream, a place or private messages: sound, but about no item. */
    boolean aboutNoItem;
    /** Whether it has the shape of the later API, which archives of the stream hold from 2023 on. */
    boolean isVersion2;

    /** Reads the object that is the scanner's next value. */
    void read(JsonScanner json) throws JsonProblem {
        clear();
        TwitterJson.object(json, field -> readField(json, field));
    }

    private void readField(JsonScanner json, TwitterField field) throws JsonProblem {
        switch (field) {
            case TIMESTAMP_MS -> timestamp = TwitterJson.millis(json);
            case DELETE -> {
                notice = Notice.DELETE;
                TwitterJson.object(json, name -> readDelete(json, name));
            }
            case STATUS_WITHHELD -> {
                notice = Notice.STATUS_WITHHELD;
                TwitterJson.object(json, name -> readNotice(json, name));
            }
            case USER_WITHHELD -> {
                notice = Notice.USER_WITHHELD;
                TwitterJson.object(json, name -> readNotice(json, name));
            }
            case LIMIT, WARNING, DISCONNECT, SCRUB_GEO, FRIENDS, FRIENDS_STR, EVENT, CONTROL, DIRECT_MESSAGE -> {
                aboutNoItem = true;
                json.skip();
            }
            case DATA -> {
                isVersion2 = true;
                json.skip();
            }
            default -> status.readField(json, field);
        }
    }

    private void readDelete(JsonScanner json, TwitterField field) throws JsonProblem {
        switch (field) {
            case STATUS -> TwitterJson.object(json, name -> readNotice(json, name));
            case DIRECT_MESSAGE -> {
                aboutNoItem = true;
                json.skip();
            }
            default -> readNotice(json, field);
        }
    }

    private void readNotice(JsonScanner json, TwitterField field) throws JsonProblem {
        switch (field) {
            case ID -> noticeId.readNumber(json);
            case ID_STR -> noticeId.readText(json);
            case USER_ID -> noticeUserId.readNumber(json);
            case USER_ID_STR -> noticeUserId.readText(json);
            case WITHHELD_IN_COUNTRIES -> TwitterJson.countries(json, noticeCountries);
            case TIMESTAMP_MS -> timestamp = TwitterJson.millis(json);
            default -> json.skip();
        }
    }

    private void clear() {
        status.clear();
        timestamp = TwitterJson.ABSENT;
        notice = null;
        noticeId.clear();
        noticeUserId.clear();
        noticeCountries.clear();
        aboutNoItem = false;
        isVersion2 = false;
    }
}
