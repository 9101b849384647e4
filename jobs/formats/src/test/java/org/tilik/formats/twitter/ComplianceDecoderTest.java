// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.twitter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.tilik.formats.DecoderSettings;
import org.tilik.formats.Decoding;
import org.tilik.formats.DumpFormat;
import org.tilik.formats.DumpReading;
import org.tilik.formats.MutatedRecords;
import org.tilik.model.Event;
import org.tilik.model.RejectReason;

/** Results typed after the documentation of batch compliance jobs; no real one is at hand. */
class ComplianceDecoderTest {
    private static final String ID = "1613687269906616320";
    private static final Instant RETRIEVED = Instant.parse("2023-02-01T00:00:00Z");

    private static String result(String reason, String rest) {
        return "{\"id\":\"" + ID + "\",\"action\":\"delete\",\"created_at\":\"2023-01-13T00:00:00.000Z\",\"reason\":\""
                + reason + "\"" + rest + "}";
    }

    @Test
    void aComplianceJobSaysWhoAndWhen() throws IOException {
        String exact = ",\"redacted_at\":\"2023-03-01T10:00:00.000Z\"";
        DumpReading reading = DumpReading.of(String.join(
                "\n",
                result("deleted", exact),
                result("deactivated", exact),
                result("protected", exact),
                result("suspended", exact),
                result("bounced", ""),
                result("scrub_geo", exact),
                result("unheard_of", exact),
                result("deleted", ",\"redacted_at\":\"x\""),
                result("deleted", ",\"redacted_at\":\"2022-03-01T10:00:00.000Z\"")));

        assertThat(reading.format()).isEqualTo(DumpFormat.X_COMPLIANCE);
        assertThat(reading.events())
                .extracting(event -> event.kind() + " " + event.actor() + " " + event.reach() + " " + event.reason())
                .containsExactly(
                        "REMOVAL AUTHOR ITEM deleted",
                        "REMOVAL AUTHOR ACCOUNT deactivated",
                        "REMOVAL AUTHOR ACCOUNT protected",
                        "REMOVAL PLATFORM ACCOUNT suspended",
                        "REMOVAL UNKNOWN ACCOUNT bounced");
        assertThat(reading.events().get(0).timeLo())
                .isEqualTo(reading.events().get(0).timeHi())
                .isEqualTo(Instant.parse("2023-03-01T10:00:00Z"));
        assertThat(reading.events().get(0).explicit()).isTrue();
        assertThat(reading.events().get(4).timeHi()).isNull();
        assertThat(reading.ignored()).hasSize(1);
        assertThat(reading.rejects())
                .containsExactly(
                        RejectReason.UNSUPPORTED_RECORD,
                        RejectReason.BAD_TIMESTAMP,
                        RejectReason.REMOVAL_BEFORE_CREATION);
    }

    @Test
    void withoutItsTimeAResultLiesBetweenThePostAndTheJob() {
        ComplianceDecoder job = new ComplianceDecoder(new DecoderSettings(null, RETRIEVED, new byte[0], 1));
        Event event = Decoding.events(job, result("suspended", "")).get(0);

        assertThat(event.timeLo()).isEqualTo(Snowflake.time(Long.parseLong(ID)));
        assertThat(event.timeHi()).isEqualTo(RETRIEVED);
    }

    @Property(tries = 500)
    void damagedResultsNeverThrow(
            @ForAll MutatedRecords.Change change,
            @ForAll @IntRange(max = 999_999) int place,
            @ForAll @Size(min = 1, max = 5) byte[] bytes)
            throws IOException {
        MutatedRecords.read(DumpFormat.X_COMPLIANCE, result("deleted", "") + "\n", change, place, bytes);
    }
}
