// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.formats.Decoded;
import org.tilik.formats.Decoding;
import org.tilik.formats.Numbered;
import org.tilik.model.Actor;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Platform;
import org.tilik.model.Reach;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.RejectReason;
import org.tilik.model.TimePrecision;

/** Records typed after Telethon's documented objects; no real message of this format was at hand. */
class TelethonDecoderTest {
    private static final Instant CAPTURED = Instant.parse("2021-03-01T00:00:00Z");

    private static final String MESSAGE = """
            {"_": "Message", "id": 45, "peer_id": {"_": "PeerChannel", "channel_id": 1100},
             "date": "2020-11-20T19:35:38+00:00", "message": "see this https://example.org/a", "from_id": null,
             "fwd_from": null, "reply_to": null, "views": 1200, "forwards": 7,
             "media": {"_": "MessageMediaWebPage", "webpage": {"_": "WebPage", "url": "https://example.org/page"}},
             "entities": [{"_": "MessageEntityTextUrl", "offset": 0, "length": 3, "url": "https://example.org/b"}],
             "replies": {"_": "MessageReplies", "replies": 4}, "edit_date": null, "post": true,
             "restriction_reason": [], "retrieved_utc": 1614556800}
            """;

    private static List<Event> events(String record) {
        return Decoding.events(new TelethonDecoder(null), record);
    }

    @Test
    void aPostOfAChannelSaysWhenItWasSeenAndHowOften() {
        List<Event> events = events(MESSAGE);

        assertThat(events).hasSize(1);
        Event post = events.get(0);
        assertThat(post.kind()).isEqualTo(EventKind.POST);
        assertThat(post.itemId()).isEqualTo("1100/45");
        assertThat(post.accountId()).isEqualTo("channel1100");
        assertThat(post.timeLo()).isEqualTo(Instant.parse("2020-11-20T19:35:38Z"));
        assertThat(post.precision()).isEqualTo(TimePrecision.SECOND);
        assertThat(post.capturedAt()).isEqualTo(CAPTURED);
        assertThat(post.urls())
                .containsExactly("https://example.org/b", "https://example.org/page", "https://example.org/a");
        assertThat(post.counts().views()).isEqualTo(1200);
        assertThat(post.counts().shares()).isEqualTo(7);
        assertThat(post.counts().replies()).isEqualTo(4);
        assertThat(post.visible()).isTrue();
    }

