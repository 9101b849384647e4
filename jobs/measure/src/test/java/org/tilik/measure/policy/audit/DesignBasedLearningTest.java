// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.ReferenceTable;

/** Oracle: the formulas in numpy; all samples of a small frame for the variance. */
class DesignBasedLearningTest {
    private static final double EXACT = 1e-9;

    @Test
    void theReferenceMeanAndErrorsAreReproduced() {
        ReferenceTable expected =
                ReferenceTable.read("/org/tilik/measure/policy/audit/ppi_dsl_prevalence/expected.csv");
        ReferenceTable input = ReferenceTable.read("/org/tilik/measure/policy/audit/ppi_dsl_prevalence/input.csv");
        SamplingDesign.Builder design = SamplingDesign.builder();
        double[] predictions = new double[input.size()];
        for (int i = 0; i < input.size(); i++) {
            predictions[i] = input.number(i, "pred");
            if (input.number(i, "sampled") == 1) {
                design.add("all", input.number(i, "pi"), true);
            }
        }
        AuditedItems.Builder items = AuditedItems.builder(design.build());
        for (int i = 0; i < input.size(); i++) {
            if (input.number(i, "sampled") == 1) {
                items.add(predictions[i], input.number(i, "gold"));
            }
        }
        PredictionSums all = PredictionSums.of(predictions);
        AuditedItems audited = items.build();
        assertThat(audited.coded()).isEqualTo(201);
        MeanEstimate mean = DesignBasedLearning.plain(all, audited);
        assertClose("mean", mean.estimate(), expected.value("dsl_mean")[0], EXACT);
        assertClose("error", mean.standardError(), expected.value("dsl_se_ddof1")[0], EXACT);
        assertClose("naive", all.mean(), expected.value("naive_pred_mean")[0], EXACT);
        assertClose("mean", DesignBasedLearning.stratified(all, audited).estimate(), mean.estimate(), 1e-12);
    }

    @Test
    void predictionPoweredMeansAreReproduced() {
        ReferenceTable expected =
                ReferenceTable.read("/org/tilik/measure/policy/audit/ppi_dsl_prevalence/expected.csv");
        ReferenceTable input = ReferenceTable.read("/org/tilik/measure/policy/audit/ppi_dsl_prevalence/input.csv");
        ReferenceTable coded =
                ReferenceTable.read("/org/tilik/measure/policy/audit/ppi_dsl_prevalence/input_ppi_labelled.csv");
        double[] predictions = new double[coded.size()];
        double[] labels = new double[coded.size()];
        for (int i = 0; i < labels.length; i++) {
            predictions[i] = coded.number(i, "pred");
            labels[i] = coded.number(i, "gold");
        }
        double[] others = new double[input.size() - labels.length];
        for (int i = 0; i < others.length; i++) {
            others[i] = input.number(labels.length + i, "pred");
        }
        PredictionSums unlabelled = PredictionSums.of(others);
        MeanEstimate plain = PredictionPowered.mean(predictions, labels, unlabelled);
        assertClose("mean", plain.estimate(), expected.value("ppi_mean")[0], EXACT);
        assertClose("error", plain.standardError(), expected.value("ppi_se_ddof0")[0], EXACT);
        PredictionPowered.Tuned tuned = PredictionPowered.tuned(predictions, labels, unlabelled);
        assertClose("lambda", tuned.lambda(), expected.value("ppi_plus_lambda_plugin")[0], EXACT);
        assertClose("mean", tuned.mean().estimate(), expected.value("ppi_plus_mean")[0], EXACT);
        assertClose("error", tuned.mean().standardError(), expected.value("ppi_plus_se_ddof0")[0], EXACT);

        // The weighted form of one simple random sample differs only in where the variance of predictions comes from.
        SamplingDesign.Builder design = SamplingDesign.builder();
        Arrays.stream(labels).forEach(label -> design.add("all", 300 / 2000.0, true));
        AuditedItems.Builder items = AuditedItems.builder(design.build());
        for (int i = 0; i < labels.length; i++) {
            items.add(predictions[i], labels[i]);
        }
        double[] all = Arrays.copyOf(predictions, input.size());
        System.arraycopy(others, 0, all, labels.length, others.length);
        PredictionPowered.Tuned weighted = PredictionPowered.weighted(PredictionSums.of(all), items.build());
        assertClose("mean", weighted.mean().estimate(), tuned.mean().estimate(), 0.01);
        // Its error leaves out that this archive's own mean varies about that of what could have been posted.
        double share = Arrays.stream(labels).average().orElseThrow();
        double whole = Math.hypot(weighted.mean().standardError(), Math.sqrt(share * (1 - share) / all.length));
        assertClose("error", whole, tuned.mean().standardError(), 0.01);
    }

