// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.formats.container;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinuteFilesTest {
    private static final long NEW_YEAR = Instant.parse("2016-01-01T00:00:00Z").getEpochSecond() / 60;
    private static final byte[] STATUS = Packed.utf8("{\"created_at\":\"x\",\"id\":1,\"text\":\"t\",\"user\":{}}\n");

    @ParameterizedTest
    @ValueSource(
            strings = {"2016/01/01/00/00.json.bz2", "dumps/2016/01/01/00/00.json", "month.tar!/2016/01/01/00/00.json.gz"
            })
    void thePathSaysWhichMinuteAFileHolds(String path) {
        assertThat(MinuteFiles.minute(path)).hasValue(NEW_YEAR);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2016/01/01/00/60.json", "2016/02/30/00/00.json", "16/01/01/00/00.json", "00.json", ""})
    void otherPathsHoldNoMinute(String path) {
        assertThat(MinuteFiles.minute(path)).isEmpty();
    }

    @Test
    void minutesThatFollowOneAnotherAreOneRange() {
        assertThat(MinuteFiles.joined(List.of(
                        new MinuteRange(7, 7), new MinuteRange(3, 4), new MinuteRange(5, 5), new MinuteRange(4, 4))))
                .containsExactly(new MinuteRange(3, 5), new MinuteRange(7, 7));
    }

    @Test
    void onlyMinutesWhoseFilesWereReadToTheirEndCount() {
        byte[] whole = Packed.bzip2(STATUS);
        byte[] tar = Packed.tar(
                "2016/01/01/00/00.json.bz2", whole,
                "2016/01/01/00/01.json.bz2", whole,
                "2016/01/01/00/02.json.bz2", Arrays.copyOf(whole, whole.length - 3),
                "2016/01/01/00/03.json", new byte[0],
                "2016/01/01/00/04.json", STATUS);

        assertThat(Packed.readDump(tar, ReadLimits.DEFAULT).summary().minutes())
                .containsExactly(new MinuteRange(NEW_YEAR, NEW_YEAR + 1), new MinuteRange(NEW_YEAR + 4, NEW_YEAR + 4));
    }
}
