// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

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

    /** Reads an object whose opening brace has just been met, up to its closing brace. */
    void read(JsonParser json) throws IOException {
        clear();
        TwitterJson.object(json, JsonToken.START_OBJECT, (field, value) -> readField(json, field, value));
    }

    private void readField(JsonParser json, String field, JsonToken value) throws IOException {
        switch (field) {
            case "timestamp_ms" -> timestamp = TwitterJson.millis(json, value);
            case "delete" -> {
                notice = Notice.DELETE;
                TwitterJson.object(json, value, (name, item) -> readDelete(json, name, item));
            }
            case "status_withheld" -> readWithheld(json, value, Notice.STATUS_WITHHELD);
            case "user_withheld" -> readWithheld(json, value, Notice.USER_WITHHELD);
            case "limit",
                    "warning",
                    "disconnect",
                    "scrub_geo",
                    "friends",
                    "friends_str",
                    "event",
                    "control",
                    "direct_message" -> {
                aboutNoItem = true;
                json.skipChildren();
            }
            case "data" -> {
                isVersion2 = true;
                json.skipChildren();
            }
            default -> status.readField(json, field, value);
        }
    }

    private void readDelete(JsonParser json, String field, JsonToken value) throws IOException {
        switch (field) {
            case "status" -> TwitterJson.object(json, value, (name, item) -> readNotice(json, name, item));
            case "direct_message" -> {
                aboutNoItem = true;
                json.skipChildren();
            }
            default -> readNotice(json, field, value);
        }
    }

    private void readWithheld(JsonParser json, JsonToken opening, Notice kind) throws IOException {
        notice = kind;
        TwitterJson.object(json, opening, (name, item) -> readNotice(json, name, item));
    }

    private void readNotice(JsonParser json, String field, JsonToken value) throws IOException {
        switch (field) {
            case "id" -> noticeId.readNumber(json, value);
            case "id_str" -> noticeId.readText(json, value);
            case "user_id" -> noticeUserId.readNumber(json, value);
            case "user_id_str" -> noticeUserId.readText(json, value);
            case "withheld_in_countries" -> TwitterJson.countries(json, value, noticeCountries);
            case "timestamp_ms" -> timestamp = TwitterJson.millis(json, value);
            default -> json.skipChildren();
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
