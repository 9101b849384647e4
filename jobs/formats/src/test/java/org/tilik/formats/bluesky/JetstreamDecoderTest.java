// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.formats.Decoded;
import org.tilik.formats.Decoding;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.DumpReading;
import org.tilik.formats.MutatedRecords;
import org.tilik.formats.RealDumps;
import org.tilik.model.Actor;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Reach;
import org.tilik.model.RejectReason;
import org.tilik.model.Scope;
import org.tilik.model.TimePrecision;

/**
 * The lines are typed after Jetstream's documentation and the lexicons; the real ones are few and hold no words.
 */
class JetstreamDecoderTest {
    private static final String POST = "at://did:plc:a/app.bsky.feed.post/";
    private static final Instant TIME = Instant.parse("2025-01-28T13:20:00.123456Z");

    private final JetstreamDecoder decoder = new JetstreamDecoder();

    private static String event(String rest) {
        return "{\"did\":\"did:plc:a\",\"time_us\":1738070400123456," + rest + "}";
    }

    private static String commit(String operation, String collection, String record) {
        return event("\"kind\":\"commit\",\"commit\":{\"rev\":\"r\",\"operation\":\"" + operation
                + "\",\"collection\":\"" + collection + "\",\"rkey\":\"k\""
                + (record == null ? "" : ",\"record\":" + record + ",\"cid\":\"c\"") + "}");
    }

    private static String post(String fields) {
        return commit(
                "create",
                AtUri.POSTS,
                "{\"$type\":\"app.bsky.feed.post\",\"createdAt\":\"1999-01-01T00:00:00Z\"" + fields + "}");
    }

