// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.formats.Decoded;
import org.tilik.formats.Decoding;
import org.tilik.model.Actor;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Reach;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.RejectReason;
import org.tilik.model.TimePrecision;

/** Records typed after the documentation of yt-dlp and of YouTube's Data API; no real record was at hand. */
class YoutubeDecoderTest {
    private static final Instant CAPTURED = Instant.parse("2024-06-01T00:00:00Z");
    private static final String INFO = """
            {"id": "abcdefghijk", "title": "A title", "formats": [{"format_id": "18"}], "description":
             "words (https://example.org/a).", "channel_id": "UC1", "channel_follower_count": 2000, "view_count": 100, "like_count": 7, "comment_count": 2,
             "availability": "public", "extractor": "youtube", "upload_date": "20240501", "timestamp": 1714564800,
             "language": "en", "epoch": 1717200000}""";
    private static final String VIDEO = """
            {"kind": "youtube#video", "id": "abcdefghijk", "snippet": {"publishedAt": "2024-05-01T12:00:00Z",
             "channelId": "UC1", "title": "A title", "description": "words", "defaultAudioLanguage": "de"},
             "statistics": {"viewCount": "100", "likeCount": "7", "commentCount": "2"},
             "status": {"uploadStatus": "processed", "privacyStatus": "public"}}""";

    private static List<Event> events(String record) {
        return Decoding.events(new YoutubeDecoder(CAPTURED), record);
    }

    private static RejectReason rejected(String record) {
        return Decoding.rejected(new YoutubeDecoder(null), record).reason();
    }

    @Test
    void aVideoOfYtDlpIsAPost() {
        List<Event> events = events(INFO);

        assertThat(events).hasSize(1);
        Event post = events.get(0);
        assertThat(post.kind()).isEqualTo(EventKind.POST);
        assertThat(post.itemId()).isEqualTo("abcdefghijk");
        assertThat(post.accountId()).isEqualTo("UC1");
        assertThat(post.accountFollowers()).isEqualTo(2000);
        assertThat(post.timeLo()).isEqualTo(post.timeHi()).isEqualTo(Instant.parse("2024-05-01T12:00:00Z"));
        assertThat(post.precision()).isEqualTo(TimePrecision.SECOND);
        assertThat(post.capturedAt()).isEqualTo(CAPTURED);
        assertThat(post.text()).isEqualTo("A title\nwords (https://example.org/a).");
        assertThat(post.urls()).containsExactly("https://example.org/a");
        assertThat(post.counts().views()).isEqualTo(100);
        assertThat(post.counts().replies()).isEqualTo(2);
        assertThat(post.declaredLanguage()).isEqualTo("en");
    }

    @Test
    void aDayOfUploadIsItsFirstMoment() {
        Event post = events(INFO.replace("\"timestamp\": 1714564800,", "")).get(0);

        assertThat(post.timeLo()).isEqualTo(Instant.parse("2024-05-01T00:00:00Z"));
        assertThat(post.precision()).isEqualTo(TimePrecision.DAY);
    }

