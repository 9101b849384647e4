// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.dsa;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.Decoding;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.DumpReading;
import org.tilik.formats.RealDumps;
import org.tilik.formats.SourceSelection;
import org.tilik.model.Automation;
import org.tilik.model.Ledger;
import org.tilik.model.LedgerAction;
import org.tilik.model.LedgerDelay;
import org.tilik.model.LedgerEntry;
import org.tilik.model.LedgerEntry.DelayState;
import org.tilik.model.LedgerSource;
import org.tilik.model.LedgerSubject;
import org.tilik.model.RejectReason;
import org.tilik.model.TimeBracket;

class StatementDecoderTest {
    private static final String HEADER = "uuid,decision_visibility,end_date_visibility_restriction,decision_monetary,"
            + "decision_provision,decision_account,category,category_specification,content_date,territorial_scope,"
            + "application_date,decision_facts,source_type,automated_detection,automated_decision,platform_name,created_at";

    private final StatementDecoder decoder =
            new StatementDecoder(new DecoderSettings(null, null, HEADER.getBytes(StandardCharsets.UTF_8), 1));

    private static String row(String visibility, String account, String content, String applied, String facts) {
        return "sim-1,\"" + visibility.replace("\"", "\"\"") + "\",,,," + account
                + ",STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY,\"[\"\"KEYWORD_TERRORIST_CONTENT\"\"]\",\"" + content
                + "\",\"[\"\"FR\"\",\"\"DE\"\"]\",\"" + applied + "\"," + facts
                + ",SOURCE_TRUSTED_FLAGGER,No,AUTOMATED_DECISION_PARTIALLY,Sim Network,\"2024-03-14 00:00:07\"";
    }

    private LedgerEntry entry(String row) {
        Decoded decoded = Decoding.decode(decoder, row);
        assertThat(decoded).isInstanceOf(Decoded.Ledger.class);
        return ((Decoded.Ledger) decoded).entry();
    }

    private static String removed(String content, String applied) {
        return row("[\"DECISION_VISIBILITY_CONTENT_REMOVED\"]", "", content, applied, "facts");
    }

