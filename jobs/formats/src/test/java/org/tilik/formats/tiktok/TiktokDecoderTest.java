// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.formats.Decoded;
import org.tilik.formats.Decoding;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.RejectReason;
import org.tilik.model.TimePrecision;

/** Records typed after the documentation of TikTok's Research API; no real record was at hand. */
class TiktokDecoderTest {
    private static final String VIDEO = """
            {"id": 7101234567890123456, "video_description": "words #tag https://example.org/a", "create_time": 1653000000,
             "region_code": "US", "share_count": 1, "view_count": 100, "like_count": 7, "comment_count": 2,
             "username": "somebody", "hashtag_names": ["tag"], "voice_to_text": "spoken"}""";
    private static final String COMMENT = """
            {"id": 7102, "video_id": 7101234567890123456, "text": "an answer", "like_count": 3, "reply_count": 1,
             "parent_comment_id": 7101234567890123456, "create_time": 1653000100}""";
    private static final String FROM_PAGES = """
            {"id": "7103", "desc": "beside another", "createTime": 1653000200, "author": {"id": "5", "uniqueId": "other"},
             "stats": {"diggCount": 4, "shareCount": 5, "commentCount": 6, "playCount": 70}, "textLanguage": "en",
             "authorStats": {"followingCount": 3, "followerCount": 67900}, "duetInfo": {"duetFromId": "7101234567890123456"}}""";

    private static List<Event> events(String record) {
        return Decoding.events(new TiktokDecoder(null), record);
    }

    @Test
    void aPageOfVideosIsOneRecord() {
        List<Event> events = events("{\"data\": {\"videos\": [" + VIDEO + "," + VIDEO.replace("90123456,", "90123457,")
                + "], \"cursor\": 2, \"has_more\": false}, \"error\": {\"code\": \"ok\"}}");

        assertThat(events).extracting(Event::itemId).containsExactly("7101234567890123456", "7101234567890123457");
        Event post = events.get(0);
        assertThat(post.kind()).isEqualTo(EventKind.POST);
        assertThat(post.accountId()).isEqualTo("somebody");
        assertThat(post.accountFollowers()).isNull();
        assertThat(post.timeLo()).isEqualTo(post.timeHi()).isEqualTo(Instant.ofEpochSecond(1_653_000_000));
        assertThat(post.precision()).isEqualTo(TimePrecision.SECOND);
        assertThat(post.text()).isEqualTo("words #tag https://example.org/a");
        assertThat(post.urls()).containsExactly("https://example.org/a");
        assertThat(post.counts().views()).isEqualTo(100);
        assertThat(post.counts().likes()).isEqualTo(7);
        assertThat(post.countries()).isEmpty();
    }

    @Test
    void aCommentAnswersItsVideoOrAnotherComment() {
        List<Event> events = events("{\"data\": {\"comments\": [" + COMMENT + ","
                + COMMENT.replace("\"id\": 7102", "\"id\": 7104")
                        .replace("\"parent_comment_id\": 7101234567890123456", "\"parent_comment_id\": 7102")
                + "]}}");

        assertThat(events).extracting(Event::kind).containsOnly(EventKind.REPLY);
        assertThat(events).extracting(Event::parentId).containsExactly("7101234567890123456", "7102");
        assertThat(events).extracting(Event::rootId).containsOnly("7101234567890123456");
        assertThat(events.get(0).accountId()).isNull();
        assertThat(events.get(0).counts().replies()).isEqualTo(1);
    }

    @Test
    void aVideoFromPagesSaysWhenItWasSeen() {
        Event duet = events("{\"source_platform\": \"tiktok.com\", \"timestamp_collected\": 1653100000500, \"data\": "
                        + FROM_PAGES + "}")
                .get(0);

        assertThat(duet.kind()).isEqualTo(EventKind.QUOTE);
        assertThat(duet.originId()).isEqualTo("7101234567890123456");
        assertThat(duet.accountId()).isEqualTo("other");
        assertThat(duet.accountFollowers()).isEqualTo(67_900);
        assertThat(duet.capturedAt()).isEqualTo(Instant.ofEpochMilli(1_653_100_000_500L));
        assertThat(duet.counts().views()).isEqualTo(70);
        assertThat(duet.declaredLanguage()).isEqualTo("en");
        Event alone = events(FROM_PAGES
                        .replace("\"duetFromId\": \"7101234567890123456\"", "\"duetFromId\": \"0\"")
                        .replace("{\"id\": \"5\", \"uniqueId\": \"other\"}", "\"name\""))
                .get(0);
        assertThat(alone.kind()).isEqualTo(EventKind.POST);
        assertThat(alone.originId()).isNull();
        assertThat(alone.accountId()).isEqualTo("name");
        assertThat(alone.capturedAt()).isNull();
    }

    @Test
    void anEmptyPageOrAnErrorIsNoItem() {
        for (String record : List.of(
                "{\"data\": {\"videos\": []}, \"error\": {\"code\": \"ok\"}}",
                "{\"data\": {}, \"error\": {\"code\": \"rate_limit_exceeded\"}}")) {
            assertThat(Decoding.decode(new TiktokDecoder(null), record))
                    .isEqualTo(new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": 7101234567890123456|\"id\": null|MISSING_ID",
                "1653000000|\"soon\"|BAD_TIMESTAMP",
                "1653000000|1253000000|IMPOSSIBLE_TIME",
                "1653000000|9953000000|IMPOSSIBLE_TIME"
            })
    void badVideosAreRejected(String good, String bad, RejectReason reason) {
        String record = VIDEO.replace(good, bad);
        assertThat(Decoding.rejected(new TiktokDecoder(null), record).reason()).isEqualTo(reason);
        Decoded.Rejected page =
                Decoding.rejected(new TiktokDecoder(null), "{\"data\": {\"videos\": [" + VIDEO + "," + record + "]}}");
        assertThat(page.reason()).isEqualTo(reason);
        assertThat(page.detail()).startsWith("Item 2 of the page");
    }

    @Test
    void aCaptureBeforePostingIsImpossible() {
        assertThat(Decoding.rejected(new TiktokDecoder(Instant.ofEpochSecond(1_650_000_000)), VIDEO)
                        .reason())
                .isEqualTo(RejectReason.IMPOSSIBLE_TIME);
    }
}
