// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tilik.formats.container.MinuteRange;
import org.tilik.model.Platform;

class CoverageSpansTest {
    private static final Instant START = Instant.parse("2016-04-27T18:00:00Z");
    private static final Map<Platform, Instant> UNDECLARED = Map.of();

    private static CaptureTally input(int fromSecond, int toSecond, long notices, MinuteRange... minutes) {
        PushedRecords records = new PushedRecords(
                START.plusSeconds(fromSecond).toEpochMilli(),
                START.plusSeconds(toSecond).toEpochMilli(),
                notices);
        return new CaptureTally(0, Map.of(), Map.of(), List.of(minutes), Map.of("twitter", records));
    }

    private static MinuteRange minutes(int first, int last) {
        long start = START.getEpochSecond() / 60;
        return new MinuteRange(start + first, start + last);
    }

    private static Map<Platform, Instant> until(int second) {
        return Map.of(Platform.TWITTER, START.plusSeconds(second));
    }

    private static List<String> spans(Map<Platform, Instant> declared, CaptureTally... inputs) {
        return CoverageSpans.of(Arrays.asList(inputs), declared, "0123456789abcdef").stream()
                .map(row -> seconds(row.fromUtc()) + " to " + seconds(row.untilUtc()))
                .toList();
    }

    private static long seconds(Instant time) {
        return time.getEpochSecond() - START.getEpochSecond();
    }

    @Test
    void minutesThatAreThereWereWatchedAndOthersAreGapsWhicheverFileTheyStandIn() {
        assertThat(spans(UNDECLARED, input(0, 179, 1, minutes(0, 1), minutes(4, 4)), input(120, 179, 0, minutes(2, 2))))
                .containsExactly("0 to 180", "240 to 300");
    }

    @Test
    void theStudysCoverageEndsTheWatchButFillsNoGap() {
        CaptureTally input = input(0, 299, 1, minutes(0, 1), minutes(4, 4));
        assertThat(spans(until(900), input)).containsExactly("0 to 120", "240 to 300");
        assertThat(spans(until(250), input)).containsExactly("0 to 120", "240 to 250");
        assertThat(spans(until(240), input)).containsExactly("0 to 120");
    }

    @Test
    void namesOfMinutesInLocalTimeAreNotBelieved() {
        CaptureTally sevenHoursBehind = input(0, 299, 1, minutes(-420, -419), minutes(-416, -416));
        assertThat(spans(UNDECLARED, sevenHoursBehind)).containsExactly("0 to 299");
        assertThat(spans(until(900), sevenHoursBehind)).containsExactly("0 to 900");
        assertThat(spans(UNDECLARED, sevenHoursBehind, input(600, 650, 1, minutes(10, 10))))
                .containsExactly("600 to 660");
    }

    @Test
    void withoutMinutesTheStudySaysUntilWhen() {
        assertThat(spans(until(900), input(5, 20, 0), input(100, 110, 3))).containsExactly("5 to 900");
    }

    @Test
    void withoutMinutesAndStudyEachInputWithNoticesWasWatchedWhileItLasts() {
        assertThat(spans(UNDECLARED, input(5, 20, 2), input(100, 110, 3), input(300, 400, 0)))
                .containsExactly("5 to 20", "100 to 110");
    }

    @Test
    void aCollectionWithoutASingleNoticeWasNotWatchedUnlessTheStudySaysSo() {
        assertThat(spans(UNDECLARED, input(0, 50, 0, minutes(0, 1)))).isEmpty();
        assertThat(spans(UNDECLARED, input(0, 50, 0))).isEmpty();
        assertThat(spans(until(90), input(0, 50, 0, minutes(0, 1)))).containsExactly("0 to 90");
        assertThat(CoverageSpans.of(List.of(CaptureTally.empty()), until(90), "0123456789abcdef"))
                .isEmpty();
    }
}
