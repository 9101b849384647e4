// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import org.tilik.formats.json.JsonFields;

/** The fields of Twitter's objects that Tilik reads, in whichever object they stand. */
enum TwitterField {
    ID,
    ID_STR,
    CREATED_AT,
    TEXT,
    FULL_TEXT,
    LANG,
    USER,
    ENTITIES,
    EXTENDED_ENTITIES,
    EXTENDED_TWEET,
    RETWEETED_STATUS,
    QUOTED_STATUS,
    QUOTED_STATUS_ID,
    QUOTED_STATUS_ID_STR,
    IS_QUOTE_STATUS,
    IN_REPLY_TO_STATUS_ID,
    IN_REPLY_TO_STATUS_ID_STR,
    FAVORITE_COUNT,
    FOLLOWERS_COUNT,
    RETWEET_COUNT,
    REPLY_COUNT,
    QUOTE_COUNT,
    WITHHELD_IN_COUNTRIES,
    WITHHELD_COPYRIGHT,
    URLS,
    MEDIA,
    URL,
    EXPANDED_URL,
    TIMESTAMP_MS,
    DELETE,
    STATUS,
    USER_ID,
    USER_ID_STR,
    STATUS_WITHHELD,
    USER_WITHHELD,
    LIMIT,
    WARNING,
    DISCONNECT,
    SCRUB_GEO,
    FRIENDS,
    FRIENDS_STR,
    EVENT,
    CONTROL,
    DIRECT_MESSAGE,
    DATA,
    ANY_OTHER;

    static final JsonFields<TwitterField> NAMES = JsonFields.besides(ANY_OTHER);
}
