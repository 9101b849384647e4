// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.reddit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.formats.Decoding.events;
import static org.tilik.formats.Decoding.only;
import static org.tilik.formats.Decoding.rejected;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.formats.Decoded;
import org.tilik.formats.Decoding;
import org.tilik.model.Actor;
import org.tilik.model.Counts;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.Reach;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.RejectReason;
import org.tilik.model.TimePrecision;

/** Records typed after the documentation of the dumps, with invented text. */
class RedditDecoderTest {
    private static final long CREATED = 1_706_745_600L;
    private static final long FIRST_LOOK = CREATED + 15;
    private static final long SECOND_LOOK = FIRST_LOOK + 129_600;

    private final RedditDecoder decoder = new RedditDecoder(null);

    private static String comment(String body, String more) {
        return "{\"id\":\"kx1\",\"name\":\"t1_kx1\",\"created_utc\":" + CREATED + ",\"retrieved_on\":" + FIRST_LOOK
                + ",\"author\":\"gardener\",\"author_fullname\":\"t2_g\",\"link_id\":\"t3_p1\",\"parent_id\":\"t1_k0\","
                + "\"score\":4,\"body\":\"" + body + "\"" + more + "}";
    }

    private static String post(String selftext, String more) {
        return "{\"id\":\"p1\",\"created_utc\":" + CREATED + ",\"retrieved_on\":" + FIRST_LOOK
                + ",\"author\":\"gardener\",\"subreddit\":\"tomatoes\",\"title\":\"Late frost\",\"is_self\":true,"
                + "\"url\":\"https://www.reddit.com/r/tomatoes/comments/p1/late_frost/\",\"score\":3,\"num_comments\":2,"
                + "\"num_crossposts\":1,\"selftext\":\"" + selftext + "\"" + more + "}";
    }

    private static String meta(String more) {
        return ",\"_meta\":{\"retrieved_2nd_on\":" + SECOND_LOOK + more + "}";
    }

    private static Instant at(long seconds) {
        return Instant.ofEpochSecond(seconds);
    }

    private Event removal(String record) {
        return only(events(decoder, record), EventKind.REMOVAL);
    }

    @Test
    void aCommentIsAReplyWithParentAndThread() {
        List<Event> events = events(decoder, comment("Cover them at night.", ""));
        assertThat(events).hasSize(1);
        Event item = events.get(0);
        assertThat(item.kind()).isEqualTo(EventKind.REPLY);
        assertThat(item.itemId()).isEqualTo("t1_kx1");
        assertThat(item.parentId()).isEqualTo("t1_k0");
        assertThat(item.rootId()).isEqualTo("t3_p1");
        assertThat(item.accountId()).isEqualTo("gardener");
        assertThat(item.timeLo()).isEqualTo(at(CREATED));
        assertThat(item.timeHi()).isEqualTo(at(CREATED));
        assertThat(item.precision()).isEqualTo(TimePrecision.SECOND);
        assertThat(item.capturedAt()).isEqualTo(at(FIRST_LOOK));
        assertThat(item.visible()).isTrue();
        assertThat(item.text()).isEqualTo("Cover them at night.");
        assertThat(item.counts()).isEqualTo(new Counts(4L, null, null, null, null));
    }

    @Test
    void aSubmissionIsAPostWithTitleAndText() {
        Event item = events(decoder, post("Two beds are lost.", "")).get(0);
        assertThat(item.kind()).isEqualTo(EventKind.POST);
        assertThat(item.itemId()).isEqualTo("t3_p1");
        assertThat(item.text()).isEqualTo("Late frost\nTwo beds are lost.");
        assertThat(item.urls()).isEmpty();
        assertThat(item.counts()).isEqualTo(new Counts(3L, 1L, 2L, null, null));
        assertThat(events(decoder, post("", "")).get(0).text()).isEqualTo("Late frost");
    }

