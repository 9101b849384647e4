// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.restoration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.IntervalMethod;
import org.tilik.measure.removal.Share;

class VisibleSharesTest {
    private static final double START = Double.NEGATIVE_INFINITY;
    private static final double[] NONE = {};

    private final VisiblePaths paths = new VisiblePaths();

    /**
     * Four items: one goes at 2 h and is back at 10 h, one goes at 5 h, one stays, one is lost at 3 h. By hand 3/4, then
     * 3/8, then 3/8 + 5/8 · 1/2.
     *
     * <pre>
     * # R 4.2.2, survival 3.5-3
     * d &lt;- data.frame(id = c(1,1,1,2,2,3,4), t1 = c(0,2,10,0,5,0,0), t2 = c(2,10,100,5,100,100,3),
     *                 to = factor(c("gone","visible","censor","gone","censor","censor","censor"),
     *                             levels = c("censor","visible","gone")),
     *                 from = c("visible","gone","visible","visible","gone","visible","visible"))
     * summary(survfit(Surv(t1, t2, to) ~ 1, id = id, istate = from, data = d), times = c(1, 2, 5, 10, 24))$pstate
     * </pre>
     */
    @Test
    void exactChangesGiveTheStateOccupation() {
        exact(100, 2, 10);
        exact(100, 5);
        exact(100);
        exact(3);

        assertPoint(1, 1);
        assertPoint(2, 0.75);
        assertPoint(5, 0.375);
        assertPoint(10, 0.6875);
        assertPoint(24, 0.6875);
    }

    @Test
    void withoutRestorationItIsKaplanMeier() {
        exact(100, 1);
        exact(2);
        exact(100, 3);
        exact(100);

        // 3/4 · 1/2
        assertPoint(24, 0.375);
    }

    @Test
    void everyItemCanComeBackAndGoAgain() {
        exact(100, 2, 4, 6);
        exact(100, 2, 8);

        assertPoint(3, 0);
        assertPoint(5, 0.5);
        assertPoint(7, 0);
        assertPoint(24, 0.5);
    }

    @Test
    void bracketsAroundTheDeadlineLeaveBounds() {
        paths.add(START, new double[] {12}, new double[] {36}, 100, true, -1);
        paths.add(START, new double[] {1, 20}, new double[] {2, 30}, 100, true, -1);
        exact(100);
        exact(100);

        assertBounds(24, 0.5, 1);
        assertPoint(40, 0.75);
        assertPoint(10, 0.75);
    }

    @Test
    void whereNobodyWatchesWhatIsGoneAllOfItMayHaveComeBack() {
        exact(5, 5);
        exact(100);

        assertBounds(24, 0.5, 1);
        assertPoint(4, 1);
    }

    @Test
    void afterTheLastSightingNothingIsKnown() {
        exact(10);
        exact(20);

        assertThat(share(24).identifiability()).isEqualTo(Identifiability.NONE);
        assertPoint(20, 1);
    }

    @Test
    void whenAllAreGoneTheLastSightingDoesNotMatter() {
        exact(100, 3);
        exact(100, 5);

        assertPoint(24, 0);
    }

    @Test
    void withLateEntryThereIsNoShareOfAll() {
        for (int i = 0; i < 12; i++) {
            paths.add(6, NONE, NONE, 100, true, -1);
        }
        assertThat(new VisibleShares(List.of(24.0), 10, 0.95, 0, 1)
                        .estimate(paths)
                        .shares()
                        .get(0)
                        .identifiability())
                .isEqualTo(Identifiability.NONE);
    }

    @Test
    void nobodyIsNoShare() {
        assertThat(share(24).identifiability()).isEqualTo(Identifiability.NONE);
        paths.add(5, NONE, NONE, 5, true, -1);
        assertThat(paths.size()).isZero();
    }

    @Test
    void aSingleLastAbsenceCanBeTakenAsNotGone() {
        paths.add(START, new double[] {2, 4, 9}, new double[] {3, 5, 20}, 20, false, -1);
        paths.add(START, new double[] {30}, new double[] {50}, 50, false, -1);
        exact(100, 7);
        assertThat(paths.unconfirmed()).isEqualTo(2);
        assertThat(paths.gone()).isEqualTo(3);
        assertThat(paths.brackets()).isEqualTo(2);

        VisiblePaths censored = paths.unconfirmedCensored();
        assertThat(censored.unconfirmed()).isZero();
        assertThat(censored.changes(0)).isEqualTo(2);
        assertThat(censored.end(0)).isEqualTo(9);
        assertThat(censored.changes(1)).isZero();
        assertThat(censored.end(1)).isEqualTo(30);
        assertThat(censored.end(2)).isEqualTo(100);
    }

