// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.activitypub;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.formats.Decoded;
import org.tilik.formats.Decoding;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.DumpReading;
import org.tilik.formats.HtmlWords;
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

/** Activities typed after the W3C recommendation, and records of servers' own tests where they are at hand. */
class ActivityDecoderTest {
    private static final String PUBLIC = "\"to\":[\"https://www.w3.org/ns/activitystreams#Public\"]";
    private static final String USER = "https://a.example/users/u";
    private static final String NOTE = USER + "/statuses/1";
    private static final Instant CAPTURED = Instant.parse("2024-06-01T00:00:00Z");

    private final ActivityDecoder decoder = new ActivityDecoder(CAPTURED);

    private static String activity(String type, String actor, String object, String rest) {
        return "{\"id\":\"https://a.example/activity/1\",\"type\":\"" + type + "\",\"actor\":\"" + actor
                + "\",\"object\":" + object + (rest.isEmpty() ? "" : "," + rest) + "}";
    }

    private static String note(String rest) {
        return "{\"id\":\"" + NOTE + "\",\"type\":\"Note\",\"attributedTo\":\"" + USER
                + "\",\"published\":\"2024-05-01T10:00:00Z\"" + rest + "}";
    }

    private static String text(String id) {
        return "\"" + id + "\"";
    }

    private Event first(String record) {
        return Decoding.events(decoder, record).get(0);
    }

    @Test
    void aNoteIsAPostWithItsWordsAsReadersSeeThem() {
        Event event = first(activity(
                "Create",
                USER,
                note(
                        ",\"summary\":\"careful\",\"content\":\"<p>a &lt; b &amp;amp; c</p><p>see <a href=\\\"https://x.example/?a"
                                + "=1&amp;b=2\\\"><span class=\\\"invisible\\\">https://</span>x.example</a> <a href=\\\"https://a.example"
                                + "/tags/t\\\" class=\\\"mention hashtag\\\" rel=\\\"tag\\\">#<span>t</span></a></p>\",\"contentMap\":{\"en\":\"x\"},"
                                + "\"likes\":{\"totalItems\":3},\"shares\":{\"totalItems\":0}"),
                PUBLIC));

        assertThat(event.kind()).isEqualTo(EventKind.POST);
        assertThat(event.itemId()).isEqualTo(NOTE);
        assertThat(event.accountId()).isEqualTo(USER);
        assertThat(event.text()).isEqualTo("careful\na < b &amp; c\nsee https://x.example #t");
        assertThat(event.urls()).containsExactly("https://x.example/?a=1&b=2");
        assertThat(event.declaredLanguage()).isEqualTo("en");
        assertThat(event.timeLo()).isEqualTo(Instant.parse("2024-05-01T10:00:00Z"));
        assertThat(event.precision()).isEqualTo(TimePrecision.SECOND);
        assertThat(event.capturedAt()).isEqualTo(CAPTURED);
        assertThat(event.counts().likes()).isEqualTo(3);
        assertThat(event.counts().shares()).isZero();
    }

    @Test
    void repliesAndQuotesKnowTheOthers() {
        Event reply = first(activity("Create", USER, note(",\"inReplyTo\":\"https://b.example/2\""), PUBLIC));
        Event quote = first(activity(
                "Create",
                USER,
                note(",\"inReplyTo\":\"https://b.example/2\",\"quoteUri\":\"https://b.example/3\""),
                PUBLIC));

        assertThat(reply.kind()).isEqualTo(EventKind.REPLY);
        assertThat(reply.parentId()).isEqualTo("https://b.example/2");
        assertThat(quote.kind()).isEqualTo(EventKind.QUOTE);
        assertThat(quote.originId()).isEqualTo("https://b.example/3");
    }

    @Test
    void anAnnouncementIsAShareAndShowsWhatItHolds() {
        String inside = note(",\"content\":\"words\"," + PUBLIC);
        List<Event> events = Decoding.events(
                decoder,
                activity(
                        "Announce", "https://b.example/u", inside, PUBLIC + ",\"published\":\"2024-05-02T00:00:00Z\""));

        assertThat(events.get(0).kind()).isEqualTo(EventKind.SHARE);
        assertThat(events.get(0).originId()).isEqualTo(NOTE);
        assertThat(events.get(0).text()).isNull();
        assertThat(events.get(1).itemId()).isEqualTo(NOTE);
        assertThat(events.get(1).fromEmbedded()).isTrue();
        assertThat(events.get(1).capturedAt()).isEqualTo(events.get(0).timeLo());
    }

