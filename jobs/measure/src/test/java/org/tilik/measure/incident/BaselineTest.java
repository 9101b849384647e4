// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;

class BaselineTest {
    private static final int BLOCKS = 28;

    /** Blocks that all hold as many copies, which vary less than chance has it. */
    private static long[] blocks(long each) {
        long[] blocks = new long[BLOCKS];
        Arrays.fill(blocks, each);
        return blocks;
    }

    /** −log10 of the probability of x or more in a Gamma mixture of Poisson numbers, summed and integrated by hand. */
    private static double byQuadrature(double copies, double blocks, int x) {
        double shape = copies + 0.5;
        double sum = 0;
        double weights = 0;
        double step = 1e-4;
        for (double rate = step / 2; rate < 20; rate += step) {
            double weight = Math.exp((shape - 1) * Math.log(rate) - blocks * rate);
            weights += weight;
            sum += weight * PoissonDistribution.of(rate).survivalProbability(x - 1);
        }
        return -Math.log10(sum / weights);
    }

    @Test
    void theSurpriseIsThatOfARateWithAGammaDistribution() {
        assertThat(Baseline.of(blocks(1)).surprise(8)).isCloseTo(byQuadrature(28, BLOCKS, 8), within(1e-6));
        assertThat(Baseline.of(blocks(3)).surprise(12)).isCloseTo(byQuadrature(84, BLOCKS, 12), within(1e-6));
    }

    @Test
    void withALongBaselineItIsThatOfPoisson() {
        long[] many = new long[100_000];
        Arrays.fill(many, 4);
        double poisson = -Math.log10(PoissonDistribution.of(4).survivalProbability(19));

        assertThat(Baseline.of(many).surprise(20)).isCloseTo(poisson, within(1e-3));
    }

    /** −log10 of the probability of x or more of a negative binomial number, added up term by term. */
    private static double byTerms(double shape, double mean, double varianceRatio, int x) {
        double q = 1 - 1 / varianceRatio;
        double term = Math.pow(1 - q, shape);
        double sum = 0;
        for (int k = 0; k < 10_000; k++) {
            sum += k >= x ? term : 0;
            term *= (k + shape) / (k + 1) * q;
        }
        assertThat(shape * (varianceRatio - 1)).isCloseTo(mean, within(1e-12));
        return -Math.log10(sum);
    }

    @Test
    void aBaselineWithoutCopiesSurprisesLessTheShorterItIs() {
        double week = Baseline.of(new long[28]).surprise(10);
        double day = Baseline.of(new long[4]).surprise(10);

        assertThat(week).isCloseTo(byTerms(0.5, 0.5 / 28, 1 + 1 / 28.0, 10), within(1e-9));
        assertThat(day).isCloseTo(byTerms(0.5, 0.5 / 4, 1 + 1 / 4.0, 10), within(1e-9));
        assertThat(day).isLessThan(week);
    }

    @Test
    void copiesInClustersSurpriseLessThanTheSameCopiesOneByOne() {
        long[] clusters = new long[BLOCKS];
        clusters[3] = 14;
        clusters[20] = 14;

        assertThat(Baseline.of(clusters).mean())
                .isEqualTo(Baseline.of(blocks(1)).mean());
        assertThat(Baseline.of(clusters).surprise(14)).isLessThan(2);
        assertThat(Baseline.of(blocks(1)).surprise(14)).isGreaterThan(9);
    }

    @Test
    void surpriseGrowsWithCopiesAndIsFinite() {
        Baseline baseline = Baseline.of(blocks(1));
        double before = baseline.surprise(0);
        assertThat(before).isZero();
        for (int copies = 1; copies < 200; copies++) {
            assertThat(baseline.surprise(copies)).isGreaterThan(before);
            before = baseline.surprise(copies);
        }
        assertThat(baseline.surprise(1_500_000)).isEqualTo(Baseline.MOST_SURPRISE);
        assertThat(Baseline.of(blocks(100_000)).surprise(1)).isZero();
    }
}