    @Test
    void aCrosspostIsAShareAndItsCopyOfTheOriginalIsNoSighting() {
        List<Event> events = events(
                decoder,
                post(
                        "",
                        ",\"crosspost_parent\":\"t3_orig\",\"crosspost_parent_list\":[{\"id\":\"orig\",\"created_utc\":1,"
                                + "\"selftext\":\"[removed]\",\"_meta\":{\"was_deleted_later\":true}}]"));
        assertThat(events).hasSize(1);
        assertThat(events.get(0).kind()).isEqualTo(EventKind.SHARE);
        assertThat(events.get(0).originId()).isEqualTo("t3_orig");
        assertThat(events.get(0).itemId()).isEqualTo("t3_p1");
        assertThat(events.get(0).visible()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1706745600", "1706745600.0", "\"1706745600\"", "\"1706745600.0\"", "1.7067456E9"})
    void creationTimesAreReadAsTheErasWroteThem(String time) {
        Event item = events(decoder, comment("x", "").replace("\"created_utc\":" + CREATED, "\"created_utc\":" + time))
                .get(0);
        assertThat(item.timeLo()).isEqualTo(at(CREATED));
    }

    @Test
    void captureIsRetrievedOnOrRetrievedUtcOrWhatTheStudySays() {
        String era2020 = comment("x", "").replace("retrieved_on", "retrieved_utc");
        assertThat(events(decoder, era2020).get(0).capturedAt()).isEqualTo(at(FIRST_LOOK));
        String era2005 = comment("x", "").replace("\"retrieved_on\":" + FIRST_LOOK, "\"retrieved_on\":null");
        assertThat(events(decoder, era2005).get(0).capturedAt()).isNull();
        assertThat(rejected(new RedditDecoder(Instant.EPOCH), era2005).detail()).contains("captured_at of the study");
        Instant declared = Instant.parse("2024-03-01T00:00:00Z");
        assertThat(events(new RedditDecoder(declared), era2005).get(0).capturedAt())
                .isEqualTo(declared);
    }

    @Test
    void theAccountIsTheNameInEveryEra() {
        String old = comment("x", "").replace("\"author_fullname\":\"t2_g\",", "");
        assertThat(events(decoder, old).get(0).accountId())
                .isEqualTo(events(decoder, comment("x", "")).get(0).accountId());
    }

    @Test
    void aDeletedAccountIsNoRemovalOfWhatItWrote() {
        List<Event> events = events(decoder, comment("Still here.", "").replace("gardener", "[deleted]"));
        assertThat(events).hasSize(1);
        assertThat(events.get(0).accountId()).isNull();
        assertThat(events.get(0).visible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "[removed],COMMUNITY_MOD,removed",
        "[deleted],AUTHOR,deleted",
        "[ Removed by Reddit ],PLATFORM,removed by reddit",
        "[removed by reddit],PLATFORM,removed by reddit",
        "[ Removed by reddit in response to a copyright notice. ],LEGAL_ORDER,copyright"
    })
    void aPlaceholderBodyIsAStubGoneBetweenCreationAndCapture(String body, Actor actor, String reason) {
        for (String record : List.of(comment(body, ""), post(body, ""))) {
            List<Event> events = events(decoder, record);
            assertThat(events).hasSize(2);
            assertThat(events.get(0).visible()).isFalse();
            assertThat(events.get(0).text()).isNull();
            Event removal = only(events, EventKind.REMOVAL);
            assertThat(removal.actor()).isEqualTo(actor);
            assertThat(removal.reason()).isEqualTo(reason);
            assertThat(removal.reach()).isEqualTo(Reach.ITEM);
            assertThat(removal.explicit()).isTrue();
            assertThat(removal.timeLo()).isEqualTo(at(CREATED));
            assertThat(removal.timeHi()).isEqualTo(at(FIRST_LOOK));
            assertThat(removal.capturedAt()).isEqualTo(at(FIRST_LOOK));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"[removed] the old soil", "was [deleted]", "[removed][deleted]", "removed", "[edited]"})
    void aTextThatOnlyMentionsRemovalIsNoStub(String body) {
        List<Event> events = events(decoder, comment(body, ""));
        assertThat(events).hasSize(1);
        assertThat(events.get(0).text()).isEqualTo(body);
    }

