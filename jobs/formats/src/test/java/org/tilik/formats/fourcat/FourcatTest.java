// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourcat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.DumpReading;
import org.tilik.formats.MutatedRecords;
import org.tilik.model.Actor;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.Platform;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.RejectReason;

/** Tables typed after 4CAT's source; the board {@code sim} is invented. */
class FourcatTest {
    private static final String EXPORT = "num,resto,board,sub,com,time,deleted,deleted_on,id,tripcode,md5,scraped_on\n";
    private static final String OPENER = "100,100,sim,title,\"w, \"\"x\"\"\nv\",1549182611,,,aB,,,1549199000\n";

    private static String reply(int no, String rest) {
        return no + ",100,sim,,>>100 w" + no + ",1549182700," + rest + ",aC,,,\n";
    }

    private static DumpReading read(String text, Platform platform) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        DumpReading reading = DumpReading.of(new ByteArrayInputStream(bytes), null, platform);
        assertThat(reading.format()).isEqualTo(DumpFormat.FOURCAT);
        return reading;
    }

    private static List<Event> events(String text, Platform platform) throws IOException {
        DumpReading reading = read(text, platform);
        assertThat(reading.rejects()).isEqualTo(List.of());
        return reading.events();
    }

    @Test
    void whatWasNotMissedWasThereWhenItsThreadWasLastLookedAt() throws IOException {
        List<Event> events = events(EXPORT + OPENER + reply(101, ","), null);

        assertThat(events)
                .extracting(Event::kind)
                .containsExactly(EventKind.POST, EventKind.RECHECK, EventKind.REPLY, EventKind.RECHECK);
        Event opener = events.get(0);
        assertThat(opener.itemId()).isEqualTo("sim/100");
        assertThat(opener.text()).isEqualTo("title\nw, \"x\"\nv");
        assertThat(opener.capturedAt()).isEqualTo(opener.timeLo());
        Event reply = events.get(2);
        assertThat(reply.parentId()).isEqualTo("sim/100");
        assertThat(reply.text()).isEqualTo("w101");
        assertThat(reply.accountId()).isEqualTo("sim/100/aC");
        assertThat(events.get(3).recheck()).isEqualTo(RecheckOutcome.ALIVE);
        assertThat(events.get(3).timeLo()).isEqualTo(Instant.ofEpochSecond(1549199000));
        assertThat(events.get(3).itemId()).isEqualTo("sim/101");
    }

    @Test
    void whatWasMissedFromALivingThreadIsGoneSinceSomeLookBefore() throws IOException {
        List<Event> events = events(EXPORT + OPENER + reply(101, "True,1549183000"), null);

        assertThat(events).hasSize(4);
        Event gone = events.get(3);
        assertThat(gone.kind()).isEqualTo(EventKind.REMOVAL);
        assertThat(gone.itemId()).isEqualTo("sim/101");
        assertThat(gone.timeLo()).isEqualTo(Instant.ofEpochSecond(1549182700));
        assertThat(gone.timeHi()).isEqualTo(Instant.ofEpochSecond(1549183000));
        assertThat(gone.actor()).isEqualTo(Actor.UNKNOWN);
        assertThat(gone.explicit()).isFalse();
        assertThat(gone.primary()).isFalse();
    }

    @Test
    void aThreadThatWasMissedIsGoneSinceItsLastLook() throws IOException {
        Event gone = events(EXPORT + "100,100,sim,,w,1549182611,True,1549199500,aB,,,1549199000\n", null)
                .get(1);

        assertThat(gone.timeLo()).isEqualTo(Instant.ofEpochSecond(1549199000));
        assertThat(gone.timeHi()).isEqualTo(Instant.ofEpochSecond(1549199500));
    }

    @Test
    void aFirstPostThatNamesNoThreadIsFollowedLikeOneThatNamesItself() throws IOException {
        List<Event> named = events(EXPORT + OPENER, null);
        List<Event> unnamed = events(EXPORT + OPENER.replace("100,100,", "100,0,"), null);

        assertThat(unnamed).extracting(Event::kind).containsExactly(EventKind.POST, EventKind.RECHECK);
        assertThat(unnamed.get(0).capturedAt()).isEqualTo(named.get(0).capturedAt());
        assertThat(unnamed.get(1).timeLo()).isEqualTo(named.get(1).timeLo());
    }

    @Test
    void whereNoLastLookIsKnownNothingIsFollowedNeitherTheDeleted() throws IOException {
        List<Event> events = events(EXPORT + reply(101, ",") + reply(102, "True,1549183000"), null);

        assertThat(events).extracting(Event::kind).containsExactly(EventKind.REPLY, EventKind.REPLY, EventKind.REMOVAL);
        assertThat(events.get(0).capturedAt()).isNull();
        assertThat(events.get(1).capturedAt()).isNull();
    }

    @Test
    void aLookAtOneThreadSaysNothingAboutAnother() throws IOException {
        List<Event> events = events(
                EXPORT + OPENER + "201,200,sim,,w,1549182700,,,aC,,,\n" + "101,100,other,,w,1549182700,,,aC,,,\n",
                null);

        assertThat(events)
                .extracting(Event::kind)
                .containsExactly(EventKind.POST, EventKind.RECHECK, EventKind.REPLY, EventKind.REPLY);
    }

    @Test
    void linesOfJsonAreReadAsRowsAre() throws IOException {
        String lines = """
                {"num":100,"resto":100,"board":"sim","sub":"title","com":"w, \\"x\\"\\nv","time":1549182611,"id":"aB","scraped_on":1549199000}
                {"num":101,"resto":100,"board":"sim","com":">>100 w101","time":1549182700,"deleted":true,"deleted_on":1549183000,"id":"aC"}
                """;

        assertThat(events(lines, null)).isEqualTo(events(EXPORT + OPENER + reply(101, "True,1549183000"), null));
    }

    @Test
    void deletionsMustSayWhichPostTheyAreAbout() throws IOException {
        Event gone = events("id_seq,board,id,timestamp_deleted\n7,sim,101,1549183000\n", null)
                .get(0);
        assertThat(gone.itemId()).isEqualTo("sim/101");
        assertThat(gone.timeLo()).isNull();
        assertThat(gone.timeHi()).isEqualTo(Instant.ofEpochSecond(1549183000));

        assertThat(read("id_seq,timestamp_deleted\n7,1549183000\n", null).rejects())
                .containsExactly(RejectReason.MISSING_ID);
        assertThat(read("board,id,timestamp_deleted\nsim,101,\nsim,101,never\n", null)
                        .rejects())
                .containsExactly(RejectReason.BAD_TIMESTAMP, RejectReason.BAD_TIMESTAMP);
    }

    @ParameterizedTest
    @CsvSource({
        "twitter, 1001, 1001, POST, 1001, , ",
        "twitter, 1002, 1001, REPLY, 1002, , 1001",
        "reddit, abc, abc, POST, t3_abc, , ",
        "reddit, abd, abc, REPLY, t1_abd, t3_abc, t3_abc",
        "telegram, simchat-12, simchat, POST, simchat/12, , ",
        "tiktok, 7101, 7101, POST, 7101, , ",
        "youtube, c, v, REPLY, c, v, v"
    })
    void resultsHaveTheIdsOfTheirPlatformsDumps(
            String platform, String id, String thread, EventKind kind, String itemId, String parent, String root)
            throws IOException {
        Event post = events(
                        "id,thread_id,author,body,timestamp,unix_timestamp,chat\n" + id + "," + thread
                                + ",a,w,2019-02-03 09:30:11,1549182611,SimChat\n",
                        Platform.of(platform).orElseThrow())
                .get(0);

        assertThat(post.kind()).isEqualTo(kind);
        assertThat(post.itemId()).isEqualTo(itemId);
        assertThat(post.parentId()).isEqualTo(parent);
        assertThat(post.rootId()).isEqualTo(root);
        assertThat(post.timeLo()).isEqualTo(Instant.ofEpochSecond(1549182611));
    }

    @Test
    void retweetsQuotesAndForwardsAreToldFromPosts() throws IOException {
        String tweets = """
                id,thread_id,author,body,timestamp,is_retweet,is_quote_tweet,like_count,impression_count,author_followers
                1001,1001,a,w,2019-02-03 08:30:11,yes,no,2,,
                1002,1002,a,w,2019-02-03 08:30:11,no,yes,2,9.0,340
                """;
        List<Event> events = events(tweets, Platform.TWITTER);
        assertThat(events).extracting(Event::kind).containsExactly(EventKind.SHARE, EventKind.QUOTE);
        assertThat(events.get(1).counts().views()).isEqualTo(9);
        assertThat(events).extracting(Event::accountFollowers).containsExactly(null, 340L);
        assertThat(events.get(1).timeLo()).isEqualTo(Instant.ofEpochSecond(1549182611));
    }

    @Test
    void resultsOf4chanHaveTheNumberOfThePostAsId() throws IOException {
        Event post = events(
                        "thread_id,id,board,timestamp,body,subject,author\n100,101,sim,2019-02-03 08:30:11,>>100 w,,A\n",
                        Platform.FOURCHAN)
                .get(0);

        assertThat(post.itemId()).isEqualTo("sim/101");
        assertThat(post.parentId()).isEqualTo("sim/100");
        assertThat(post.timeLo()).isEqualTo(Instant.ofEpochSecond(1549182611));
    }

    @Test
    void whatCannotBeUsedIsRejectedWithItsReason() throws IOException {
        String header = "id,thread_id,author,body,timestamp\n";
        assertThat(read(header + "1,1,a,w,2019-02-03 08:30:11\n", null).rejects())
                .containsExactly(RejectReason.UNSUPPORTED_RECORD);
        assertThat(read(
                                header + ",1,a,w,2019-02-03 08:30:11\n1,1,a,w,soon\n1,1,a,w\n"
                                        + "2,2,a,w,2019-02-03 08:30:11\n3,3,a,\"w,2019-02-03 08:30:11\n",
                                Platform.GAB)
                        .rejects())
                .containsExactly(
                        RejectReason.MISSING_ID,
                        RejectReason.BAD_TIMESTAMP,
                        RejectReason.MALFORMED_CSV,
                        RejectReason.MALFORMED_CSV);
        assertThat(read(EXPORT + reply(101, "True,") + reply(101, "True,1549182000"), null)
                        .rejects())
                .containsExactly(RejectReason.BAD_TIMESTAMP, RejectReason.REMOVAL_BEFORE_CREATION);
        assertThat(read(EXPORT + OPENER, Platform.REDDIT).rejects()).containsExactly(RejectReason.UNSUPPORTED_RECORD);
        assertThat(read(header + "1,1,a," + "x".repeat(2 << 20) + ",2019-02-03 08:30:11\n", Platform.GAB)
                        .rejects())
                .containsExactly(RejectReason.OVERSIZE_RECORD);
    }

    @Property(tries = 400)
    void damagedTablesNeverThrow(
            @ForAll MutatedRecords.Change change,
            @ForAll @IntRange(max = 999_999) int place,
            @ForAll @Size(min = 1, max = 5) byte[] bytes)
            throws IOException {
        MutatedRecords.read(DumpFormat.FOURCAT, EXPORT + OPENER + reply(101, "True,1549183000"), change, place, bytes);
    }
}
