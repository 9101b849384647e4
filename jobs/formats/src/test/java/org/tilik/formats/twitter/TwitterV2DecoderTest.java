// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.Decoding;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.DumpReading;
import org.tilik.formats.MutatedRecords;
import org.tilik.formats.RawRecord;
import org.tilik.formats.RealDumps;
import org.tilik.model.Actor;
import org.tilik.model.Counts;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Reach;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;

/** Tweets, pages and errors typed after the documentation of the API and of twarc; one real record of a stream. */
class TwitterV2DecoderTest {
    private static final String ID = "1613687269906616320";
    private static final String OTHER = "1613687000000000000";
    private static final Instant POSTED = Instant.parse("2023-01-13T00:00:00.001Z");
    private static final String TWARC =
            ",\"__twarc\":{\"url\":\"u\",\"version\":\"2.1\",\"retrieved_at\":\"2023-02-01T00:00:00+00:00\"}";
    private static final Instant RETRIEVED = Instant.parse("2023-02-01T00:00:00Z");

    private final TwitterV2Decoder decoder = new TwitterV2Decoder(DecoderSettings.NONE);

    private static String tweet(String id, String rest) {
        return "{\"id\":\"" + id + "\",\"text\":\"a &lt; b\",\"author_id\":\"5\",\"lang\":\"in\",\"conversation_id\":\""
                + id
                + "\",\"edit_history_tweet_ids\":[\"" + id
                + "\"],\"public_metrics\":{\"retweet_count\":1,\"reply_count\":2,"
                + "\"like_count\":3,\"quote_count\":4,\"impression_count\":0}" + rest + "}";
    }

    private static String record(String rest) {
        return "{\"data\":" + tweet(ID, rest) + TWARC + "}";
    }

    private static String referring(String type) {
        return ",\"referenced_tweets\":[{\"type\":\"" + type + "\",\"id\":\"" + OTHER + "\"}]";
    }

    private static String error(String type, String id) {
        return "{\"value\":\"" + id
                + "\",\"detail\":\"x\",\"title\":\"y\",\"resource_type\":\"tweet\",\"parameter\":\"ids\","
                + "\"resource_id\":\"" + id + "\",\"type\":\"https://api.twitter.com/2/problems/" + type + "\"}";
    }

    private static final String PAGE = "{\"data\":[" + tweet(ID, referring("retweeted")) + ","
            + tweet("1613687269906616999", "")
            + "],\"includes\":{\"users\":[{\"id\":\"5\"}],\"tweets\":[" + tweet(OTHER, "") + "]},\"errors\":["
            + error("resource-not-found", "1613687269906616111") + "],\"meta\":{\"result_count\":2}" + TWARC + "}";

    private Event first(String record) {
        return Decoding.events(decoder, record).get(0);
    }

    @Test
    void aTweetIsAnItemOfTheTimeThatItsIdStates() {
        Event event = first(record(
                ",\"created_at\":\"2023-01-13T00:00:00.000Z\",\"entities\":{\"urls\":[{\"url\":\"https://t.co/1\","
                        + "\"expanded_url\":\"https://x.example/1\"},{\"url\":\"https://t.co/2\",\"expanded_url\":\"y\",\"media_key\":"
                        + "\"3_1\"}]}"));

        assertThat(event.kind()).isEqualTo(EventKind.POST);
        assertThat(event.itemId()).isEqualTo(ID);
        assertThat(event.timeLo()).isEqualTo(Snowflake.time(Long.parseLong(ID)));
        assertThat(event.timeLo()).isBetween(POSTED.minusSeconds(1), POSTED.plusSeconds(1));
        assertThat(event.capturedAt()).isEqualTo(RETRIEVED);
        assertThat(event.accountId()).isEqualTo("5");
        assertThat(event.text()).isEqualTo("a < b");
        assertThat(event.declaredLanguage()).isEqualTo("id");
        assertThat(event.urls()).containsExactly("https://x.example/1");
        assertThat(event.counts()).isEqualTo(new Counts(3L, 1L, 2L, 4L, null));
        assertThat(event.rootId()).isNull();
        assertThat(event.notified()).isFalse();
    }

    @Test
    void repliesQuotesAndRetweetsKnowTheOthers() {
        Event reply = first(record(referring("replied_to")));
        Event quote = first(record(referring("quoted")));
        Event share = first(record(referring("retweeted")));

        assertThat(reply.kind()).isEqualTo(EventKind.REPLY);
        assertThat(reply.parentId()).isEqualTo(OTHER);
        assertThat(quote.kind()).isEqualTo(EventKind.QUOTE);
        assertThat(quote.originId()).isEqualTo(OTHER);
        assertThat(share.kind()).isEqualTo(EventKind.SHARE);
        assertThat(share.originId()).isEqualTo(OTHER);
        assertThat(share.text()).isNull();
        assertThat(share.counts()).isEqualTo(Counts.NONE);
    }

