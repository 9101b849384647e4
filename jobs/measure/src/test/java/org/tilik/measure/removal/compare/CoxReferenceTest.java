// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.measure.removal.ReferenceTable;

/** Oracle: R 4.2.2 with survival 3.5-3, {@code coxph} and {@code cox.zph}. */
class CoxReferenceTest {

    private static final double LIKELIHOOD = 1e-5;
    private static final double EXACT = 1e-9;

    @ParameterizedTest
    @CsvSource({"EFRON", "BRESLOW", "EXACT"})
    void everyRuleForTiesEqualsR(Ties ties) {
        RegressionData data = RegressionData.ofGroups(LogRankReferenceTest.groups(
                        ReferenceTable.read("km_freireich_6mp/input.csv"), "group", "6MP", "placebo"))
                .orElseThrow();
        RegressionFit fit = new CoxRegression(ties).fit(data).orElseThrow();
        Coefficient placebo = fit.coefficients().get(0);
        ReferenceTable expected = ReferenceTable.read("km_freireich_6mp/expected_tests.csv");
        String key = "cox_" + ties.name().toLowerCase(Locale.ROOT);
        assertThat(placebo.name()).isEqualTo("placebo");
        assertClose("coefficient", placebo.estimate(), expected.value(key + "_beta_placebo")[0], LIKELIHOOD);
        assertClose("error", placebo.standardError(), expected.value(key + "_se")[0], LIKELIHOOD);
        assertClose("low", placebo.hazardRatioLow(0.95), expected.value(key + "_hr_lo")[0], LIKELIHOOD);
        assertClose("high", placebo.hazardRatioHigh(0.95), expected.value(key + "_hr_hi")[0], LIKELIHOOD);
    }

    @Test
    void twoCovariatesTheirLikelihoodsAndTheirProportionalityEqualR() {
        RegressionData data = lung();
        RegressionFit fit = CoxRegression.efron().fit(data).orElseThrow();
        ReferenceTable expected = ReferenceTable.read("km_lung/expected_tests.csv");
        String[] names = {"sex", "age"};
        for (int j = 0; j < 2; j++) {
            Coefficient found = fit.coefficients().get(j);
            assertClose(names[j], found.estimate(), expected.value("cox_" + names[j] + "_beta")[0], LIKELIHOOD);
            assertClose("error", found.standardError(), expected.value("cox_" + names[j] + "_se")[0], LIKELIHOOD);
        }
        assertClose("null", fit.logLikelihoodNull(), expected.value("cox_loglik0")[0], EXACT);
        assertClose("maximum", fit.logLikelihood(), expected.value("cox_loglik1")[0], EXACT);
        assertClose(
                "likelihood ratio",
                fit.likelihoodRatio().orElseThrow().chiSquare(),
                2 * (expected.value("cox_loglik1")[0] - expected.value("cox_loglik0")[0]),
                1e-8);

        ProportionalityCheck check = CoxRegression.efron().proportionality(data).orElseThrow();
        for (int j = 0; j < 2; j++) {
            assertClose(
                    names[j],
                    check.terms().get(j).test().chiSquare(),
                    expected.value("zph_" + names[j] + "_chisq")[0],
                    LIKELIHOOD);
        }
        assertClose("global", check.global().chiSquare(), expected.value("zph_global_chisq")[0], LIKELIHOOD);
        assertThat(check.global().df()).isEqualTo(2);
    }

    private static RegressionData lung() {
        ReferenceTable input = ReferenceTable.read("km_lung/input.csv");
        RegressionDataBuilder rows = RegressionData.builder("sex", "age");
        for (int i = 0; i < input.size(); i++) {
            rows.addItem(
                    Double.NEGATIVE_INFINITY,
                    input.number(i, "time"),
                    input.number(i, "event") > 0,
                    input.number(i, "sex"),
                    input.number(i, "age"));
        }
        return rows.build();
    }

