// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.spread.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Intervals of the branching ratio in many worlds of known truth; two thousand of each kind stand in the README. */
class HawkesCoverageTest {

    /** One world: NaN where there is no estimate. */
    private record Trial(double estimate, boolean wald, boolean profile, double p) {}

    private static List<Trial> trials(HawkesWorld world, int worlds) {
        HawkesEstimator estimator = HawkesEstimator.of(world.shape(), world.immigration);
        return IntStream.range(0, worlds)
                .parallel()
                .mapToObj(seed -> {
                    List<EventSequence> sequences = world.sequences(new SplittableRandom(20190315L * 31 + seed));
                    return estimator
                            .fit(sequences)
                            .map(fit -> trial(world.ratio, fit))
                            .value()
                            .orElseGet(() -> new Trial(Double.NaN, false, false, Double.NaN));
                })
                .filter(trial -> !Double.isNaN(trial.estimate()))
                .toList();
    }

    private static Trial trial(double truth, HawkesFit fit) {
        ParameterEstimate n = fit.branchingRatio();
        return new Trial(
                n.estimate(),
                n.ciLow() <= truth && truth <= n.ciHigh(),
                !(fit.profileLow() > truth) && !(fit.profileHigh() < truth),
                fit.fit().p());
    }

    private static double mean(List<Trial> trials) {
        return trials.stream().mapToDouble(Trial::estimate).average().orElse(Double.NaN);
    }

    private static double profileShare(List<Trial> trials) {
        return trials.stream().filter(Trial::profile).count() / (double) trials.size();
    }

    private static double waldShare(List<Trial> trials) {
        return trials.stream().filter(Trial::wald).count() / (double) trials.size();
    }

    @ParameterizedTest
    @EnumSource(
            value = HawkesWorld.class,
            names = {"WATCHED_TO_THE_END", "CUT_OFF_EARLY", "REMOVED", "STREAM"})
    void intervalsHoldTheTruthAsOftenAsTheySay(HawkesWorld world) {
        List<Trial> trials = trials(world, 300);
        assertThat(trials).hasSizeGreaterThan(285);
        assertThat(profileShare(trials)).isBetween(0.92, 0.98);
        assertThat(waldShare(trials)).isBetween(0.92, 0.98);
    }

    @Test
    void timeInWhichNothingCouldFollowMakesTheBranchingRatioSmallAndAnEndAtRemovalMendsIt() {
        List<Trial> unknown = trials(HawkesWorld.REMOVED_UNKNOWN, 100);
        assertThat(mean(unknown)).isLessThan(0.45);
        assertThat(profileShare(unknown)).isLessThan(0.2);
        List<Trial> known = trials(HawkesWorld.REMOVED, 100);
        assertThat(mean(known)).isBetween(0.57, 0.64);
    }

    @Tag("slow")
    @ParameterizedTest
    @EnumSource(HawkesWorld.class)
    void twoThousandWorlds(HawkesWorld world) {
        List<Trial> trials = trials(world, 2000);
        double median = trials.stream()
                .mapToDouble(Trial::estimate)
                .sorted()
                .skip(trials.size() / 2)
                .findFirst()
                .orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.3f | %.3f | %.1f | %.1f | %d | %.1f |%n",
                world,
                world.ratio,
                mean(trials),
                median,
                100 * profileShare(trials),
                100 * waldShare(trials),
                trials.size(),
                100 * trials.stream().filter(trial -> trial.p() < 0.05).count() / (double) trials.size());
        assertThat(trials).hasSizeGreaterThan(1000);
    }
}
