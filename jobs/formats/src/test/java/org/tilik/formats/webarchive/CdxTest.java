// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.webarchive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.DumpReading;
import org.tilik.formats.RealDumps;
import org.tilik.model.Actor;
import org.tilik.model.Event;
import org.tilik.model.IgnoreReason;
import org.tilik.model.Platform;
import org.tilik.model.Reach;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.RejectReason;
import org.tilik.model.TimePrecision;

class CdxTest {
    private static final String URL = "https://twitter.com/sim/status/1001";
    private static final String HEAD = " CDX N b a m s k r M S V g\n";
    private static final String NAMES =
            "[[\"urlkey\",\"timestamp\",\"original\",\"mimetype\",\"statuscode\",\"digest\",\"length\"],\n";

    private static String line(String at, String url, String status, String digest) {
        return "com,sim)/ " + at + " " + url + " text/html " + status + " " + digest + " - - 900 12 sim.warc.gz\n";
    }

    private static Event look(String status, String url) throws IOException {
        DumpReading reading = DumpReading.of(HEAD + line("20170323172420", url, status, "AAA"));
        assertThat(reading.rejects()).isEqualTo(List.of());
        assertThat(reading.events()).hasSize(1);
        return reading.events().get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "200, ALIVE, , false",
        "304, ALIVE, , false",
        "404, GONE, UNKNOWN, false",
        "410, GONE, UNKNOWN, true",
        "451, GONE, LEGAL_ORDER, true",
        "401, BLOCKED, , false",
        "403, BLOCKED, , false",
        "429, BLOCKED, , false",
        "301, ERROR, , false",
        "302, ERROR, , false",
        "400, ERROR, , false",
        "503, ERROR, , false"
    })
    void theStatusOfAVisitSaysWhatItCanOfThePost(String status, RecheckOutcome outcome, Actor actor, boolean explicit)
            throws IOException {
        Event look = look(status, URL);

        assertThat(look.recheck()).isEqualTo(outcome);
        assertThat(look.actor()).isEqualTo(actor);
        assertThat(look.explicit()).isEqualTo(explicit);
        assertThat(look.reason()).isEqualTo("http_" + status);
        assertThat(look.itemId()).isEqualTo("1001");
        assertThat(look.timeLo()).isEqualTo(Instant.parse("2017-03-23T17:24:20Z"));
        assertThat(look.timeHi()).isEqualTo(look.timeLo());
        assertThat(look.capturedAt()).isEqualTo(look.timeLo());
        assertThat(look.precision()).isEqualTo(TimePrecision.SECOND);
    }

    @Test
    void whereAPageOfThePlatformStandsForWhatIsGoneAnAnswerSaysNothing() throws IOException {
        assertThat(look("200", "https://www.reddit.com/r/sim/comments/1abc/t/").recheck())
                .isEqualTo(RecheckOutcome.ERROR);
        assertThat(look("404", "https://www.reddit.com/r/sim/comments/1abc/t/").recheck())
                .isEqualTo(RecheckOutcome.GONE);
    }

    @Test
    void aThreadThatFellOffItsBoardWasNotRemoved() throws IOException {
        assertThat(look("404", "https://boards.4chan.org/sim/thread/123").recheck())
                .isEqualTo(RecheckOutcome.ERROR);
        assertThat(look("200", "https://boards.4chan.org/sim/thread/123").recheck())
                .isEqualTo(RecheckOutcome.ALIVE);
    }

    @Test
    void aRedirectToALogInIsABlockAndOneToSuspendedAccountsARemoval() throws IOException {
        DumpReading reading = DumpReading.of("{\"urlkey\":\"a\",\"timestamp\":\"20190101000000\",\"url\":\"" + URL
                + "\",\"status\":\"302\",\"redirect\":\"https://twitter.com/account/suspended\"}\n"
                + "{\"urlkey\":\"a\",\"timestamp\":\"20190102000000\",\"url\":\"" + URL
                + "\",\"status\":\"302\",\"redirect\":\"https://twitter.com/login?x\"}\n");

        assertThat(reading.events())
                .extracting(Event::recheck)
                .containsExactly(RecheckOutcome.GONE, RecheckOutcome.BLOCKED);
        assertThat(reading.events().get(0).actor()).isEqualTo(Actor.PLATFORM);
        assertThat(reading.events().get(0).reach()).isEqualTo(Reach.ACCOUNT);
        assertThat(reading.events().get(0).explicit()).isTrue();
    }

    @Test
    void theSameCapturesAreReadFromEveryFormOfAnIndex() throws IOException {
        List<String> forms = List.of(
                HEAD + line("20170323172420", URL, "404", "AAA"),
                line("20170323172420", URL, "404", "AAA"),
                "com,sim)/ 20170323172420 " + URL + " text/html 404 AAA 900\r\n",
                "CDX a b s\n" + URL + " 20170323172420 404\n",
                "com,sim)/ 20170323172420 {\"url\":\"" + URL + "\",\"status\":\"404\",\"mime\":\"text/html\"}\n",
                "{\"urlkey\":\"com,sim)/\",\"timestamp\":\"20170323172420\",\"url\":\"" + URL
                        + "\",\"status\":\"404\"}\n",
                NAMES + "[\"com,sim)/\",\"20170323172420\",\"" + URL + "\",\"text/html\",\"404\",\"AAA\",\"900\"]]");
        List<Event> first = DumpReading.of(forms.get(0)).events();
        assertThat(first).hasSize(1);
        for (String form : forms) {
            DumpReading reading = DumpReading.of(form);
            assertThat(reading.format()).as(form).isEqualTo(DumpFormat.CDX);
            assertThat(reading.events()).as(form).isEqualTo(first);
        }
    }

    @Test
    void aListOfAddressesAndStatusesSaysWhatAnIndexSays() throws IOException {
        DumpReading reading = DumpReading.of("url,checked_at,http_status\n" + URL + ",2017-03-23T17:24:20Z,404\n"
                + "https://sim.example/,2017-03-23T17:24:20Z,404\n" + URL + ",yesterday,404\n" + URL
                + ",2017-03-23T17:24:20Z,\n" + URL + ",2017-03-23T17:24:20Z,9\n");

        assertThat(reading.format()).isEqualTo(DumpFormat.RECHECK);
        assertThat(reading.events()).containsExactly(look("404", URL));
        assertThat(reading.ignored()).hasSize(2);
        assertThat(reading.rejects()).containsExactly(RejectReason.BAD_TIMESTAMP, RejectReason.UNSUPPORTED_RECORD);
    }

    @Test
    void aRevisitHasTheStatusOfTheAnswerThatItRepeats() throws IOException {
        String revisit = "com,sim)/ 20170401000000 " + URL + " warc/revisit - AAA 300\n";
        String unknown = "com,sim)/ 20170402000000 " + URL + " warc/revisit - BBB 300\n";
        String elsewhere = "com,sim)/b 20170403000000 " + URL + " warc/revisit - AAA 300\n";

        DumpReading reading = DumpReading.of(line("20170323172420", URL, "404", "AAA") + revisit + unknown + elsewhere);

        assertThat(reading.events())
                .extracting(Event::recheck)
                .containsExactly(RecheckOutcome.GONE, RecheckOutcome.GONE);
        assertThat(reading.ignored()).containsOnly(IgnoreReason.NOT_AN_ITEM).hasSize(2);
    }

    @Test
    void whatIsNoPostIsLeftOutByName() throws IOException {
        DumpReading reading = DumpReading.of(HEAD
                + line("20170323172420", "https://sim.example/", "200", "A")
                + line("20170323172420", "dns:sim.example", "-", "A"));

        assertThat(reading.records()).isEqualTo(2);
        assertThat(reading.ignored()).containsExactly(IgnoreReason.NOT_AN_ITEM, IgnoreReason.NOT_AN_ITEM);
    }

    @Test
    void aDeclaredPlatformLeavesOutTheOthers() throws IOException {
        byte[] index = (line("20170323172420", URL, "404", "A")
                        + line("20170323172420", "https://gab.com/sim/posts/105", "404", "A"))
                .getBytes(StandardCharsets.UTF_8);

        DumpReading reading = DumpReading.of(new ByteArrayInputStream(index), DumpFormat.CDX, Platform.GAB);

        assertThat(reading.events()).extracting(Event::itemId).containsExactly("105");
        assertThat(reading.ignored()).containsExactly(IgnoreReason.NOT_AN_ITEM);
    }

    @Test
    void aBadRowIsRejectedForItselfWithItsReason() throws IOException {
        DumpReading reading = DumpReading.of(HEAD + line("20170323172420", URL, "404", "A") + "too few fields\n"
                + line("20171323172420", URL, "404", "A") + line("19170323172420", URL, "404", "A")
                + line("20170323172420", URL, "40", "A") + "com,sim)/ 20170323172420 {\"url\":\n"
                + "x".repeat(CdxLines.MOST_LINE_BYTES + 9) + "\n" + line("20170324172420", URL, "404", "A"));

        assertThat(reading.events()).hasSize(2);
        assertThat(reading.rejects())
                .containsExactly(
                        RejectReason.MALFORMED_CSV,
                        RejectReason.BAD_TIMESTAMP,
                        RejectReason.IMPOSSIBLE_TIME,
                        RejectReason.UNSUPPORTED_RECORD,
                        RejectReason.MALFORMED_JSON,
                        RejectReason.OVERSIZE_RECORD);
    }

    @Test
    void aRowOfJsonThatDoesNotFitIsRejectedAndWhereToGoOnIsNoCapture() throws IOException {
        String row = "[\"com,sim)/\",\"20170323172420\",\"" + URL + "\",\"text/html\",\"404\",\"AAA\",\"900\"],\n";

        DumpReading reading =
                DumpReading.of(NAMES + row + "[\"a\"],\n{\"b\":1},\n" + row + "[],\n[\"com%2Csim+2017\"]]");

        assertThat(reading.events()).hasSize(2);
        assertThat(reading.rejects()).containsExactly(RejectReason.MALFORMED_JSON, RejectReason.MALFORMED_JSON);
        assertThat(reading.ignored()).hasSize(2);
    }

    @Test
    void anIndexThatIsCutGivesWhatWasWholeAndOneProblem() throws IOException {
        String row = "[\"com,sim)/\",\"20170323172420\",\"" + URL + "\",\"text/html\",\"404\",\"AAA\",\"900\"],\n";

        DumpReading reading = DumpReading.of(NAMES + row + row.substring(0, 30));

        assertThat(reading.events()).hasSize(1);
        assertThat(reading.rejects()).containsExactly(RejectReason.MALFORMED_JSON);
    }

    @Test
    void aRealAnswerOfTheWaybackMachineIsRead() throws IOException {
        DumpReading reading = DumpReading.of(Files.newInputStream(RealDumps.file("wayback_cdx_warc/cdx_sample.json")));

        assertThat(reading.format()).isEqualTo(DumpFormat.CDX);
        assertThat(reading.records()).isEqualTo(2);
        assertThat(reading.ignored()).containsExactly(IgnoreReason.NOT_AN_ITEM, IgnoreReason.NOT_AN_ITEM);
    }
}