    @Test
    void causeSpecificHazardsEqualR() {
        ReferenceTable input = ReferenceTable.read("aj_mgus2/input.csv");
        ReferenceTable ages = ReferenceTable.read("aj_mgus2/input_age.csv");
        RegressionDataBuilder rows = RegressionData.builder("sexM", "age");
        for (int i = 0; i < input.size(); i++) {
            assertThat(ages.text(i, "id")).isEqualTo(input.text(i, "id"));
            rows.addItem(
                    Double.NEGATIVE_INFINITY,
                    input.number(i, "time"),
                    input.number(i, "event") == 1,
                    input.text(i, "sex").equals("M") ? 1 : 0,
                    ages.number(i, "age"));
        }
        RegressionFit fit = CoxRegression.efron().fit(rows.build()).orElseThrow();
        ReferenceTable expected = ReferenceTable.read("aj_mgus2/expected_regressions_pcm.csv");
        String[] names = {"sexM", "age"};
        for (int j = 0; j < 2; j++) {
            Coefficient found = fit.coefficients().get(j);
            assertClose(names[j], found.estimate(), expected.value("cs_" + names[j])[0], LIKELIHOOD);
            assertClose("error", found.standardError(), expected.value("cs_" + names[j] + "_se")[0], LIKELIHOOD);
        }
    }

    @Test
    void subDistributionHazardsEqualCmprsk() {
        ReferenceTable input = ReferenceTable.read("aj_mgus2/input.csv");
        ReferenceTable ages = ReferenceTable.read("aj_mgus2/input_age.csv");
        RegressionDataBuilder rows = RegressionData.builder("sexM", "age");
        for (int i = 0; i < input.size(); i++) {
            double t = input.number(i, "time");
            double sex = input.text(i, "sex").equals("M") ? 1 : 0;
            if (input.number(i, "event") == 2) {
                rows.addCompetitor(0, t, sex, ages.number(i, "age"));
            } else {
                rows.addItem(0, t, input.number(i, "event") == 1, sex, ages.number(i, "age"));
            }
        }
        RegressionFit fit = FineGrayRegression.fit(rows.build()).orElseThrow();
        ReferenceTable expected = ReferenceTable.read("aj_mgus2/expected_regressions_pcm.csv");
        String[] names = {"sexM", "age"};
        for (int j = 0; j < 2; j++) {
            Coefficient found = fit.coefficients().get(j);
            assertClose(names[j], found.estimate(), expected.value("fg_" + names[j])[0], LIKELIHOOD);
            assertClose("error", found.standardError(), expected.value("fg_" + names[j] + "_se")[0], LIKELIHOOD);
        }
        assertThat(fit.variance()).isEqualTo(RegressionVariance.ITEM_ROBUST);
    }

    @Test
    void constantHazardsInBandsEqualAPoissonRegressionInR() {
        RegressionData data = RegressionData.ofGroups(
                        LogRankReferenceTest.groups(ReferenceTable.read("km_lung/input.csv"), "sex", "1", "2"))
                .orElseThrow();
        Coefficient sex = PiecewiseRegression.fit(data, 0, 90, 180, 360)
                .orElseThrow()
                .coefficients()
                .get(0);
        ReferenceTable expected = ReferenceTable.read("km_lung/expected_piecewise_model.csv");
        assertClose("coefficient", sex.estimate(), expected.value("pe_cox_like_beta_sex2")[0], LIKELIHOOD);
        // R's glm gives the error of its last but one step, some 1e-5 off; with epsilon = 1e-15 it is ours.
        assertClose("error", sex.standardError(), expected.value("pe_se")[0], 2e-5);
        assertClose("error", sex.standardError(), 0.16686000842677703, 1e-8);
    }

    @Test
    void withoutTiesTheScoreTestIsTheLogRankTestAlsoWithLateEntry() {
        List<Group> groups = Worlds.groups(7, 60, 60, 3);
        RegressionFit fit = CoxRegression.efron()
                .fit(RegressionData.ofGroups(groups).orElseThrow())
                .orElseThrow();
        TestResult logRank = LogRankTest.LOG_RANK.test(groups).orElseThrow();
        assertClose("score", fit.score().orElseThrow().chiSquare(), logRank.chiSquare(), EXACT);
    }

