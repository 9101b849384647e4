// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.measure.spread.dynamics.References.assertClose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Likelihoods and their maxima against the reference results; SOURCE.txt beside each names where they come from. */
class HawkesReferenceTest {

    private static final double EXACT = 1e-9;
    private static final double FITTED = 1e-5;

    private static List<EventSequence> toy() {
        double[] times = References.read("hawkes_toy/input_events.csv").column("time");
        return List.of(EventSequence.of(times, 10));
    }

    private static List<EventSequence> evently() {
        References input = References.read("hawkes_evently_readme/input.csv");
        double[] cascade = input.column("cascade");
        double[] time = input.column("time");
        List<EventSequence> cascades = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= time.length; i++) {
            if (i == time.length || cascade[i] != cascade[from]) {
                cascades.add(EventSequence.of(Arrays.copyOfRange(time, from, i), 5));
                from = i;
            }
        }
        return cascades;
    }

    @Test
    void logLikelihoodsOfAStationaryStreamAreThoseOfFortyDigits() {
        References expected = References.read("hawkes_toy/expected_loglik_T10.csv");
        assertThat(expected.size()).isEqualTo(5);
        for (int i = 0; i < expected.size(); i++) {
            HawkesModel model = new HawkesModel(
                    expected.number(i, "branching_ratio_alpha"),
                    expected.number(i, "mu"),
                    new Kernel.Exponential(expected.number(i, "beta")),
                    Immigration.CONSTANT);
            assertClose("log-likelihood", model.logLikelihood(toy()), expected.number(i, "loglik"), EXACT);
            assertClose(
                    "offspring",
                    model.totalOffspring(),
                    expected.number(i, "expected_total_offspring_per_immigrant"),
                    EXACT);
        }
    }

    @Test
    void theMostLikelyStationaryStreamIsThatOfTheReference() {
        References expected = References.read("hawkes_toy/expected_mle.csv");
        HawkesFit fit = HawkesEstimator.of(KernelShape.EXPONENTIAL, Immigration.CONSTANT)
                .withLeastEvents(9)
                .fit(toy())
                .orElseThrow();
        assertClose("log-likelihood", fit.logLikelihood(), expected.value("loglik"), EXACT);
        assertClose("mu", fit.model().rate(), expected.value("mu"), FITTED);
        assertClose("n*", fit.branchingRatio().estimate(), expected.value("alpha"), FITTED);
        assertClose("beta", fit.parameter("beta_per_hour").estimate(), expected.value("beta"), FITTED);
        // Nine events exclude neither a process without excitation nor one that explodes or nearly does.
        assertThat(fit.profileLow()).isZero();
        assertThat(fit.profileHigh()).isGreaterThan(0.7);
    }

    @Test
    void aHundredCascadesOfEventlyHaveItsPublishedMaximum() {
        References expected = References.read("hawkes_evently_readme/expected.csv");
        List<EventSequence> cascades = evently();
        assertThat(cascades).hasSize(100);
        HawkesModel truth = new HawkesModel(0.9, 0, new Kernel.Exponential(1), Immigration.NONE);
        assertClose("at the truth", -truth.logLikelihood(cascades), expected.value("nll_at_true_0.9_1"), EXACT);
        HawkesFit fit = HawkesEstimator.of(KernelShape.EXPONENTIAL, Immigration.NONE)
                .fit(cascades)
                .orElseThrow();
        assertClose("log-likelihood", -fit.logLikelihood(), expected.value("neg_log_lik"), EXACT);
        assertClose("K", fit.branchingRatio().estimate(), expected.value("K"), FITTED);
        assertClose("theta", fit.parameter("beta_per_hour").estimate(), expected.value("theta"), FITTED);
        assertThat(fit.profileLow()).isLessThan(0.9);
        assertThat(fit.profileHigh()).isGreaterThan(0.9);
        assertThat(fit.events()).isEqualTo(314);
    }

    @Test
    void aPowerLawHasTheLikelihoodOfItsDefinition() {
        double theta = 0.8;
        double c = 0.3;
        double n = 0.6;
        double[] t = {0, 0.5, 0.7, 2.25};
        double end = 4;
        double expected = 0;
        for (int i = 0; i < t.length; i++) {
            double intensity = 0;
            for (int j = 0; j < i; j++) {
                intensity += n * theta * Math.pow(c, theta) * Math.pow(t[i] - t[j] + c, -1 - theta);
            }
            expected += i == 0 ? 0 : Math.log(intensity);
            expected -= n * (1 - Math.pow(c / (end - t[i] + c), theta));
        }
        HawkesModel model = new HawkesModel(n, 0, new Kernel.PowerLaw(theta, c), Immigration.NONE);
        assertClose("log-likelihood", model.logLikelihood(List.of(EventSequence.of(t, end))), expected, 1e-13);
    }
}
