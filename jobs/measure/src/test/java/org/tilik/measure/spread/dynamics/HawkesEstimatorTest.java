// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.tilik.measure.spread.dynamics.References.assertClose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.rng.simple.RandomSource;
import org.junit.jupiter.api.Test;

/** What is fitted, what is refused and by which name. */
class HawkesEstimatorTest {

    private static final HawkesEstimator CASCADES = HawkesEstimator.of(KernelShape.EXPONENTIAL, Immigration.NONE);
    private static final HawkesEstimator STREAM = HawkesEstimator.of(KernelShape.EXPONENTIAL, Immigration.CONSTANT);

    private static List<EventSequence> cascades(double n, Kernel kernel, int many, double end, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, many)
                .mapToObj(i -> EventSequence.of(SimulatedWorld.cascade(n, kernel, end, random), end))
                .toList();
    }

    @Test
    void hoursAndMinutesGiveTheSameBranchingRatio() {
        List<EventSequence> hours = cascades(0.7, new Kernel.Exponential(1), 50, 10, 1);
        List<EventSequence> minutes = hours.stream()
                .map(events -> EventSequence.of(
                        IntStream.range(0, events.size())
                                .mapToDouble(i -> events.time(i) * 60)
                                .toArray(),
                        events.end() * 60))
                .toList();
        HawkesFit a = CASCADES.fit(hours).orElseThrow();
        HawkesFit b = CASCADES.fit(minutes).orElseThrow();
        assertClose("n*", b.branchingRatio().estimate(), a.branchingRatio().estimate(), 1e-8);
        assertClose(
                "beta", b.model().kernel().density(0) * 60, a.model().kernel().density(0), 1e-8);
        assertClose("high", b.profileHigh(), a.profileHigh(), 1e-6);
        assertClose("distance", b.fit().statistic(), a.fit().statistic(), 1e-6);
    }

    @Test
    void theOrderOfCascadesDoesNotMatter() {
        List<EventSequence> cascades = new ArrayList<>(cascades(0.7, new Kernel.Exponential(1), 50, 10, 2));
        HawkesFit a = CASCADES.fit(cascades).orElseThrow();
        Collections.shuffle(cascades, new Random(5));
        HawkesFit b = CASCADES.fit(cascades).orElseThrow();
        assertClose("n*", b.branchingRatio().estimate(), a.branchingRatio().estimate(), 1e-9);
        assertClose("low", b.profileLow(), a.profileLow(), 1e-7);
    }

    @Test
    void atTheEndsOfTheProfileIntervalTheLikelihoodHasFallenByTheQuantile() {
        List<EventSequence> cascades = cascades(0.7, new Kernel.Exponential(1), 50, 10, 3);
        HawkesFit fit = CASCADES.fit(cascades).orElseThrow();
        for (double n : new double[] {fit.profileLow(), fit.profileHigh()}) {
            // The best β for this n*, on a fine grid.
            double best = IntStream.range(0, 40_000)
                    .mapToDouble(i -> 0.3 + i * 1e-4)
                    .map(beta -> new HawkesModel(n, 0, new Kernel.Exponential(beta), Immigration.NONE)
                            .logLikelihood(cascades))
                    .max()
                    .orElseThrow();
            assertThat(2 * (fit.logLikelihood() - best)).isCloseTo(3.841458820694124, within(1e-4));
        }
    }

    @Test
    void fewEventsNoFollowUpAndTiesHaveTheirNames() {
        EventSequence small = EventSequence.of(new double[] {0, 1, 2, 5}, 9);
        assertThat(CASCADES.fit(List.of(small)).none()).contains(NoEstimate.FEW_EVENTS);
        assertThat(CASCADES.fit(List.of()).none()).contains(NoEstimate.NO_FOLLOW_UP);
        assertThat(CASCADES.fit(List.of(EventSequence.of(new double[] {0}, 0))).none())
                .contains(NoEstimate.NO_FOLLOW_UP);
        EventSequence tied = EventSequence.of(new double[] {0, 1, 1, 5}, 9);
        assertThat(CASCADES.withLeastEvents(2).fit(List.of(tied)).none()).contains(NoEstimate.TIED_TIMES);
    }

    @Test
    void aRootAloneIsNoEventHoweverFewAreAskedFor() {
        List<EventSequence> roots = Collections.nCopies(50, EventSequence.of(new double[] {0}, 9));
        assertThat(CASCADES.withLeastEvents(0).fit(roots).none()).contains(NoEstimate.FEW_EVENTS);
    }

    @Test
    void tiesWithinTheirPrecisionAreSpreadAndNamed() {
        double second = 1 / 3600.0;
        EventSequence spread = EventSequence.of(new double[] {0, 0, 1, 1, 1, 2}, 9, second);
        assertThat(IntStream.range(0, 6).mapToDouble(spread::time).toArray())
                .containsExactly(0, second / 2, 1, 1 + second / 3, 1 + 2 * second / 3, 2);
        assertThat(spread.spreadTies()).isEqualTo(3);
        HawkesFit fit = STREAM.withLeastEvents(5).fit(List.of(spread)).orElseThrow();
        assertThat(fit.caveats()).contains(HawkesCaveat.TIES_SPREAD);
    }

    @Test
    void secondsHardlyChangeWhatExactTimesGive() {
        double second = 1 / 3600.0;
        List<EventSequence> exact = cascades(0.8, new Kernel.Exponential(60), 300, 2, 4);
        List<EventSequence> rounded = exact.stream()
                .map(events -> EventSequence.of(
                        IntStream.range(0, events.size())
                                .mapToDouble(i -> Math.floor(events.time(i) / second) * second)
                                .toArray(),
                        events.end(),
                        second))
                .toList();
        HawkesFit a = CASCADES.fit(exact).orElseThrow();
        HawkesFit b = CASCADES.fit(rounded).orElseThrow();
        assertThat(b.caveats()).contains(HawkesCaveat.TIES_SPREAD).doesNotContain(HawkesCaveat.FASTER_THAN_CLOCK);
        assertClose("n*", b.branchingRatio().estimate(), a.branchingRatio().estimate(), 0.01);
        assertClose("beta", b.model().kernel().density(0), a.model().kernel().density(0), 0.03);
    }

    @Test
    void eventsAfterTheEndAreLeftOutAndCounted() {
        EventSequence events = EventSequence.of(new double[] {3, 0, 1, 9.5}, 9);
        assertThat(events.size()).isEqualTo(3);
        assertThat(events.afterEnd()).isEqualTo(1);
    }

    @Test
    void evenlySpacedEventsFollowNothing() {
        double[] even = IntStream.range(0, 100).mapToDouble(i -> i).toArray();
        assertThat(STREAM.fit(List.of(EventSequence.of(even, 100))).none()).contains(NoEstimate.NO_EXCITATION);
    }

    @Test
    void lagsThatOnlyBecomeLongerUpToTheEndHaveNoScale() {
        // No exponential has fewer short lags than long ones: the flattest fits best.
        List<EventSequence> late = IntStream.range(0, 40)
                .mapToObj(i -> EventSequence.of(new double[] {0, 5 + i / 100.0}, 6))
                .toList();
        assertThat(CASCADES.fit(late).none()).contains(NoEstimate.KERNEL_AT_BOUNDARY);
    }

    @Test
    void aPureCascadeLeavesNoRoomForImmigration() {
        List<EventSequence> cascades = cascades(0.9, new Kernel.Exponential(5), 30, 200, 6);
        assertThat(HawkesEstimator.of(KernelShape.EXPONENTIAL, Immigration.CONSTANT_AFTER_FIRST)
                        .fit(cascades)
                        .none())
                .contains(NoEstimate.NO_IMMIGRATION);
    }

    @Test
    void anExplodingCascadeIsFlagged() {
        List<EventSequence> cascades = cascades(1.3, new Kernel.Exponential(1), 10, 8, 7);
        HawkesFit fit = CASCADES.fit(cascades).orElseThrow();
        assertThat(fit.branchingRatio().estimate()).isGreaterThan(1);
        assertThat(fit.caveats()).contains(HawkesCaveat.SUPERCRITICAL);
        assertThat(fit.model().totalOffspring()).isInfinite();
    }

    @Test
    void aPowerLawRefusesMorePairsThanItsLimit() {
        double[] many = IntStream.range(0, 2002).mapToDouble(i -> i * 0.37).toArray();
        HawkesEstimator powerLaw = HawkesEstimator.of(KernelShape.POWER_LAW, Immigration.NONE);
        assertThat(powerLaw.fit(List.of(EventSequence.of(many, 1000))).none()).contains(NoEstimate.TOO_MANY_PAIRS);
    }

    @Test
    void shortLagsTakenForLongOnesPushTheExponentToItsBound() {
        List<EventSequence> exponential = cascades(0.8, new Kernel.Exponential(1), 200, 30, 12);
        Outcome<HawkesFit> powerLaw =
                HawkesEstimator.of(KernelShape.POWER_LAW, Immigration.NONE).fit(exponential);
        // θ and c grow together without end towards an exponential, or end on a flat ridge that still fits as well.
        powerLaw.value()
                .ifPresentOrElse(
                        fit -> assertThat(fit.parameter("theta").estimate()).isGreaterThan(5),
                        () -> assertThat(powerLaw.none()).contains(NoEstimate.KERNEL_AT_BOUNDARY));
    }

    @Test
    void longLagsTakenForShortOnesShowInTheRescaledTimes() {
        List<EventSequence> longLags = cascades(0.8, new Kernel.PowerLaw(0.8, 0.05), 300, 50, 8);
        HawkesFit wrong = CASCADES.withBootstrap(99, 1).fit(longLags).orElseThrow();
        assertThat(wrong.fit().method()).isEqualTo(GoodnessOfFit.PValueMethod.PARAMETRIC_BOOTSTRAP);
        assertThat(wrong.fit().p()).isLessThanOrEqualTo(0.02);
        assertThat(wrong.caveats()).contains(HawkesCaveat.POOR_FIT);
        HawkesFit right = HawkesEstimator.of(KernelShape.POWER_LAW, Immigration.NONE)
                .fit(longLags)
                .orElseThrow();
        assertThat(right.logLikelihood()).isGreaterThan(wrong.logLikelihood() + 10);
        assertThat(right.fit().p()).isGreaterThan(0.05);
        assertThat(right.profileLow()).isLessThan(0.8);
        assertThat(right.profileHigh()).isGreaterThan(0.8);
    }

    @Test
    void theBootstrapOfTheFitRejectsTheRightModelAboutAsOftenAsItSays() {
        long rejected = IntStream.range(0, 80)
                .parallel()
                .mapToDouble(w -> CASCADES.withBootstrap(39, w)
                        .fit(cascades(0.6, new Kernel.Exponential(1), 40, 10, 100 + w))
                        .orElseThrow()
                        .fit()
                        .p())
                .filter(p -> p <= 0.1)
                .count();
        // 8 expected; 0.1 ± 3 · sqrt(0.1 · 0.9 / 80)
        assertThat(rejected).isBetween(1L, 16L);
    }

    @Test
    void theSameSeedGivesTheSameBootstrap() {
        List<EventSequence> cascades = cascades(0.6, new Kernel.Exponential(1), 40, 10, 9);
        double p =
                CASCADES.withBootstrap(50, 3).fit(cascades).orElseThrow().fit().p();
        assertThat(CASCADES.withBootstrap(50, 3)
                        .fit(cascades)
                        .orElseThrow()
                        .fit()
                        .p())
                .isEqualTo(p);
    }

    @Test
    void impossibleInputsAreRefusedInWords() {
        assertThatThrownBy(() -> EventSequence.of(new double[] {-1}, 2)).hasMessageContaining("expected finite hours");
        assertThatThrownBy(() -> CASCADES.withLevel(1)).hasMessageContaining("confidence level");
        assertThatThrownBy(() -> new HawkesModel(0.5, 1, new Kernel.Exponential(1), Immigration.NONE))
                .hasMessageContaining("immigration NONE");
    }

    @Test
    void kernelsIntegrateToOneAndTheirQuantilesInvertThem() {
        for (Kernel kernel : List.of(new Kernel.Exponential(0.7), new Kernel.PowerLaw(1.4, 0.3))) {
            for (double share : new double[] {0, 0.1, 0.5, 0.99}) {
                assertThat(kernel.cumulative(kernel.quantile(share))).isCloseTo(share, within(1e-12));
            }
            double sum = 0;
            for (double t = 5e-4; t < 10; t += 1e-3) {
                sum += kernel.density(t) * 1e-3;
            }
            assertThat(sum).isCloseTo(kernel.cumulative(10), within(1e-5));
        }
    }

    @Test
    void samplesOfTheBootstrapHaveTheNumbersThatTheModelExpects() {
        HawkesModel model = new HawkesModel(0.6, 0.5, new Kernel.Exponential(3), Immigration.CONSTANT);
        BranchingSimulation simulation = new BranchingSimulation(model, RandomSource.XO_RO_SHI_RO_128_PP.create(4));
        double mean = IntStream.range(0, 400)
                .map(i -> simulation
                        .like(EventSequence.of(new double[0], 200), 10_000)
                        .orElseThrow()
                        .size())
                .average()
                .orElseThrow();
        // μ T / (1 − n*), less what falls after the end; standard error about 1.8
        assertThat(mean).isBetween(242.0, 256.0);
        assertThat(simulation.like(EventSequence.of(new double[0], 200), 5)).isEmpty();
    }

    @Test
    void theTailOfTheDistanceIsThatOfExactTables() {
        // scipy 1.11: kstwo.sf(d, n)
        assertThat(KolmogorovDistribution.tail(0.2940753, 20)).isCloseTo(0.05, within(0.003));
        assertThat(KolmogorovDistribution.tail(0.1340279, 100)).isCloseTo(0.05, within(0.001));
        assertThat(KolmogorovDistribution.tail(0.01, 50)).isEqualTo(1);
        double[] sorted = {0.1, 0.5, 2};
        Arrays.sort(sorted);
        assertThat(KolmogorovDistribution.distanceFromExponential(sorted))
                .isCloseTo(Math.max(2.0 / 3 - (1 - Math.exp(-0.5)), 1.0 / 3 - (1 - Math.exp(-0.1))), within(1e-12));
    }
}