    @Test
    void aStatementSaysWhoActedHowOnWhatGroundAndWhen() {
        LedgerEntry entry = entry(removed("2024-03-01 00:00:00", "2024-03-03 00:00:00"));

        assertThat(entry.entryId()).isEqualTo("sim-1");
        assertThat(entry.platform()).isEqualTo("Sim Network");
        assertThat(entry.category()).isEqualTo("STATEMENT_CATEGORY_RISK_FOR_PUBLIC_SECURITY");
        assertThat(LedgerSubject.of(Ledger.DSA, entry.keywords())).isEqualTo(LedgerSubject.TERRORISM);
        assertThat(entry.source()).isEqualTo(LedgerSource.TRUSTED_FLAGGER);
        assertThat(entry.automatedDetection()).isFalse();
        assertThat(entry.automation()).isEqualTo(Automation.PARTIALLY);
        assertThat(entry.action()).isEqualTo(LedgerAction.REMOVED);
        assertThat(entry.territories()).isEqualTo("DE,FR");
        assertThat(entry.clock()).isEqualTo(TimeBracket.ofDay(LocalDate.parse("2024-03-01")));
        assertThat(entry.filedAt()).isEqualTo(Instant.parse("2024-03-14T00:00:07Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-03, 2024-03-03, 0, 48",
        "2024-03-02, 2024-03-03, 0, 48",
        "2024-03-01, 2024-03-03, 24, 72",
        "2024-02-03, 2024-03-03, 672, 720"
    })
    void datesDDaysApartAreMoreThanDMinusOneAndLessThanDPlusOneDaysApart(
            String content, String applied, long lo, long hi) {
        LedgerEntry entry = entry(removed(content + " 00:00:00", applied + " 00:00:00"));

        assertThat(entry.delay()).contains(new LedgerDelay(60 * lo, 60 * hi));
    }

    @Test
    void anActionBeforeItsContentHasNoDelayAndIsKept() {
        assertThat(entry(removed("2024-03-04 00:00:00", "2024-03-03 00:00:00")).delayState())
                .isEqualTo(DelayState.BEFORE_CLOCK);
        assertThat(entry(removed("", "2024-03-03 00:00:00")).delayState()).isEqualTo(DelayState.NO_DATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[\"DECISION_VISIBILITY_CONTENT_DEMOTED\",\"DECISION_VISIBILITY_CONTENT_DISABLED\"] |  | DISABLED | true",
                "[\"DECISION_VISIBILITY_CONTENT_LABELLED\"] |  | LABELLED | false",
                "[\"DECISION_VISIBILITY_CONTENT_LABELLED\"] | DECISION_ACCOUNT_TERMINATED | ACCOUNT_TERMINATED | true",
                "[] |  | UNKNOWN | false"
            })
    void theStrongestDecisionIsTheAction(String visibility, String account, LedgerAction action, boolean hides) {
        String cell = account == null ? "" : account;
        LedgerEntry entry = entry(row(visibility, cell, "2024-03-01", "2024-03-03", "facts"));

        assertThat(entry.action()).isEqualTo(action);
        assertThat(entry.action().hides()).isEqualTo(hides);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"ends with a backslash\\\"", "\"a\rreturn, a \"\"quote\"\"\"", "\"two\nlines\"", "a\\b", ""})
    void backslashesReturnsAndQuotesInFactsDoNotMoveTheCells(String facts) {
        LedgerEntry entry =
                entry(row("[\"DECISION_VISIBILITY_CONTENT_REMOVED\"]", "", "2024-03-01", "2024-03-03", facts));

        assertThat(entry.platform()).isEqualTo("Sim Network");
    }

    @Test
    void whatCannotBeUsedIsRejectedWithItsReason() {
        assertThat(Decoding.rejected(decoder, "a,b").reason()).isEqualTo(RejectReason.MALFORMED_CSV);
        assertThat(Decoding.rejected(decoder, removed("2024-03-01", "2024-03-03") + "\"")
                        .reason())
                .isEqualTo(RejectReason.MALFORMED_CSV);
        assertThat(Decoding.rejected(decoder, removed("2024-03-01", "")).reason())
                .isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(Decoding.rejected(decoder, removed("yesterday", "2024-03-03"))
                        .reason())
                .isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(Decoding.rejected(decoder, removed("0001-01-01", "2024-03-03"))
                        .reason())
                .isEqualTo(RejectReason.IMPOSSIBLE_TIME);
        assertThat(Decoding.rejected(
                                decoder, removed("2024-03-01", "2024-03-03").replace("sim-1", ""))
                        .reason())
                .isEqualTo(RejectReason.MISSING_ID);
        assertThat(Decoding.rejected(
                                decoder, removed("2024-03-01", "2024-03-03").replace("SOURCE_TRUSTED", "NEW"))
                        .detail())
                .contains("source_type");
    }

    @Test
    void aPlatformsNameCannotBreakTheNamesOfStrata() {
        LedgerEntry entry = entry(removed("2024-03-01", "2024-03-03").replace("Sim Network", "\"Sim|Net, a=b\tc\""));

        assertThat(entry.platform()).isEqualTo("Sim Net a b c");
    }

    @Test
    void aLedgerIsSelectedOnRemoval() {
        assertThat(DumpFormat.DSA_SOR.selection()).isEqualTo(SourceSelection.SELECTED_ON_REMOVAL);
    }

    @Test
    void partsInZipsInAZipAreReadAndEachPartHasItsOwnHeader() throws IOException {
        String light = HEADER.replace("territorial_scope,", "").replace("decision_facts,", "");
        String first = removed("2024-03-01", "2024-03-03");
        String second = first.replace("sim-1", "sim-2")
                .replace(",\"[\"\"FR\"\",\"\"DE\"\"]\"", "")
                .replace(",facts", "");
        byte[] inner = zip(
                ZipEntry.DEFLATED,
                List.of("a-00000.csv", "a-00001.csv"),
                List.of(
                        (HEADER + "\n" + first).getBytes(StandardCharsets.UTF_8),
                        (light + "\n" + second).getBytes(StandardCharsets.UTF_8)));
        byte[] outer = zip(ZipEntry.STORED, List.of("a-00000.csv.zip"), List.of(inner));

        DumpReading reading = DumpReading.of(new ByteArrayInputStream(outer));

        assertThat(reading.rejects()).isEmpty();
        assertThat(reading.ledger()).extracting(LedgerEntry::entryId).containsExactly("sim-1", "sim-2");
        assertThat(reading.ledger()).extracting(LedgerEntry::territories).containsExactly("DE,FR", null);
        assertThat(reading.ledger().get(0).position().member()).isEqualTo("a-00000.csv.zip!/a-00000.csv");
    }

    private static byte[] zip(int method, List<String> names, List<byte[]> contents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < names.size(); i++) {
                ZipEntry entry = new ZipEntry(names.get(i));
                entry.setMethod(method);
                if (method == ZipEntry.STORED) {
                    CRC32 crc = new CRC32();
                    crc.update(contents.get(i));
                    entry.setSize(contents.get(i).length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(contents.get(i));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sor-global-2024-03-14-full", "sor-global-2025-07-01-full"})
    void realDaysOfBothGenerationsOfColumnsAreReadWhole(String name) throws IOException {
        for (String ending : List.of(".zip", "-00000-00000.csv")) {
            try (InputStream in = Files.newInputStream(RealDumps.file("dsa_sor/" + name + ending))) {
                DumpReading reading = DumpReading.of(in);

                assertThat(reading.format()).isEqualTo(DumpFormat.DSA_SOR);
                assertThat(reading.rejects()).isEmpty();
                assertThat(reading.ledger()).hasSize(3).allSatisfy(entry -> {
                    assertThat(entry.platform()).isNotNull();
                    assertThat(entry.territories()).isNotNull();
                    assertThat(entry.delayState()).isEqualTo(DelayState.KNOWN);
                });
            }
        }
    }
}