    @Test
    void aForwardNamesTheChannelAndTheNumberOfItsOrigin() {
        List<Event> events = events(MESSAGE.replace("\"fwd_from\": null", """
                        "fwd_from": {"_": "MessageFwdHeader", "date": "2020-11-20T18:00:00+00:00",
                         "from_id": {"_": "PeerChannel", "channel_id": 2200}, "channel_post": 9}"""));

        assertThat(events).extracting(Event::kind).containsExactly(EventKind.SHARE, EventKind.POST);
        assertThat(events.get(0).originId()).isEqualTo("2200/9");
        assertThat(events.get(0).text()).isNull();
        assertThat(events.get(1).itemId()).isEqualTo("2200/9");
        assertThat(events.get(1).accountId()).isEqualTo("channel2200");
        assertThat(events.get(1).fromEmbedded()).isTrue();
        assertThat(events.get(1).timeLo()).isEqualTo(Instant.parse("2020-11-20T18:00:00Z"));
        assertThat(events.get(1).text()).startsWith("see this");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"fwd_from\": {\"date\": \"2020-11-20T18:00:00+00:00\", \"from_id\": null, \"from_name\": \"Somebody\"}",
                "\"fwd_from\": {\"date\": 1605895200, \"from_id\": {\"_\": \"PeerUser\", \"user_id\": 5}}"
            })
    void aForwardOfAPersonKeepsItsWordsAndHasNoOrigin(String forward) {
        List<Event> events = events(MESSAGE.replace("\"fwd_from\": null", forward));

        assertThat(events).hasSize(1);
        assertThat(events.get(0).kind()).isEqualTo(EventKind.SHARE);
        assertThat(events.get(0).originId()).isNull();
        assertThat(events.get(0).text()).startsWith("see this");
    }

    @Test
    void aMessageOfTheOlderShapeIsReadLikewise() {
        List<Event> events = events("""
                {"_": "Message", "id": 46, "to_id": {"_": "PeerChannel", "channel_id": 1100}, "date": "2018-05-01 10:00:00",
                 "message": "an answer", "from_id": 77, "reply_to_msg_id": 45, "edit_date": "2018-05-01T11:00:00",
                 "fwd_from": {"_": "MessageFwdHeader", "date": 1525161600, "from_id": 5, "channel_id": 2200,
                  "channel_post": 10}}
                """);

        assertThat(events).extracting(Event::kind).containsExactly(EventKind.SHARE, EventKind.POST, EventKind.EDIT);
        Event share = events.get(0);
        assertThat(share.accountId()).isEqualTo("user77");
        assertThat(share.parentId()).isEqualTo("1100/45");
        assertThat(share.originId()).isEqualTo("2200/10");
        assertThat(share.timeLo()).isEqualTo(Instant.parse("2018-05-01T10:00:00Z"));
        assertThat(share.capturedAt()).isNull();
        assertThat(events.get(2).timeLo()).isEqualTo(Instant.parse("2018-05-01T11:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "{\"reply_to_msg_id\": 40}|REPLY|1100/40|none",
                "{\"reply_to_msg_id\": 40, \"reply_to_top_id\": 12}|REPLY|1100/40|1100/12",
                "{\"reply_to_msg_id\": 40, \"reply_to_peer_id\": {\"channel_id\": 3300}}|REPLY|3300/40|none",
                "{\"reply_to_msg_id\": 12, \"forum_topic\": true}|POST|none|none",
                "{\"reply_to_msg_id\": 40, \"reply_to_top_id\": 12, \"forum_topic\": true}|REPLY|1100/40|none",
                "{\"_\": \"MessageReplyStoryHeader\", \"story_id\": 3}|POST|none|none"
            })
    void anAnswerIsToldFromAPlaceInAForum(String reply, EventKind kind, String parent, String root) {
        Event event = events(MESSAGE.replace("\"reply_to\": null", "\"reply_to\": " + reply))
                .get(0);

        assertThat(event.kind()).isEqualTo(kind);
        assertThat(event.parentId()).isEqualTo(parent);
        assertThat(event.rootId()).isEqualTo(root);
    }

    @Test
    void whatTelegramShowsNobodyIsGoneByThePlatform() {
        String restricted = MESSAGE.replace("\"restriction_reason\": []", """
                "restriction_reason": [{"_": "RestrictionReason", "platform": "ios-all", "reason": "terms", "text": "x"}]""");
        List<Event> events = events(restricted);

        assertThat(events.get(0).visible()).isFalse();
        Event removal = Decoding.only(events, EventKind.REMOVAL);
        assertThat(removal.actor()).isEqualTo(Actor.PLATFORM);
        assertThat(removal.reach()).isEqualTo(Reach.ITEM);
        assertThat(removal.explicit()).isTrue();
        assertThat(removal.reason()).isEqualTo("terms");
        assertThat(removal.timeLo()).isEqualTo(Instant.parse("2020-11-20T19:35:38Z"));
        assertThat(removal.timeHi()).isEqualTo(CAPTURED);
        assertThat(removal.precision()).isEqualTo(TimePrecision.SECOND);
        assertThat(events(restricted.replace("\"retrieved_utc\": 1614556800", "\"x\": 1")))
                .extracting(Event::kind)
                .containsExactly(EventKind.POST);
    }

    @Test
    void whatOneStoreForbidsIsStillThere() {
        assertThat(events(MESSAGE.replace(
                        "\"restriction_reason\": []",
                        "\"restriction_reason\": [{\"platform\": \"ios\", \"reason\": \"porn\"}]")))
                .extracting(Event::kind)
                .containsExactly(EventKind.POST);
    }

    @Test
    void anEditOfButtonsIsNone() {
        String edited = MESSAGE.replace("\"edit_date\": null", "\"edit_date\": 1605987338");
        assertThat(events(edited)).extracting(Event::kind).containsExactly(EventKind.POST, EventKind.EDIT);
        assertThat(events(edited.replace("\"post\"", "\"edit_hide\": true, \"post\"")))
                .extracting(Event::kind)
                .containsExactly(EventKind.POST);
    }

    @Test
    void anEmptyMessageIsAnAbsenceAndNoProof() {
        String empty = "{\"_\": \"MessageEmpty\", \"id\": 45, \"peer_id\": {\"channel_id\": 1100}}";
        Event event = Decoding.events(new TelethonDecoder(CAPTURED), empty).get(0);

        assertThat(event.kind()).isEqualTo(EventKind.RECHECK);
        assertThat(event.recheck()).isEqualTo(RecheckOutcome.GONE);
        assertThat(event.explicit()).isFalse();
        assertThat(event.oneSided()).isTrue();
        assertThat(event.actor()).isEqualTo(Actor.UNKNOWN);
        assertThat(event.timeHi()).isEqualTo(CAPTURED);
        assertThat(Decoding.decode(new TelethonDecoder(null), empty))
                .isEqualTo(new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM));
    }

    @Test
    void serviceMessagesAreNoItemsButTakeANumberOfTheirChannel() {
        assertThat(
                        Decoding.decode(
                                new TelethonDecoder(CAPTURED),
                                "{\"_\": \"MessageService\", \"id\": 7, \"peer_id\": {\"channel_id\": 1}, \"date\": 1605900938}"))
                .isEqualTo(new Decoded.Ignored(
                        IgnoreReason.NOT_AN_ITEM, new Numbered(Platform.TELEGRAM, "channel1", 7, CAPTURED)));
    }

    @Test
    void numbersOfSmallGroupsAreThoseOfWhoeverExportsAndSoAreNoPlaces() {
        String inGroup =
                "{\"_\": \"Message\", \"id\": 7, \"peer_id\": {\"chat_id\": 5}, \"date\": 1605900938, \"message\": \"a\"}";
        String inChannel = inGroup.replace("chat_id", "channel_id");

        assertThat(Decoding.decode(new TelethonDecoder(CAPTURED), inGroup).numbered())
                .isNull();
        assertThat(Decoding.decode(new TelethonDecoder(CAPTURED), inChannel).numbered())
                .isEqualTo(new Numbered(Platform.TELEGRAM, "channel5", 7, CAPTURED));
    }

    @Test
    void groupsAndUsersHaveNumbersOfTheirOwn() {
        assertThat(events(MESSAGE.replace("{\"_\": \"PeerChannel\", \"channel_id\": 1100}", "{\"chat_id\": 6}"))
                        .get(0)
                        .itemId())
                .isEqualTo("chat6/45");
        Event event = events(MESSAGE.replace("\"from_id\": null", "\"from_id\": {\"channel_id\": 8}"))
                .get(0);
        assertThat(event.accountId()).isEqualTo("channel8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"id\": 45|\"id\": null|MISSING_ID",
                "\"id\": 45|\"id\": 4.5|MISSING_ID",
                "\"peer_id\"|\"peer\"|MISSING_ID",
                "\"2020-11-20T19:35:38+00:00\"|null|BAD_TIMESTAMP",
                "\"2020-11-20T19:35:38+00:00\"|\"2020-11-20T19:35:38 Uhr\"|BAD_TIMESTAMP",
                "\"2020-11-20T19:35:38+00:00\"|\"2020-13-20T19:35:38\"|BAD_TIMESTAMP",
                "\"2020-11-20T19:35:38+00:00\"|{\"a\": 1}|BAD_TIMESTAMP",
                "\"2020-11-20T19:35:38+00:00\"|99999999999999999999|BAD_TIMESTAMP",
                "\"2020-11-20T19:35:38+00:00\"|\"2010-11-20T19:35:38+00:00\"|IMPOSSIBLE_TIME",
                "\"2020-11-20T19:35:38+00:00\"|\"2022-11-20T19:35:38+00:00\"|IMPOSSIBLE_TIME"
            })
    void badFieldsAreRejected(String good, String bad, RejectReason reason) {
        assertThat(Decoding.rejected(new TelethonDecoder(null), MESSAGE.replace(good, bad))
                        .reason())
                .isEqualTo(reason);
    }

    @Test
    void whatIsNoObjectIsRejected() {
        assertThat(Decoding.rejected(new TelethonDecoder(null), "[1]").reason()).isEqualTo(RejectReason.NOT_AN_OBJECT);
        assertThat(Decoding.rejected(new TelethonDecoder(null), "{\"id\": ").reason())
                .isEqualTo(RejectReason.MALFORMED_JSON);
    }
}
