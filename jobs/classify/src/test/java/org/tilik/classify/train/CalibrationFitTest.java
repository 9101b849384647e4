// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tilik.classify.Head;
import org.tilik.classify.heads.Calibration;
import org.tilik.classify.heads.HeadCalibration;

class CalibrationFitTest {
    private static void add(CalibrationFit fit, String language, int texts, double slope, double intercept, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < texts; i++) {
            double score = 8 * random.nextDouble() - 4;
            double probability = 1 / (1 + Math.exp(-(slope * score + intercept)));
            fit.add(Head.HATEFUL, language, score, random.nextDouble() < probability);
        }
    }

    @Test
    void aLanguageWithEnoughTextsHasItsOwnLine() {
        CalibrationFit fit = new CalibrationFit();
        add(fit, "en", 20_000, 1, 0, 1);
        add(fit, "id", 4_000, 1, -2, 2);
        Calibration calibration = fit.fit();

        assertThat(calibration.of("id", Head.HATEFUL).intercept()).isCloseTo(-2, within(0.25));
        assertThat(calibration.of("en", Head.HATEFUL).intercept()).isCloseTo(0, within(0.15));
        assertThat(calibration.of("id", Head.HATEFUL).probability(0)).isCloseTo(0.12, within(0.03));
    }

    @Test
    void aLanguageWithFewTextsHasTheLineOfAllTogether() {
        CalibrationFit fit = new CalibrationFit();
        add(fit, "en", 2_000, 1, 0, 1);
        add(fit, "fr", 8, 1, -2, 2);
        Calibration calibration = fit.fit();

        assertThat(calibration.of("fr", Head.HATEFUL))
                .isEqualTo(calibration.of(Calibration.ALL_LANGUAGES, Head.HATEFUL))
                .isEqualTo(calibration.of("sv", Head.HATEFUL));
    }

    @Test
    void aHeadWithoutTextsKeepsItsLogOddsAndOneHalf() {
        assertThat(new CalibrationFit().fit().of("en", Head.COUNTER)).isEqualTo(new HeadCalibration(1, 0, 0.5));
    }

    @Test
    void theThresholdPartsTheLabels() {
        CalibrationFit fit = new CalibrationFit();
        for (int i = 0; i < 200; i++) {
            fit.add(Head.COUNTER, "en", i < 20 ? 1.5 : -1.5, i < 20);
        }
        HeadCalibration calibration = fit.fit().of("en", Head.COUNTER);

        assertThat(calibration.threshold()).isBetween(0.1, 0.9);
        assertThat(calibration.probability(1.5)).isGreaterThanOrEqualTo(calibration.threshold());
        assertThat(calibration.probability(-1.5)).isLessThan(calibration.threshold());
    }

    @Test
    void ofOrdinaryTextsAtMostOneInTwoHundredReachTheThresholdOfTheirHead() {
        CalibrationFit fit = new CalibrationFit();
        for (int i = 0; i < 600; i++) {
            fit.add(Head.EXTREMIST_SUPPORT, "en", i < 300 ? 3 : -3, i < 300);
            fit.addOrdinary(Head.EXTREMIST_SUPPORT, "en", "posts", -3);
            fit.addOrdinary(Head.EXTREMIST_SUPPORT, "en", "everyday", i < 3 ? 2 : i < 20 ? 0.5 : -3);
        }
        HeadCalibration calibration = fit.fit().of("en", Head.EXTREMIST_SUPPORT);

        assertThat(calibration.probability(0.5)).isLessThan(calibration.threshold());
        assertThat(calibration.probability(2)).isGreaterThanOrEqualTo(calibration.threshold());
    }

    @Test
    void aLanguageWithFewOrdinaryTextsHasNoLowerThresholdThanAllTogether() {
        CalibrationFit fit = new CalibrationFit();
        for (int i = 0; i < 600; i++) {
            String language = i % 10 == 0 ? "fr" : "en";
            fit.add(Head.EXTREMIST_SUPPORT, language, i < 300 ? 3 : -3, i < 300);
            fit.addOrdinary(Head.EXTREMIST_SUPPORT, language, "posts", language.equals("en") && i < 100 ? 1 : -3);
        }
        Calibration calibration = fit.fit();

        assertThat(calibration
                        .of(Calibration.ALL_LANGUAGES, Head.EXTREMIST_SUPPORT)
                        .threshold())
                .isGreaterThan(0.5);
        assertThat(calibration.of("fr", Head.EXTREMIST_SUPPORT).threshold())
                .isGreaterThanOrEqualTo(calibration
                        .of(Calibration.ALL_LANGUAGES, Head.EXTREMIST_SUPPORT)
                        .threshold());
    }
}
