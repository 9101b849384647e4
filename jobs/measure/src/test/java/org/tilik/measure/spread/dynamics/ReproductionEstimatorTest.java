// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.measure.spread.dynamics.References.assertClose;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Reproduction numbers by window; reference: effective_R_cori, scipy.stats.gamma. */
class ReproductionEstimatorTest {

    private static final double EXACT = 1e-9;

    @Test
    void posteriorMeansAndLimitsAreThoseOfTheReference() {
        References parameters = References.read("effective_R_cori/params.csv");
        References expected = References.read("effective_R_cori/expected.csv");
        List<Outcome<ReproductionNumber>> windows = ReproductionEstimator.of(
                        GenerationInterval.of(parameters.values("si_pmf")), (int) parameters.value("window"))
                .withPrior(parameters.value("prior_shape"), parameters.value("prior_scale"))
                .estimate(References.read("effective_R_cori/input.csv").column("count"));
        assertThat(windows).hasSameSizeAs(expected.rows());
        for (int i = 0; i < expected.size(); i++) {
            ReproductionNumber window = windows.get(i).orElseThrow();
            assertThat(window.windowStart()).isEqualTo((int) expected.number(i, "window_start"));
            assertThat(window.windowEnd()).isEqualTo((int) expected.number(i, "window_end"));
            assertClose("mean", window.mean(), expected.number(i, "mean"), EXACT);
            assertClose("low", window.low(), expected.number(i, "q025"), EXACT);
            assertClose("median", window.median(), expected.number(i, "median"), EXACT);
            assertClose("high", window.high(), expected.number(i, "q975"), EXACT);
            assertThat(window.eventsWithoutSource()).isZero();
        }
    }

    @Test
    void aWindowThatNothingCouldHaveLedToHasNoNumber() {
        List<Outcome<ReproductionNumber>> windows = ReproductionEstimator.of(GenerationInterval.of(0.5, 0.5), 2)
                .estimate(new double[] {1, 0, 0, 0, 0, 7, 1});
        assertThat(windows.get(2).none()).contains(NoEstimate.NO_INFECTIOUSNESS);
        assertThat(windows.get(3).none()).contains(NoEstimate.NO_INFECTIOUSNESS);
        ReproductionNumber last = windows.get(4).orElseThrow();
        assertThat(last.windowStart()).isEqualTo(5);
        assertThat(last.eventsWithoutSource()).isEqualTo(7);
    }

    @Test
    void lagsOfParentsCountAsTheStepTheyEndIn() {
        double[] lags = {0.2, 1, 1.1, 2, 2, 2.5, 0, -1, 3, 3, 9, 0.5, 0.1};
        GenerationInterval interval =
                GenerationInterval.ofParentLags(lags, 1, 4).orElseThrow();
        assertThat(interval.lags()).isEqualTo(10);
        assertThat(interval.lagsBeyond()).isEqualTo(1);
        assertThat(new double[] {interval.share(1), interval.share(2), interval.share(3), interval.share(4)})
                .containsExactly(0.4, 0.3, 0.3, 0);
        assertThat(GenerationInterval.ofParentLags(new double[9], 1, 4).none()).contains(NoEstimate.FEW_PARENT_LAGS);
    }
}
