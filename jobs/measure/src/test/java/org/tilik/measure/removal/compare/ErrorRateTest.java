// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Seeded worlds without any difference between groups: tests at 0.05 must say otherwise in about 5 of 100. Bands are
 * four standard errors of what the number of worlds supports.
 */
class ErrorRateTest {

    private static final int WORLDS = 500;

    /** How often each test is below 0.05. */
    private static Map<String, Double> rates(
            int worlds,
            Function<Integer, List<Group>> world,
            Map<String, Function<List<Group>, Outcome<Double>>> tests) {
        Map<String, Double> rates = new TreeMap<>();
        for (int w = 0; w < worlds; w++) {
            List<Group> groups = world.apply(w);
            tests.forEach((name, test) -> {
                double p = test.apply(groups).orElseThrow();
                rates.merge(name, p < 0.05 ? 1.0 / worlds : 0, Double::sum);
            });
        }
        return rates;
    }

    private static void assertNear(Map<String, Double> rates, int worlds) {
        double margin = 4 * Math.sqrt(0.05 * 0.95 / worlds);
        assertThat(rates).isNotEmpty();
        rates.forEach((name, rate) ->
                assertThat(rate).as("%s says different at 0.05", name).isBetween(0.05 - margin, 0.05 + margin));
    }

    @Test
    void exactTimesWithLateEntryAndUnequalGroups() {
        assertNear(
                rates(
                        WORLDS,
                        seed -> Worlds.groups(seed, 60, 90, 20),
                        Map.of(
                                "log-rank",
                                        groups -> LogRankTest.LOG_RANK
                                                .test(groups)
                                                .map(TestResult::p),
                                "Cox, Wald", groups -> wald(groups).map(RegressionTest::p))),
                WORLDS);
    }

    @Test
    void exactTimesFromTheStart() {
        assertNear(
                rates(
                        WORLDS,
                        seed -> Worlds.groups(1000 + seed, 80, 60, 0),
                        Map.of(
                                "log-rank",
                                        groups -> LogRankTest.LOG_RANK
                                                .test(groups)
                                                .map(TestResult::p),
                                "Peto-Peto",
                                        groups -> LogRankTest.PETO_PETO
                                                .test(groups)
                                                .map(TestResult::p),
                                "restricted mean",
                                        groups -> MeanComparison.of(groups, 48, 0.95)
                                                .map(means -> means.contrasts()
                                                        .get(0)
                                                        .difference()
                                                        .p()),
                                "proportionality",
                                        groups -> RegressionData.ofGroups(groups)
                                                .flatMap(CoxRegression.efron()::proportionality)
                                                .map(check -> check.global().p()),
                                "Sun, χ²", groups -> sun().test(groups).map(PermutationResult::p))),
                WORLDS);
    }

    @Test
    void competingCauses() {
        assertNear(
                rates(
                        WORLDS,
                        seed -> Worlds.competing(seed, 70),
                        Map.of("Gray", groups -> GrayTest.test(groups, 1).map(TestResult::p))),
                WORLDS);
    }

    @Test
    void bracketsOfTwoGroups() {
        assertNear(
                rates(
                        WORLDS,
                        seed -> Worlds.checked(seed, 60, 1, 1),
                        Map.of(
                                "Sun, χ²", groups -> sun().test(groups).map(PermutationResult::p),
                                "Wilcoxon, χ²",
                                        groups -> IntervalScoreTest.asymptotic(IntervalScore.WILCOXON)
                                                .test(groups)
                                                .map(PermutationResult::p))),
                WORLDS);
        int fewer = 200;
        assertNear(
                rates(
                        fewer,
                        seed -> Worlds.checked(5000 + seed, 15, 1, 1),
                        Map.of(
                                "Sun, permutations",
                                groups -> IntervalScoreTest.permuted(IntervalScore.SUN, 199, 1)
                                        .test(groups)
                                        .map(PermutationResult::p))),
                fewer);
    }

    @Test
    void copiesThatGoTogetherAreNoWitnesses() {
        Map<String, Function<List<Group>, Outcome<Double>>> tests = Map.of(
                "log-rank", groups -> LogRankTest.LOG_RANK.test(groups).map(TestResult::p),
                "restricted mean",
                        groups -> MeanComparison.of(groups, 48, 0.95)
                                .map(means ->
                                        means.contrasts().get(0).difference().p()),
                "Cox, Wald", groups -> wald(groups).map(RegressionTest::p));
        assertNear(rates(WORLDS, seed -> Worlds.families(seed, 60, 4, true, false), tests), WORLDS);
        assertNear(rates(WORLDS, seed -> Worlds.families(seed, 60, 4, true, true), tests), WORLDS);
        Map<String, Double> naive = rates(WORLDS, seed -> Worlds.families(seed, 60, 4, false, false), tests);
        assertThat(naive.values()).allMatch(rate -> rate > 0.15);
    }

    @Test
    void copiesInBracketsAreExchangedByFamilyOrCountedByFamily() {
        Map<String, Function<List<Group>, Outcome<Double>>> tests =
                Map.of("Sun, χ²", groups -> sun().test(groups).map(PermutationResult::p));
        int fewer = 300;
        assertNear(rates(fewer, seed -> Worlds.checked(seed, 50, 4, 1), tests), fewer);
        assertNear(rates(fewer, seed -> Worlds.checked(seed, 80, 4, 2), tests), fewer);
    }

    private static IntervalScoreTest sun() {
        return IntervalScoreTest.asymptotic(IntervalScore.SUN);
    }

    private static Outcome<RegressionTest> wald(List<Group> groups) {
        return RegressionData.ofGroups(groups)
                .flatMap(CoxRegression.efron()::fit)
                .map(RegressionFit::wald);
    }
}
