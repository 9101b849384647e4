// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tilik.measure.spread.dynamics.References.assertClose;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Processes that excite each other; reference: hawkes_toy/bivariate, mpmath with 40 digits. */
class MutualEstimatorTest {

    private static final MutualModel TRUTH =
            new MutualModel(List.of(0.3, 0.15), List.of(List.of(0.4, 0.0), List.of(0.5, 0.2)), 1.2);

    private static MarkedEvents reference() {
        References input = References.read("hawkes_toy/bivariate_input.csv");
        int[] kinds =
                Arrays.stream(input.column("platform")).mapToInt(k -> (int) k).toArray();
        return MarkedEvents.of(input.column("time"), kinds, 5);
    }

    @Test
    void logLikelihoodAndSpectralRadiusAreThoseOfTheReference() {
        References expected = References.read("hawkes_toy/bivariate_expected.csv");
        double[] mu = expected.values("mu");
        double[] alpha = expected.values("alpha_ij_j_excites_i");
        MutualModel model = new MutualModel(
                List.of(mu[0], mu[1]),
                List.of(List.of(alpha[0], alpha[1]), List.of(alpha[2], alpha[3])),
                expected.value("beta"));
        assertClose(
                "log-likelihood",
                model.logLikelihood(List.of(reference()), Immigration.CONSTANT),
                expected.value("loglik"),
                1e-9);
        assertClose("spectral radius", model.spectralRadius(), expected.value("spectral_radius"), 1e-9);
    }

    @Test
    void theSpectralRadiusHoldsForMatricesWithoutEnoughEigenvectors() {
        assertThat(radius(0.4, 0.1, 0, 0.4)).isCloseTo(0.4, within(1e-12));
        assertThat(radius(0, 1, 0, 0)).isZero();
        assertThat(radius(0, 4, 1, 0)).isCloseTo(2, within(1e-12));
    }

    private static double radius(double a, double b, double c, double d) {
        return new MutualModel(List.of(1.0, 1.0), List.of(List.of(a, b), List.of(c, d)), 1).spectralRadius();
    }

    @Test
    void oneKindGivesWhatTheSingleProcessGives() {
        double[] times = References.read("hawkes_toy/input_events.csv").column("time");
        HawkesFit single = HawkesEstimator.of(KernelShape.EXPONENTIAL, Immigration.CONSTANT)
                .withLeastEvents(9)
                .fit(List.of(EventSequence.of(times, 10)))
                .orElseThrow();
        MutualFit mutual = MutualEstimator.of(1, Immigration.CONSTANT)
                .withLeastEvents(9)
                .fit(List.of(MarkedEvents.of(times, new int[times.length], 10)))
                .orElseThrow();
        assertClose("log-likelihood", mutual.logLikelihood(), single.logLikelihood(), 1e-10);
        assertClose(
                "beta",
                mutual.beta().estimate(),
                single.parameter("beta_per_hour").estimate(),
                1e-6);
        ParameterEstimate ours = mutual.offspring().get(0).get(0);
        ParameterEstimate theirs = single.branchingRatio();
        assertClose("n*", ours.estimate(), theirs.estimate(), 1e-6);
        assertClose("low", ours.ciLow(), theirs.ciLow(), 1e-4);
        assertClose("high", ours.ciHigh(), theirs.ciHigh(), 1e-4);
        assertClose("fit", mutual.fits().get(0).statistic(), single.fit().statistic(), 1e-6);
    }

    @Test
    void aLongStreamGivesItsOwnParametersBackAndAttributesEventsAsTheyCame() {
        SimulatedWorld.Marked world = SimulatedWorld.marked(TRUTH, 4000, new SplittableRandom(11));
        MutualFit fit = MutualEstimator.of(2, Immigration.CONSTANT)
                .fit(List.of(world.events()))
                .orElseThrow();
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 2; j++) {
                double truth = TRUTH.offspring().get(i).get(j);
                ParameterEstimate found = fit.offspring().get(i).get(j);
                assertThat(found.estimate()).isCloseTo(truth, within(0.08));
                assertThat(fit.attributedShare(i, j)).isCloseTo(world.share(i, j), within(0.06));
                if (truth > 0) {
                    assertThat(truth).isBetween(found.ciLow(), found.ciHigh());
                }
            }
            assertThat(fit.attributedShares().get(i).stream()
                            .mapToDouble(Double::doubleValue)
                            .sum())
                    .isCloseTo(1, within(1e-9));
            assertThat(fit.fits().get(i).p()).isGreaterThan(0.01);
        }
        assertThat(fit.beta().ciLow()).isLessThan(TRUTH.beta());
        assertThat(fit.beta().ciHigh()).isGreaterThan(TRUTH.beta());
        assertThat(fit.spectralRadius()).isCloseTo(0.4, within(0.06));
    }

    @Test
    void theKindThatFollowsIsTheRowAndTheKindThatIsFollowedTheColumn() {
        // Kind 1 always comes a little after kind 0, and nothing follows kind 1.
        SplittableRandom random = new SplittableRandom(3);
        double[] times = new double[400];
        int[] kinds = new int[400];
        for (int k = 0; k < 200; k++) {
            times[2 * k] = 2000 * random.nextDouble();
            times[2 * k + 1] = times[2 * k] - 0.1 * Math.log1p(-random.nextDouble());
            kinds[2 * k + 1] = 1;
        }
        MutualFit fit = MutualEstimator.of(2, Immigration.CONSTANT)
                .fit(List.of(MarkedEvents.of(times, kinds, 2001)))
                .orElseThrow();
        assertThat(fit.attributedShare(1, 0)).isGreaterThan(0.9);
        assertThat(fit.attributedShare(0, 1)).isLessThan(0.1);
    }

    @Test
    void eventsAtOneTimeAreNotEachOthersSource() {
        MarkedEvents together = MarkedEvents.of(new double[] {1, 1, 2}, new int[] {0, 1, 0}, 3);
        MutualModel model = new MutualModel(List.of(0.5, 0.5), List.of(List.of(0.0, 0.9), List.of(0.9, 0.0)), 1);
        double expected = 3 * Math.log(0.5)
                + Math.log((0.5 + 0.9 * Math.exp(-1)) / 0.5)
                - 3
                - 0.9 * (2 * -Math.expm1(-2) - Math.expm1(-1));
        assertClose("log-likelihood", model.logLikelihood(List.of(together), Immigration.CONSTANT), expected, 1e-12);
    }

    @Test
    void evenlySpacedEventsFollowNothing() {
        double[] times = new double[100];
        int[] kinds = new int[100];
        for (int k = 0; k < 100; k++) {
            times[k] = k;
            kinds[k] = k % 2;
        }
        Outcome<MutualFit> fit =
                MutualEstimator.of(1, Immigration.CONSTANT).fit(List.of(MarkedEvents.of(times, new int[100], 100)));
        assertThat(fit.none()).contains(NoEstimate.NO_EXCITATION);
        assertThat(MutualEstimator.of(2, Immigration.CONSTANT)
                        .withLeastEvents(51)
                        .fit(List.of(MarkedEvents.of(times, kinds, 100)))
                        .none())
                .contains(NoEstimate.FEW_EVENTS);
    }
}
