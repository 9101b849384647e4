// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.gab;

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

/** Records typed after documentation and source code of programs that read Gab; no real record was at hand. */
class GabDecoderTest {
    private static final String OLD = """
            {"id": 11, "created_at": "2016-09-14T21:16:21+00:00", "revised_at": null, "edited": false,
             "body": "words\\n\\nhttps://example.org/a", "score": 15, "like_count": 3, "dislike_count": 0, "repost_count": 2,
             "reply_count": 1, "is_quote": false, "is_reply": false, "language": "en", "user": {"id": 5, "username": "a"}}""";
    private static final String NEW = """
            {"id": "105000000000000001", "created_at": "2021-03-01T10:00:00.123Z", "revised_at": null, "in_reply_to_id": null,
             "content": "<p>Q&amp;A &#39;x&#39;<br/><a href=\\"https://example.org/b?a=1&amp;b=2\\">see</a></p>", "language": "de",
             "url": "https://gab.com/a/posts/105000000000000001", "replies_count": 1, "reblogs_count": 2,
             "favourites_count": 3, "account": {"id": "7", "username": "a", "followers_count": 12}, "reblog": null, "quote": null,
             "__import_meta": {"timestamp_collected": 1653100000500}}""";

    private static List<Event> events(String record) {
        return Decoding.events(new GabDecoder(null), record);
    }

    @Test
    void aPostOfTheFirstInterface() {
        Event post = events(OLD).get(0);

        assertThat(post.kind()).isEqualTo(EventKind.POST);
        assertThat(post.itemId()).isEqualTo("11");
        assertThat(post.accountId()).isEqualTo("a");
        assertThat(post.timeLo()).isEqualTo(Instant.parse("2016-09-14T21:16:21Z"));
        assertThat(post.precision()).isEqualTo(TimePrecision.SECOND);
        assertThat(post.urls()).containsExactly("https://example.org/a");
        assertThat(post.counts().shares()).isEqualTo(2);
        assertThat(post.declaredLanguage()).isEqualTo("en");
        assertThat(post.capturedAt()).isNull();
    }

    @Test
    void aReplyOrQuoteOfTheFirstInterfaceHoldsWhatItIsAbout() {
        String parent = ", \"parent\": "
                + OLD.replace("\"id\": 11", "\"id\": 10")
                        .replace("2016-09-14", "2016-09-13")
                        .replace("\"username\": \"a\"", "\"username\": \"b\"")
                + "}";
        String reply = OLD.substring(0, OLD.length() - 1) + parent;
        List<Event> events = events(reply);
        assertThat(events).extracting(Event::kind).containsExactly(EventKind.REPLY, EventKind.POST);
        assertThat(events.get(0).parentId()).isEqualTo("10");
        assertThat(events.get(1).itemId()).isEqualTo("10");
        assertThat(events.get(1).fromEmbedded()).isTrue();
        assertThat(events.get(1).capturedAt()).isEqualTo(events.get(0).timeLo());
        List<Event> quote = events(reply.replaceFirst("\"is_quote\": false", "\"is_quote\": true"));
        assertThat(quote.get(0).kind()).isEqualTo(EventKind.QUOTE);
        assertThat(quote.get(0).originId()).isEqualTo("10");
        assertThat(quote.get(0).parentId()).isNull();
    }

    @Test
    void aFeedHoldsPostsAndReposts() {
        assertThat(events(
                        "{\"id\": \"x\", \"type\": \"post\", \"published_at\": \"2016-09-14T21:16:21+00:00\", \"actuser\": {},"
                                + " \"post\": " + OLD + "}"))
                .extracting(Event::itemId)
                .containsExactly("11");
        List<Event> repost =
                events("{\"id\": \"x\", \"type\": \"repost\", \"published_at\": \"2016-09-15T00:00:00+00:00\","
                        + " \"actuser\": {\"username\": \"c\"}, \"post\": " + OLD + "}");
        assertThat(repost).extracting(Event::kind).containsExactly(EventKind.SHARE, EventKind.POST);
        assertThat(repost.get(0).itemId()).isEqualTo("11/c");
        assertThat(repost.get(0).originId()).isEqualTo("11");
        assertThat(repost.get(0).text()).isNull();
        assertThat(repost.get(1).text()).startsWith("words");
    }

