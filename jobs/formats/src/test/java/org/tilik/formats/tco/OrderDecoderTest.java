// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.tco;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.formats.Decoded;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.Decoding;
import org.tilik.model.Ledger;
import org.tilik.model.LedgerAction;
import org.tilik.model.LedgerDelay;
import org.tilik.model.LedgerEntry;
import org.tilik.model.LedgerEntry.DelayState;
import org.tilik.model.LedgerSource;
import org.tilik.model.LedgerSubject;
import org.tilik.model.RejectReason;

class OrderDecoderTest {
    private final OrderDecoder decoder = new OrderDecoder(new DecoderSettings(
            null,
            null,
            "reference,platform,issued_at,received_at,acted_at,outcome,member_state,cross_border"
                    .getBytes(StandardCharsets.UTF_8),
            1));

    private LedgerEntry entry(String row) {
        return ((Decoded.Ledger) Decoding.decode(decoder, row)).entry();
    }

    @ParameterizedTest
    @CsvSource({
        "2023-01-01T11:05:00Z, 59, 60",
        "2023-01-01T11:05:01Z, 60, 61",
        "2023-01-01T10:05:30Z, 0, 1",
        "2023-01-01T10:05:00Z, 0, 0"
    })
    void theHourRunsFromTheReceiptOfTheOrder(String acted, long lo, long hi) {
        LedgerEntry entry =
                entry("a-1,Sim Network,2023-01-01T09:00:00Z,2023-01-01T10:05:00Z," + acted + ",removed,fr,yes");

        assertThat(entry.delay()).contains(new LedgerDelay(lo, hi));
        assertThat(entry.entryId()).isEqualTo("FR/a-1");
        assertThat(entry.category()).isEqualTo("cross_border");
        assertThat(entry.source()).isEqualTo(LedgerSource.ORDER);
        assertThat(LedgerSubject.of(Ledger.TCO, entry.keywords())).isEqualTo(LedgerSubject.TERRORISM);
    }

    @Test
    void withoutReceiptOrActionThereIsNoDelay() {
        assertThat(entry("a,S,2023-01-01T09:00:00Z,,2023-01-01T10:00:00Z,removed,,")
                        .delayState())
                .isEqualTo(DelayState.NO_DATE);
        assertThat(entry("a,S,,2023-01-01T09:00:00Z,,impossible,FR,no").action())
                .isEqualTo(LedgerAction.IMPOSSIBLE);
        assertThat(entry("a,S,,2023-01-01T09:00:00Z,2023-01-01T08:00:00Z,disabled,FR,no")
                        .delayState())
                .isEqualTo(DelayState.BEFORE_CLOCK);
    }

    @Test
    void whatCannotBeUsedIsRejectedWithItsReason() {
        assertThat(Decoding.rejected(decoder, ",S,,,,removed,FR,").reason()).isEqualTo(RejectReason.MISSING_ID);
        assertThat(Decoding.rejected(decoder, "a,S,,,,done,FR,").reason()).isEqualTo(RejectReason.UNSUPPORTED_RECORD);
        assertThat(Decoding.rejected(decoder, "a,S,,noon,,removed,FR,").reason())
                .isEqualTo(RejectReason.BAD_TIMESTAMP);
        assertThat(Decoding.rejected(decoder, "a,S,,0023-01-01T09:00:00Z,,removed,FR,")
                        .reason())
                .isEqualTo(RejectReason.IMPOSSIBLE_TIME);
    }
}
