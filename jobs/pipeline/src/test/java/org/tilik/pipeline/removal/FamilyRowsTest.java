// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;

class FamilyRowsTest {
    private static final double INF = Double.POSITIVE_INFINITY;
    private static final RemovalEstimator ESTIMATOR =
            RemovalEstimator.standard().withDeadlines(1, 24, 168).withMinAtRisk(10);

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void countedTimesGiveTheSharesThatTheTimesThemselvesGive(boolean brackets) {
        RemovalEstimate alone = ESTIMATOR.estimate(rows(10_000, brackets).all().data());
        for (int mostExact : new int[] {0, 700}) {
            RemovalEstimate counted = rows(mostExact, brackets).all().estimate(ESTIMATOR);
            assertThat(counted.n()).isEqualTo(alone.n());
            assertThat(counted.events()).isEqualTo(alone.events());
            assertThat(counted.nEffective()).isCloseTo(alone.nEffective(), within(1e-9));
            for (int d = 0; d < 3; d++) {
                Share expected = alone.deadlines().get(d).share();
                Share share = counted.deadlines().get(d).share();
                assertThat(share.boundLow()).isCloseTo(expected.boundLow(), within(1e-6));
                assertThat(share.boundHigh()).isCloseTo(expected.boundHigh(), within(1e-6));
            }
        }
    }

    /** 1,000 gaps of 400 families in whole hours, which end cells of the grid; one of ten was not followed. */
    private static FamilyRows rows(int mostExact, boolean brackets) {
        SplittableRandom random = new SplittableRandom(4);
        FamilyRows rows = new FamilyRows(mostExact);
        for (int i = 0; i < 1_000; i++) {
            int family = random.nextInt(400);
            double lower = 1 + random.nextInt(200);
            double upper = random.nextInt(3) == 0 ? INF : brackets ? lower + random.nextInt(40) : lower;
            long unit = UnitHash.of("family " + family);
            if (random.nextInt(10) == 0) {
                rows.add(0, -lower, INF, unit, family);
            } else {
                rows.add(0, lower, upper, unit, family);
            }
        }
        return rows;
    }
}
