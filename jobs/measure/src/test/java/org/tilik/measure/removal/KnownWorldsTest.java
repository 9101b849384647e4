// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Seeded worlds whose truth is known: removal times are exponential with mean 40 hours. Tolerances are four standard
 * errors of what the number of worlds supports.
 */
class KnownWorldsTest {

    private static final double MEAN = 40;
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final int WORLDS = 200;
    /** 0.95 ± 4 · sqrt(0.95 · 0.05 / 200), cut at 1. */
    private static final double LEAST_COVERAGE = 0.888;

    private final SplittableRandom random = new SplittableRandom(20190315);

    @Test
    void intervalsOfMedianAndShareHoldTheTruthAsOftenAsTheySay() {
        double median = MEAN * Math.log(2);
        int medianHeld = 0;
        int shareHeld = 0;
        int meanHeld = 0;
        double truncatedMean = MEAN * (1 - Math.exp(-24 / MEAN));
        for (int world = 0; world < WORLDS; world++) {
            RemovalDataBuilder rows = RemovalData.builder(List.of());
            for (int i = 0; i < 150; i++) {
                double t = lifetime();
                double seenUntil = 150 * random.nextDouble();
                rows.add(0, Math.min(t, seenUntil), t <= seenUntil ? t : INF, 0, 1);
            }
            RemovalEstimate estimate =
                    RemovalEstimator.standard().withDeadlines(24).withTau(24).estimate(rows.build());
            Quantile quantile = estimate.quantiles().get(0);
            medianHeld += holds(quantile.ciLow(), quantile.ciHigh(), median);
            Share share = estimate.deadlines().get(0).share();
            shareHeld += holds(share.ciLow(), share.ciHigh(), goneWithin(24));
            RestrictedMean mean = estimate.restrictedMean();
            meanHeld += holds(mean.ciLow(), mean.ciHigh(), truncatedMean);
        }
        assertThat(medianHeld / (double) WORLDS).isGreaterThan(LEAST_COVERAGE);
        assertThat(shareHeld / (double) WORLDS).isGreaterThan(LEAST_COVERAGE);
        assertThat(meanHeld / (double) WORLDS).isGreaterThan(LEAST_COVERAGE);
    }

    @Test
    void whatWasCapturedLateSaysSomethingTrueOnlyWithEntryTimes() {
        double withEntry = 0;
        double ignoringEntry = 0;
        for (int world = 0; world < WORLDS; world++) {
            RemovalDataBuilder late = RemovalData.builder(List.of());
            RemovalDataBuilder naive = RemovalData.builder(List.of());
            for (int i = 0; i < 400; i++) {
                double t = lifetime();
                double capture = 30 * random.nextDouble();
                if (capture < t) {
                    late.add(capture, t, t, 0, 1);
                    naive.add(0, t, t, 0, 1);
                }
            }
            RemovalEstimator estimator =
                    RemovalEstimator.standard().withDeadlines(24).withMinAtRisk(10);
            DeadlineShare share = estimator.estimate(late.build()).deadlines().get(0);
            assertThat(share.conditionalOnHours()).isBetween(0.1, 5.0);
            withEntry += share.givenCaptured().estimate() - goneWithin(24 - share.conditionalOnHours());
            ignoringEntry +=
                    estimator.estimate(naive.build()).deadlines().get(0).share().estimate() - goneWithin(24);
        }
        // The standard deviation of one share is about 0.04.
        assertThat(Math.abs(withEntry / WORLDS)).isLessThan(0.012);
        assertThat(ignoringEntry / WORLDS).isLessThan(-0.1);
    }

    @Test
    void boundsOfRecheckedItemsHoldTheTruthAndTheirIntervalsNearlyAlways() {
        int worlds = 40;
        int held = 0;
        double low = 0;
        double high = 0;
        for (int world = 0; world < worlds; world++) {
            RemovalDataBuilder rows = RemovalData.builder(List.of());
            for (int i = 0; i < 200; i++) {
                addRechecked(rows);
            }
            RemovalEstimate estimate = RemovalEstimator.standard()
                    .withDeadlines(24)
                    .withBootstrap(50, world)
                    .estimate(rows.build());
            Share share = estimate.deadlines().get(0).share();
            assertThat(share.identifiability()).isEqualTo(Identifiability.BOUNDS);
            held += holds(share.ciLow(), share.ciHigh(), goneWithin(24));
            low += share.boundLow() / worlds;
            high += share.boundHigh() / worlds;
        }
        assertThat(goneWithin(24)).isBetween(low, high);
        assertThat(held).isGreaterThanOrEqualTo(38);
    }

    @Test
    void copiesThatGoTogetherNeedFamiliesForAnHonestInterval() {
        int families = 0;
        int items = 0;
        int worlds = 100;
        for (int world = 0; world < worlds; world++) {
            RemovalDataBuilder grouped = RemovalData.builder(List.of());
            RemovalDataBuilder apart = RemovalData.builder(List.of());
            for (int family = 0; family < 60; family++) {
                double t = lifetime();
                grouped.add(0, t, t, 0, 10, family);
                apart.add(0, t, t, 0, 10);
            }
            RemovalEstimator estimator =
                    RemovalEstimator.standard().withDeadlines(24).withBootstrap(200, world);
            Share honest =
                    estimator.estimate(grouped.build()).deadlines().get(0).share();
            Share naive = estimator.estimate(apart.build()).deadlines().get(0).share();
            families += holds(honest.ciLow(), honest.ciHigh(), goneWithin(24));
            items += holds(naive.ciLow(), naive.ciHigh(), goneWithin(24));
        }
        // 0.95 − 4 · sqrt(0.95 · 0.05 / 100); intervals that take ten copies for ten witnesses hold about half.
        assertThat(families / (double) worlds).isGreaterThan(0.86);
        assertThat(items / (double) worlds).isLessThan(0.7);
    }

    /** Seen again about every 18 hours for five days. */
    private void addRechecked(RemovalDataBuilder rows) {
        double t = lifetime();
        double seen = 0;
        while (seen < 120) {
            double check = seen + 12 + 12 * random.nextDouble();
            if (t <= check) {
                rows.add(0, seen, check, 0, 1);
                return;
            }
            seen = check;
        }
        rows.add(0, seen, INF, 0, 1);
    }

    private double lifetime() {
        return -MEAN * Math.log(1 - random.nextDouble());
    }

    private static double goneWithin(double hours) {
        return 1 - Math.exp(-hours / MEAN);
    }

    /** An end that is not reached is no limit. */
    private static int holds(double low, double high, double truth) {
        return !(low > truth) && !(high < truth) ? 1 : 0;
    }
}