    private Event only(String record) {
        List<Event> events = Decoding.events(decoder, record);
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    @Test
    void aPostIsOfTheTimeThatTheStreamWitnessedNotOfTheOneItsAuthorClaims() {
        Event event = only(post(",\"text\":\"words\",\"langs\":[\"pt-BR\"]"));

        assertThat(event.kind()).isEqualTo(EventKind.POST);
        assertThat(event.itemId()).isEqualTo(POST + "k");
        assertThat(event.accountId()).isEqualTo("did:plc:a");
        assertThat(event.timeLo()).isEqualTo(TIME).isEqualTo(event.timeHi()).isEqualTo(event.capturedAt());
        assertThat(event.precision()).isEqualTo(TimePrecision.MICRO);
        assertThat(event.text()).isEqualTo("words");
        assertThat(event.declaredLanguage()).isEqualTo("pt-BR");
        assertThat(event.notified()).isTrue();
    }

    @Test
    void severalLanguagesAreNone() {
        assertThat(only(post(",\"text\":\"x\",\"langs\":[\"en\",\"de\"]")).declaredLanguage())
                .isNull();
    }

    @Test
    void aReplyKnowsParentAndRoot() {
        Event event = only(post(",\"text\":\"x\",\"reply\":{\"root\":{\"uri\":\"" + POST + "1\"},\"parent\":{\"uri\":\""
                + POST + "2\"}}"));

        assertThat(event.kind()).isEqualTo(EventKind.REPLY);
        assertThat(event.parentId()).isEqualTo(POST + "2");
        assertThat(event.rootId()).isEqualTo(POST + "1");
    }

    @Test
    void aQuoteIsToldAloneAndBesidePictures() {
        Event alone =
                only(post(",\"embed\":{\"$type\":\"app.bsky.embed.record\",\"record\":{\"uri\":\"" + POST + "9\"}}"));
        Event beside = only(post(",\"embed\":{\"$type\":\"app.bsky.embed.recordWithMedia\",\"record\":{\"record\":{"
                + "\"uri\":\"" + POST + "9\"}},\"media\":{\"external\":{\"uri\":\"https://a.example\"}}}"));

        assertThat(List.of(alone, beside)).allSatisfy(event -> {
            assertThat(event.kind()).isEqualTo(EventKind.QUOTE);
            assertThat(event.originId()).isEqualTo(POST + "9");
        });
        assertThat(beside.urls()).containsExactly("https://a.example");
    }

    @Test
    void aListShownInAPostIsNoQuote() {
        Event event = only(post(",\"embed\":{\"record\":{\"uri\":\"at://did:plc:b/app.bsky.graph.list/1\"}}"));

        assertThat(event.kind()).isEqualTo(EventKind.POST);
        assertThat(event.originId()).isNull();
    }

    @Test
    void linksAreThoseBehindWordsAndTheCard() {
        Event event = only(post(",\"facets\":[{\"features\":[{\"$type\":\"app.bsky.richtext.facet#link\",\"uri\":"
                + "\"https://a.example/1\"},{\"$type\":\"app.bsky.richtext.facet#mention\",\"did\":\"did:plc:b\"}]}],"
                + "\"embed\":{\"$type\":\"app.bsky.embed.external\",\"external\":{\"uri\":\"https://a.example/2\"}}"));

        assertThat(event.urls()).containsExactly("https://a.example/1", "https://a.example/2");
    }

    @Test
    void theNameOfAPictureHoldsItsHash() {
        // The identifier of the five bytes "hello", whose SHA-256 is well known.
        String link = "bafkreibm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq";
        Event event = only(
                post(
                        ",\"embed\":{\"images\":[{\"image\":{\"ref\":{\"$link\":\"" + link + "\"}}},"
                                + "{\"image\":{\"ref\":{\"$link\":\"bafyreidc6sydkkbchcyg62v77wbhzvb2mvytlmsychqgwf2xojjtirmzj4\"}}}]}"));

        assertThat(event.mediaHashes())
                .containsExactly("sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824");
    }

    @Test
    void aRepostIsAShareWithoutWords() {
        Event event = only(commit("create", AtUri.REPOSTS, "{\"subject\":{\"uri\":\"" + POST + "9\",\"cid\":\"c\"}}"));

        assertThat(event.kind()).isEqualTo(EventKind.SHARE);
        assertThat(event.itemId()).isEqualTo("at://did:plc:a/app.bsky.feed.repost/k");
        assertThat(event.originId()).isEqualTo(POST + "9");
        assertThat(event.text()).isNull();
    }

    @Test
    void anUpdateIsAnEditWithTheNewWords() {
        Event event = only(commit("update", AtUri.POSTS, "{\"text\":\"new\"}"));

        assertThat(event.kind()).isEqualTo(EventKind.EDIT);
        assertThat(event.text()).isEqualTo("new");
        assertThat(only(commit("update", AtUri.REPOSTS, "{}")).kind()).isEqualTo(EventKind.EDIT);
    }

    @Test
    void aDeletionIsTheAuthorsAndExact() {
        Event event = only(commit("delete", AtUri.POSTS, null));

        assertThat(event.kind()).isEqualTo(EventKind.REMOVAL);
        assertThat(event.itemId()).isEqualTo(POST + "k");
        assertThat(event.actor()).isEqualTo(Actor.AUTHOR);
        assertThat(event.reach()).isEqualTo(Reach.ITEM);
        assertThat(event.explicit()).isTrue();
        assertThat(event.timeLo()).isEqualTo(TIME).isEqualTo(event.timeHi());
        assertThat(event.idTime()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"takendown,PLATFORM", "suspended,PLATFORM", "deleted,AUTHOR", "deactivated,AUTHOR", "other,UNKNOWN"})
    void anAccountGoesByWhomItsStatusSays(String status, Actor actor) {
        Event event =
                only(event("\"kind\":\"account\",\"account\":{\"active\":false,\"did\":\"did:plc:a\",\"status\":\""
                        + status + "\",\"time\":\"2025-01-28T13:19:59.840Z\"}"));

        assertThat(event.kind()).isEqualTo(EventKind.REMOVAL);
        assertThat(event.scope()).isEqualTo(Scope.ACCOUNT);
        assertThat(event.reach()).isEqualTo(Reach.ACCOUNT);
        assertThat(event.itemId()).isEqualTo("did:plc:a").isEqualTo(event.accountId());
        assertThat(event.actor()).isEqualTo(actor);
        assertThat(event.explicit()).isTrue();
        assertThat(event.timeHi()).isEqualTo(Instant.parse("2025-01-28T13:19:59.840Z"));
        assertThat(event.precision()).isEqualTo(TimePrecision.MILLI);
        assertThat(event.capturedAt()).isEqualTo(TIME);
    }

    @Test
    void anAccountThatIsActiveHasReappeared() {
        Event event = only(event("\"kind\":\"account\",\"account\":{\"active\":true,\"time\":\"tomorrow\"}"));

        assertThat(event.kind()).isEqualTo(EventKind.REAPPEARANCE);
        assertThat(event.scope()).isEqualTo(Scope.ACCOUNT);
        assertThat(event.timeHi()).isEqualTo(TIME);
        assertThat(event.precision()).isEqualTo(TimePrecision.MICRO);
    }

    @Test
    void whatIsNoItemIsIgnored() {
        assertThat(List.of(
                        commit("create", "app.bsky.feed.like", "{}"),
                        commit("delete", "app.bsky.graph.follow", null),
                        commit("update", "app.bsky.actor.profile", "{}"),
                        event("\"kind\":\"identity\",\"identity\":{\"handle\":\"a.example\"}"),
                        event("\"kind\":\"account\",\"account\":{\"active\":false,\"status\":\"throttled\"}")))
                .allSatisfy(record -> assertThat(Decoding.decode(decoder, record))
                        .isEqualTo(new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM)));
    }

