// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.recheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.Decoding;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.RecordDecoder;
import org.tilik.model.Actor;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.Platform;
import org.tilik.model.RecheckOutcome;
import org.tilik.model.RejectReason;
import org.tilik.model.TimePrecision;

class RecheckDecoderTest {
    private static final String HEADER = "platform,item_id,checked_at,status,http_status,actor";

    private static RecordDecoder decoder(Platform platform, String header) {
        return DumpFormat.RECHECK.decoder(
                new DecoderSettings(platform, null, header.getBytes(StandardCharsets.UTF_8), 1));
    }

    private static Event event(String row) {
        return Decoding.events(decoder(null, HEADER), row).get(0);
    }

    private static RejectReason rejected(String row) {
        return Decoding.rejected(decoder(null, HEADER), row).reason();
    }

    @Test
    void aRowIsOneLookAtOneItem() {
        Event event = event("reddit,t3_abc,2024-06-02T10:00:00Z,alive,200,");
        assertThat(event.kind()).isEqualTo(EventKind.RECHECK);
        assertThat(event.platform()).isEqualTo(Platform.REDDIT);
        assertThat(event.itemId()).isEqualTo("t3_abc");
        assertThat(event.recheck()).isEqualTo(RecheckOutcome.ALIVE);
        assertThat(event.timeLo()).isEqualTo(Instant.parse("2024-06-02T10:00:00Z"));
        assertThat(event.capturedAt()).isEqualTo(event.timeHi()).isEqualTo(event.timeLo());
        assertThat(event.precision()).isEqualTo(TimePrecision.SECOND);
        assertThat(event.reason()).isEqualTo("http_200");
        assertThat(event.actor()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "'404,',UNKNOWN,false,http_404",
                "'410,',UNKNOWN,true,http_410",
                "'451,',LEGAL_ORDER,true,http_451",
                "'451,platform',PLATFORM,true,http_451",
                "',author',AUTHOR,true,none",
                "'404,community_mod',COMMUNITY_MOD,true,http_404",
                "',unknown',UNKNOWN,false,none",
                "'200,',UNKNOWN,false,http_200",
                "',',UNKNOWN,false,none"
            })
    void goneIsExplicitWhereThePlatformSaidSo(String cells, Actor actor, boolean explicit, String reason) {
        String row = "reddit,t3_abc,2024-06-02T10:00:00Z,gone," + (cells.equals(",") ? "," : cells);
        Event event = event(row);
        assertThat(event.recheck()).isEqualTo(RecheckOutcome.GONE);
        assertThat(event.actor()).isEqualTo(actor);
        assertThat(event.explicit()).isEqualTo(explicit);
        assertThat(event.reason()).isEqualTo(reason);
    }

    @Test
    void blockedAndErrorSayNothingAboutTheItem() {
        assertThat(event("gab,1,2024-06-02T10:00:00Z,Blocked,403,").recheck()).isEqualTo(RecheckOutcome.BLOCKED);
        assertThat(event("gab,1,2024-06-02T10:00:00Z,error,503,").explicit()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"gone,403", "gone,429", "gone,503", "alive,404", "alive,410", "alive,500"})
    void aStatusThatItsHttpStatusContradictsIsNotBelieved(String status, int http) {
        assertThat(rejected("gab,1,2024-06-02T10:00:00Z," + status + "," + http + ","))
                .isEqualTo(RejectReason.UNSUPPORTED_RECORD);
    }

    @Test
    void badRowsAreRejectedWithWhatIsAllowed() {
        RecordDecoder decoder = decoder(null, HEADER);
        assertThat(Decoding.rejected(decoder, "myspace,1,2024-06-02T10:00:00Z,gone,,")
                        .detail())
                .contains("twitter, reddit, telegram");
        assertThat(Decoding.rejected(decoder, "gab,1,2024-06-02T10:00:00Z,vanished,,")
                        .detail())
                .contains("alive, gone, blocked, error");
        assertThat(Decoding.rejected(decoder, "gab,1,2024-06-02T10:00:00Z,gone,,god")
                        .detail())
                .contains("community_mod");
        assertThat(rejected("gab,1,2024-06-02T10:00:00Z,gone,9999,")).isEqualTo(RejectReason.UNSUPPORTED_RECORD);
        assertThat(rejected("gab,,2024-06-02T10:00:00Z,gone,,")).isEqualTo(RejectReason.MISSING_ID);
        assertThat(rejected("gab,1,yesterday,gone,,")).isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(rejected("gab,1,,gone,,")).isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(rejected("gab,1,1024-06-02T10:00:00Z,gone,,")).isEqualTo(RejectReason.IMPOSSIBLE_TIME);
        assertThat(rejected("gab,1,2024-06-02T10:00:00Z,gone")).isEqualTo(RejectReason.MALFORMED_CSV);
        assertThat(rejected("gab,\"1,2024-06-02T10:00:00Z,gone,,")).isEqualTo(RejectReason.MALFORMED_CSV);
    }

    @Test
    void aWrongHeaderRejectsEveryRowAndNamesTheMissingColumn() {
        RecordDecoder decoder = decoder(null, "platform,id,checked_at,status");
        assertThat(Decoding.rejected(decoder, "gab,1,2024-06-02T10:00:00Z,gone").detail())
                .contains("no column item_id");
        assertThat(Decoding.rejected(decoder(null, ""), "gab").reason()).isEqualTo(RejectReason.MALFORMED_CSV);
    }

    @Test
    void aDeclaredPlatformStandsInForTheColumnAndMustNotContradictIt() {
        RecordDecoder decoder = decoder(Platform.GAB, "item_id,status,checked_at");
        assertThat(Decoding.events(decoder, "\"1,2\",alive,2024-06-02T10:00:00.5Z")
                        .get(0))
                .satisfies(event -> {
                    assertThat(event.platform()).isEqualTo(Platform.GAB);
                    assertThat(event.itemId()).isEqualTo("1,2");
                    assertThat(event.precision()).isEqualTo(TimePrecision.MILLI);
                });
        assertThat(Decoding.rejected(decoder(Platform.GAB, HEADER), "reddit,t3_a,2024-06-02T10:00:00Z,gone,,")
                        .detail())
                .contains("reddit")
                .contains("gab");
    }
}