    @Test
    void whatAGroupPassesOnIsWhatItsMembersDo() {
        Event event = first(
                activity("Announce", "https://a.example/c/group", activity("Create", USER, note(""), PUBLIC), PUBLIC));

        assertThat(event.kind()).isEqualTo(EventKind.POST);
        assertThat(event.accountId()).isEqualTo(USER);
        assertThat(Decoding.rejected(
                                decoder,
                                activity("Announce", USER, activity("Announce", USER, text(NOTE), PUBLIC), PUBLIC))
                        .reason())
                .isEqualTo(RejectReason.UNSUPPORTED_RECORD);
    }

    @Test
    void anUpdateIsAnEditAndSoIsALaterDateOfWhatWasCreated() {
        String changed = note(",\"updated\":\"2024-05-01T11:00:00.5Z\",\"content\":\"new\"");
        Event edit = first(activity("Update", USER, changed, PUBLIC));
        List<Event> created = Decoding.events(decoder, activity("Create", USER, changed, PUBLIC));

        assertThat(edit.kind()).isEqualTo(EventKind.EDIT);
        assertThat(edit.text()).isEqualTo("new");
        assertThat(edit.timeHi()).isEqualTo(Instant.parse("2024-05-01T11:00:00.5Z"));
        assertThat(created).extracting(Event::kind).containsExactly(EventKind.POST, EventKind.EDIT);
        assertThat(created.get(1).timeHi()).isEqualTo(edit.timeHi());
    }

    @ParameterizedTest
    @CsvSource({
        // actor, deleted, rest, author of it
        "https://a.example/users/u, https://a.example/users/u/statuses/1, '', AUTHOR",
        "https://a.example/users/u, https://a.example/post/1, '', AUTHOR",
        "https://a.example/users/u, https://b.example/post/1, '', COMMUNITY_MOD",
        "https://a.example/users/u, https://a.example/post/1, summary, COMMUNITY_MOD"
    })
    void aDeletionIsTheAuthorsWhereActorAndAuthorAreTheSame(String actor, String object, String rest, Actor by) {
        Event event =
                first(activity("Delete", actor, text(object), PUBLIC + (rest.isEmpty() ? "" : ",\"summary\":\"\"")));

        assertThat(event.kind()).isEqualTo(EventKind.REMOVAL);
        assertThat(event.itemId()).isEqualTo(object);
        assertThat(event.actor()).isEqualTo(by);
        assertThat(event.scope()).isEqualTo(Scope.ITEM);
        assertThat(event.reach()).isEqualTo(Reach.ITEM);
        assertThat(event.explicit()).isTrue();
        assertThat(event.timeLo()).isNull();
        assertThat(event.timeHi()).isEqualTo(CAPTURED);
    }

    @Test
    void aDeletionIsDatedByTombstoneThenSignatureThenCapture() {
        String signature =
                "\"published\":\"2024-05-01T10:00:00Z\",\"signature\":{\"created\":\"2024-05-03T10:00:00Z\"}";
        String grave = "{\"id\":\"" + NOTE + "\",\"type\":\"Tombstone\"";
        Event dated = first(
                activity("Delete", USER, grave + ",\"deleted\":\"2024-05-02T10:00:00Z\"}", PUBLIC + "," + signature));
        Event signed = first(activity("Delete", USER, grave + "}", PUBLIC + "," + signature));
        Event bare = first(activity("Delete", USER, grave + "}", PUBLIC + ",\"published\":\"2024-05-01T10:00:00Z\""));

        assertThat(dated.timeLo()).isEqualTo(dated.timeHi()).isEqualTo(Instant.parse("2024-05-02T10:00:00Z"));
        assertThat(signed.timeLo()).isEqualTo(signed.timeHi()).isEqualTo(Instant.parse("2024-05-03T10:00:00Z"));
        assertThat(bare.timeLo()).isEqualTo(Instant.parse("2024-05-01T10:00:00Z"));
        assertThat(bare.timeHi()).isEqualTo(CAPTURED);
    }

    @Test
    void aTombstoneAloneDoesNotSayWho() {
        Event event = first("{\"id\":\"" + NOTE + "\",\"type\":\"Tombstone\",\"formerType\":\"Note\"}");

        assertThat(event.actor()).isEqualTo(Actor.UNKNOWN);
        assertThat(event.explicit()).isTrue();
    }