    @ParameterizedTest
    @CsvSource({
        "moderator,COMMUNITY_MOD,moderator",
        "automod_filtered,COMMUNITY_MOD,automod_filtered",
        "reddit,PLATFORM,reddit",
        "anti_evil_ops,PLATFORM,anti_evil_ops",
        "content_takedown,PLATFORM,content_takedown",
        "community_ops,PLATFORM,community_ops",
        "copyright_takedown,LEGAL_ORDER,copyright",
        "deleted,AUTHOR,deleted",
        "author,AUTHOR,author",
        "something_new,UNKNOWN,something_new"
    })
    void theCategoryNamesTheActorAndOutweighsThePlaceholder(String category, Actor actor, String reason) {
        String more = ",\"removed_by_category\":\"" + category + "\"";
        for (String selftext : List.of("", "[removed]", "[deleted]")) {
            Event removal = removal(post(selftext, more));
            assertThat(removal.actor()).isEqualTo(actor);
            assertThat(removal.reason()).isEqualTo(reason);
        }
    }

    @Test
    void aRemovedLinkPostKeepsItsLinkButNotItsTitle() {
        String record = post("", ",\"removed_by_category\":\"moderator\"")
                .replace("\"is_self\":true", "\"is_self\":false")
                .replaceFirst("https://www.reddit[^\"]*", "https://news.example.org/frost?a=1&amp;b=2");
        Event item = events(decoder, record).get(0);
        assertThat(item.visible()).isFalse();
        assertThat(item.text()).isNull();
        assertThat(item.urls()).containsExactly("https://news.example.org/frost?a=1&b=2");
    }

    @Test
    void aTitlePutInPlaceByRedditTellsWhoRemovedIt() {
        String byUser = post("[removed]", "").replace("Late frost", "[deleted by user]");
        assertThat(removal(byUser).actor()).isEqualTo(Actor.AUTHOR);
        String byReddit = post("", "").replace("Late frost", "[ Removed by Reddit ]");
        assertThat(removal(byReddit).actor()).isEqualTo(Actor.PLATFORM);
        assertThat(events(decoder, post("", "").replace("Late frost", "[removed]")))
                .hasSize(1);
    }

    @Test
    void aLegalRemovalReasonOnAStubIsALegalOrder() {
        assertThat(removal(comment("[removed]", ",\"removal_reason\":\"legal\""))
                        .actor())
                .isEqualTo(Actor.LEGAL_ORDER);
        assertThat(events(decoder, comment("Still here.", ",\"removal_reason\":\"legal\"")))
                .hasSize(1);
    }

    @Test
    void aStubOfUnknownCaptureHasNoRemovalTime() {
        String record = comment("[removed]", "").replace("\"retrieved_on\":" + FIRST_LOOK, "\"x\":0");
        List<Event> events = events(decoder, record);
        assertThat(events).hasSize(1);
        assertThat(events.get(0).visible()).isFalse();
    }

    @Test
    void aRemovalSeenInTheSecondOfCreationIsNotExact() {
        Event removal = removal(comment("[removed]", "").replace("" + FIRST_LOOK, "" + CREATED));
        assertThat(removal.timeLo()).isEqualTo(at(CREATED));
        assertThat(removal.timeHi()).isEqualTo(at(CREATED + 1));
    }

    @ParameterizedTest
    @CsvSource({
        "deleted,AUTHOR,deleted",
        "removed,COMMUNITY_MOD,removed",
        "removed by reddit,PLATFORM,removed by reddit",
        "moderator,COMMUNITY_MOD,moderator",
        "copyright_takedown,LEGAL_ORDER,copyright"
    })
    void anItemDeletedBetweenTheLooksKeepsItsTextAndIsGoneBetweenThem(String type, Actor actor, String reason) {
        List<Event> events = events(
                decoder, post("Two beds.", meta(",\"was_deleted_later\":true,\"removal_type\":\"" + type + "\"")));
        assertThat(events).hasSize(2);
        assertThat(events.get(0).visible()).isTrue();
        assertThat(events.get(0).capturedAt()).isEqualTo(at(FIRST_LOOK));
        assertThat(events.get(0).text()).isEqualTo("Late frost\nTwo beds.");
        assertThat(events.get(0).counts()).isEqualTo(Counts.NONE);
        Event removal = only(events, EventKind.REMOVAL);
        assertThat(removal.timeLo()).isEqualTo(at(FIRST_LOOK));
        assertThat(removal.timeHi()).isEqualTo(at(SECOND_LOOK));
        assertThat(removal.actor()).isEqualTo(actor);
        assertThat(removal.reason()).isEqualTo(reason);
        assertThat(removal.explicit()).isTrue();
        assertThat(removal.counts()).isEqualTo(new Counts(3L, 1L, 2L, null, null));
    }

