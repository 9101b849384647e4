// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

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
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.Decoding;
import org.tilik.formats.RawRecord;
import org.tilik.model.Actor;
import org.tilik.model.Counts;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Reach;
import org.tilik.model.RejectReason;
import org.tilik.model.Scope;
import org.tilik.model.SourcePosition;
import org.tilik.model.TimePrecision;

/** Statuses typed after the documentation of the API, with invented text. */
class TwitterDecoderTest {
    /** 2016-04-27T18:08:20.660Z, in a millisecond that the sample takes. */
    private static final long ID = 725_386_111_496_486_912L;

    private static final Instant POSTED = Snowflake.time(ID);
    private static final String CREATED = "Wed Apr 27 18:08:20 +0000 2016";
    private static final Instant SENT = POSTED.plusMillis(40);

    private final TwitterDecoder decoder = new TwitterDecoder(DecoderSettings.NONE);

    private static String fields(long id, String text) {
        return "\"created_at\":\"" + CREATED + "\",\"id\":" + id + ",\"id_str\":\"" + id + "\",\"text\":\"" + text
                + "\",\"truncated\":false,\"user\":{\"id\":77,\"id_str\":\"77\",\"lang\":\"de\",\"followers_count\":1234},\"lang\":\"en\","
                + "\"entities\":{\"hashtags\":[],\"urls\":[]}";
    }

    private static String status(String more) {
        return "{" + fields(ID, "Late frost") + more + sent() + "}";
    }

    private static String sent() {
        return ",\"timestamp_ms\":\"" + SENT.toEpochMilli() + "\"";
    }

    private static String embedded(long id, String text, String more) {
        return "{"
                + fields(id, text)
                        .replace("\"id\":77,\"id_str\":\"77\"", "\"id\":88,\"id_str\":\"88\"")
                        .replace("1234", "56")
                + more
                + "}";
    }

    private Event item(String record) {
        return events(decoder, record).get(0);
    }

    private static Decoded decode(TwitterDecoder decoder, String record, String file, String member) {
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        return decoder.decode(new RawRecord(bytes, 0, bytes.length, new SourcePosition(file, member, 1)));
    }

    private static Event inFile(String record, String member) {
        TwitterDecoder decoder = new TwitterDecoder(DecoderSettings.NONE);
        return ((Decoded.Events) decode(decoder, record, "day.tar", member))
                .events()
                .get(0);
    }

    @Test
    void aStatusIsAPostWithTheTimeOfItsIdAndTheCaptureOfTheStream() {
        List<Event> events = events(decoder, status(",\"favorite_count\":3,\"retweet_count\":2,\"quote_count\":1"));
        assertThat(events).hasSize(1);
        Event item = events.get(0);
        assertThat(item.kind()).isEqualTo(EventKind.POST);
        assertThat(item.itemId()).isEqualTo("725386111496486912");
        assertThat(item.accountId()).isEqualTo("77");
        assertThat(item.accountFollowers()).isEqualTo(1234);
        assertThat(item.timeLo()).isEqualTo(POSTED);
        assertThat(item.timeHi()).isEqualTo(POSTED);
        assertThat(item.precision()).isEqualTo(TimePrecision.MILLI);
        assertThat(item.capturedAt()).isEqualTo(SENT);
        assertThat(item.text()).isEqualTo("Late frost");
        assertThat(item.declaredLanguage()).isEqualTo("en");
        assertThat(item.counts()).isEqualTo(new Counts(3L, 2L, null, 1L, null));
        assertThat(item.rootId()).isNull();
        assertThat(item.visible()).isTrue();
        assertThat(item.notified()).isTrue();
        assertThat(item.fromEmbedded()).isFalse();
    }

    @Test
    void whatIsNoNumberOfFollowersIsUnknownAndNotNone() {
        assertThat(item(status("").replace("1234", "0")).accountFollowers()).isZero();
        for (String none : List.of("-1", "null", "\"many\"", "12.5", "10000000001", "99999999999999999999")) {
            assertThat(item(status("").replace("1234", none)).accountFollowers())
                    .as(none)
                    .isNull();
        }
    }

