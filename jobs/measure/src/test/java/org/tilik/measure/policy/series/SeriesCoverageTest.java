// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Intervals in many series of known truth; a thousand of each kind stand in the README. */
class SeriesCoverageTest {

    private static final double LEVEL = -0.1;
    private static final double SLOPE = -0.002;
    private static final double DEVIATION = 0.05;
    private static final InterruptedSeries MODEL = InterruptedSeries.of(SeriesPlan.standard());
    private static final InterruptedSeries NEWEY_WEST =
            InterruptedSeries.of(SeriesPlan.standard().with(SeriesErrors.NEWEY_WEST));

    /** Worlds of one kind. */
    private record Worlds(int weeks, double rho, int number) {
        Series changed() {
            return changed(DEVIATION);
        }

        Series changed(double deviation) {
            return new Series(weeks / 2, weeks - weeks / 2, LEVEL, SLOPE, rho, deviation);
        }

        Series unchanged() {
            return new Series(weeks / 2, weeks - weeks / 2, 0, 0, rho, DEVIATION);
        }

        SeriesFit fit(InterruptedSeries model, int seed) {
            return model.fit(changed().shares(random(seed)), Series.interruption())
                    .orElseThrow();
        }

        SeriesFit counts(double mean, double deviation, int seed) {
            return MODEL.fitCounts(changed(deviation).counts(mean, random(seed)), Series.interruption())
                    .orElseThrow();
        }

        Random random(int seed) {
            return new Random(20190315L * 31 + seed);
        }

        double share(IntPredicate holds) {
            return IntStream.range(0, number).parallel().filter(holds).count() / (double) number;
        }

        double mean(IntToDoubleFunction value) {
            return IntStream.range(0, number).mapToDouble(value).average().orElseThrow();
        }

        double levelCoverage(InterruptedSeries model) {
            return share(seed -> holds(fit(model, seed).level(), LEVEL));
        }

        double slopeCoverage(InterruptedSeries model) {
            return share(seed -> holds(fit(model, seed).slope(), SLOPE));
        }

        double countCoverage(double mean, double deviation) {
            return share(seed -> holds(counts(mean, deviation, seed).level(), LEVEL));
        }

        double falseLevels() {
            return share(seed -> MODEL.fit(unchanged().shares(random(seed)), Series.interruption())
                            .orElseThrow()
                            .level()
                            .p()
                    < 0.05);
        }

        double falseRanks() {
            return share(seed ->
                    PlaceboDates.of(unchanged().shares(random(seed)), Series.interruption(), SeriesPlan.standard())
                                    .orElseThrow()
                                    .levelShare()
                            <= 0.05);
        }

        double autocorrelation() {
            return mean(seed -> fit(NEWEY_WEST, seed).firstAutocorrelation());
        }
    }

    private static boolean holds(Change change, double truth) {
        return change.ciLow() <= truth && truth <= change.ciHigh();
    }

    /** Of 500 worlds the share found lies within 0.03 of that of many, in all but 1 of 400 such tests. */
    @ParameterizedTest
    @CsvSource({"26, 0", "26, .3", "26, .6", "52, 0", "52, .3", "52, .6", "104, 0", "104, .3", "104, .6"})
    void intervalsHoldTheTruthAsOftenAsTheySay(int weeks, double rho) {
        Worlds worlds = new Worlds(weeks, rho, 500);
        assertThat(worlds.levelCoverage(MODEL)).isBetween(0.92, 0.985);
        assertThat(worlds.slopeCoverage(MODEL)).isBetween(0.92, 0.985);
        assertThat(worlds.falseLevels()).isBetween(0.015, 0.08);
        assertThat(worlds.levelCoverage(NEWEY_WEST)).isLessThan(worlds.levelCoverage(MODEL) - 0.02);
    }

    @Test
    void theEstimateIsThatOfLeastSquaresWhateverTheInterval() {
        Worlds worlds = new Worlds(40, 0.6, 400);
        assertThat(worlds.mean(seed -> worlds.fit(MODEL, seed).level().estimate()))
                .isBetween(LEVEL - 0.006, LEVEL + 0.006)
                .isEqualTo(
                        worlds.mean(seed -> worlds.fit(NEWEY_WEST, seed).level().estimate()));
    }

    @ParameterizedTest
    @CsvSource({"30, .05, 0", "30, .05, .6", "100, .2, .6"})
    void countsHoldTheTruthAsOften(double mean, double deviation, double rho) {
        assertThat(new Worlds(52, rho, 500).countCoverage(mean, deviation)).isBetween(0.92, 0.985);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({
        "26,0", "26,.3", "26,.6", "26,.8", "52,0", "52,.3", "52,.6", "52,.8", "104,0", "104,.3", "104,.6", "104,.8"
    })
    void aThousandWorlds(int weeks, double rho) {
        Worlds worlds = new Worlds(weeks, rho, 1000);
        System.out.printf(
                Locale.ROOT,
                "| %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f | %s | %.2f |%n",
                weeks,
                rho,
                100 * worlds.levelCoverage(MODEL),
                100 * worlds.slopeCoverage(MODEL),
                100 * worlds.countCoverage(30, 0.05),
                100 * worlds.countCoverage(100, 0.2),
                100 * worlds.falseLevels(),
                100 * worlds.levelCoverage(NEWEY_WEST),
                100 * worlds.slopeCoverage(NEWEY_WEST),
                weeks >= 80 ? String.format(Locale.ROOT, "%.1f", 100 * worlds.falseRanks()) : "–",
                worlds.autocorrelation());
        assertThat(worlds.levelCoverage(MODEL)).isBetween(0.88, 0.985);
    }
}
