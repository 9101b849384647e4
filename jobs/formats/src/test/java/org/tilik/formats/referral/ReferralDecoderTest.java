// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.referral;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.Decoding;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.RecordDecoder;
import org.tilik.model.Event;
import org.tilik.model.EventKind;
import org.tilik.model.Platform;
import org.tilik.model.ReferralDecision;
import org.tilik.model.RejectReason;

class ReferralDecoderTest {
    private final RecordDecoder decoder = DumpFormat.REFERRAL.decoder(new DecoderSettings(
            null, null, "platform,item_id,at,channel,jurisdiction,decision".getBytes(StandardCharsets.UTF_8), 1));

    @Test
    void aRowIsOneReferralOrItsAnswer() {
        Event event = Decoding.events(decoder, "youtube,vid1,2019-03-16T00:30:00Z,europol_iru,\"fr; DE\",removed")
                .get(0);
        assertThat(event.kind()).isEqualTo(EventKind.REFERRAL);
        assertThat(event.platform()).isEqualTo(Platform.YOUTUBE);
        assertThat(event.timeLo()).isEqualTo(Instant.parse("2019-03-16T00:30:00Z"));
        assertThat(event.channel()).isEqualTo("europol_iru");
        assertThat(event.countries()).containsExactly("FR", "DE");
        assertThat(event.decision()).isEqualTo(ReferralDecision.REMOVED);
        assertThat(event.actor()).isNull();
    }

    @Test
    void emptyCellsAreUnknown() {
        Event event =
                Decoding.events(decoder, "youtube,vid1,2019-03-16T00:30:00Z,,,").get(0);
        assertThat(event.channel()).isNull();
        assertThat(event.countries()).isEmpty();
        assertThat(event.decision()).isNull();
    }

    @Test
    void badCellsAreRejectedWithWhatIsAllowed() {
        assertThat(Decoding.rejected(decoder, "youtube,vid1,2019-03-16T00:30:00Z,,,maybe")
                        .detail())
                .contains("removed, rejected, pending");
        assertThat(Decoding.rejected(decoder, "youtube,vid1,2019-03-16T00:30:00Z,,France,")
                        .reason())
                .isEqualTo(RejectReason.UNSUPPORTED_RECORD);
        assertThat(Decoding.rejected(decoder, "youtube,vid1,16.3.2019,,,").reason())
                .isEqualTo(RejectReason.BAD_TIMESTAMP);
    }
}