    @Test
    void anAccountThatDeletesItselfTakesEverythingWithIt() {
        Event event = first(activity("Delete", USER, text(USER), PUBLIC));

        assertThat(event.scope()).isEqualTo(Scope.ACCOUNT);
        assertThat(event.reach()).isEqualTo(Reach.ACCOUNT);
        assertThat(event.actor()).isEqualTo(Actor.AUTHOR);
        assertThat(event.accountId()).isEqualTo(USER);
    }

    @Test
    void aBanOfTheOwnServerIsEverywhereAnyOtherIsNot() {
        String data = PUBLIC + ",\"removeData\":true,\"target\":";
        Event everywhere =
                first(activity("Block", "https://a.example/u/mod", text(USER), data + "\"https://a.example/\""));
        Event group =
                first(activity("Block", "https://a.example/u/mod", text(USER), data + "\"https://a.example/c/g\""));
        Event elsewhere =
                first(activity("Block", "https://b.example/u/mod", text(USER), data + "\"https://b.example/\""));

        assertThat(List.of(everywhere, group, elsewhere)).allSatisfy(event -> {
            assertThat(event.kind()).isEqualTo(EventKind.REMOVAL);
            assertThat(event.scope()).isEqualTo(Scope.ACCOUNT);
            assertThat(event.actor()).isEqualTo(Actor.COMMUNITY_MOD);
        });
        assertThat(everywhere.reach()).isEqualTo(Reach.ACCOUNT);
        assertThat(group.reach()).isNull();
        assertThat(elsewhere.reach()).isNull();
    }