    @Test
    void aReplyNamesWhatItAnswersAndAMentionIsAPost() {
        Event reply = item(status(
                ",\"in_reply_to_status_id\":725385000000000001,\"in_reply_to_status_id_str\":\"725385000000000001\""));
        assertThat(reply.kind()).isEqualTo(EventKind.REPLY);
        assertThat(reply.parentId()).isEqualTo("725385000000000001");
        assertThat(item(status(",\"in_reply_to_status_id\":null,\"in_reply_to_user_id\":5"))
                        .kind())
                .isEqualTo(EventKind.POST);
    }

    @Test
    void aRetweetIsAShareWithoutWordsAndItsOriginalWasVisibleThen() {
        long original = ID - (3_600_000L << 22);
        List<Event> events = events(
                decoder,
                status(",\"retweet_count\":9,\"retweeted_status\":"
                        + embedded(original, "Cover the beds", ",\"retweet_count\":9,\"favorite_count\":4")));
        Event share = events.get(0);
        assertThat(share.kind()).isEqualTo(EventKind.SHARE);
        assertThat(share.text()).isNull();
        assertThat(share.originId()).isEqualTo(Long.toString(original));
        assertThat(share.counts()).isEqualTo(Counts.NONE);

        Event seen = events.get(1);
        assertThat(seen.kind()).isEqualTo(EventKind.POST);
        assertThat(seen.fromEmbedded()).isTrue();
        assertThat(seen.notified()).isFalse();
        assertThat(seen.accountId()).isEqualTo("88");
        assertThat(seen.accountFollowers()).isEqualTo(56);
        assertThat(seen.text()).isEqualTo("Cover the beds");
        assertThat(seen.timeHi()).isEqualTo(POSTED.minusSeconds(3600));
        assertThat(seen.capturedAt()).isEqualTo(SENT);

        Event counts = only(events, EventKind.COUNTS);
        assertThat(counts.itemId()).isEqualTo(Long.toString(original));
        assertThat(counts.timeHi()).isEqualTo(SENT);
        assertThat(counts.counts()).isEqualTo(new Counts(4L, 9L, null, null, null));
        assertThat(events).hasSize(3);
    }

    @Test
    void aRetweetOfAQuoteTellsOfThreeStatusesEachOnce() {
        String quoted = embedded(ID - 2_000_000_000L, "First", "");
        String retweeted = embedded(
                ID - 1_000_000_000L,
                "Second",
                ",\"is_quote_status\":true,\"quoted_status_id_str\":\"" + (ID - 2_000_000_000L)
                        + "\",\"quoted_status\":" + quoted);
        List<Event> events = events(
                decoder,
                status(",\"retweeted_status\":" + retweeted + ",\"is_quote_status\":true,\"quoted_status\":" + quoted));
        assertThat(events).extracting(Event::kind).containsExactly(EventKind.SHARE, EventKind.QUOTE, EventKind.POST);
        assertThat(events.get(0).originId()).isEqualTo(Long.toString(ID - 1_000_000_000L));
        assertThat(events.get(1).originId()).isEqualTo(Long.toString(ID - 2_000_000_000L));
    }

    @Test
    void aQuoteNamesItsOriginAlsoWhereThatIsGoneAndAlsoWhereItIsAReply() {
        Event gone = item(status(",\"is_quote_status\":true,\"quoted_status_id\":725385000000000001"));
        assertThat(gone.kind()).isEqualTo(EventKind.QUOTE);
        assertThat(gone.originId()).isEqualTo("725385000000000001");
        assertThat(gone.text()).isEqualTo("Late frost");
        assertThat(item(status(",\"is_quote_status\":true")).originId()).isNull();

        Event reply = item(status(",\"in_reply_to_status_id\":725385000000000009,\"is_quote_status\":true,"
                + "\"quoted_status\":" + embedded(725385000000000001L, "x", "")));
        assertThat(reply.kind()).isEqualTo(EventKind.QUOTE);
        assertThat(reply.originId()).isEqualTo("725385000000000001");
        assertThat(reply.parentId()).isEqualTo("725385000000000009");
    }

    @Test
    void aRetweetWhoseOriginalIsGoneIsWhatItStillShows() {
        assertThat(item(status(",\"retweeted_status\":null")).kind()).isEqualTo(EventKind.POST);
    }