    @Test
    void aLinkPostWithoutTextIsNotTakenForAStubWhenItWasDeletedLater() {
        List<Event> events = events(decoder, post("", meta(",\"was_deleted_later\":true")));
        assertThat(events.get(0).visible()).isTrue();
        assertThat(only(events, EventKind.REMOVAL).actor()).isEqualTo(Actor.UNKNOWN);
        assertThat(only(events, EventKind.REMOVAL).timeLo()).isEqualTo(at(FIRST_LOOK));
    }

    @Test
    void anItemThatCameBackWasGoneAtTheFirstLook() {
        List<Event> events = events(
                decoder,
                post(
                        "Back again.",
                        ",\"removed_by_category\":\"reddit\""
                                + meta(",\"was_initially_deleted\":true,\"removal_type\":\"automod_filtered\"")));
        assertThat(events)
                .extracting(Event::kind)
                .containsExactly(EventKind.POST, EventKind.REMOVAL, EventKind.REAPPEARANCE);
        assertThat(events.get(0).visible()).isFalse();
        assertThat(events.get(0).text()).isEqualTo("Late frost\nBack again.");
        assertThat(events.get(1).timeLo()).isEqualTo(at(CREATED));
        assertThat(events.get(1).timeHi()).isEqualTo(at(FIRST_LOOK));
        assertThat(events.get(1).actor()).isEqualTo(Actor.COMMUNITY_MOD);
        assertThat(events.get(1).counts()).isEqualTo(Counts.NONE);
        assertThat(events.get(2).timeLo()).isEqualTo(at(FIRST_LOOK));
        assertThat(events.get(2).timeHi()).isEqualTo(at(SECOND_LOOK));
        assertThat(events.get(2).capturedAt()).isEqualTo(at(SECOND_LOOK));
        assertThat(events.get(2).counts().likes()).isEqualTo(3);
    }

    @Test
    void aSecondLookWithoutNewsIsASightingWithItsCounts() {
        List<Event> events = events(decoder, comment("Cover them.", meta("")));
        assertThat(events).hasSize(2);
        assertThat(events.get(0).counts()).isEqualTo(Counts.NONE);
        Event recheck = only(events, EventKind.RECHECK);
        assertThat(recheck.recheck()).isEqualTo(RecheckOutcome.ALIVE);
        assertThat(recheck.timeLo()).isEqualTo(at(SECOND_LOOK));
        assertThat(recheck.capturedAt()).isEqualTo(at(SECOND_LOOK));
        assertThat(recheck.counts().likes()).isEqualTo(4);
    }

    @Test
    void aStubThatStayedOneIsSeenGoneTwice() {
        List<Event> events = events(decoder, comment("[removed]", meta("")));
        assertThat(events)
                .extracting(Event::kind)
                .containsExactly(EventKind.REPLY, EventKind.REMOVAL, EventKind.RECHECK);
        assertThat(events.get(1).timeHi()).isEqualTo(at(FIRST_LOOK));
        assertThat(events.get(2).recheck()).isEqualTo(RecheckOutcome.GONE);
        assertThat(events.get(2).explicit()).isTrue();
        assertThat(events.get(2).actor()).isEqualTo(Actor.COMMUNITY_MOD);
    }

    @Test
    void withoutASecondRetrievalThereIsNoSecondObservation() {
        List<Event> events = events(decoder, comment("Cover them.", ",\"_meta\":{\"note\":\"no_2nd_retrieval\"}"));
        assertThat(events).hasSize(1);
        assertThat(events.get(0).counts().likes()).isEqualTo(4);
    }

