// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgressLineTest {
    @Test
    void theLineTellsBytesShareRecordsRateAndTimeLeft() {
        assertThat(new ProgressLine(256L << 20, 1L << 30, 1_234_567).text(Duration.ofSeconds(64)))
                .isEqualTo("256.0 MiB of 1.0 GiB (25 %), 1,234,567 records, 4.0 MiB/s, 3 min 12 s left");
    }

    @Test
    void whatIsNotKnownIsLeftOut() {
        assertThat(new ProgressLine(0, 100, 0).text(Duration.ZERO)).isEqualTo("0 B of 100 B (0 %), 0 records");
        assertThat(new ProgressLine(50, 0, 1).text(Duration.ofSeconds(5))).isEqualTo("50 B, 1 records, 10 B/s");
        assertThat(new ProgressLine(100, 100, 9).text(Duration.ofSeconds(10)))
                .isEqualTo("100 B of 100 B (100 %), 9 records, 10 B/s");
    }

    @ParameterizedTest
    @CsvSource({"0,0 B", "1023,1023 B", "1024,1.0 KiB", "1610612736,1.5 GiB", "5629499534213120,5120.0 TiB"})
    void sizesAreReadable(long bytes, String text) {
        assertThat(ProgressLine.bytes(bytes)).isEqualTo(text);
    }

    @Test
    void aShorterLineCoversTheOneBefore() {
        ByteArrayOutputStream terminal = new ByteArrayOutputStream();
        AtomicReference<ProgressLine> state = new AtomicReference<>(new ProgressLine(1000, 0, 10));
        InstantSource still = InstantSource.fixed(Instant.EPOCH);
        try (ProgressDisplay display =
                new ProgressDisplay(state::get, new PrintStream(terminal, true, StandardCharsets.UTF_8), still)) {
            display.show();
            state.set(new ProgressLine(1, 0, 1));
            display.show();
        }

        assertThat(terminal.toString(StandardCharsets.UTF_8))
                .isEqualTo("\r1000 B, 10 records\r1 B, 1 records    \r\u001B[K");
    }
}
