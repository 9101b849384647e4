// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargeFamilyTest {
    private static final long HOUR = CascadeWorld.HOUR;

    /** Copies in no order of time, each of them passed on from any earlier one, a tenth of them flagged. */
    private static FamilyCopies family(int n) {
        SplittableRandom random = new SplittableRandom(1);
        FamilyCopies copies = new FamilyCopies(n);
        long step = 200 * HOUR / n;
        int stride = 7919;
        for (int i = 0; i < n; i++) {
            int number = (int) ((long) i * stride % n);
            long posted = number * step;
            Known known = random.nextInt(10) == 0 ? Known.flagged(posted + 40 * HOUR) : Known.NOTHING;
            PostedCopy copy = new PostedCopy(
                    random.nextInt(4),
                    random.nextInt(n),
                    random.nextBoolean(),
                    posted,
                    known,
                    Known.NEVER,
                    0,
                    1,
                    Standing.VIOLATING,
                    random.nextInt(20) == 0 ? Bar.SURELY : Bar.NOT);
            if (number == 0) {
                copies.add(1, number, copy);
            } else {
                copies.add(1, number, 1, random.nextInt(number), copy);
            }
        }
        return copies;
    }

    /** One path, all of one time, told from its end: nothing goes down it by recursion or again and again. */
    @Test
    void aPathOfOneTimeTakesLinearTime() {
        int n = 200_000;
        FamilyCopies copies = new FamilyCopies(n);
        for (int i = n - 1; i > 0; i--) {
            copies.add(1, i, 1, i - 1, atZero(Bar.NOT));
        }
        copies.add(1, 0, atZero(Bar.SURELY));

        ScenarioCounts counts = ScenarioReplay.of(copies, new ScenarioRule.OneStrike(Duration.ofDays(30)))
                .counts();
        assertThat(counts.avertedLow()).isEqualTo(n);
    }

    private static PostedCopy atZero(Bar bar) {
        return new PostedCopy(0, 0, true, 0, Known.NOTHING, Known.NEVER, 0, 1, Standing.VIOLATING, bar);
    }

    @Test
    void hundredThousandCopiesAreReplayedUnderEachRule() {
        FamilyCopies copies = family(100_000);
        for (ScenarioRule rule : CascadeWorld.rules()) {
            ScenarioCounts counts = ScenarioReplay.of(copies, rule).counts();
            assertThat(counts.copiesObserved()).isEqualTo(100_000);
            assertThat(counts.avertedHigh()).isPositive();
        }
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {1_000_000, 4_000_000})
    void millionsOfCopies(int n) {
        long begin = System.nanoTime();
        FamilyCopies copies = family(n);
        System.out.printf(Locale.ROOT, "%d copies added in %.2f s%n", n, (System.nanoTime() - begin) / 1e9);
        for (ScenarioRule rule : CascadeWorld.rules()) {
            long from = System.nanoTime();
            ScenarioCounts counts = ScenarioReplay.of(copies, rule).counts();
            System.out.printf(Locale.ROOT, "%s: %.2f s, %s%n", rule, (System.nanoTime() - from) / 1e9, counts);
        }
    }
}
