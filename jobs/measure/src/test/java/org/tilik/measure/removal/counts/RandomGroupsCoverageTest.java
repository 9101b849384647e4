// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;

/**
 * Worlds of exact times in which copies of one content go together: intervals from random groups cover the share gone
 * within 24 h in about 95 of 100, where intervals that took copies for independent would cover far fewer.
 */
class RandomGroupsCoverageTest {
    private static final int WORLDS = 100;
    private static final int FAMILIES = 400;
    private static final RemovalEstimator ESTIMATOR =
            RemovalEstimator.standard().withDeadlines(24).withQuantiles().withMinAtRisk(10);

    /** The share gone within 24 h: half of the families are quick (mean 12 h), half slow (mean 96 h). */
    private static final double TRUTH = 1 - (Math.exp(-24 / 12.0) + Math.exp(-24 / 96.0)) / 2;

    /** Families of 1 to 6 copies of one speed; a tenth is last seen alive before. */
    private static RiskCounts world(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RiskCounter counter = new RiskCounter(TimeGrid.graded(), List.of());
        for (int family = 0; family < FAMILIES; family++) {
            double mean = random.nextBoolean() ? 12 : 96;
            int copies = 1 + random.nextInt(6);
            long unit = random.nextLong();
            for (int copy = 0; copy < copies; copy++) {
                double gone = -mean * Math.log(1 - random.nextDouble());
                double end = random.nextInt(10) == 0 ? 48 * random.nextDouble() + 0.1 : 200;
                double last = Math.min(gone, end);
                counter.add(0, last, gone <= end ? gone : Double.POSITIVE_INFINITY, 0, unit, copies > 1);
            }
        }
        return counter.counts();
    }

    @Test
    void intervalsCoverTheTruth() {
        int covered = 0;
        int coveredAsIfIndependent = 0;
        for (int w = 0; w < WORLDS; w++) {
            RiskCounts counts = world(w);
            covered += holds(counts.estimate(ESTIMATOR.withBootstrap(200, w))
                            .deadlines()
                            .get(0)
                            .share())
                    ? 1
                    : 0;
            coveredAsIfIndependent +=
                    holds(ESTIMATOR.estimate(counts.data()).deadlines().get(0).share()) ? 1 : 0;
        }
        // Binomial with 0.95: 99.8 % of such runs give 87 to 100 of 100.
        assertThat(covered).isBetween(87, 100);
        assertThat(coveredAsIfIndependent).isLessThan(87);
    }

    private static boolean holds(Share share) {
        return share.ciLow() <= TRUTH && TRUTH <= share.ciHigh();
    }
}