    @Test
    void changesOutOfOrderAreRefused() {
        assertThatThrownBy(() -> paths.add(START, new double[] {5, 3}, new double[] {6, 8}, 100, true, -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Change 2");
        assertThatThrownBy(() -> exact(4, 5)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Items come back, looks are hours apart and many are lost early; the true times are within the brackets. */
    @Test
    void boundsFromLooksHoldTheEstimateFromTheTrueTimes() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(20190315);
        List<Double> deadlines = List.of(2.0, 6.0, 12.0, 24.0, 40.0);
        int tried = 0;
        int outside = 0;
        for (int world = 0; world < 100; world++) {
            VisiblePaths trueTimes = new VisiblePaths();
            VisiblePaths looks = new VisiblePaths();
            for (int i = 0; i < 60; i++) {
                addLookedAt(random, trueTimes, looks);
            }
            VisibleShares shares = new VisibleShares(deadlines, 1, 0.95, 0, 1);
            List<Share> exact = shares.estimate(trueTimes).shares();
            List<Share> bounds = shares.estimate(looks).shares();
            for (int d = 0; d < deadlines.size(); d++) {
                double estimate = exact.get(d).estimate();
                if (!Double.isNaN(estimate) && !Double.isNaN(bounds.get(d).boundLow())) {
                    tried++;
                    boolean within = bounds.get(d).boundLow() <= estimate + 1e-9
                            && estimate - 1e-9 <= bounds.get(d).boundHigh();
                    outside += within ? 0 : 1;
                }
            }
        }
        assertThat(tried).isGreaterThan(450);
        assertThat(outside).isLessThanOrEqualTo(2);
    }

    /** A story of goings and returns, once with its true times and once as looks at uneven intervals tell it. */
    private static void addLookedAt(UniformRandomProvider random, VisiblePaths trueTimes, VisiblePaths looks) {
        double end = 5 + 60 * random.nextDouble();
        List<Double> changes = new ArrayList<>();
        double t = -Math.log(1 - random.nextDouble()) / 0.05;
        while (t <= end) {
            changes.add(t);
            t -= Math.log(1 - random.nextDouble()) / (changes.size() % 2 == 0 ? 0.05 : 0.06);
        }
        double pause = 1 + 8 * random.nextDouble();
        List<Double> seen = new ArrayList<>();
        List<Double> lows = new ArrayList<>();
        List<Double> highs = new ArrayList<>();
        double last = 0;
        while (last < end) {
            double look = Math.min(end, last + pause * (0.5 + random.nextDouble()));
            int before = 0;
            while (before < changes.size() && changes.get(before) <= look) {
                before++;
            }
            if (before % 2 != seen.size() % 2) {
                seen.add(changes.get(before - 1));
                lows.add(last);
                highs.add(look);
            }
            last = look;
        }
        trueTimes.add(START, array(seen), array(seen), end, true, -1);
        looks.add(START, array(lows), array(highs), end, true, -1);
    }

    private static double[] array(List<Double> hours) {
        return hours.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Hazards of 0.05 an hour to go and 0.02 to come back; p(t) = 2/7 + 5/7 exp(−0.07 t). */
    @Test
    void sharesAreThoseOfAWorldWithKnownHazards() {
        UniformRandomProvider random = RandomSource.XO_RO_SHI_RO_128_PP.create(20190315);
        for (int i = 0; i < 4000; i++) {
            double end = 10 + 190 * random.nextDouble();
            List<Double> changes = new ArrayList<>();
            double t = 0;
            while (true) {
                t -= Math.log(1 - random.nextDouble()) / (changes.size() % 2 == 0 ? 0.05 : 0.02);
                if (t > end) {
                    break;
                }
                changes.add(t);
            }
            exact(end, changes.stream().mapToDouble(Double::doubleValue).toArray());
        }
        for (double hours : new double[] {1, 24, 72}) {
            double truth = 2 / 7.0 + 5 / 7.0 * Math.exp(-0.07 * hours);
            assertThat(share(hours).estimate()).isCloseTo(truth, within(0.04));
        }
    }

    @Test
    void intervalsDoNotDependOnTheOrderOfItemsAndNameTheirKind() {
        List<double[]> changes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            changes.add(i % 3 == 0 ? NONE : i % 3 == 1 ? new double[] {5 + i} : new double[] {2, 10 + i % 4});
        }
        VisibleShares shares = new VisibleShares(List.of(24.0), 1, 0.95, 200, 7);
        changes.forEach(each -> paths.add(START, each, each, 200, true, -1));
        VisibleShares.Visible first = shares.estimate(paths);
        Collections.shuffle(changes, new Random(5));
        VisiblePaths shuffled = new VisiblePaths();
        changes.forEach(each -> shuffled.add(START, each, each, 200, true, -1));

        assertThat(shares.estimate(shuffled)).isEqualTo(first);
        assertThat(first.intervalMethod()).isEqualTo(IntervalMethod.ITEM_BOOTSTRAP);
        Share share = first.shares().get(0);
        assertThat(share.ciLow()).isLessThan(share.estimate());
        assertThat(share.ciHigh()).isGreaterThan(share.estimate());
        VisiblePaths families = new VisiblePaths();
        for (int i = 0; i < changes.size(); i++) {
            families.add(START, changes.get(i), changes.get(i), 200, true, i / 2);
        }
        VisibleShares.Visible clustered = shares.estimate(families);
        assertThat(clustered.intervalMethod()).isEqualTo(IntervalMethod.FAMILY_BOOTSTRAP);
        assertThat(clustered.nEffective()).isCloseTo(30, within(1e-9));
    }

    private void exact(double end, double... changes) {
        paths.add(START, changes, changes, end, true, -1);
    }

    private Share share(double deadline) {
        return new VisibleShares(List.of(deadline), 1, 0.95, 0, 1)
                .estimate(paths)
                .shares()
                .get(0);
    }

    private void assertPoint(double deadline, double expected) {
        assertThat(share(deadline).identifiability()).isEqualTo(Identifiability.POINT);
        assertThat(share(deadline).estimate()).isCloseTo(expected, within(1e-12));
    }

    private void assertBounds(double deadline, double low, double high) {
        assertThat(share(deadline).identifiability()).isEqualTo(Identifiability.BOUNDS);
        assertThat(share(deadline).boundLow()).isCloseTo(low, within(1e-12));
        assertThat(share(deadline).boundHigh()).isCloseTo(high, within(1e-12));
    }
}
