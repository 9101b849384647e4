// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.tilik.formats.RecordCut;

class LongWindowsTest {
    private static final byte[] LONG = Packed.zstdWithLongWindow(Packed.utf8("{}\n"));

    @Test
    void aReaderBeyondTheLimitIsRefusedWithTheNameOfTheSetting() throws IOException {
        ReadLimits one = ReadLimits.DEFAULT.withMaxOpenWindows(1, Duration.ZERO);
        try (RecordBlockReader first = open(one)) {
            assertThat(LongWindows.open()).isEqualTo(1);
            assertThat(first.packing().title()).isEqualTo("zstd");
            assertThatThrownBy(() -> open(one))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("RC.zst needs a zstd window of 2048 MiB")
                    .hasMessageContaining("tilik.read.max-open-windows");
        }
        assertThat(LongWindows.open()).isZero();
    }

    @Test
    void aReaderWaitsUntilAnotherGivesItsWindowBack() throws Exception {
        ReadLimits one = ReadLimits.DEFAULT.withMaxOpenWindows(1, Duration.ofSeconds(20));
        CompletableFuture<Integer> second;
        try (RecordBlockReader first = open(one)) {
            second = CompletableFuture.supplyAsync(
                    () -> Packed.read(LONG, RecordCut.NDJSON, one).records().size());
            assertThat(first.next()).isPresent();
            assertThat(second).isNotDone();
        }
        assertThat(second.get(20, TimeUnit.SECONDS)).isEqualTo(1);
        assertThat(LongWindows.open()).isZero();
    }

    @Test
    void anOrdinaryWindowAndALookAtTheHeadNeedNoPermit() throws IOException {
        ReadLimits one = ReadLimits.DEFAULT.withMaxOpenWindows(1, Duration.ZERO);
        try (RecordBlockReader holder = open(one)) {
            assertThat(holder.rawBytes()).isPositive();
            assertThat(Packed.read(Packed.zstd(Packed.utf8("{}\n")), RecordCut.NDJSON, one)
                            .records())
                    .hasSize(1);
            DumpHead head = DumpHead.read(new ByteArrayInputStream(LONG), DumpHead.USUAL_BYTES);
            assertThat(head.bytes()).isEqualTo(Packed.utf8("{}\n"));
            assertThat(head.packing().title()).isEqualTo("zstd");
        }
    }

    @Test
    void theSettingThatMessagesNameIsHonoured() {
        System.setProperty(ReadLimits.MAX_OPEN_WINDOWS_SETTING, "5");
        try {
            assertThat(ReadLimits.configured().maxOpenWindows()).isEqualTo(5);
            System.setProperty(ReadLimits.MAX_OPEN_WINDOWS_SETTING, "many");
            assertThatThrownBy(ReadLimits::configured)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("tilik.read.max-open-windows is many; expected a number");
        } finally {
            System.clearProperty(ReadLimits.MAX_OPEN_WINDOWS_SETTING);
        }
        assertThat(ReadLimits.configured()).isEqualTo(ReadLimits.DEFAULT);
    }

    private static RecordBlockReader open(ReadLimits limits) throws IOException {
        return RecordBlockReader.open(new ByteArrayInputStream(LONG), "RC.zst", RecordCut.NDJSON, limits);
    }
}