    @Test
    void whatIsMissingOrOfTheWrongKindIsNamed() {
        String good = commit("delete", AtUri.POSTS, null);

        assertThat(reason(good.replace("1738070400123456", "\"soon\""))).isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(reason(good.replace("\"time_us\":1738070400123456,", ""))).isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(reason(good.replace("1738070400123456", "1738070400123"))).isEqualTo(RejectReason.IMPOSSIBLE_TIME);
        assertThat(reason(good.replace("did:plc:a", "a.example"))).isEqualTo(RejectReason.MISSING_ID);
        assertThat(reason(good.replace("\"rkey\":\"k\"", "\"rkey\":{}"))).isEqualTo(RejectReason.MISSING_ID);
        assertThat(reason(good.replace("\"commit\",", "\"other\","))).isEqualTo(RejectReason.UNSUPPORTED_RECORD);
        assertThat(reason(good.replace("\"delete\"", "\"merge\""))).isEqualTo(RejectReason.UNSUPPORTED_RECORD);
        assertThat(reason(good.replace("\"delete\"", "\"create\""))).isEqualTo(RejectReason.UNSUPPORTED_RECORD);
        assertThat(reason(commit("create", AtUri.REPOSTS, "{}"))).isEqualTo(RejectReason.MISSING_ID);
        assertThat(reason(event("\"kind\":\"account\",\"account\":{}"))).isEqualTo(RejectReason.UNSUPPORTED_RECORD);
        assertThat(reason(good.substring(0, 60))).isEqualTo(RejectReason.MALFORMED_JSON);
        assertThat(reason("[1]")).isEqualTo(RejectReason.NOT_AN_OBJECT);
    }

    private RejectReason reason(String record) {
        return Decoding.rejected(decoder, record).reason();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"at://a.example/app.bsky.feed.post/1", "at://did:plc:a/app.bsky.feed.post", "https://a/b/c"})
    void whatIsNoAddressOfARecordIsNone(String text) {
        assertThat(AtUri.parse(text)).isEmpty();
    }

    @Test
    void realEventsAreUnderstood() throws IOException {
        try (InputStream in = Files.newInputStream(RealDumps.file("bluesky/jetstream_v1_sample.ndjson"))) {
            DumpReading reading = DumpReading.of(in);

            assertThat(reading.format()).isEqualTo(DumpFormat.JETSTREAM);
            assertThat(reading.records()).isEqualTo(5);
            assertThat(reading.rejects()).isEmpty();
            assertThat(reading.ignored()).hasSize(2);
            assertThat(reading.events())
                    .extracting(event -> event.kind() + " " + event.scope() + " " + event.actor())
                    .containsExactly("REMOVAL ITEM AUTHOR", "REMOVAL ACCOUNT PLATFORM", "REAPPEARANCE ACCOUNT null");
            Event deleted = reading.events().get(0);
            // The key was given 13 s before the author deleted the post.
            assertThat(Duration.between(deleted.idTime(), deleted.timeHi()))
                    .isBetween(Duration.ZERO, Duration.ofMinutes(1));
        }
    }

    @Property(tries = 1000)
    void damagedEventsNeverThrow(
            @ForAll MutatedRecords.Change change,
            @ForAll @IntRange(max = 999_999) int place,
            @ForAll @Size(min = 1, max = 5) byte[] bytes)
            throws IOException {
        String dump =
                post(",\"text\":\"words\",\"langs\":[\"en\"],\"embed\":{\"images\":[{\"image\":{\"ref\":{\"$link\":"
                                + "\"bafkreibm6jg3ux5qumhcn2b3flc3tyu6dmlb4xa7u5bf44yegnrjhc4yeq\"}}}]}")
                        + "\n" + commit("delete", AtUri.POSTS, null) + "\n"
                        + event("\"kind\":\"account\",\"account\":{\"active\":true}") + "\n";

        MutatedRecords.read(DumpFormat.JETSTREAM, dump, change, place, bytes);
    }
}