    @Test
    void theFullTextOfALongStatusAndItsResolvedLinksCount() {
        String cut =
                status(",\"extended_tweet\":{\"full_text\":\"Late frost &amp; no cover &lt;3\",\"entities\":{\"urls\":"
                        + "[{\"url\":\"https://t.co/a\",\"expanded_url\":\"https://beds.example/cover\"}],\"media\":"
                        + "[{\"url\":\"https://t.co/b\",\"expanded_url\":\"https://twitter.com/g/status/1/photo/1\"}]},"
                        + "\"extended_entities\":{\"media\":[{\"url\":\"https://t.co/b\","
                        + "\"expanded_url\":\"https://twitter.com/g/status/1/photo/1\"}]}}");
        Event item = item(cut.replace(
                "\"urls\":[]}",
                "\"urls\":[{\"url\":\"https://t.co/c\",\"expanded_url\":\"https://twitter.com/i/web/status/" + ID
                        + "\"}]}"));
        assertThat(item.text()).isEqualTo("Late frost & no cover <3");
        assertThat(item.urls()).containsExactly("https://beds.example/cover", "https://twitter.com/g/status/1/photo/1");

        Event compatible = item(status(",\"full_text\":\"All of it\"").replace("\"text\":\"Late frost\",", ""));
        assertThat(compatible.text()).isEqualTo("All of it");
    }

    @Test
    void aLinkStaysShortOnlyWhereNobodyResolvedItAndNeverLeadsToTheStatusItself() {
        String listed = "\"urls\":[{\"url\":\"https://t.co/a\",\"expanded_url\":null},{\"url\":\"https://t.co/c\","
                + "\"expanded_url\":\"https://twitter.com/i/web/status/" + ID + "\"}]";
        assertThat(item(status("").replace("\"urls\":[]", listed)).urls()).containsExactly("https://t.co/a");
    }

    @Test
    void aStatusOf2010HasItsTimeFromCreatedAtAndItsLinksFromItsWords() {
        String old = "{\"text\":\"Read http://bit.example/x now\",\"created_at\":\"Mon Apr 19 17:52:07 +0000 2010\","
                + "\"in_reply_to_status_id\":null,\"user\":{\"id\":5,\"lang\":\"en\"},\"id\":12467873400}";
        Event item = inFile(old, "2010/04/19/17/52.json.bz2");
        assertThat(item.itemId()).isEqualTo("12467873400");
        assertThat(item.timeHi()).isEqualTo(Instant.parse("2010-04-19T17:52:07Z"));
        assertThat(item.precision()).isEqualTo(TimePrecision.SECOND);
        assertThat(item.capturedAt()).isEqualTo(Instant.parse("2010-04-19T17:52:07Z"));
        assertThat(item.urls()).containsExactly("http://bit.example/x");
        assertThat(item.declaredLanguage()).isNull();
        assertThat(item.notified()).isTrue();
        assertThat(inFile(old, "2010/04/19/17/53.json.bz2").capturedAt()).isEqualTo("2010-04-19T17:53:00Z");
    }

    @Test
    void withoutStreamMinuteOrStudyNobodyKnowsWhenItWasCapturedAndNoNoticeFollows() {
        String record = status("").replace(sent(), "");
        assertThat(item(record).capturedAt()).isNull();
        assertThat(item(record).notified()).isFalse();

        Instant declared = Instant.parse("2016-05-01T00:00:00Z");
        TwitterDecoder dated = new TwitterDecoder(new DecoderSettings(null, declared, new byte[0], 1));
        assertThat(events(dated, record).get(0).capturedAt()).isEqualTo(declared);
        assertThat(events(dated, record).get(0).notified()).isFalse();
        assertThat(events(dated, status("")).get(0).capturedAt()).isEqualTo(SENT);
    }

    @Test
    void aSampleNotifiesOnlyTheIdsThatItTakes() {
        TwitterDecoder sample = new TwitterDecoder(new DecoderSettings(null, null, new byte[0], 0.01));
        long outside = ID + (100L << 22);
        String other = status("").replace(Long.toString(ID), Long.toString(outside));
        assertThat(events(sample, status("")).get(0).notified()).isTrue();
        assertThat(events(sample, other).get(0).notified()).isFalse();
        assertThat(item(other).notified()).isTrue();
    }

