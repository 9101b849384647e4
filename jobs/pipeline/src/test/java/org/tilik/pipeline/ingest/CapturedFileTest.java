// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tilik.formats.DumpFormat;
import org.tilik.model.Platform;
import org.tilik.pipeline.study.InputFile;

class CapturedFileTest {
    @Test
    void captureAndInputAreTheSameToWhomeverNamesTheRunByThem() {
        InputFile input = new InputFile(
                "file:/dumps/visits.csv",
                "visits.csv",
                12,
                DumpFormat.RECHECK,
                Platform.TELEGRAM,
                Instant.parse("2024-06-01T00:00:00Z"),
                true,
                Map.of(),
                "0123456789abcdef");

        assertThat(CapturedFile.of(input).input()).isEqualTo(input);
        assertThat(CapturedFile.of(input).state("fedcba9876543210", 20).input().capturedAt())
                .isEqualTo(input.capturedAt());
    }
}
