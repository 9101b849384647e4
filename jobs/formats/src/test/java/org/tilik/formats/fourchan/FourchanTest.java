// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.fourchan;

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
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.formats.Decoded;
import org.tilik.formats.Decoding;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.DumpReading;
import org.tilik.formats.MutatedRecords;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.RejectReason;
import org.tilik.model.SourcePosition;
import org.tilik.model.TimePrecision;

/** Threads typed after the documentation of 4chan's interface; the board {@code sim} is invented. */
class FourchanTest {
    private static final String OPENER =
            "{\"no\":100,\"resto\":0,\"time\":1549182611,\"now\":\"02/03/19(Sun)03:30:11\",\"sub\":\"A &amp; title\","
                    + "\"com\":\"first<br>words\",\"replies\":2,\"id\":\"aBcD\",\"filename\":\"sim\",\"ext\":\".png\","
                    + "\"md5\":\"AAECAwQFBgcICQoLDA0ODw==\",\"archived_on\":1549282611,\"country\":\"XX\"}";

    private static String reply(int no, String words) {
        return "{\"no\":" + no + ",\"resto\":100,\"time\":1549182700,\"com\":\"" + words + "\",\"trip\":\"!simtrip\"}";
    }

    private static String thread(String... posts) {
        return "{\"board\":\"sim\",\"posts\":[" + String.join(",", posts) + "]}";
    }

    private static List<Event> events(String text) throws IOException {
        DumpReading reading = DumpReading.of(text);
        assertThat(reading.format()).isEqualTo(DumpFormat.FOURCHAN);
        assertThat(reading.rejects()).isEqualTo(List.of());
        return reading.events();
    }

