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

    /** Worlds of one kind. */
    private record Worlds(int weeks, double rho, int number) {
        Series changed() {
            return new Series(weeks / 2, weeks - weeks / 2, LEVEL, SLOPE, rho, DEVIATION);
        }

        Series unchanged() {
            return new Series(weeks / 2, weeks - weeks / 2, 0, 0, rho, DEVIATION);
        }

        SeriesFit fit(Series series, int seed) {
            return MODEL.fit(series.shares(random(seed)), Series.interruption()).orElseThrow();
        }

        SeriesFit counts(int seed) {
            return MODEL.fitCounts(changed().counts(30, random(seed)), Series.interruption())
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

        double levelCoverage() {
            return share(seed -> holds(fit(changed(), seed).level(), LEVEL));
        }

        double slopeCoverage() {
            return share(seed -> holds(fit(changed(), seed).slope(), SLOPE));
        }

        double countCoverage() {
            return share(seed -> holds(counts(seed).level(), LEVEL));
        }

        double falseLevels() {
            return share(seed -> fit(unchanged(), seed).level().p() < 0.05);
        }

        double falseRanks() {
            return share(seed ->
                    PlaceboDates.of(unchanged().shares(random(seed)), Series.interruption(), SeriesPlan.standard())
                                    .orElseThrow()
                                    .levelShare()
                            <= 0.05);
        }
    }

    private static boolean holds(Change change, double truth) {
        return change.ciLow() <= truth && truth <= change.ciHigh();
    }

    @ParameterizedTest
    @CsvSource({"40, 0, 0.85, 0.94", "160, 0, 0.91, 0.97", "160, 0.3, 0.86, 0.95", "40, 0.6, 0.65, 0.84"})
    void intervalsHoldTheTruthAsOftenAsTheReadmeSays(int weeks, double rho, double least, double most) {
        Worlds worlds = new Worlds(weeks, rho, 400);
        assertThat(worlds.levelCoverage()).isBetween(least, most);
        assertThat(1 - worlds.falseLevels()).isBetween(least, most);
        assertThat(worlds.mean(
                        seed -> worlds.fit(worlds.changed(), seed).level().estimate()))
                .isBetween(LEVEL - 0.006, LEVEL + 0.006);
    }

    @Test
    void countsHoldTheTruthAsOften() {
        assertThat(new Worlds(80, 0, 400).countCoverage()).isBetween(0.88, 0.97);
    }

    @Tag("slow")
    @ParameterizedTest
    @CsvSource({"40,0", "40,.3", "40,.6", "80,0", "80,.3", "80,.6", "160,0", "160,.3", "160,.6"})
    void aThousandWorlds(int weeks, double rho) {
        Worlds worlds = new Worlds(weeks, rho, 1000);
        boolean ranked = weeks >= 80;
        System.out.printf(
                Locale.ROOT,
                "| %d | %.1f | %.1f | %.1f | %.1f | %.1f | %s | %.2f |%n",
                weeks,
                rho,
                100 * worlds.levelCoverage(),
                100 * worlds.slopeCoverage(),
                100 * worlds.countCoverage(),
                100 * worlds.falseLevels(),
                ranked ? String.format(Locale.ROOT, "%.1f", 100 * worlds.falseRanks()) : "–",
                worlds.mean(seed -> worlds.fit(worlds.changed(), seed).firstAutocorrelation()));
        assertThat(worlds.levelCoverage()).isBetween(0.6, 0.97);
    }
}