    @Test
    void aPostOfTheSecondInterfaceIsReadWithoutItsHtml() {
        Event post = events(NEW).get(0);

        assertThat(post.text()).isEqualTo("Q&A 'x'\nsee");
        assertThat(post.urls()).containsExactly("https://example.org/b?a=1&b=2");
        assertThat(post.accountId()).isEqualTo("a");
        assertThat(post.accountFollowers()).isEqualTo(12);
        assertThat(post.precision()).isEqualTo(TimePrecision.MILLI);
        assertThat(post.capturedAt()).isEqualTo(Instant.ofEpochMilli(1_653_100_000_500L));
        assertThat(post.counts().likes()).isEqualTo(3);
        assertThat(post.counts().replies()).isEqualTo(1);
    }

    @Test
    void repostsQuotesRepliesAndEditsOfTheSecondInterface() {
        String other = NEW.replace("000001\"", "000000\"").replace("2021-03-01", "2021-02-01");
        List<Event> repost = events(NEW.replace("\"reblog\": null", "\"reblog\": " + other));
        assertThat(repost).extracting(Event::kind).containsExactly(EventKind.SHARE, EventKind.POST);
        assertThat(repost.get(0).originId()).isEqualTo("105000000000000000");
        assertThat(repost.get(0).text()).isNull();
        assertThat(repost.get(0).counts().isEmpty()).isTrue();
        List<Event> quote = events(NEW.replace("\"quote\": null", "\"quote\": " + other));
        assertThat(quote).extracting(Event::kind).containsExactly(EventKind.QUOTE, EventKind.POST);
        List<Event> reply = events(NEW.replace("\"in_reply_to_id\": null", "\"in_reply_to_id\": \"3\"")
                .replace("\"revised_at\": null", "\"revised_at\": \"2021-03-02T10:00:00.000Z\""));
        assertThat(reply).extracting(Event::kind).containsExactly(EventKind.REPLY, EventKind.EDIT);
        assertThat(reply.get(0).parentId()).isEqualTo("3");
    }

    @Test
    void shortKeysAreReadAndTheAmbiguousOneIsNot() {
        Event post = events(
                        "{\"i\": \"5\", \"ca\": \"2021-03-01T10:00:00.123Z\", \"c\": \"<p>w</p>\", \"ul\": \"/a/posts/5\","
                                + " \"rc\": 9, \"fbc\": 2, \"rbc\": 3, \"author_info\": {\"un\": \"a\"}}")
                .get(0);

        assertThat(post.itemId()).isEqualTo("5");
        assertThat(post.accountId()).isEqualTo("a");
        assertThat(post.text()).isEqualTo("w");
        assertThat(post.counts().likes()).isEqualTo(2);
        assertThat(post.counts().shares()).isEqualTo(3);
        assertThat(post.counts().replies()).isNull();
    }

    @Test
    void groupsAndUsersAreNoItems() {
        assertThat(Decoding.decode(new GabDecoder(null), "{\"type\": \"group\", \"id\": \"1\"}"))
                .isEqualTo(new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": 11|\"id\": null|MISSING_ID",
                "2016-09-14T21:16:21+00:00|yesterday|BAD_TIMESTAMP",
                "2016-09-14T21:16:21+00:00|2006-09-14T21:16:21+00:00|IMPOSSIBLE_TIME"
            })
    void badPostsAreRejected(String good, String bad, RejectReason reason) {
        assertThat(Decoding.rejected(new GabDecoder(null), OLD.replace(good, bad))
                        .reason())
                .isEqualTo(reason);
    }
}
