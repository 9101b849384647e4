// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.family;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.families.HourBracket;
import org.tilik.pipeline.spread.SpreadItem;

class FamilySpeedTest {
    private static final double MICROS_PER_HOUR = 3.6e9;

    private static FamilySpeed at(double... hours) {
        return new FamilySpeed(
                Arrays.stream(hours).mapToLong(TestCopy::micros).sorted().toArray());
    }

    @Test
    void hoursAreFromTheFirstCopyToTheOneThatMakesTheNumber() {
        FamilySpeed speed = at(5, 6, 9, 7);

        assertThat(speed.hoursTo(1)).contains(0.0);
        assertThat(speed.hoursTo(3)).contains(2.0);
        assertThat(speed.hoursTo(5)).isEmpty();
        assertThat(speed.duration()).isEqualTo(4);
    }

    @Test
    void thePeakIsThatOfAnySixtyMinutesWithoutTheirEnd() {
        assertThat(at(0, 1, 2).peakPerHour()).isEqualTo(1);
        assertThat(at(0.9, 1, 1.89, 2.5).peakPerHour()).isEqualTo(3);
        assertThat(at(4).peakPerHour()).isEqualTo(1);
    }

    @Test
    void copiesThatDoubleEveryTwoHoursHaveThatDoublingTime() {
        long[] posted = LongStream.range(0, 8)
                .flatMap(hour -> LongStream.range(0, Math.round(10 * Math.pow(2, hour / 2.0)))
                        .map(i -> TestCopy.micros((double) hour) + i))
                .toArray();

        assertThat(new FamilySpeed(posted).doubling(0.95).orElseThrow().hours()).isCloseTo(2, within(0.05));
        assertThat(at(1, 2, 3).doubling(0.95)).isEmpty();
    }

    @Test
    void tooFewOrTooManyCopiesHaveNoBranchingRatio() {
        assertThat(at(1, 2, 3).branching(TestCopy.micros(9), 0.95)).isEmpty();
        long[] many = LongStream.rangeClosed(0, FamilySpeed.MOST_FITTED).toArray();
        assertThat(new FamilySpeed(many).branching(TestCopy.micros(9), 0.95)).isEmpty();
    }

    @Test
    void theLastCopyIsGoneAsInTheMeasuresOfRemoval() {
        Random random = new Random(7);
        for (int world = 0; world < 500; world++) {
            GoneTime gone = new GoneTime();
            List<HourBracket> brackets = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(5); i++) {
                double seen = 1 + random.nextInt(20);
                boolean exact = random.nextBoolean();
                double end = exact ? seen : seen + 1 + random.nextInt(5);
                boolean there = random.nextInt(8) == 0;
                TestCopy copy = TestCopy.of("copy " + i, 0);
                gone.add((there ? copy.there(seen) : copy.removed(seen, end)).build());
                brackets.add(there ? HourBracket.notUntil(seen) : new HourBracket(seen, end));
            }
            HourBracket expected = HourBracket.last(brackets);
            assertThat(gone.happened()).isEqualTo(expected.happened());
            assertThat(gone.after() / MICROS_PER_HOUR).isCloseTo(expected.after(), within(1e-9));
            if (gone.happened()) {
                assertThat(gone.by() / MICROS_PER_HOUR).isEqualTo(expected.by());
            } else {
                assertThat(gone.by()).isEqualTo(SpreadItem.NEVER);
            }
        }
    }
}