    @Test
    void anItemFirstReachedAtTheSecondLookWasCapturedThen() {
        List<Event> events = events(decoder, comment("x", meta(",\"note\":\"initially_unavailable\"")));
        assertThat(events).hasSize(1);
        assertThat(events.get(0).capturedAt()).isEqualTo(at(SECOND_LOOK));
        assertThat(events.get(0).counts().likes()).isEqualTo(4);
    }

    @Test
    void editsHaveATimeOrABracket() {
        Event exact = only(events(decoder, comment("x", ",\"edited\":" + (CREATED + 9) + ".0")), EventKind.EDIT);
        assertThat(exact.timeLo()).isEqualTo(at(CREATED + 9)).isEqualTo(exact.timeHi());
        Event between = only(events(decoder, comment("x", meta(",\"is_edited\":true"))), EventKind.EDIT);
        assertThat(between.timeLo()).isEqualTo(at(FIRST_LOOK));
        assertThat(between.timeHi()).isEqualTo(at(SECOND_LOOK));
        assertThat(events(decoder, comment("x", ",\"edited\":false"))).hasSize(1);
    }

    @Test
    void addressesAreReadWhateverTheCaseOfTheirScheme() {
        String linked = post("", "")
                .replace("\"is_self\":true", "\"is_self\":false")
                .replaceFirst("https://www.reddit[^\"]*", "HTTP://News.example.org/frost");
        assertThat(events(decoder, linked).get(0).urls()).containsExactly("HTTP://News.example.org/frost");
        assertThat(events(decoder, comment("see (HTTPS://a.example/1), http://b.example. and x://c", ""))
                        .get(0)
                        .urls())
                .containsExactly("HTTPS://a.example/1", "http://b.example");
    }

    @Test
    void escapedErasAreUnescapedAndOthersAreNot() {
        assertThat(events(decoder, comment("a &lt; b &amp;amp; c", "")).get(0).text())
                .isEqualTo("a < b &amp; c");
        assertThat(events(decoder, comment("write &lt; as a < b", "")).get(0).text())
                .isEqualTo("write &lt; as a < b");
    }

    @Test
    void linksComeFromTheSubmissionAndFromTheWords() {
        String record = post("See [this](https://example.org/a?x=1), or http://example.net/b.", "")
                .replace("\"is_self\":true", "\"is_self\":false")
                .replaceFirst("https://www.reddit[^\"]*", "https://pics.example.com/c.png");
        assertThat(events(decoder, record).get(0).urls())
                .containsExactly("https://pics.example.com/c.png", "https://example.org/a?x=1", "http://example.net/b");
    }

