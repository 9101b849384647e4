// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SourceClocksTest {
    private static final long IDLE = 10;

    private final SourceClocks clocks = new SourceClocks(IDLE);

    @Test
    void timeAsAWholeIsWhereTheSlowestSourceIs() {
        clocks.advance("one", 500, 0);

        assertThat(clocks.advance("other", 100, 1))
                .as("what was told is not taken back")
                .isEqualTo(500);
        assertThat(clocks.advance("one", 900, 2)).isEqualTo(500);
        assertThat(clocks.advance("other", 700, 3)).isEqualTo(700);
    }

    @Test
    void aSourceThatHasToldNothingForAWhileKeepsNobodyWaiting() {
        clocks.advance("slow", 100, 0);

        assertThat(clocks.advance("fast", 900, IDLE - 1)).isEqualTo(100);
        assertThat(clocks.advance("fast", 900, IDLE)).isEqualTo(900);
    }

    @Test
    void clocksThatWereKeptGoOnWhereTheyWereAndTheSlowOnesStillKeepOthersWaiting() {
        clocks.advance("slow", 100, 0);
        clocks.advance("fast", 900, 1);
        SourceClocks restored = new SourceClocks(IDLE);
        assertThat(restored.reached()).isEqualTo(Long.MIN_VALUE);

        clocks.told().forEach((source, millis) -> restored.restore(source, millis, 1_000));

        assertThat(restored.reached()).isEqualTo(100);
        assertThat(restored.advance("fast", 950, 1_001)).isEqualTo(100);
        assertThat(restored.advance("slow", 300, 1_002)).isEqualTo(300);
        assertThat(restored.advance("fast", 960, 1_002 + IDLE)).isEqualTo(960);
    }

    @Test
    void ofASourceThatSeveralTasksHaveReadTheSlowestClockCounts() {
        Map.of("first task", 700L, "second task", 400L).forEach((task, millis) -> clocks.restore("source", millis, 0));

        assertThat(clocks.reached()).isEqualTo(400);
    }
}