    private static String user(String id, int followers) {
        return "{\"id\":\"" + id + "\",\"public_metrics\":{\"followers_count\":" + followers + "}}";
    }

    @Test
    void theFollowersOfAuthorsStandBesideTheTweetsOrInsideThem() {
        String original = tweet(OTHER, "").replace("\"author_id\":\"5\"", "\"author_id\":\"6\"");
        List<Event> beside = Decoding.events(
                decoder,
                "{\"data\":" + tweet(ID, referring("quoted")) + ",\"includes\":{\"users\":[" + user("7", 70) + ","
                        + user("5", 50) + "],\"tweets\":[" + original + "]}" + TWARC + "}");
        assertThat(beside.get(0).accountFollowers()).isEqualTo(50);
        assertThat(beside.get(1).accountId()).isEqualTo("6");
        assertThat(beside.get(1).accountFollowers()).isNull();
        assertThat(first(tweet(ID, ",\"author\":" + user("5", 51))).accountFollowers())
                .isEqualTo(51);
        assertThat(first(record("")).accountFollowers()).isNull();
    }

    @Test
    void aPageGivesEachOfItsTweetsItsAuthor() throws IOException {
        String page = PAGE.replace("{\"id\":\"5\"}", user("4", 40) + "," + user("5", 50));

        assertThat(DumpReading.of(page + "\n").events())
                .filteredOn(event -> event.kind().isExistence())
                .hasSize(3)
                .allSatisfy(event -> assertThat(event.accountFollowers()).isEqualTo(50));
    }

    @Test
    void whatIsIncludedWasVisibleThen() {
        List<Event> events = Decoding.events(
                decoder,
                "{\"data\":" + tweet(ID, referring("quoted")) + ",\"includes\":{\"tweets\":[" + tweet(ID, "") + ","
                        + tweet(OTHER, "") + "]}" + TWARC + "}");

        assertThat(events).extracting(Event::kind).containsExactly(EventKind.QUOTE, EventKind.POST, EventKind.COUNTS);
        assertThat(events.get(1).itemId()).isEqualTo(OTHER);
        assertThat(events.get(1).fromEmbedded()).isTrue();
        assertThat(events.get(2).timeHi()).isEqualTo(RETRIEVED);
        assertThat(events.get(2).counts().likes()).isEqualTo(3);
    }

    @Test
    void aFlattenedTweetHoldsWhatItRefersTo() {
        String flat = tweet(
                ID,
                ",\"referenced_tweets\":[" + tweet(OTHER, ",\"type\":\"retweeted\"") + "],\"author\":{\"id\":\"5\"}"
                        + TWARC);
        List<Event> events = Decoding.events(decoder, flat);

        assertThat(events).extracting(Event::kind).containsExactly(EventKind.SHARE, EventKind.POST, EventKind.COUNTS);
        assertThat(events.get(0).capturedAt()).isEqualTo(RETRIEVED);
    }

    @Test
    void aLaterVersionIsAnEditOfTheFirst() {
        List<Event> events =
                Decoding.events(decoder, record("").replace("_ids\":[\"" + ID, "_ids\":[\"" + OTHER + "\",\"" + ID));

        assertThat(Decoding.only(events, EventKind.EDIT).itemId()).isEqualTo(OTHER);
        assertThat(Decoding.only(events, EventKind.EDIT).timeHi())
                .isEqualTo(events.get(0).timeLo());
    }

    @Test
    void withheldIsARemovalByLawBetweenPostingAndCapture() {
        List<Event> somewhere = Decoding.events(
                decoder, record(",\"withheld\":{\"country_codes\":[\"de\",\"FR\"],\"copyright\":false}"));
        Event removal = Decoding.only(somewhere, EventKind.REMOVAL);

        assertThat(removal.actor()).isEqualTo(Actor.LEGAL_ORDER);
        assertThat(removal.reach()).isEqualTo(Reach.GEO_WITHHELD);
        assertThat(removal.countries()).containsExactlyInAnyOrder("DE", "FR");
        assertThat(removal.timeLo()).isEqualTo(somewhere.get(0).timeLo());
        assertThat(removal.timeHi()).isEqualTo(RETRIEVED);
        assertThat(removal.explicit()).isTrue();
        Event everywhere = first(record(",\"withheld\":{\"country_codes\":[\"XX\"]}"));
        assertThat(everywhere.visible()).isFalse();
        assertThat(everywhere.text()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"resource-not-found", "not-authorized-for-resource"})
    void aTweetThatALookupDoesNotShowIsGoneButNobodySaysSo(String problem) {
        Event look = first("{\"errors\":[" + error(problem, ID) + "]" + TWARC + "}");

        assertThat(look.kind()).isEqualTo(EventKind.RECHECK);
        assertThat(look.recheck()).isEqualTo(RecheckOutcome.GONE);
        assertThat(look.itemId()).isEqualTo(ID);
        assertThat(look.explicit()).isFalse();
        assertThat(look.actor()).isEqualTo(Actor.UNKNOWN);
        assertThat(look.timeHi()).isEqualTo(RETRIEVED);
        assertThat(look.reason()).isEqualTo(problem.replace('-', '_'));
    }

