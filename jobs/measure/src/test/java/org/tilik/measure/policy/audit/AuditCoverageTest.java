// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tilik.measure.removal.CauseGroup;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;
import org.tilik.measure.removal.ShareDifference;
import org.tilik.measure.removal.misclassification.AdjustedShare;
import org.tilik.measure.removal.misclassification.PredictiveValueAdjustment;

/** Worlds in which a classifier alone makes languages differ: corrected figures do not, and their intervals hold. */
class AuditCoverageTest {
    private static final double LEVEL = 0.95;
    private static final int SAMPLE = 1_000;

    /** One figure of one world: what was estimated, its interval, and what is true. */
    private record Trial(double estimate, double low, double high, double truthLow, double truthHigh) {
        boolean isGiven() {
            return !Double.isNaN(low) && !Double.isNaN(high);
        }

        boolean holds() {
            return low <= truthLow && high >= truthHigh;
        }
    }

    private record Result(double mean, double truth, int given, double held, double width) {}

    private static Map<String, Trial> trials(long seed, int replicates, boolean stratified) {
        AuditWorld world = new AuditWorld(20190315L * 31 + seed, SAMPLE, stratified);
        Map<String, Trial> trials = new LinkedHashMap<>();
        double[][] shares = new double[3][2];
        for (int language = 0; language < 2; language++) {
            String name = ", " + AuditWorld.LANGUAGES[language] + " language";
            double truth = world.prevalence(language);
            PredictionSums found = world.found(language);
            AuditedItems audited = world.audited(language);
            CorrectedPrevalence dsl =
                    DesignBasedLearning.stratified(found, audited).prevalence(LEVEL);
            CorrectedPrevalence tuned =
                    PredictionPowered.weighted(found, audited).mean().prevalence(LEVEL);
            CorrectedPrevalence rogan = DesignBasedLearning.roganGladen(found, audited, LEVEL);
            trials.put("prevalence as found" + name, point(found.mean(), truth));
            trials.put("prevalence, dsl" + name, trial(dsl, truth));
            trials.put("prevalence, ppi_plus_plus" + name, trial(tuned, truth));
            trials.put("prevalence, rogan_gladen" + name, trial(rogan, truth));

            OverRemoval removal = new OverRemoval(
                    RemovalEstimator.standard()
                            .withDeadlines(AuditWorld.DEADLINE)
                            .withMinAtRisk(10)
                            .withBootstrap(replicates, seed),
                    List.of("platform"),
                    new CauseGroup("removed", Set.of("platform"), Set.of()));
            double removed = AuditWorld.removedWithin();
            Share naive = RemovalEstimator.standard()
                    .withDeadlines(AuditWorld.DEADLINE)
                    .estimate(world.tracked(language))
                    .deadlines()
                    .get(0)
                    .share();
            List<AuditedLifetime> lives = world.lifetimes(language);
            Share weighted = removal.ofViolating(world.design, lives)
                    .estimate()
                    .causeGroups()
                    .get("removed")
                    .get(0)
                    .share();
            trials.put("removed within 24 h as found" + name, trial(naive, removed));
            trials.put("removed within 24 h, audit_ipw" + name, trial(weighted, removed));
            DesignShare value = world.predictiveValue(language);
            double trueValue = world.truePredictiveValue(language);
            trials.put(
                    "predictive value" + name,
                    new Trial(
                            value.share().estimate(),
                            value.share().ciLow(),
                            value.share().ciHigh(),
                            trueValue,
                            trueValue));
            AdjustedShare adjusted = new PredictiveValueAdjustment(
                            value.share().estimate(), value.share().ciLow())
                    .bounds(naive);
            trials.put(
                    "removed within 24 h, ppv_adjusted" + name,
                    new Trial(Double.NaN, adjusted.ciLow(), adjusted.ciHigh(), removed, removed));
            ShareDifference difference = removal.difference(world.design, lives).get(0);
            double trueDifference = 0.03 - removed;
            trials.put(
                    "protected − violating removed within 24 h" + name,
                    new Trial(
                            difference.estimate(),
                            difference.ciLow(),
                            difference.ciHigh(),
                            trueDifference,
                            trueDifference));
            shares[0][language] = found.mean();
            shares[1][language] = dsl.raw();
            shares[2][language] = weighted.estimate();
            trials.merge("gap of languages, removed as found", point(naive.estimate(), 0), AuditCoverageTest::gap);
        }
        trials.put("gap of languages, prevalence as found", point(shares[0][1] - shares[0][0], 0));
        trials.put("gap of languages, prevalence dsl", point(shares[1][1] - shares[1][0], 0));
        trials.put("gap of languages, removed audit_ipw", point(shares[2][1] - shares[2][0], 0));
        return trials;
    }

    private static Trial gap(Trial first, Trial second) {
        return point(second.estimate() - first.estimate(), 0);
    }

    private static Trial point(double estimate, double truth) {
        return new Trial(estimate, Double.NaN, Double.NaN, truth, truth);
    }

    private static Trial trial(CorrectedPrevalence share, double truth) {
        return new Trial(share.raw(), share.ciLow(), share.ciHigh(), truth, truth);
    }

    private static Trial trial(Share share, double truth) {
        return new Trial(share.estimate(), share.ciLow(), share.ciHigh(), truth, truth);
    }

    private static Map<String, Result> over(int worlds, int replicates, boolean stratified) {
        List<Map<String, Trial>> all = IntStream.range(0, worlds)
                .parallel()
                .mapToObj(seed -> trials(seed, replicates, stratified))
                .toList();
        Map<String, Result> results = new LinkedHashMap<>();
        for (String figure : all.get(0).keySet()) {
            List<Trial> trials = all.stream().map(world -> world.get(figure)).toList();
            List<Trial> given = trials.stream().filter(Trial::isGiven).toList();
            results.put(
                    figure,
                    new Result(
                            trials.stream()
                                    .mapToDouble(Trial::estimate)
                                    .average()
                                    .orElseThrow(),
                            trials.stream()
                                    .mapToDouble(Trial::truthLow)
                                    .average()
                                    .orElseThrow(),
                            given.size(),
                            given.stream().filter(Trial::holds).count() / Math.max(1.0, given.size()),
                            given.stream()
                                    .mapToDouble(trial -> trial.high() - trial.low())
                                    .average()
                                    .orElse(Double.NaN)));
        }
        return results;
    }

    private static void assertCorrected(Map<String, Result> results, double least) {
        assertThat(results.get("gap of languages, prevalence as found").mean()).isGreaterThan(0.03);
        assertThat(results.get("gap of languages, prevalence dsl").mean()).isBetween(-0.01, 0.01);
        assertThat(results.get("gap of languages, removed as found").mean()).isLessThan(-0.2);
        assertThat(results.get("gap of languages, removed audit_ipw").mean()).isBetween(-0.05, 0.05);
        results.forEach((figure, result) -> {
            if (result.given() > 0 && !figure.contains("as found")) {
                assertThat(result.held()).as("%s: %s", figure, result).isGreaterThan(least);
            }
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theGapBetweenLanguagesVanishesAndIntervalsHold(boolean stratified) {
        // .92 − 4 · sqrt(.92 · .08 / 60)
        assertCorrected(over(60, 100, stratified), 0.78);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aThousandWorlds(boolean stratified) {
        Map<String, Result> results = over(1_000, 1_000, stratified);
        results.forEach((figure, result) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.4f | %.4f | %d | %.1f | %.4f |%n",
                figure,
                result.truth(),
                result.mean(),
                result.given(),
                100 * result.held(),
                result.width()));
        assertCorrected(results, 0.9);
    }
}