    @Test
    void whatIsUndoneReappearsOrGoes() {
        String block = activity("Block", USER, text("https://b.example/u"), PUBLIC + ",\"removeData\":true");
        Event restored = first(activity("Undo", USER, activity("Delete", USER, text(NOTE), PUBLIC), PUBLIC));
        Event unbanned = first(activity("Undo", USER, block, PUBLIC));
        Event unshared = first(activity("Undo", USER, activity("Announce", USER, text(NOTE), PUBLIC), PUBLIC));

        assertThat(restored.kind()).isEqualTo(EventKind.REAPPEARANCE);
        assertThat(restored.itemId()).isEqualTo(NOTE);
        assertThat(unbanned.kind()).isEqualTo(EventKind.REAPPEARANCE);
        assertThat(unbanned.scope()).isEqualTo(Scope.ACCOUNT);
        assertThat(unshared.kind()).isEqualTo(EventKind.REMOVAL);
        assertThat(unshared.actor()).isEqualTo(Actor.AUTHOR);
        assertThat(unshared.itemId()).isEqualTo("https://a.example/activity/1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Follow", "Like", "Flag", "Accept", "Move", "Block"})
    void otherActivitiesAreIgnored(String type) {
        assertThat(Decoding.decode(decoder, activity(type, USER, text(NOTE), PUBLIC)))
                .isEqualTo(new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM));
    }

    @Test
    void whatIsNotForEverybodyIsNoItem() {
        String followers = "\"to\":\"" + USER + "/followers\",\"cc\":[]";

        assertThat(List.of(
                        activity("Create", USER, note(""), followers),
                        activity("Create", USER, note(""), ""),
                        activity("Update", USER, note(""), followers),
                        activity("Delete", USER, text(NOTE), followers),
                        activity("Undo", USER, activity("Delete", USER, text(NOTE), followers), followers),
                        activity("Announce", USER, text(NOTE), followers),
                        activity("Create", USER, "{\"type\":\"Person\",\"id\":\"" + USER + "\"}", PUBLIC)))
                .allSatisfy(record -> assertThat(Decoding.decode(decoder, record))
                        .isEqualTo(new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM)));
    }

    @Test
    void whatIsMissingOrOfTheWrongKindIsNamed() {
        assertThat(reason(activity("Create", USER, text(NOTE), PUBLIC))).isEqualTo(RejectReason.UNSUPPORTED_RECORD);
        assertThat(reason(activity("Undo", USER, text(NOTE), PUBLIC))).isEqualTo(RejectReason.UNSUPPORTED_RECORD);
        assertThat(reason(activity("Shout", USER, text(NOTE), PUBLIC))).isEqualTo(RejectReason.UNSUPPORTED_RECORD);
        assertThat(reason(activity("Create", USER, note("").replace(text(NOTE), "7"), PUBLIC)))
                .isEqualTo(RejectReason.MISSING_ID);
        assertThat(reason(activity("Create", USER, note("").replace("10:00:00Z", "10:00"), PUBLIC)))
                .isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(reason(activity("Create", USER, note("").replace("2024-05", "1924-05"), PUBLIC)))
                .isEqualTo(RejectReason.IMPOSSIBLE_TIME);
        assertThat(reason(activity("Create", USER, note("").replace("2024-05", "2025-05"), PUBLIC)))
                .isEqualTo(RejectReason.IMPOSSIBLE_TIME);
        assertThat(reason(activity("Announce", USER, text(NOTE), PUBLIC))).isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(reason(activity("Delete", USER, "{}", PUBLIC))).isEqualTo(RejectReason.MISSING_ID);
    }

    private RejectReason reason(String record) {
        return Decoding.rejected(decoder, record).reason();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "a < b <3", "&", "&#x110000;", "&#;", "<a href=\"x", "<a>", "</", "&amp", "<br"})
    void brokenHtmlNeverThrows(String html) {
        assertThat(HtmlWords.of(html).links()).isEmpty();
    }

    private static final String OUTBOX = "{\"@context\":\"c\",\"id\":\"outbox.json\",\"type\":\"OrderedCollection\","
            + "\"totalItems\":4,\"orderedItems\":["
            + activity("Create", USER, note(",\"content\":\"one\""), PUBLIC) + ","
            + activity(
                    "Announce", USER, text("https://b.example/9"), PUBLIC + ",\"published\":\"2024-05-02T00:00:00Z\"")
            + "," + activity("Like", USER, text("https://b.example/9"), PUBLIC)
            + ",\"https://b.example/10\"],\"more\":{}}";

    @Test
    void anOutboxIsADocumentOfActivities() throws IOException {
        DumpReading reading = DumpReading.of(OUTBOX);

        assertThat(reading.format()).isEqualTo(DumpFormat.ACTIVITYPUB);
        assertThat(reading.records()).isEqualTo(4);
        assertThat(reading.events()).extracting(Event::kind).containsExactly(EventKind.POST, EventKind.SHARE);
        assertThat(reading.ignored()).hasSize(2);
        assertThat(reading.rejects()).isEmpty();
    }

    @Test
    void thePageInsideACollectionAndPagesOneAfterTheOtherAreReadToo() throws IOException {
        String page =
                "{\"type\":\"OrderedCollectionPage\",\"orderedItems\":[" + note("," + PUBLIC) + "],\"next\":\"x\"}";
        DumpReading inside =
                DumpReading.of("{\"type\":\"OrderedCollection\",\"first\":" + page + ",\"last\":{\"a\":[1]}}");
        DumpReading pages = DumpReading.of(page + "\n" + page + "\n");
        DumpReading list = DumpReading.of("[" + note("," + PUBLIC) + "," + note("," + PUBLIC) + "]");

        assertThat(inside.events()).hasSize(1);
        assertThat(pages.events()).hasSize(2);
        assertThat(list.events()).hasSize(2);
    }

    @Test
    void linesOfActivitiesAreReadPastABrokenOne() throws IOException {
        String line = activity("Create", USER, note(""), PUBLIC);
        DumpReading reading = DumpReading.of(line + "\r\n\n" + line.substring(0, 40) + "\n" + line);

        assertThat(reading.records()).isEqualTo(3);
        assertThat(reading.events()).hasSize(2);
        assertThat(reading.rejects()).containsExactly(RejectReason.MALFORMED_JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"type\":\"Note\",\"replies\":{\"type\":\"Collection\",\"first\":{\"items\":[]}}} | true",
                "{\"type\":\"Collection\",\"first\":\"https://a.example/1\"} | true",
                "{\"type\":\"Collection\",\"first\":{\"items\":[]}} | false",
                "{\"type\":\"Collection\",\"items\":[]} | false",
                "{\"type\":\"OrderedCollection\",\"\\u006frderedItems\":[]} | false",
                "[{\"type\":\"Note\"}] | false",
                "{\"type\":\"Note\"} {\"type\":\"Note\"} | false",
                "{\"type\":\"No | false"
            })
    void onlyALineThatHoldsOthersIsTakenApart(String line, boolean isRecord) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);

        assertThat(new CollectionUnfolder().isRecord(bytes, bytes.length)).isEqualTo(isRecord);
    }

    @Test
    void anOutboxThatIsCutGivesWhatWasWhole() throws IOException {
        DumpReading reading = DumpReading.of(OUTBOX.substring(0, OUTBOX.indexOf("Announce") + 100));

        assertThat(reading.events()).hasSize(1);
        assertThat(reading.rejects()).containsExactly(RejectReason.MALFORMED_JSON);
    }

    @ParameterizedTest
    @CsvSource({
        "friendica__activities__delete, REMOVAL ITEM AUTHOR 2022-03-24T21:43:46Z",
        "friendica__activities__update_note, EDIT ITEM null 2022-03-24T21:37:34Z",
        "lemmy__activities__block__block_user, REMOVAL ACCOUNT COMMUNITY_MOD null",
        "lemmy__activities__block__undo_block_user, REAPPEARANCE ACCOUNT null null",
        "lemmy__activities__community__announce_create_page, POST ITEM null 2021-11-01T12:11:22.871846Z",
        "lemmy__activities__deletion__delete_page, REMOVAL ITEM AUTHOR null",
        "lemmy__activities__deletion__delete_user, REMOVAL ACCOUNT AUTHOR null",
        "lemmy__activities__deletion__remove_note, REMOVAL ITEM COMMUNITY_MOD null",
        "lemmy__activities__deletion__undo_delete_page, REAPPEARANCE ITEM null null",
        "lemmy__activities__deletion__undo_remove_note, REAPPEARANCE ITEM null null",
        "lemmy__objects__tombstone, REMOVAL ITEM UNKNOWN null",
        "lotide__objects__tombstone, REMOVAL ITEM UNKNOWN null",
        "mastodon__activities__create_note, REPLY ITEM null 2021-11-05T11:46:50Z",
        "mastodon__activities__delete, REMOVAL ITEM AUTHOR 2022-02-10T11:54:18Z",
        "mastodon__collections__featured, POST ITEM null 2020-05-28T14:52:14Z",
        "mastodon__objects__note_1, REPLY ITEM null 2021-11-05T11:46:50Z",
        "mastodon__objects__page, POST ITEM null 2023-08-04T09:55:39Z",
        "wordpress__activities__announce, EDIT ITEM null 2024-05-06T08:20:33Z",
        "lemmy__activities__deletion__delete_private_message, ignored",
        "lemmy__activities__deletion__undo_delete_private_message, ignored",
        "mastodon__activities__flag, ignored",
        "mastodon__activities__follow, ignored",
        "mastodon__activities__like_page, ignored",
        "mastodon__activities__private_message, ignored",
        "mastodon__activities__undo_follow, ignored",
        "mastodon__activities__undo_like_page, ignored",
        "peertube__activities__announce_video, BAD_TIMESTAMP"
    })
    void realActivitiesAreUnderstood(String name, String expected) throws IOException {
        try (InputStream in = Files.newInputStream(RealDumps.file("activitypub/" + name + ".json"))) {
            DumpReading reading = DumpReading.of(in);

            assertThat(reading.format()).isEqualTo(DumpFormat.ACTIVITYPUB);
            assertThat(reading.records()).isEqualTo(1);
            String outcome = reading.events().isEmpty()
                    ? reading.rejects().isEmpty()
                            ? "ignored"
                            : reading.rejects().get(0).name()
                    : tell(reading.events().get(0));
            assertThat(outcome).isEqualTo(expected);
        }
    }

    private static String tell(Event event) {
        return event.kind() + " " + event.scope() + " " + event.actor() + " " + event.timeHi();
    }

    @Property(tries = 800)
    void damagedActivitiesNeverThrow(
            @ForAll MutatedRecords.Change change,
            @ForAll @IntRange(max = 999_999) int place,
            @ForAll @Size(min = 1, max = 5) byte[] bytes)
            throws IOException {
        String lines = activity("Create", USER, note(",\"content\":\"<p>a &amp; b</p>\""), PUBLIC) + "\n"
                + activity("Delete", USER, text(NOTE), PUBLIC) + "\n";

        MutatedRecords.read(DumpFormat.ACTIVITYPUB, place % 2 == 0 ? lines : OUTBOX, change, place, bytes);
    }
}