    private static String twarc(String address) {
        return TWARC.replace("\"url\":\"u\"", "\"url\":\"" + address + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://api.twitter.com/2/tweets",
                "https://api.twitter.com/2/tweets?expansions=author_id&ids=1613687269906616320%2C1613687000000000000",
                "https://api.x.com/2/tweets/1613687269906616320?expansions=author_id"
            })
    void anAnswerToALookupOfIdsIsALookAtWhatItShowsAndAtWhatItMisses(String address) throws IOException {
        List<Event> events =
                DumpReading.of(PAGE.replace(TWARC, twarc(address)) + "\n").events();

        assertThat(events)
                .filteredOn(event -> event.kind() == EventKind.RECHECK)
                .extracting(event -> event.recheck() + " " + event.itemId() + " " + event.oneSided() + " "
                        + event.primary() + " " + event.timeHi())
                .containsExactly(
                        "ALIVE " + ID + " false false " + RETRIEVED,
                        "ALIVE 1613687269906616999 false false " + RETRIEVED,
                        "GONE 1613687269906616111 false true " + RETRIEVED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "u",
                "https://api.twitter.com/2/tweets/search/all?query=a&ids=1",
                "https://api.twitter.com/2/users/5/tweets?max_results=100",
                "https://api.twitter.com/2/tweets/sample/stream"
            })
    void whatAnyOtherPageMissesIsNamedWhereSurvivorsAreNot(String address) throws IOException {
        List<Event> events =
                DumpReading.of(PAGE.replace(TWARC, twarc(address)) + "\n").events();
        Event gone = Decoding.only(events, EventKind.RECHECK);

        assertThat(gone.recheck()).isEqualTo(RecheckOutcome.GONE);
        assertThat(gone.oneSided()).isTrue();
    }

    @Test
    void aReferenceThatALookupMissesWasNotAskedFor() throws IOException {
        String page = PAGE.replace(TWARC, twarc("https://api.twitter.com/2/tweets?ids=1"))
                .replace("\"parameter\":\"ids\"", "\"parameter\":\"referenced_tweets.id\"");

        assertThat(DumpReading.of(page + "\n").events())
                .filteredOn(event -> event.recheck() == RecheckOutcome.GONE)
                .extracting(Event::oneSided)
                .containsExactly(true);
    }

    @Test
    void aFlattenedTweetOfALookupIsNoLookSinceItsErrorsAreLost() {
        List<Event> events = Decoding.events(decoder, tweet(ID, twarc("https://api.twitter.com/2/tweets?ids=" + ID)));

        assertThat(events).extracting(Event::kind).containsExactly(EventKind.POST);
    }

    @Test
    void aTweetThatALookupShowsWithheldEverywhereIsNotThere() {
        List<Event> events = Decoding.events(
                decoder,
                "{\"data\":" + tweet(ID, ",\"withheld\":{\"country_codes\":[\"XX\"]}")
                        + twarc("https://api.twitter.com/2/tweets/" + ID) + "}");

        assertThat(events).extracting(Event::kind).containsExactly(EventKind.POST, EventKind.REMOVAL);
        assertThat(events.get(1).oneSided()).isFalse();
    }

    @Test
    void anErrorBesideATweetIsTold() {
        List<Event> events = Decoding.events(
                decoder,
                "{\"data\":" + tweet(ID, "") + ",\"errors\":[" + error("resource-not-found", OTHER) + "]" + TWARC
                        + "}");

        assertThat(Decoding.only(events, EventKind.RECHECK).itemId()).isEqualTo(OTHER);
    }

    @Test
    void eachTweetAndEachErrorOfAPageIsARecord() throws IOException {
        DumpReading reading = DumpReading.of(PAGE + "\n" + PAGE.substring(0, 300) + "\n\n" + PAGE + "\n");

        assertThat(reading.format()).isEqualTo(DumpFormat.TWITTER_V2);
        assertThat(reading.records()).isEqualTo(7);
        assertThat(reading.rejects()).containsExactly(RejectReason.MALFORMED_JSON);
        assertThat(reading.events().subList(0, 5))
                .extracting(event -> event.kind() + (event.primary() ? "" : " inside"))
                .containsExactly("SHARE", "POST inside", "COUNTS inside", "POST", "RECHECK");
    }