    /** Two strata of 5 and 4 items, of which 2 and 3 are drawn: all 40 samples. */
    @Test
    void overAllSamplesOfASmallFrameMeanAndVarianceAreRightOnAverage() {
        double[] prediction = {1, 1, 0, 1, 0, 0.5, 0, 1, 0.2};
        double[] gold = {1, 0, 0, 1, 1, 1, 0, 0, 0};
        PredictionSums all = PredictionSums.of(prediction);
        double truth = Arrays.stream(gold).average().orElseThrow();
        double mean = 0;
        double squares = 0;
        double variance = 0;
        int samples = 0;
        for (int drawn = 0; drawn < 1 << 9; drawn++) {
            if (Integer.bitCount(drawn & 31) == 2 && Integer.bitCount(drawn >> 5) == 3) {
                SamplingDesign.Builder design = SamplingDesign.builder();
                for (int i = 0; i < 9; i++) {
                    if ((drawn >> i & 1) == 1) {
                        design.add(i < 5 ? "a" : "b", i < 5 ? 0.4 : 0.75, true);
                    }
                }
                AuditedItems.Builder items = AuditedItems.builder(design.build());
                for (int i = 0; i < 9; i++) {
                    if ((drawn >> i & 1) == 1) {
                        items.add(prediction[i], gold[i]);
                    }
                }
                MeanEstimate estimate = DesignBasedLearning.stratified(all, items.build());
                mean += estimate.estimate();
                squares += (estimate.estimate() - truth) * (estimate.estimate() - truth);
                variance += estimate.standardError() * estimate.standardError();
                samples++;
            }
        }
        assertThat(samples).isEqualTo(40);
        assertClose("mean", mean / samples, truth, 1e-12);
        assertClose("variance", variance / samples, squares / samples, 1e-12);
    }

    @Test
    void aDomainKeepsTheItemsOutsideItInTheSample() {
        SamplingDesign.Builder design = SamplingDesign.builder();
        for (int i = 0; i < 10; i++) {
            design.add("a", 0.1, true);
        }
        AuditedItems.Builder items = AuditedItems.builder(design.build());
        for (int i = 0; i < 10; i++) {
            if (i < 6) {
                items.add(0, i < 2 ? 1 : 0);
            } else {
                items.addOutside();
            }
        }
        MeanEstimate mean = DesignBasedLearning.stratified(PredictionSums.found(0, 60), items.build());
        assertClose("mean", mean.estimate(), 20 / 60.0, 1e-12);
        // N² (1 − n/N) s² / n of ten values of which two are 1.
        double spread = (2 * 0.8 * 0.8 + 8 * 0.2 * 0.2) / 9;
        assertClose("error", mean.standardError(), Math.sqrt(100 * 100 * 0.9 * spread / 10) / 60, 1e-12);
        assertThat(mean.degreesOfFreedom()).isEqualTo(9);
    }

    @Test
    void whatWasNotCodedIsTakenToBeLikeTheRestOfItsStratum() {
        SamplingDesign design = SamplingDesign.builder()
                .add("a", 0.1, true)
                .add("a", 0.1, false)
                .add("a", 0.1, true)
                .add("b", 0.5, true)
                .add("c", 0.2, false)
                .build();
        // 30 items of stratum a lie on two, 5 of c are spread over the 32 of a and b.
        assertClose("weight", design.weight(0), 15 * 37 / 32.0, 1e-12);
        assertThat(design.weight(1)).isZero();
        assertClose("frame", design.frameSize(), 37, 1e-12);
        assertThat(design.uncoveredStrata()).isEqualTo(1);
        assertThat(design.coded()).isEqualTo(3);
        assertClose("frame", design.calibratedTo(74).frameSize(), 74, 1e-12);
    }

    @Test
    void sensitivityAndSpecificityOfTheSampleGiveTheSameShareAsCounts() {
        SamplingDesign.Builder design = SamplingDesign.builder();
        for (int i = 0; i < 150; i++) {
            design.add("all", 0.01, true);
        }
        AuditedItems.Builder items = AuditedItems.builder(design.build());
        for (int i = 0; i < 150; i++) {
            items.add(i < 45 || i >= 145 ? 1 : 0, i < 50 ? 1 : 0);
        }
        PredictionSums all = PredictionSums.found(1500, 15_000);
        CorrectedPrevalence share = DesignBasedLearning.roganGladen(all, items.build(), 0.95);
        CorrectedPrevalence counted = RoganGladen.counted(45, 50, 95, 100).corrected(0.1, 0, 0.95);
        assertClose("share", share.raw(), counted.raw(), 1e-12);
        // Divisor n − 1, and one item in a hundred is known.
        assertClose("error", share.standardError(), counted.standardError() * Math.sqrt(0.99 * 150 / 149), 1e-9);
    }

    @Test
    void withoutAnErrorSeenThereIsNoInterval() {
        SamplingDesign.Builder design = SamplingDesign.builder();
        for (int i = 0; i < 10; i++) {
            design.add("a", 0.1, true);
        }
        AuditedItems.Builder items = AuditedItems.builder(design.build());
        for (int i = 0; i < 10; i++) {
            items.add(i < 3 ? 1 : 0, i < 3 ? 1 : 0);
        }
        CorrectedPrevalence share = DesignBasedLearning.stratified(PredictionSums.found(30, 100), items.build())
                .prevalence(0.95);
        assertThat(share.estimate()).isEqualTo(0.3);
        assertThat(share.ciLow()).isNaN();
    }

    @Test
    void impossibleSamplesAreRefused() {
        assertThatThrownBy(() -> SamplingDesign.builder().add("a", 0, true))
                .hasMessageContaining("inclusion probability is 0.0");
        SamplingDesign design = SamplingDesign.builder().add("a", 1, true).build();
        assertThatThrownBy(() -> AuditedItems.builder(design).add(2, 0)).hasMessageContaining("prediction 2.0");
        assertThatThrownBy(() -> AuditedItems.builder(design).build()).hasMessageContaining("but 1 were drawn");
        assertThatThrownBy(() -> PredictionSums.found(5, 4)).hasMessageContaining("squares");
    }
}