    @Test
    void aPrivateVideoIsAStubThatItsAuthorTookAway() {
        List<Event> events = events(INFO.replace("\"public\"", "\"private\""));

        assertThat(events.get(0).visible()).isFalse();
        Event look = Decoding.only(events, EventKind.RECHECK);
        assertThat(look.recheck()).isEqualTo(RecheckOutcome.GONE);
        assertThat(look.actor()).isEqualTo(Actor.AUTHOR);
        assertThat(look.timeHi()).isEqualTo(CAPTURED);
        assertThat(events(INFO.replace("\"public\"", "\"needs_auth\""))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "This video has been removed by the uploader|GONE|AUTHOR|ITEM|true|removed_by_uploader",
                "ERROR: [youtube] abc: Video unavailable. This video has been removed by the uploader|GONE|AUTHOR|ITEM|true|removed_by_uploader",
                "This video has been removed for violating YouTube’s policy on hate speech. Learn more|GONE|PLATFORM|ITEM|true|policy: hate speech",
                "This video has been removed for violating YouTube's policy on violent criminal organizations.|GONE|PLATFORM|ITEM|true|policy: violent criminal organizations",
                "This video has been removed for violating YouTube's Terms of Service|GONE|PLATFORM|ITEM|true|terms_of_service",
                "This video has been removed for violating YouTube's Community Guidelines|GONE|PLATFORM|ITEM|true|community_guidelines",
                "This video is no longer available because the YouTube account associated with this video has been terminated.|GONE|PLATFORM|ACCOUNT|true|account_terminated",
                "This video is no longer available because the uploader has closed their YouTube account|GONE|AUTHOR|ACCOUNT|true|account_closed",
                "account associated with this video has been terminated due to multiple third-party notifications of copyright infringement|GONE|LEGAL_ORDER|ACCOUNT|true|copyright",
                "This video is no longer available due to a copyright claim by X|GONE|LEGAL_ORDER|ITEM|true|copyright",
                "Private video. Sign in if you've been granted access|GONE|AUTHOR|ITEM|true|private",
                "This video is private|GONE|AUTHOR|ITEM|true|private",
                "Video unavailable|GONE|UNKNOWN|ITEM|false|unavailable",
                "The uploader has not made this video available in your country|BLOCKED|none|none|false|country",
                "This content is not available on this country domain due to a legal complaint|BLOCKED|none|none|false|country",
                "Sign in to confirm you’re not a bot|BLOCKED|none|none|false|robot_check",
                "HTTP Error 429: Too Many Requests|BLOCKED|none|none|false|http_429",
                "Sign in to confirm your age. This video may be inappropriate for some users.|ALIVE|none|none|false|age_gate",
                "Join this channel to get access to members-only content|ALIVE|none|none|false|members",
                "Connection reset by peer|ERROR|none|none|false|unknown_words"
            })
    void wordsInPlaceOfAVideoSayWhoTookItAway(
            String words, RecheckOutcome outcome, Actor actor, Reach reach, boolean explicit, String reason) {
        Event look = events("{\"id\": \"abc\", \"error\": \"" + words + "\", \"epoch\": 1717200000.5}")
                .get(0);

        assertThat(look.kind()).isEqualTo(EventKind.RECHECK);
        assertThat(look.recheck()).isEqualTo(outcome);
        assertThat(look.actor()).isEqualTo(actor);
        assertThat(look.reach()).isEqualTo(reach);
        assertThat(look.explicit()).isEqualTo(explicit);
        assertThat(look.reason()).isEqualTo(reason);
        assertThat(look.timeLo()).isEqualTo(look.timeHi()).isEqualTo(CAPTURED.plusMillis(500));
        assertThat(look.precision()).isEqualTo(TimePrecision.SECOND);
    }

    @ParameterizedTest
    @CsvSource({"[Private video],GONE,AUTHOR", "[Deleted video],GONE,UNKNOWN", "A title,ALIVE,"})
    void aListedVideoWithoutDateIsALook(String title, RecheckOutcome outcome, Actor actor) {
        Event look = events(
                        "{\"_type\": \"url\", \"ie_key\": \"Youtube\", \"id\": \"abc\", \"title\": \"" + title + "\"}")
                .get(0);

        assertThat(look.kind()).isEqualTo(EventKind.RECHECK);
        assertThat(look.recheck()).isEqualTo(outcome);
        assertThat(look.actor()).isEqualTo(actor);
    }

    @Test
    void aPageOfVideosIsOneRecord() {
        String page = "{\"kind\": \"youtube#videoListResponse\", \"items\": [" + VIDEO + ","
                + VIDEO.replace("abcdefghijk", "second") + ", {\"kind\": \"youtube#channel\", \"id\": \"UC1\"}]}";
        List<Event> events = events(page);

        assertThat(events).extracting(Event::itemId).containsExactly("abcdefghijk", "second");
        assertThat(events.get(0).declaredLanguage()).isEqualTo("de");
        assertThat(events.get(0).counts().views()).isEqualTo(100);
        assertThat(events.get(1).text()).isEqualTo("A title\nwords");
        assertThat(Decoding.rejected(new YoutubeDecoder(null), page.replace("\"second\"", "null"))
                        .detail())
                .startsWith("Item 2 of the page");
    }