    @Test
    void aThreadIsItsFirstPostAndReplies() throws IOException {
        List<Event> events = events(thread(OPENER, reply(101, "w")));

        Event first = events.get(0);
        assertThat(first.kind()).isEqualTo(EventKind.POST);
        assertThat(first.itemId()).isEqualTo("sim/100");
        assertThat(first.timeLo()).isEqualTo(Instant.ofEpochSecond(1549182611));
        assertThat(first.precision()).isEqualTo(TimePrecision.SECOND);
        assertThat(first.capturedAt()).isNull();
        assertThat(first.text()).isEqualTo("A & title\nfirst\nwords");
        assertThat(first.accountId()).isEqualTo("sim/100/aBcD");
        assertThat(first.mediaHashes()).containsExactly("md5:000102030405060708090a0b0c0d0e0f");
        assertThat(first.counts().replies()).isEqualTo(2);
        assertThat(first.countries()).isEmpty();
        Event reply = events.get(1);
        assertThat(reply.kind()).isEqualTo(EventKind.REPLY);
        assertThat(reply.parentId()).isEqualTo("sim/100");
        assertThat(reply.rootId()).isEqualTo("sim/100");
        assertThat(reply.accountId()).isEqualTo("trip!simtrip");
        assertThat(events).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "&gt;&gt;101 yes, sim/101, yes",
        "&gt;&gt;100<br>&gt;&gt;101<br>both, sim/100, both",
        "&gt;&gt;99 &gt;&gt;101 of another thread, sim/101, of another thread",
        "&gt;&gt;103 &gt;&gt;102 itself and later, sim/100, itself and later",
        "&gt;&gt;&gt;/sim/101 elsewhere, sim/100, elsewhere",
        "&gt;quoted words, sim/100, >quoted words"
    })
    void aReplyAnswersTheFirstPostOfItsThreadThatItLinksTo(String words, String parent, String text)
            throws IOException {
        Event reply = events(thread(OPENER, reply(101, "w"), reply(102, words))).get(2);

        assertThat(reply.parentId()).isEqualTo(parent);
        assertThat(reply.text()).isEqualTo(text);
        assertThat(reply.rootId()).isEqualTo("sim/100");
    }

    @Test
    void threadsAreReadFromDocumentsListsLinesAndAlone() throws IOException {
        String thread = thread(OPENER, reply(101, "w"));
        List<Event> alone = events(thread);
        for (String form : List.of(
                thread + "\n",
                thread.replace(",", ",\n ").replace("\"board\"", "\n\"board\""),
                "[" + thread + "]",
                "[\n" + thread + "\n]\n")) {
            assertThat(events(form)).as(form).isEqualTo(alone);
        }
        assertThat(events(thread + "\n" + thread + "\n")).hasSize(4);
        assertThat(events("[" + thread + "," + thread + "]")).hasSize(4);
        assertThat(events("{\"board\":\"sim\"," + reply(101, "w").substring(1) + "\n"))
                .extracting(Event::parentId)
                .containsExactly("sim/100");
    }

    @Test
    void whenAThreadWasFetchedIsWhenItsPostsWereSeen() throws IOException {
        Event first = events("{\"board\":\"/SIM/\",\"scraped_on\":1549190000,\"posts\":[" + OPENER + "]}")
                .get(0);

        assertThat(first.capturedAt()).isEqualTo(Instant.ofEpochSecond(1549190000));
        assertThat(first.itemId()).isEqualTo("sim/100");
    }

    @Test
    void aFileThatIsGoneAndAThreadThatFellOffAreNoRemovals() throws IOException {
        List<Event> events = events(
                thread(OPENER, "{\"no\":101,\"resto\":100,\"time\":1549182700,\"com\":\"w\",\"filedeleted\":1}"));

        assertThat(events).extracting(Event::kind).containsExactly(EventKind.POST, EventKind.REPLY);
        assertThat(events.get(1).mediaHashes()).isEmpty();
        assertThat(events.get(1).visible()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "dumps/pol/thread/123.json, '', pol",
        "dumps/a/123.json.gz, '', a",
        "dumps/pol_062016-112019.ndjson, '', pol",
        "dumps/4chan_biz_2019.ndjson, '', biz",
        "dumps.tar, 4chan/his/threads.json, his",
        "out/threads.json, '', ",
        "news/sci.json, '', ",
        "4chan/biz/his.json, '', ",
        "threads.json, '', "
    })
    void theBoardStandsInNamesThatCannotBeMistaken(String file, String member, String board) {
        assertThat(Board.of(new SourcePosition(file, member, 1)).orElse(null)).isEqualTo(board);
    }

    @Test
    void aPostWithoutBoardNumberOrTimeIsRejected() {
        FourchanDecoder decoder = new FourchanDecoder(null);
        Decoded.Rejected boardless = Decoding.rejected(decoder, "{\"no\":1,\"resto\":0,\"time\":1549182611}");
        assertThat(boardless.reason()).isEqualTo(RejectReason.MISSING_ID);
        assertThat(boardless.detail()).contains("board").contains("4chan_pol");
        assertThat(Decoding.rejected(decoder, "{\"board\":\"sim\",\"no\":0,\"resto\":0,\"time\":1549182611}")
                        .reason())
                .isEqualTo(RejectReason.MISSING_ID);
        assertThat(Decoding.rejected(decoder, "{\"board\":\"sim\",\"no\":1,\"resto\":0}")
                        .reason())
                .isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(Decoding.rejected(decoder, "{\"board\":\"sim\",\"no\":1,\"resto\":0,\"time\":949182611}")
                        .reason())
                .isEqualTo(RejectReason.IMPOSSIBLE_TIME);
        assertThat(Decoding.rejected(decoder, "{\"thread\":{\"board\":\"sim\"},\"opener\":1,\"post\":5}")
                        .reason())
                .isEqualTo(RejectReason.NOT_AN_OBJECT);
    }

    @ParameterizedTest
    @CsvSource({
        "1549182611, 2019-02-03T08:30:11Z, SECOND",
        "1549182611.0, 2019-02-03T08:30:11Z, SECOND",
        "02/03/19(Sun)03:30:11, 2019-02-03T08:30:11Z, SECOND",
        "07/03/19(Wed)03:30:11, 2019-07-03T07:30:11Z, SECOND",
        "2019-02-03T09:30:11+01:00, 2019-02-03T08:30:11Z, SECOND",
        "2019-02-03 08:30:11Z, 2019-02-03T08:30:11Z, SECOND",
        "2019-02-03 08:30:11, 2019-02-03T00:00:00Z, DAY"
    })
    void aClockWithoutZoneIsGoodForItsDayOnly(String text, Instant at, TimePrecision precision) {
        assertThat(ChanTime.of(text)).contains(new ChanTime(at, precision));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "02/30/19(Sun)03:30:11", "11/03/19(Sun)01:30:11", "2019-02-03", "soon"})
    void whatStatesNoTimeOrOneOfTwoIsNone(String text) {
        assertThat(ChanTime.of(text)).isEmpty();
    }

    @Test
    void tablesOfPostsAreReadByTheNamesOfTheInterface() throws IOException {
        List<Event> events = events("""
                board,no,resto,time,com
                sim,100,0,1549182611,first
                sim,101,100,1549182700,"&gt;&gt;100<br>two, words"
                """);

        assertThat(events).extracting(Event::kind).containsExactly(EventKind.POST, EventKind.REPLY);
        assertThat(events.get(1).text()).isEqualTo("two, words");
        byte[] table = "no,now,com\n100,02/03/19(Sun)03:30:11,first\n".getBytes(StandardCharsets.UTF_8);
        DumpReading boardless = DumpReading.of(new ByteArrayInputStream(table), DumpFormat.FOURCHAN, null);
        assertThat(boardless.rejects()).containsExactly(RejectReason.MISSING_ID);
    }

    @Property(tries = 400)
    void damagedThreadsNeverThrow(
            @ForAll MutatedRecords.Change change,
            @ForAll @IntRange(max = 999_999) int place,
            @ForAll @Size(min = 1, max = 5) byte[] bytes)
            throws IOException {
        MutatedRecords.read(DumpFormat.FOURCHAN, "[" + thread(OPENER, reply(101, "w")) + "]", change, place, bytes);
    }
}