    @Test
    void theTextOfAnIdOutweighsItsRoundedNumber() {
        String rounded = status("").replace("\"id\":" + ID, "\"id\":725386111496487012");
        assertThat(item(rounded).itemId()).isEqualTo(Long.toString(ID));
        assertThat(item(rounded.replace("\"id_str\":\"" + ID + "\",", "")).itemId())
                .isEqualTo("725386111496487012");
        assertThat(rejected(
                                decoder,
                                rounded.replace("725386111496487012", "7.25386111e+17")
                                        .replace("\"id_str\":\"" + ID + "\",", ""))
                        .reason())
                .isEqualTo(RejectReason.MISSING_ID);
    }

    @Test
    void anIdThatIsDaysOffCreatedAtStatesNoTime() {
        Event item = item(status("").replace(CREATED, "Mon Apr 25 18:08:20 +0000 2016"));
        assertThat(item.timeHi()).isEqualTo(Instant.parse("2016-04-25T18:08:20Z"));
        assertThat(item.precision()).isEqualTo(TimePrecision.SECOND);
    }

    @ParameterizedTest
    @CsvSource({"en,en", "in,id", "iw,he", "und,", "qme,", "zh-cn,zh-cn"})
    void languagesAreInTodaysSpelling(String written, String language) {
        assertThat(item(status("").replace("\"lang\":\"en\"", "\"lang\":\"" + written + "\""))
                        .declaredLanguage())
                .isEqualTo(language);
    }

    @Test
    void countsThatAreNoneAreUnknown() {
        assertThat(item(status(",\"retweet_count\":\"100+\",\"favorite_count\":-1,\"reply_count\":null"))
                        .counts())
                .isEqualTo(Counts.NONE);
    }

    @Test
    void aStatusWithoutUserIsAnItemOfAnUnknownAccount() {
        Event item = item(status("").replaceAll("\"user\":\\{[^}]*\\}", "\"user\":null"));
        assertThat(item.accountId()).isNull();
        assertThat(item.text()).isEqualTo("Late frost");
    }

    @Test
    void whatSomeCountriesMayNotSeeIsWithheldThereAndStillVisible() {
        List<Event> events =
                events(decoder, status(",\"withheld_in_countries\":[\"TR\",\"de\"],\"withheld_scope\":\"status\""));
        assertThat(events.get(0).visible()).isTrue();
        Event withheld = only(events, EventKind.REMOVAL);
        assertThat(withheld.reach()).isEqualTo(Reach.GEO_WITHHELD);
        assertThat(withheld.countries()).containsExactly("DE", "TR");
        assertThat(withheld.actor()).isEqualTo(Actor.LEGAL_ORDER);
        assertThat(withheld.reason()).isEqualTo("withheld");
        assertThat(withheld.timeLo()).isEqualTo(POSTED);
        assertThat(withheld.timeHi()).isEqualTo(SENT);
        assertThat(withheld.explicit()).isTrue();

        Event ofAccount = only(
                events(
                        decoder,
                        status("")
                                .replace(
                                        "\"id_str\":\"77\"", "\"id_str\":\"77\",\"withheld_in_countries\":\"FR, DE\"")),
                EventKind.REMOVAL);
        assertThat(ofAccount.countries()).containsExactly("DE", "FR");
        assertThat(ofAccount.itemId()).isEqualTo(Long.toString(ID));
    }

    @Test
    void whatIsWithheldEverywhereIsAStub() {
        List<Event> events = events(decoder, status(",\"withheld_copyright\":true,\"withheld_in_countries\":[\"XY\"]"));
        assertThat(events.get(0).visible()).isFalse();
        assertThat(events.get(0).text()).isNull();
        Event removal = only(events, EventKind.REMOVAL);
        assertThat(removal.reach()).isEqualTo(Reach.ITEM);
        assertThat(removal.reason()).isEqualTo("copyright");
        assertThat(removal.countries()).isEmpty();
        assertThat(removal.actor()).isEqualTo(Actor.LEGAL_ORDER);
    }