    @Test
    void aPageInManyLinesAndAPageOfNothingAreRead() throws IOException {
        String empty = "{\"meta\":{\"result_count\":0}" + TWARC + "}";

        assertThat(DumpReading.of(PAGE.replace(",\"", ",\n\"")).records()).isEqualTo(3);
        assertThat(DumpReading.of("[" + PAGE + "," + PAGE + "]").records()).isEqualTo(6);
        assertThat(DumpReading.of(empty).ignored()).containsExactly(IgnoreReason.NOT_AN_ITEM);
    }

    @Test
    void theMinuteOfTheFileDatesWhatAStreamDelivered() {
        byte[] bytes = ("{\"data\":" + tweet(ID, "") + ",\"matching_rules\":[]}").getBytes(StandardCharsets.UTF_8);
        Decoded decoded = decoder.decode(
                new RawRecord(bytes, 0, bytes.length, new SourcePosition("a.tar", "2023/01/13/00/01.json.bz2", 1)));

        assertThat(((Decoded.Events) decoded).events().get(0).capturedAt())
                .isEqualTo(Instant.parse("2023-01-13T00:01:00Z"));
    }

    @Test
    void whatIsNoTweetIsIgnored() {
        assertThat(List.of(
                        "{\"data\":{\"id\":\"5\",\"username\":\"u\",\"name\":\"n\"}" + TWARC + "}",
                        "{\"errors\":[{\"title\":\"operational-disconnect\",\"type\":\"x\"}]}",
                        "{\"errors\":[" + error("resource-not-found", "5").replace("\"tweet\"", "\"user\"") + "]"
                                + TWARC + "}"))
                .allSatisfy(record -> assertThat(Decoding.decode(decoder, record))
                        .isEqualTo(new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM)));
    }

    @Test
    void whatIsMissingOrOfTheWrongKindIsNamed() {
        assertThat(reason(record("").replace("\"id\":\"" + ID, "\"id\":\"x"))).isEqualTo(RejectReason.MISSING_ID);
        assertThat(reason(record(",\"created_at\":\"yesterday\""))).isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(reason(record("").replace("2023-02-01", "2023-22-01"))).isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(reason(record("").replace("2023-02-01", "2022-02-01"))).isEqualTo(RejectReason.IMPOSSIBLE_TIME);
        assertThat(reason("{\"errors\":[" + error("resource-not-found", ID) + "]}"))
                .isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(reason("{\"id\":\"1\"}")).isEqualTo(RejectReason.UNSUPPORTED_RECORD);
    }

    private RejectReason reason(String record) {
        return Decoding.rejected(decoder, record).reason();
    }

    @Test
    void theRealRecordOfAStreamAndTheDocumentedErrorAreUnderstood() throws IOException {
        try (InputStream in = Files.newInputStream(RealDumps.file("twitter_v2/spritzer_2023-01_v2_unflattened.json"))) {
            DumpReading reading = DumpReading.of(in);

            assertThat(reading.format()).isEqualTo(DumpFormat.TWITTER_V2);
            assertThat(reading.events()).hasSize(1);
            assertThat(reading.events().get(0).kind()).isEqualTo(EventKind.POST);
            assertThat(reading.events().get(0).declaredLanguage()).isEqualTo("ja");
        }
        try (InputStream in =
                Files.newInputStream(RealDumps.file("twitter_v2/rehydration_errors_documentation.ndjson"))) {
            DumpReading reading = DumpReading.of(in);

            assertThat(reading.format()).isEqualTo(DumpFormat.TWITTER_V2);
            assertThat(reading.events())
                    .extracting(event -> event.kind() + " " + event.itemId() + " " + event.timeHi())
                    .containsExactly("RECHECK 24 2022-01-01T00:00:00Z");
        }
    }

    @Test
    void bothVersionsOfTheApiAreToldApart() throws IOException {
        String first =
                "{\"created_at\":\"Mon Apr 19 17:52:00 +0000 2010\",\"id\":1,\"text\":\"y\",\"user\":{\"id\":2}}";

        assertThat(DumpReading.of(first).format()).isEqualTo(DumpFormat.TWITTER_V1);
        assertThat(DumpReading.of(record("")).format()).isEqualTo(DumpFormat.TWITTER_V2);
        assertThat(DumpReading.of(tweet(ID, TWARC)).format()).isEqualTo(DumpFormat.TWITTER_V2);
    }

    @Property(tries = 800)
    void damagedPagesNeverThrow(
            @ForAll MutatedRecords.Change change,
            @ForAll @IntRange(max = 999_999) int place,
            @ForAll @Size(min = 1, max = 5) byte[] bytes)
            throws IOException {
        MutatedRecords.read(DumpFormat.TWITTER_V2, PAGE + "\n" + record("") + "\n", change, place, bytes);
    }
}