    @Test
    void badRecordsAreRejectedByName() {
        assertThat(rejected(decoder, "{\"id\":\"a\"").reason()).isEqualTo(RejectReason.MALFORMED_JSON);
        assertThat(rejected(decoder, comment("x", "") + comment("y", "")).reason())
                .isEqualTo(RejectReason.MALFORMED_JSON);
        assertThat(rejected(decoder, "[1]").reason()).isEqualTo(RejectReason.NOT_AN_OBJECT);
        assertThat(rejected(decoder, "\"text\"").reason()).isEqualTo(RejectReason.NOT_AN_OBJECT);
        assertThat(rejected(decoder, "{}").reason()).isEqualTo(RejectReason.UNSUPPORTED_RECORD);
        assertThat(rejected(decoder, "{\"body\":\"x\",\"created_utc\":1706745600}")
                        .reason())
                .isEqualTo(RejectReason.MISSING_ID);
        assertThat(rejected(decoder, comment("x", "").replace("kx1", "k x")).reason())
                .isEqualTo(RejectReason.MISSING_ID);
        assertThat(rejected(decoder, "{\"body\":\"x\",\"id\":\"a\"}").reason()).isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(rejected(decoder, comment("x", "").replace("" + CREATED, "\"soon\""))
                        .reason())
                .isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(rejected(decoder, comment("x", ",\"_meta\":{\"was_deleted_later\":true}"))
                        .reason())
                .isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(rejected(decoder, comment("x", meta(",\"was_deleted_later\":true,\"was_initially_deleted\":true")))
                        .reason())
                .isEqualTo(RejectReason.UNSUPPORTED_RECORD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1119484799", "0", "-5", "1706745600000", "1e300"})
    void impossibleTimesAreRejected(String created) {
        Decoded.Rejected rejected = rejected(decoder, comment("x", "").replace(":" + CREATED, ":" + created));
        assertThat(rejected.reason()).isIn(RejectReason.IMPOSSIBLE_TIME, RejectReason.BAD_TIMESTAMP);
        assertThat(rejected.detail())
                .contains("created_utc")
                .contains("expected")
                .satisfiesAnyOf(
                        detail -> assertThat(detail).contains("2005-06-23"),
                        detail -> assertThat(detail).contains("epoch seconds"));
    }

    @Test
    void textThatIsNotUtf8IsRejectedAsSuchAndNeverQuoted() {
        byte[] record = comment("secret words", "").getBytes(StandardCharsets.UTF_8);
        byte[] broken = record.clone();
        for (int i = 0; i < broken.length; i++) {
            if (broken[i] == 'w') {
                broken[i] = (byte) 0xFF;
            }
        }
        Decoded decoded = Decoding.decode(decoder, broken);
        assertThat(decoded).isInstanceOf(Decoded.Rejected.class);
        assertThat(((Decoded.Rejected) decoded).reason()).isEqualTo(RejectReason.ENCODING);
        assertThat(rejected(decoder, "{\"id\":secret}").detail()).doesNotContain("secret");
    }

    @Test
    void nothingIsThrownForAnyBytes() {
        Random random = new Random(11);
        byte[][] sound = {
            comment("Cover them.", meta(",\"was_deleted_later\":true")).getBytes(StandardCharsets.UTF_8),
            post("Zwei Beete \\ud83c\\udf45.", ",\"removed_by_category\":\"reddit\"")
                    .getBytes(StandardCharsets.UTF_8)
        };
        int outcomes = 0;
        for (int round = 0; round < 20_000; round++) {
            byte[] record = sound[round % 2].clone();
            for (int flips = random.nextInt(5); flips >= 0; flips--) {
                record[random.nextInt(record.length)] = (byte) random.nextInt();
            }
            if (round % 7 == 0) {
                random.nextBytes(record);
            }
            Decoded decoded = Decoding.decode(decoder, Arrays.copyOf(record, random.nextInt(record.length + 1)));
            outcomes += decoded instanceof Decoded.Ignored ? 0 : 1;
        }
        assertThat(outcomes).isEqualTo(20_000);
        assertThat(events(decoder, comment("Still works.", ""))).hasSize(1);
    }

    @Test
    void hostileNestingAndNumbersAreRejectedNotSuffered() {
        assertThat(rejected(decoder, comment("x", ",\"deep\":" + "[".repeat(100_000)))
                        .reason())
                .isEqualTo(RejectReason.MALFORMED_JSON);
        assertThat(rejected(decoder, comment("x", "").replace(":" + CREATED, ":" + "9".repeat(50_000)))
                        .reason())
                .isIn(RejectReason.MALFORMED_JSON, RejectReason.BAD_TIMESTAMP);
        assertThat(rejected(decoder, comment("x", "").replace(":" + CREATED, ":1e999999999"))
                        .reason())
                .isEqualTo(RejectReason.BAD_TIMESTAMP);
    }

    @Test
    void whatIsSeenGoneBeforeItWasCreatedIsRejected() {
        assertThat(rejected(decoder, comment("[removed]", "").replace("" + FIRST_LOOK, "" + (CREATED - 60)))
                        .reason())
                .isEqualTo(RejectReason.REMOVAL_BEFORE_CREATION);
        assertThat(events(decoder, comment("here", "").replace("" + FIRST_LOOK, "" + (CREATED - 60))))
                .hasSize(1);
        assertThat(rejected(decoder, comment("here", "").replace("" + FIRST_LOOK, "" + (CREATED - 90_000)))
                        .reason())
                .isEqualTo(RejectReason.IMPOSSIBLE_TIME);
    }
}