    @Test
    void aDeletionHasItsExactTimeAndTheTimeOfTheIdButNoActor() {
        Event removal = item(deletion(ID, SENT.plusSeconds(60)));
        assertThat(removal.kind()).isEqualTo(EventKind.REMOVAL);
        assertThat(removal.primary()).isTrue();
        assertThat(removal.itemId()).isEqualTo(Long.toString(ID));
        assertThat(removal.accountId()).isEqualTo("77");
        assertThat(removal.actor()).isEqualTo(Actor.UNKNOWN);
        assertThat(removal.reach()).isEqualTo(Reach.ITEM);
        assertThat(removal.explicit()).isTrue();
        assertThat(removal.timeLo()).isEqualTo(SENT.plusSeconds(60));
        assertThat(removal.timeHi()).isEqualTo(SENT.plusSeconds(60));
        assertThat(removal.capturedAt()).isEqualTo(SENT.plusSeconds(60));
        assertThat(removal.precision()).isEqualTo(TimePrecision.MILLI);
        assertThat(removal.idTime()).isEqualTo(POSTED);
    }

    private static String deletion(long id, Instant at) {
        return "{\"delete\":{\"status\":{\"id\":" + id + ",\"id_str\":\"" + id
                + "\",\"user_id\":77,\"user_id_str\":\"77\"},\"timestamp_ms\":\"" + at.toEpochMilli() + "\"}}";
    }

    @Test
    void aDeletionOfAnIdFromBeforeSnowflakesHasNoAge() {
        assertThat(item(deletion(12467873400L, SENT)).idTime()).isNull();
    }

    @Test
    void aDeletionOf2010IsKnownByTheMinuteOfItsFileOrNotAtAll() {
        String old = "{\"delete\":{\"status\":{\"id\":12189009100,\"user_id\":132}}}";
        Event removal = inFile(old, "2010/04/19/17/52.json.bz2");
        assertThat(removal.timeLo()).isNull();
        assertThat(removal.timeHi()).isEqualTo(Instant.parse("2010-04-19T17:53:00Z"));
        assertThat(removal.accountId()).isEqualTo("132");
        assertThat(item(old).timeHi()).isNull();
        String later = old.replace("12189009100", Long.toString(ID));
        assertThat(inFile(later, "2016/04/27/18/30.json.bz2").timeLo()).isEqualTo(POSTED);
    }

