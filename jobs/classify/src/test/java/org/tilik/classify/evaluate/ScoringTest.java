// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.classify.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ScoringTest {
    private static final double EXACT = 1e-12;

    private static ScoredLabels of(double... probabilitiesAndLabels) {
        ScoredLabels labels = new ScoredLabels();
        for (int i = 0; i < probabilitiesAndLabels.length; i += 2) {
            labels.add(probabilitiesAndLabels[i], probabilitiesAndLabels[i] >= 0.5, probabilitiesAndLabels[i + 1] == 1);
        }
        return labels;
    }

    private static ScoredLabels simulated(int texts, SplittableRandom random) {
        ScoredLabels labels = new ScoredLabels();
        for (int i = 0; i < texts; i++) {
            boolean label = random.nextDouble() < 0.3;
            boolean predicted = label == random.nextDouble() < 0.8;
            labels.add(predicted ? 0.8 : 0.2, predicted, label);
        }
        return labels;
    }

    /** By hand: two hits, two false alarms, one pass; of six pairs 4.5 in order; bands off by .1, .8, .4, .2 in five. */
    @Test
    void metricsAreThoseWorkedOutByHand() {
        HeadMetrics metrics = Scoring.of(of(0.9, 1, 0.8, 0, 0.7, 1, 0.7, 0, 0.2, 0), 200, 1);

        assertThat(metrics.texts()).isEqualTo(5);
        assertThat(metrics.positives()).isEqualTo(2);
        assertThat(metrics.precision()).isEqualTo(0.5);
        assertThat(metrics.recall()).isEqualTo(1);
        assertThat(metrics.specificity()).isCloseTo(1.0 / 3, within(EXACT));
        assertThat(metrics.f1()).isCloseTo(2.0 / 3, within(EXACT));
        assertThat(metrics.macroF1()).isCloseTo((2.0 / 3 + 0.5) / 2, within(EXACT));
        assertThat(metrics.auc()).isCloseTo(4.5 / 6, within(EXACT));
        assertThat(metrics.calibrationError()).isCloseTo(0.3, within(EXACT));
    }

    @Test
    void theAreaCountsTiesHalf() {
        assertThat(Scoring.auc(of(0.4, 1, 0.4, 0))).isEqualTo(0.5);
        assertThat(Scoring.auc(of(0.4, 1, 0.4, 0, 0.4, 0, 0.9, 1))).isCloseTo(0.75, within(EXACT));
        assertThat(Scoring.auc(of(0.1, 0, 0.2, 1))).isEqualTo(1);
        assertThat(Scoring.auc(of(0.2, 0, 0.1, 1))).isZero();
    }

    @Property(tries = 200)
    void theAreaIsTheShareOfPairsInOrder(@ForAll @IntRange(min = 2, max = 60) int texts, @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] values = new double[2 * texts];
        for (int i = 0; i < values.length; i += 2) {
            values[i] = random.nextInt(8) / 8.0;
            values[i + 1] = random.nextInt(2);
        }
        double pairs = 0;
        double inOrder = 0;
        for (int i = 0; i < values.length; i += 2) {
            for (int j = 0; j < values.length; j += 2) {
                if (values[i + 1] == 1 && values[j + 1] == 0) {
                    pairs++;
                    inOrder += values[i] > values[j] ? 1 : values[i] == values[j] ? 0.5 : 0;
                }
            }
        }
        double auc = Scoring.auc(of(values));
        if (pairs == 0) {
            assertThat(auc).isNaN();
        } else {
            assertThat(auc).isCloseTo(inOrder / pairs, within(1e-9));
        }
    }

    @Test
    void whatCannotBeSaidIsNotANumber() {
        HeadMetrics noneLabelled = Scoring.of(of(0.1, 0, 0.2, 0), 50, 1);
        HeadMetrics allLabelled = Scoring.of(of(0.9, 1, 0.8, 1), 50, 1);
        HeadMetrics nothing = Scoring.of(new ScoredLabels(), 0, 1);

        assertThat(noneLabelled.precision()).isNaN();
        assertThat(noneLabelled.recall()).isNaN();
        assertThat(noneLabelled.auc()).isNaN();
        assertThat(noneLabelled.specificity()).isOne();
        assertThat(noneLabelled.f1()).isZero();
        assertThat(noneLabelled.macroF1()).isEqualTo(0.5);
        assertThat(allLabelled.specificity()).isNaN();
        assertThat(allLabelled.auc()).isNaN();
        assertThat(allLabelled.recall()).isOne();
        assertThat(nothing.texts()).isZero();
        assertThat(nothing.auc()).isNaN();
        assertThat(nothing.macroF1Low()).isNaN();
        assertThat(nothing.macroF1High()).isNaN();
        assertThat(nothing.calibrationError()).isNaN();
    }

    @Test
    void probabilitiesThatAreFrequenciesHaveNoCalibrationError() {
        assertThat(Scoring.calibrationError(of(0.25, 1, 0.25, 0, 0.25, 0, 0.25, 0, 1, 1, 0, 0)))
                .isZero();
        assertThat(Scoring.calibrationError(of(1, 0))).isOne();
    }

    @Test
    void theIntervalHoldsTheEstimateAndIsTheSameForTheSameSeed() {
        for (long seed = 0; seed < 20; seed++) {
            ScoredLabels labels = simulated(150, new SplittableRandom(seed));
            HeadMetrics metrics = Scoring.of(labels, 500, seed);

            assertThat(metrics.macroF1()).isBetween(metrics.macroF1Low(), metrics.macroF1High());
            assertThat(Scoring.of(labels, 500, seed)).isEqualTo(metrics);
        }
    }

    /**
     * Of all texts .24 are hits, .06 misses, .14 false alarms and .56 passes: F1 is .48/.68 and 1.12/1.32, their mean
     * .7772.
     */
    @Test
    void theIntervalHoldsTheTruthNineteenTimesInTwenty() {
        double truth = (0.48 / 0.68 + 1.12 / 1.32) / 2;
        SplittableRandom random = new SplittableRandom(20);
        int held = 0;
        for (int i = 0; i < 400; i++) {
            HeadMetrics metrics = Scoring.of(simulated(200, random), 200, i);
            held += metrics.macroF1Low() <= truth && truth <= metrics.macroF1High() ? 1 : 0;
        }

        assertThat(held).isBetween(364, 392);
    }
}
