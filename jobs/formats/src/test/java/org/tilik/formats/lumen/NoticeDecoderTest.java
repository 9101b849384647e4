// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.lumen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.DumpReading;
import org.tilik.formats.RealDumps;
import org.tilik.model.IgnoreReason;
import org.tilik.model.LedgerAction;
import org.tilik.model.LedgerEntry;
import org.tilik.model.LedgerEntry.DelayState;
import org.tilik.model.LedgerSource;
import org.tilik.model.RejectReason;
import org.tilik.model.TimeBracket;

class NoticeDecoderTest {
    private static String notice(long id, String type, String received, String action) {
        return "{\"id\":" + id + ",\"type\":\"" + type + "\",\"title\":\"sim\",\"body\":null,\"date_received\":"
                + received
                + ",\"topics\":[\"Copyright\"],\"sender_name\":\"Sim Person\",\"recipient_name\":\"Sim Network\",\"works\":"
                + "[{\"description\":\"told to nobody\",\"infringing_urls\":[{\"url\":\"https://sim.example\"}]}],\"jurisdictions\":"
                + "[\"FR\",\"us\",\"somewhere\"],\"action_taken\":\"" + action + "\"}";
    }

    @Test
    void aNoticeSaysWhoWasAskedWhenAndWhetherAnythingWasDone() throws IOException {
        DumpReading reading = DumpReading.of(notice(7, "CourtOrder", "\"2013-07-01T00:00:00.000Z\"", "Partial") + "\n"
                + notice(8, "DMCA", "\"2013-07-01T10:30:00.000Z\"", "No"));

        assertThat(reading.format()).isEqualTo(DumpFormat.LUMEN);
        LedgerEntry order = reading.ledger().get(0);
        assertThat(order.entryId()).isEqualTo("7");
        assertThat(order.platform()).isEqualTo("Sim Network");
        assertThat(order.category()).isEqualTo("CourtOrder");
        assertThat(order.source()).isEqualTo(LedgerSource.ORDER);
        assertThat(order.action()).isEqualTo(LedgerAction.PARTLY_TAKEN);
        assertThat(order.territories()).isEqualTo("FR,US");
        assertThat(order.clock()).isEqualTo(TimeBracket.ofDay(LocalDate.parse("2013-07-01")));
        assertThat(order.delayState()).isEqualTo(DelayState.NO_DATE);
        LedgerEntry complaint = reading.ledger().get(1);
        assertThat(complaint.source()).isEqualTo(LedgerSource.COMPLAINT);
        assertThat(complaint.clock()).isEqualTo(TimeBracket.exact(Instant.parse("2013-07-01T10:30:00Z")));
        assertThat(reading.ledger().toString()).doesNotContain("Sim Person", "told to nobody", "sim.example");
    }

    @Test
    void noticesAreTakenOutOfAnswersAndListsOfAnySize() throws IOException {
        String first = notice(1, "DMCA", "null", "Yes");
        String second = notice(2, "DMCA", "null", "Yes");
        for (String text : List.of(
                "{\"notices\":[" + first + "," + second + "],\"meta\":{\"total\":2}}",
                "{\"meta\":{\"a\":[1]},\n\"notices\":[" + first + ",\n" + second + "]}\n",
                "[" + first + ",\n" + second + "]",
                "{\"dmca\":" + first + "}\n{\"dmca\":" + second + "}\n")) {
            DumpReading reading = DumpReading.of(text);

            assertThat(reading.rejects()).as(text).isEmpty();
            assertThat(reading.ledger())
                    .as(text)
                    .extracting(LedgerEntry::entryId)
                    .containsExactly("1", "2");
        }
    }

    @Test
    void whatIsRescindedIsIgnoredAndWhatCannotBeUsedIsRejected() throws IOException {
        DumpReading reading = DumpReading.of(notice(1, "DMCA", "\"soon\"", "Yes") + "\n"
                + "{\"id\":5,\"title\":\"sim\",\"body\":\"Notice Rescinded\"}\n"
                + notice(1, "DMCA", "\"0013-07-01T00:00:00.000Z\"", "Yes") + "\n"
                + "{\"title\":\"sim\"}\n");

        assertThat(reading.ignored()).containsExactly(IgnoreReason.NOT_AN_ITEM);
        assertThat(reading.rejects())
                .containsExactly(RejectReason.BAD_TIMESTAMP, RejectReason.IMPOSSIBLE_TIME, RejectReason.MISSING_ID);
    }

    @Test
    void exportsAsCsvAreReadWhetherTheStudyNamesTheirFormatOrNot() throws IOException {
        byte[] text = "NoticeID,Date,Recipient_Entity,CategoryName\n3,2013-07-01,\"Sim, Inc.\",Foobar\n"
                .getBytes(StandardCharsets.UTF_8);
        for (DumpFormat declared : new DumpFormat[] {null, DumpFormat.LUMEN}) {
            DumpReading reading = DumpReading.of(new ByteArrayInputStream(text), declared, null);

            assertThat(reading.rejects()).isEmpty();
            assertThat(reading.ledger()).extracting(LedgerEntry::platform).containsExactly("Sim Inc.");
        }
    }

    @Test
    void theExportOfTheDatabasesOwnTestsIsReadWhole() throws IOException {
        try (InputStream in = Files.newInputStream(RealDumps.file("lumen/example_notice_export.csv"))) {
            DumpReading reading = DumpReading.of(in);

            assertThat(reading.format()).isEqualTo(DumpFormat.LUMEN);
            assertThat(reading.rejects()).isEmpty();
            assertThat(reading.ledger()).hasSize((int) reading.records()).isNotEmpty();
        }
    }
}