    @Test
    void withheldNoticesNameTheCountriesOfAStatusOrOfAnAccount() {
        Event ofStatus =
                item("{\"status_withheld\":{\"id\":" + ID + ",\"user_id\":77,\"withheld_in_countries\":[\"DE\",\"AR\"],"
                        + "\"timestamp_ms\":\"" + SENT.toEpochMilli() + "\"}}");
        assertThat(ofStatus.reach()).isEqualTo(Reach.GEO_WITHHELD);
        assertThat(ofStatus.scope()).isEqualTo(Scope.ITEM);
        assertThat(ofStatus.countries()).containsExactly("AR", "DE");
        assertThat(ofStatus.timeLo()).isEqualTo(SENT);

        Event ofAccount = item("{\"user_withheld\":{\"id\":123456,\"withheld_in_countries\":[\"XX\"]}}");
        assertThat(ofAccount.scope()).isEqualTo(Scope.ACCOUNT);
        assertThat(ofAccount.itemId()).isEqualTo("123456");
        assertThat(ofAccount.accountId()).isEqualTo("123456");
        assertThat(ofAccount.reach()).isEqualTo(Reach.ACCOUNT);
        assertThat(ofAccount.idTime()).isNull();
        assertThat(ofAccount.timeHi()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"limit\":{\"track\":1234,\"timestamp_ms\":\"1461780500000\"}}",
                "{\"scrub_geo\":{\"user_id\":1,\"up_to_status_id\":2}}",
                "{\"warning\":{\"code\":\"FALLING_BEHIND\"}}",
                "{\"disconnect\":{\"code\":4}}",
                "{\"friends\":[1,2]}",
                "{\"event\":\"favorite\",\"created_at\":\"x\",\"target_object\":{\"id\":1,\"text\":\"t\"}}",
                "{\"delete\":{\"direct_message\":{\"id\":1}}}"
            })
    void messagesAboutNoItemAreIgnored(String record) {
        assertThat(Decoding.decode(decoder, record)).isEqualTo(new Decoded.Ignored(IgnoreReason.NOT_AN_ITEM));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MALFORMED_JSON | {\"created_at\":\"Wed Apr 27 18:08:20 +0000 2016\",\"id\":72",
                "NOT_AN_OBJECT | [1,2]",
                "MISSING_ID | {\"text\":\"x\",\"created_at\":\"Wed Apr 27 18:08:20 +0000 2016\"}",
                "MISSING_ID | {\"id\":0,\"text\":\"x\",\"created_at\":\"Wed Apr 27 18:08:20 +0000 2016\"}",
                "MISSING_ID | {\"delete\":{}}",
                "MISSING_ID | {\"delete\":null}",
                "BAD_TIMESTAMP | {\"id\":5,\"text\":\"x\"}",
                "BAD_TIMESTAMP | {\"id\":5,\"text\":\"x\",\"created_at\":\"2016-04-27\"}",
                "BAD_TIMESTAMP | {\"id\":725386111496486912,\"text\":\"x\",\"created_at\":1461780500}",
                "BAD_TIMESTAMP | {\"id\":725386111496486912,\"text\":\"x\",\"timestamp_ms\":\"soon\"}",
                "IMPOSSIBLE_TIME | {\"id\":5,\"text\":\"x\",\"created_at\":\"Mon Apr 25 18:08:20 +0000 1999\"}",
                "IMPOSSIBLE_TIME | {\"id\":725386111496486912,\"text\":\"x\",\"timestamp_ms\":\"1461580500000\"}",
                "IMPOSSIBLE_TIME | {\"id\":5,\"text\":\"x\",\"created_at\":\"Mon Apr 25 18:08:20 +0000 2016\",\"timestamp_ms\":\"999999999999999\"}",
                "IMPOSSIBLE_TIME | {\"delete\":{\"status\":{\"id\":5},\"timestamp_ms\":\"5\"}}",
                "REMOVAL_BEFORE_CREATION | {\"delete\":{\"status\":{\"id\":725386111496486912},\"timestamp_ms\":\"1451580500000\"}}",
                "UNSUPPORTED_RECORD | {\"data\":{\"id\":\"725386111496486912\",\"text\":\"x\"},\"includes\":{}}",
                "UNSUPPORTED_RECORD | {\"id\":5,\"screen_name\":\"g\",\"created_at\":\"Mon Apr 25 18:08:20 +0000 2016\"}",
                "UNSUPPORTED_RECORD | {\"errors\":[{\"code\":144}]}",
                "UNSUPPORTED_RECORD | {}"
            })
    void badRecordsAreRejectedWithAReason(RejectReason reason, String record) {
        assertThat(rejected(decoder, record).reason()).isEqualTo(reason);
    }

    @Test
    void aRecordWhoseEmbeddedStatusIsBadIsRejected() {
        Decoded.Rejected rejected =
                rejected(decoder, status(",\"retweeted_status\":{\"text\":\"x\",\"user\":{\"id\":1}}"));
        assertThat(rejected.reason()).isEqualTo(RejectReason.MISSING_ID);
        assertThat(rejected.detail()).contains("retweeted_status");
    }

    @Test
    void nothingOfTheRecordBeforeIsLeft() {
        item(status(",\"in_reply_to_status_id_str\":\"5\",\"withheld_in_countries\":[\"DE\"],\"favorite_count\":3,"
                + "\"quoted_status\":" + embedded(ID - 1, "x", ",\"favorite_count\":3")));
        Event bare = item("{\"id\":725386111496486913,\"text\":\"y\"}");
        assertThat(bare.kind()).isEqualTo(EventKind.POST);
        assertThat(bare.accountId()).isNull();
        assertThat(bare.counts()).isEqualTo(Counts.NONE);
        assertThat(bare.capturedAt()).isNull();
        assertThat(events(decoder, "{\"id\":725386111496486913,\"text\":\"y\"}"))
                .hasSize(1);
    }

    @Test
    void noInputMakesItThrow() {
        byte[] good = status(",\"retweeted_status\":" + embedded(ID - 1, "x", ",\"retweet_count\":1"))
                .getBytes(StandardCharsets.UTF_8);
        Random random = new Random(5);
        for (int round = 0; round < 20_000; round++) {
            byte[] record = Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int i = 0; i < 1 + round % 4 && record.length > 0; i++) {
                record[random.nextInt(record.length)] = (byte) random.nextInt(256);
            }
            assertThat(Decoding.decode(decoder, record)).isNotNull();
        }
    }
}
