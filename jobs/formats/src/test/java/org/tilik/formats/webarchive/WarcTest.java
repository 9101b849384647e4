// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.webarchive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.DumpReading;
import org.tilik.formats.RealDumps;
import org.tilik.model.Actor;
import org.tilik.model.Event;
import org.tilik.model.IgnoreReason;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.RejectReason;

/** Archives written by jwarc, and what is left of them where they were damaged. */
class WarcTest {
    private static final Instant AT = Instant.parse("2019-12-10T10:00:01Z");
    private static final String POST = "https://twitter.com/sim/status/";

    private static WarcRecord response(String url, Instant at, int status, String location, byte[] body)
            throws IOException {
        HttpResponse.Builder http = new HttpResponse.Builder(status, "Reason").body(MediaType.HTML_UTF8, body);
        if (location != null) {
            http.setHeader("Location", location);
        }
        return new WarcResponse.Builder(url).date(at).body(http.build()).build();
    }

    private static WarcRecord response(int id, int status) throws IOException {
        return response(
                POST + id,
                AT.plusSeconds(id),
                status,
                null,
                ("<p>\r\n\r\nWARC/1.0\r\n" + id + "</p>").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] archive(WarcCompression compression, List<WarcRecord> records) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(java.nio.channels.Channels.newChannel(bytes), compression)) {
            for (WarcRecord record : records) {
                writer.write(record);
            }
        }
        return bytes.toByteArray();
    }

    private static List<WarcRecord> mixed() throws IOException {
        List<WarcRecord> records = new ArrayList<>();
        records.add(new Warcinfo.Builder().date(AT).build());
        records.add(new WarcRequest.Builder(POST + 1).date(AT).build());
        records.add(response(1, 200));
        records.add(response(2, 404));
        records.add(response(3, 451));
        records.add(response("https://sim.example/", AT, 404, null, new byte[9]));
        records.add(response(POST + 4, AT, 302, "https://twitter.com/account/suspended", new byte[0]));
        records.add(new WarcRevisit.Builder(URI.create(POST + 5), WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1)
                .date(AT)
                .body(new HttpResponse.Builder(404, "Not Found").build())
                .build());
        records.add(new WarcRevisit.Builder(URI.create(POST + 6), WarcRevisit.SERVER_NOT_MODIFIED_1_1)
                .date(AT)
                .build());
        records.add(new WarcRevisit.Builder(URI.create(POST + 7), WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1)
                .date(AT)
                .build());
        return records;
    }

    private static DumpReading read(byte[] archive) throws IOException {
        return DumpReading.of(new ByteArrayInputStream(archive));
    }

    @Test
    void everyAnswerIsALookAndAllElseIsLeftOut() throws IOException {
        for (WarcCompression compression : List.of(WarcCompression.NONE, WarcCompression.GZIP)) {
            DumpReading reading = read(archive(compression, mixed()));

            assertThat(reading.format()).isEqualTo(DumpFormat.WARC);
            assertThat(reading.records()).isEqualTo(10);
            assertThat(reading.rejects()).isEqualTo(List.of());
            assertThat(reading.ignored()).containsOnly(IgnoreReason.NOT_AN_ITEM).hasSize(4);
            assertThat(reading.events())
                    .extracting(event -> event.itemId() + " " + event.recheck())
                    .containsExactly("1 ALIVE", "2 GONE", "3 GONE", "4 GONE", "5 GONE", "6 ALIVE");
            assertThat(reading.events())
                    .extracting(Event::actor)
                    .containsExactly(null, Actor.UNKNOWN, Actor.LEGAL_ORDER, Actor.PLATFORM, Actor.UNKNOWN, null);
            assertThat(reading.events().get(1).timeLo()).isEqualTo(AT.plusSeconds(2));
        }
    }

    @Test
    void theRecordsAreThoseThatAnotherReaderFinds() throws IOException {
        byte[] archive = archive(WarcCompression.GZIP, mixed());
        List<String> others = new ArrayList<>();
        try (WarcReader reader = new WarcReader(new ByteArrayInputStream(archive))) {
            for (WarcRecord record : reader) {
                if (record instanceof WarcResponse response && response.target().startsWith(POST)) {
                    others.add(response.date() + " " + response.target().substring(POST.length()) + " http_"
                            + response.http().status());
                }
            }
        }

        assertThat(read(archive).events())
                .extracting(event -> event.timeLo() + " " + event.itemId() + " " + event.reason())
                .containsAll(others.subList(0, 3));
        assertThat(others).hasSize(4);
    }

    @Test
    void aWaczIsReadMemberByMember() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("archive/data.warc.gz"));
            zip.write(archive(WarcCompression.GZIP, List.of(response(2, 404))));
            zip.putNextEntry(new ZipEntry("indexes/index.cdx"));
            zip.write(("com,twitter)/sim/status/2 20191210100003 {\"url\":\"" + POST + "2\",\"status\":\"404\"}\n")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("datapackage.json"));
            zip.write("{\"profile\":\"data-package\",\"wacz_version\":\"1.1.1\"}".getBytes(StandardCharsets.UTF_8));
        }

        DumpReading reading = read(bytes.toByteArray());

        // The index tells of the same visit again, which is one event.
        assertThat(reading.events()).hasSize(2);
        assertThat(reading.events().get(0))
                .usingRecursiveComparison()
                .ignoringFields("source")
                .isEqualTo(reading.events().get(1));
    }

    @Test
    void theSameArchiveOfLineFeedsAloneAndInBracketsIsRead() throws IOException {
        DumpReading reading = DumpReading.of("WARC/0.18\nwarc-type: RESPONSE\nWARC-Date: 2009-12-10T10:00:01Z\n"
                + "WARC-Target-URI: <" + POST + "9>\nContent-Type: application/http\n continued: yes\n"
                + "Content-Length: 24\n\nHTTP/1.0 410 Gone\nA: b\n\n\n\n");

        assertThat(reading.events()).hasSize(1);
        assertThat(reading.events().get(0).itemId()).isEqualTo("9");
        assertThat(reading.events().get(0).explicit()).isTrue();
    }

    @Test
    void anAnswerThatIsNoneIsRejectedWhereItIsAboutAPost() throws IOException {
        String head =
                "WARC/1.0\nWARC-Type: response\nWARC-Date: 2019-12-10T10:00:01Z\nContent-Type: application/http\n";

        DumpReading reading = DumpReading.of(head + "WARC-Target-URI: " + POST + "9\nContent-Length: 5\n\nICY x\n\n"
                + head + "WARC-Target-URI: https://sim.example/\nContent-Length: 5\n\nICY x\n\n");

        assertThat(reading.rejects()).containsExactly(RejectReason.UNSUPPORTED_RECORD);
        assertThat(reading.ignored()).containsExactly(IgnoreReason.NOT_AN_ITEM);
    }

    @Property(tries = 400)
    void aCutArchiveGivesItsWholeRecordsAndSaysThatItWasCut(
            @ForAll @IntRange(min = 1, max = 999_999) int share, @ForAll boolean packed) throws IOException {
        List<WarcRecord> records = new ArrayList<>();
        for (int i = 1; i <= 20; i++) {
            records.add(response(i, 404));
        }
        byte[] whole = archive(packed ? WarcCompression.GZIP : WarcCompression.NONE, records);
        byte[] cut = Arrays.copyOf(whole, (int) ((long) whole.length * share / 1_000_000));

        DumpReading reading = DumpReading.of(new ByteArrayInputStream(cut), DumpFormat.WARC, null);

        assertThat(reading.rejects()).hasSizeLessThanOrEqualTo(1);
        for (int i = 0; i < reading.events().size(); i++) {
            assertThat(reading.events().get(i).itemId()).isEqualTo(Integer.toString(i + 1));
        }
    }

    @Test
    void whatFollowsADamagedRecordIsNotGuessed() throws IOException {
        byte[] first = archive(WarcCompression.NONE, List.of(response(1, 404)));
        byte[] second = archive(WarcCompression.NONE, List.of(response(2, 404)));
        byte[] broken = ByteBuffer.allocate(first.length + 7 + second.length)
                .put(first)
                .put("garbage".getBytes(StandardCharsets.UTF_8))
                .put(second)
                .array();

        DumpReading reading = read(broken);

        assertThat(reading.events()).extracting(Event::itemId).containsExactly("1");
        assertThat(reading.rejects()).containsExactly(RejectReason.CORRUPT_ARCHIVE);
    }

    @Test
    void headersWithoutEndAndLengthsWithoutMeasureAreRefused() throws IOException {
        for (String record : List.of(
                "WARC/1.0\nWARC-Type: response\nContent-Length: -1\n\n",
                "WARC/1.0\nWARC-Type: response\nContent-Length: 99999999999999999999\n\n",
                "WARC/1.0\nWARC-Type: response\n\n",
                "WARC/1.0\nno field\n\n",
                "WARC/1.0\nA: " + "x".repeat(WarcRecords.MOST_LINE_BYTES + 9) + "\n\n",
                "WARC/1.0\n" + "A: b\n".repeat(2000) + "\n")) {
            assertThat(DumpReading.of(record).rejects()).containsExactly(RejectReason.CORRUPT_ARCHIVE);
        }
        assertThat(DumpReading.of("WARC/1.0\nWARC-Type: response\nContent-Length: 999999999999999\n\nHTTP")
                        .rejects())
                .containsExactly(RejectReason.TRUNCATED_ARCHIVE);
    }

    @Test
    void whatAServerSentIsPassedOverAndNeverHeld() throws IOException {
        long filmBytes = 3L << 30;
        String head = "WARC/1.0\nWARC-Type: response\nWARC-Date: 2019-12-10T10:00:01Z\nContent-Type: application/http\n"
                + "WARC-Target-URI: " + POST + "9\nContent-Length: " + (filmBytes + 17) + "\n\nHTTP/1.1 200 OK\n\n";
        InputStream film = new InputStream() {
            private long left = filmBytes;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                int n = (int) Math.min(length, left);
                left -= n;
                return n == 0 ? -1 : n;
            }
        };
        byte[] next = archive(WarcCompression.NONE, List.of(response(10, 404)));
        InputStream archive = new SequenceInputStream(Collections.enumeration(List.of(
                new ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)),
                film,
                new ByteArrayInputStream("\r\n\r\n".getBytes(StandardCharsets.UTF_8)),
                new ByteArrayInputStream(next))));

        DumpReading reading = DumpReading.of(archive);

        assertThat(reading.events())
                .extracting(Event::recheck)
                .containsExactly(RecheckOutcome.ALIVE, RecheckOutcome.GONE);
    }

    @Test
    void aTextThatIsDeclaredToBeAnArchiveAndIsNoneIsOneReject() throws IOException {
        for (String text : List.of("[1,2]", "{\"a\":1}", "words", "a,b\n1,2\n")) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            assertThat(DumpReading.of(new ByteArrayInputStream(bytes), DumpFormat.WARC, null)
                            .rejects())
                    .as(text)
                    .containsExactly(RejectReason.CORRUPT_ARCHIVE);
        }
    }

    @Test
    void aRealArchiveIsRead() throws IOException {
        DumpReading reading = DumpReading.of(Files.newInputStream(RealDumps.file("wayback_cdx_warc/cc.warc.gz")));

        assertThat(reading.format()).isEqualTo(DumpFormat.WARC);
        assertThat(reading.records()).isEqualTo(1);
        assertThat(reading.ignored()).containsExactly(IgnoreReason.NOT_AN_ITEM);
        assertThat(reading.rejects()).isEqualTo(List.of());
    }
}