    @Test
    void frequenciesAreTheSameAsRows() {
        RegressionDataBuilder weighted = RegressionData.builder("x");
        RegressionDataBuilder apart = RegressionData.builder("x");
        for (int i = 0; i < 40; i++) {
            double exit = 1 + i % 6;
            double x = i * 7 % 5;
            weighted.add(i % 2, exit + 1, i % 3 > 0, 1 + i % 3, -1, x);
            for (int copy = 0; copy <= i % 3; copy++) {
                apart.addItem(i % 2, exit + 1, i % 3 > 0, x);
            }
        }
        for (Ties ties : Ties.values()) {
            RegressionFit one = new CoxRegression(ties).fit(weighted.build()).orElseThrow();
            RegressionFit other = new CoxRegression(ties).fit(apart.build()).orElseThrow();
            assertClose(
                    ties + " coefficient",
                    one.coefficients().get(0).estimate(),
                    other.coefficients().get(0).estimate(),
                    EXACT);
            assertClose("likelihood", one.logLikelihood(), other.logLikelihood(), 1e-12);
        }
    }

    @Test
    void copiesOfOneContentDoNotShrinkErrors() {
        RegressionDataBuilder single = RegressionData.builder("x");
        RegressionDataBuilder copies = RegressionData.builder("x");
        for (int i = 0; i < 60; i++) {
            double exit = 1 + i * 17 % 61;
            double x = i * 7 % 5;
            single.add(0, exit, i % 4 > 0, 1, -1, x);
            copies.add(0, exit, i % 4 > 0, 5, i, x);
        }
        RegressionFit one = new CoxRegression(Ties.BRESLOW).fit(single.build()).orElseThrow();
        RegressionFit five = new CoxRegression(Ties.BRESLOW).fit(copies.build()).orElseThrow();
        assertThat(five.variance()).isEqualTo(RegressionVariance.FAMILY_ROBUST);
        assertThat(five.score()).isEmpty();
        assertThat(five.likelihoodRatio()).isEmpty();
        double error = one.coefficients().get(0).standardError();
        // A robust error is not the model's, but near it; taking copies for witnesses would give it divided by √5.
        assertThat(five.coefficients().get(0).standardError()).isBetween(0.8 * error, 1.25 * error);
        assertThat(CoxRegression.efron().proportionality(copies.build()).undefined())
                .contains(Undefined.FAMILIES);
    }

    @Test
    void whatCannotBeFittedHasAReason() {
        RegressionDataBuilder separated = RegressionData.builder("x", "y");
        RegressionDataBuilder collinear = RegressionData.builder("x", "y");
        RegressionDataBuilder constant = RegressionData.builder("x");
        RegressionDataBuilder alive = RegressionData.builder("x");
        RegressionDataBuilder fraction = RegressionData.builder("x");
        for (int i = 0; i < 30; i++) {
            double exit = 1 + i;
            separated.addItem(0, exit, i % 2 == 0, -i, i * 7 % 5);
            collinear.addItem(0, exit, true, i % 3, 2 * (i % 3) + 1);
            constant.addItem(0, exit, true, 4);
            alive.addItem(0, exit, false, i);
            fraction.add(0, exit, true, 1.5, -1, i % 4);
        }
        assertReason(separated, Undefined.SEPARATION);
        assertReason(collinear, Undefined.COLLINEAR_COVARIATES);
        assertReason(constant, Undefined.COLLINEAR_COVARIATES);
        assertReason(alive, Undefined.NO_EVENTS);
        assertReason(fraction, Undefined.FRACTIONAL_WEIGHTS);
        assertThat(new CoxRegression(Ties.BRESLOW).fit(fraction.build()).isDefined())
                .isTrue();
    }

    @Test
    void aGroupThatNeverGoesHasNoHazardRatio() {
        RegressionDataBuilder rows = RegressionData.builder("never", "age");
        for (int i = 0; i < 50; i++) {
            rows.addItem(0, 1 + i, i % 2 == 0, i % 2, i * 13 % 7);
        }
        assertReason(rows, Undefined.SEPARATION);
    }

    private static void assertReason(RegressionDataBuilder rows, Undefined reason) {
        assertThat(CoxRegression.efron().fit(rows.build()).undefined()).contains(reason);
    }
}
