// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tilik.measure.removal.families.Copies.alive;
import static org.tilik.measure.removal.families.Copies.family;
import static org.tilik.measure.removal.families.Copies.removed;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;
import org.tilik.measure.removal.families.GoneLag.Outcome;

class GoneLagsTest {

    private static final double INF = Double.POSITIVE_INFINITY;
    private static final RemovalEstimator STANDARD = RemovalEstimator.standard();

    @Test
    void intervalMinusIntervalGivesAnInterval() {
        assertThat(GoneLag.of(new HourBracket(10, 16), new HourBracket(20, 25)))
                .isEqualTo(new GoneLag(Outcome.FROM_BOTH, 4, 15));
        assertThat(GoneLag.of(HourBracket.at(30), HourBracket.at(20)))
                .isEqualTo(new GoneLag(Outcome.FROM_BOTH, -10, -10));
    }

    @Test
    void censoredPairsKeepTheEndThatIsKnown() {
        assertThat(GoneLag.of(new HourBracket(10, 16), HourBracket.notUntil(40)))
                .isEqualTo(new GoneLag(Outcome.FROM_FIRST_ONLY, 24, INF));
        assertThat(GoneLag.of(HourBracket.notUntil(40), new HourBracket(10, 16)))
                .isEqualTo(new GoneLag(Outcome.FROM_SECOND_ONLY, -INF, -24));
        assertThat(GoneLag.of(HourBracket.notUntil(40), HourBracket.notUntil(30)))
                .isEqualTo(new GoneLag(Outcome.FROM_NEITHER, -INF, INF));
    }

    @Test
    void aFamilyHasALagBetweenPlatformsOnWhichItIs() {
        Family family = family(removed("a", 0, 10), removed("a", 3, 12), removed("b", 5, 20), alive("c", 6, 50));
        assertThat(GoneLag.of(family, "a", "b")).contains(new GoneLag(Outcome.FROM_BOTH, 8, 8));
        assertThat(GoneLag.of(family, "b", "a")).contains(new GoneLag(Outcome.FROM_BOTH, -8, -8));
        assertThat(GoneLag.of(family, "a", "c")).contains(new GoneLag(Outcome.FROM_FIRST_ONLY, 38, INF));
        assertThat(GoneLag.of(family, "a", "d")).isEmpty();
    }

    @Test
    void knownLagsGiveTheirOwnShares() {
        List<GoneLag> lags = new ArrayList<>();
        for (double lag : new double[] {-30, -5, 0, 1, 24, 24.5, 100}) {
            lags.add(new GoneLag(Outcome.FROM_BOTH, lag, lag));
        }
        GoneLags shares = GoneLags.of(lags, List.of(-10.0, 0.0, 24.0, 100.0), STANDARD);
        assertThat(shares.shares()).allMatch(share -> share.identifiability() == Identifiability.POINT);
        double[] expected = {1.0 / 7, 3.0 / 7, 5.0 / 7, 1};
        for (int i = 0; i < expected.length; i++) {
            assertThat(shares.shares().get(i).estimate()).isCloseTo(expected[i], within(1e-12));
        }
    }

    @Test
    void bothKindsOfCensoredPairsAreCarriedAndThoseWithoutALagAreCounted() {
        List<GoneLag> lags = new ArrayList<>();
        add(lags, 20, new GoneLag(Outcome.FROM_SECOND_ONLY, -INF, -2));
        add(lags, 30, new GoneLag(Outcome.FROM_BOTH, 0, 10));
        add(lags, 50, new GoneLag(Outcome.FROM_FIRST_ONLY, 40, INF));
        add(lags, 7, new GoneLag(Outcome.FROM_NEITHER, -INF, INF));
        GoneLags shares = GoneLags.of(lags, List.of(-2.0, 5.0, 24.0), STANDARD);
        assertThat(shares.estimate().n()).isEqualTo(100);
        assertThat(shares.counts()).containsEntry(Outcome.FROM_NEITHER, 7).containsEntry(Outcome.FROM_FIRST_ONLY, 50);
        assertThat(shares.shares().get(0).estimate()).isCloseTo(0.2, within(1e-8));
        Share five = shares.shares().get(1);
        assertThat(five.identifiability()).isEqualTo(Identifiability.BOUNDS);
        assertThat(five.boundLow()).isCloseTo(0.2, within(1e-8));
        assertThat(five.boundHigh()).isCloseTo(0.5, within(1e-8));
        assertThat(shares.shares().get(2).estimate()).isCloseTo(0.5, within(1e-8));
    }

    @Test
    void noLagsSayNothing() {
        GoneLags shares = GoneLags.of(List.of(), List.of(24.0), STANDARD);
        assertThat(shares.shares().get(0).identifiability()).isEqualTo(Identifiability.NONE);
    }

    @Test
    void withoutCensoredPairsTheReverseDirectionIsTheComplement() {
        SplittableRandom random = new SplittableRandom(5);
        List<GoneLag> there = new ArrayList<>();
        List<GoneLag> back = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            HourBracket a = time(random);
            HourBracket b = time(random);
            there.add(GoneLag.of(a, b));
            back.add(GoneLag.of(b, a));
        }
        Share one = GoneLags.of(there, List.of(7.25), STANDARD).shares().get(0);
        Share other = GoneLags.of(back, List.of(-7.25), STANDARD).shares().get(0);
        assertThat(one.boundLow()).isCloseTo(1 - other.boundHigh(), within(1e-6));
        assertThat(one.boundHigh()).isCloseTo(1 - other.boundLow(), within(1e-6));
    }

    /** Known and bracketed times, no two equal, because brackets leave their begin out in either direction. */
    private static HourBracket time(SplittableRandom random) {
        double after = 40 * random.nextDouble();
        return random.nextBoolean() ? HourBracket.at(after) : new HourBracket(after, after + 20 * random.nextDouble());
    }

    private static void add(List<GoneLag> lags, int times, GoneLag lag) {
        for (int i = 0; i < times; i++) {
            lags.add(lag);
        }
    }
}
