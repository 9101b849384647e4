// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tilik.measure.spread.dynamics.ExponentialCascade;

/** The replay of simulated cascades gives, on average, the shares of the closed form of their process. */
class ClosedFormTest {
    private static final double BRANCHING = 0.6;
    private static final double BETA = 0.5;
    private static final int CASCADES = 20_000;
    private static final double SHARE_ERROR = 0.015;
    private static final long HOUR = CascadeWorld.HOUR;

    private final ExponentialCascade expected = new ExponentialCascade(BRANCHING, BETA);

    @Test
    void ifAllIsTakenDownAfterADelayTheShareIsThatOfTheWholeCascade() {
        for (double delay : new double[] {0.5, 2, 6}) {
            assertThat(share(delay, 0)).isCloseTo(expected.avertedShareIfAllStop(delay), within(SHARE_ERROR));
        }
    }

    @Test
    void ifOnlyTheRootIsTakenDownTheShareIsThatOfItsOwnOffspring() {
        for (double delay : new double[] {0.5, 2, 6}) {
            assertThat(share(delay, 1)).isCloseTo(expected.avertedShareIfRootGoes(delay), within(SHARE_ERROR));
        }
    }

    /** The share of copies after the root that are averted, over all cascades; the root's flag reaches its platform. */
    private static double share(double delay, int platformOfTheRest) {
        SplittableRandom random = new SplittableRandom(20190315);
        ScenarioRule rule = new ScenarioRule.RemovalWithin(Duration.ofMinutes(Math.round(60 * delay)));
        long averted = 0;
        long all = 0;
        for (int cascade = 0; cascade < CASCADES; cascade++) {
            FamilyCopies copies = new FamilyCopies(1_000_000);
            List<Long> posted = new ArrayList<>(List.of(0L));
            copies.add(0, 0, copy(0, 0, Known.flagged(0)));
            for (int parent = 0; parent < posted.size(); parent++) {
                for (double left = random.nextDouble(); left > Math.exp(-BRANCHING); left *= random.nextDouble()) {
                    long at = posted.get(parent) + 1 + (long) (-Math.log1p(-random.nextDouble()) / BETA * HOUR);
                    copies.add(0, posted.size(), 0, parent, copy(platformOfTheRest, at, Known.NOTHING));
                    posted.add(at);
                }
            }
            ScenarioCounts counts = ScenarioReplay.of(copies, rule).counts();
            averted += counts.avertedHigh();
            all += counts.copiesObserved() - 1;
        }
        return (double) averted / all;
    }

    private static PostedCopy copy(int platform, long at, Known known) {
        return new PostedCopy(platform, 0, true, at, known, Known.NEVER, 0, 0, Standing.VIOLATING, Bar.NOT);
    }
}