    @Test
    void foundVideosNameTheirIdInsideAnother() {
        String found = VIDEO.replace("youtube#video", "youtube#searchResult")
                .replace("\"id\": \"abcdefghijk\"", "\"id\": {\"kind\": \"youtube#video\", \"videoId\": \"found\"}");
        assertThat(events(found)).extracting(Event::itemId).containsExactly("found");
        assertThat(Decoding.decode(
                        new YoutubeDecoder(null),
                        found.replace(
                                "\"id\": {\"kind\": \"youtube#video\"", "\"id\": {\"kind\": \"youtube#channel\"")))
                .isEqualTo(new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM));
    }

    @ParameterizedTest
    @CsvSource({
        "copyright,LEGAL_ORDER,ITEM",
        "legal,LEGAL_ORDER,ITEM",
        "inappropriate,PLATFORM,ITEM",
        "termsOfUse,PLATFORM,ITEM",
        "uploaderAccountSuspended,PLATFORM,ACCOUNT",
        "uploaderAccountClosed,AUTHOR,ACCOUNT"
    })
    void aRejectedUploadSaysWhy(String reason, Actor actor, Reach reach) {
        List<Event> events = events(VIDEO.replace(
                "\"uploadStatus\": \"processed\"",
                "\"uploadStatus\": \"rejected\", \"rejectionReason\": \"" + reason + "\""));

        assertThat(events.get(0).visible()).isFalse();
        Event look = Decoding.only(events, EventKind.RECHECK);
        assertThat(look.recheck()).isEqualTo(RecheckOutcome.GONE);
        assertThat(look.explicit()).isTrue();
        assertThat(look.actor()).isEqualTo(actor);
        assertThat(look.reach()).isEqualTo(reach);
        assertThat(look.reason()).isEqualTo(reason);
    }

    @Test
    void aThreadIsItsCommentsInOrder() {
        String comment = "{\"kind\": \"youtube#comment\", \"id\": \"c1\", \"snippet\": {\"textOriginal\": \"words\","
                + " \"authorChannelId\": {\"value\": \"UC2\"}, \"likeCount\": 3, \"publishedAt\": \"2024-05-02T00:00:00Z\","
                + " \"updatedAt\": \"2024-05-03T00:00:00Z\"}}";
        String reply = "{\"id\": \"c1.r\", \"snippet\": {\"parentId\": \"c1\", \"textDisplay\": \"more\","
                + " \"publishedAt\": \"2024-05-04T00:00:00Z\", \"updatedAt\": \"2024-05-04T00:00:00Z\"}}";
        List<Event> events =
                events("{\"kind\": \"youtube#commentThread\", \"id\": \"c1\", \"snippet\": {\"videoId\": \"v\","
                        + " \"totalReplyCount\": 1, \"topLevelComment\": " + comment
                        + "}, \"replies\": {\"comments\": [" + reply
                        + "]}}");

        assertThat(events).extracting(Event::kind).containsExactly(EventKind.REPLY, EventKind.EDIT, EventKind.REPLY);
        assertThat(events.get(0).parentId()).isEqualTo("v");
        assertThat(events.get(0).accountId()).isEqualTo("UC2");
        assertThat(events.get(0).counts().replies()).isEqualTo(1);
        assertThat(events.get(1).timeLo()).isEqualTo(Instant.parse("2024-05-03T00:00:00Z"));
        assertThat(events.get(2).parentId()).isEqualTo("c1");
        assertThat(events.get(2).rootId()).isEqualTo("v");
        assertThat(events.get(2).text()).isEqualTo("more");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": \"abcdefghijk\"|\"id\": null|MISSING_ID",
                "1714564800|1014564800|IMPOSSIBLE_TIME",
                "1714564800|1914564800|IMPOSSIBLE_TIME",
                "\"extractor\": \"youtube\"|\"extractor\": \"vimeo\"|UNSUPPORTED_RECORD"
            })
    void badVideosAreRejected(String good, String bad, RejectReason reason) {
        assertThat(rejected(INFO.replace(good, bad))).isEqualTo(reason);
    }

    @Test
    void whatNobodyDatesIsRejected() {
        assertThat(rejected("{\"id\": \"abc\", \"error\": \"Video unavailable\"}"))
                .isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(rejected("{\"id\": \"abc\", \"upload_date\": \"20241301\", \"epoch\": 1717200000}"))
                .isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(rejected(VIDEO.replace("2024-05-01T12:00:00Z", "yesterday"))).isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(rejected("7")).isEqualTo(RejectReason.NOT_AN_OBJECT);
    }

    @Test
    void listsOfVideosAreNoItems() {
        assertThat(Decoding.decode(
                        new YoutubeDecoder(null), "{\"_type\": \"playlist\", \"id\": \"PL\", \"entries\": []}"))
                .isEqualTo(new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM));
        assertThat(Decoding.decode(
                        new YoutubeDecoder(null), "{\"kind\": \"youtube#videoListResponse\", \"items\": []}"))
                .isEqualTo(new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM));
    }
}
