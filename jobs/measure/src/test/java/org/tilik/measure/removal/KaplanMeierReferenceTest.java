// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle: R 4.2.2 with survival 3.5-3, {@code survfit}, {@code quantile} and {@code survmean}. */
class KaplanMeierReferenceTest {

    private static final double EXACT = 1e-9;

    @ParameterizedTest
    @CsvSource({
        "km_aml, x, Maintained, log",
        "km_aml, x, Maintained, log-log",
        "km_aml, x, Maintained, plain",
        "km_aml, x, Nonmaintained, log",
        "km_aml, x, Nonmaintained, log-log",
        "km_aml, x, Nonmaintained, plain",
        "km_freireich_6mp, group, 6MP, log",
        "km_freireich_6mp, group, 6MP, log-log",
        "km_freireich_6mp, group, 6MP, plain",
        "km_freireich_6mp, group, placebo, log-log",
        "km_freireich_6mp, group, placebo, log",
        "km_freireich_6mp, group, placebo, plain",
    })
    void everyRowOfTheCurveAndEveryQuantileEqualR(String set, String column, String group, String scale) {
        SurvivalCurve curve = KaplanMeier.fit(
                ReferenceData.timed(ReferenceTable.read(set + "/input.csv").where(column, group), "time"),
                scaleOf(scale),
                0.95);
        String name = column + "=" + group;
        String suffix = scale.replace("-", "") + ".csv";
        assertCurve(curve, ReferenceTable.read(set + "/expected_km_" + suffix).where("group", name));
        assertQuantiles(
                curve,
                ReferenceTable.read(set + "/expected_quantiles_" + suffix).where("group", name));
    }

    @ParameterizedTest
    @CsvSource({"log", "log-log", "plain"})
    void theLungCancerCurvesEqualR(String scale) {
        ReferenceTable input = ReferenceTable.read("km_lung/input.csv");
        String suffix = scale.replace("-", "") + ".csv";
        SurvivalCurve all = KaplanMeier.fit(ReferenceData.timed(input, "time"), scaleOf(scale), 0.95);
        assertCurve(all, ReferenceTable.read("km_lung/expected_km_all_" + suffix));
        ReferenceTable quantiles = ReferenceTable.read("km_lung/expected_quantiles_" + suffix);
        assertQuantiles(all, quantiles.where("group", "all"));
        for (String sex : new String[] {"1", "2"}) {
            SurvivalCurve curve =
                    KaplanMeier.fit(ReferenceData.timed(input.where("sex", sex), "time"), scaleOf(scale), 0.95);
            ReferenceTable expected = ReferenceTable.read("km_lung/expected_km_sex_" + suffix);
            assertCurve(curve, expected.where("group", "sex=" + sex));
            assertQuantiles(curve, quantiles.where("group", "sex=" + sex));
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void delayedEntryUsesRiskSetsOpenAtEntry(String gender) {
        RemovalData data = ReferenceData.timed(
                ReferenceTable.read("km_left_truncation_channing/input.csv").where("gender", gender), "exit");
        SurvivalCurve whole = KaplanMeier.fit(data, ConfidenceInterval.LOG_LOG, 0.95);
        assertCurve(
                whole,
                ReferenceTable.read("km_left_truncation_channing/expected_km_loglog.csv")
                        .where("group", "gender=" + gender));
        SurvivalCurve after816 = KaplanMeier.fit(data, 816, ConfidenceInterval.LOG_LOG, 0.95);
        assertCurve(
                after816,
                ReferenceTable.read("km_left_truncation_channing/expected_km_conditional_816_loglog.csv")
                        .where("group", "gender=" + gender));
        assertQuantiles(
                after816,
                ReferenceTable.read("km_left_truncation_channing/expected_quantiles_conditional_816_loglog.csv")
                        .where("group", "gender=" + gender));
    }

    @Test
    void anItemIsNotAtRiskAtItsOwnEntry() {
        RemovalData data = ReferenceData.timed(
                ReferenceTable.read("turnbull_boundary_conventions/left_truncation_tie_input.csv"), "exit");
        assertThat(KaplanMeier.fit(data, ConfidenceInterval.LOG, 0.95).survivalAt(2))
                .isEqualTo(0.75);
    }

    @Test
    void theRestrictedMeanAndItsErrorEqualR() {
        ReferenceTable lung = ReferenceTable.read("km_lung/input.csv");
        ReferenceTable expected = ReferenceTable.read("km_lung/expected_rmst.csv");
        for (int i = 0; i < expected.size(); i++) {
            String group = expected.text(i, "group");
            ReferenceTable rows = group.equals("all") ? lung : lung.where("sex", group.substring(4));
            assertRestrictedMean(ReferenceData.timed(rows, "time"), expected, i);
        }
        ReferenceTable leukemia = ReferenceTable.read("km_freireich_6mp/input.csv");
        expected = ReferenceTable.read("km_freireich_6mp/expected_rmst.csv");
        for (int i = 0; i < expected.size(); i++) {
            String group = expected.text(i, "group").substring("group=".length());
            assertRestrictedMean(ReferenceData.timed(leukemia.where("group", group), "time"), expected, i);
        }
    }

    private static void assertRestrictedMean(RemovalData data, ReferenceTable expected, int row) {
        SurvivalCurve curve = KaplanMeier.fit(data, ConfidenceInterval.LOG, 0.95);
        RestrictedMean mean = RestrictedMean.of(curve, 0, expected.number(row, "tau"), 0.95);
        String what = expected.text(row, "group") + " until " + mean.tau();
        assertClose("mean of " + what, mean.estimate(), expected.number(row, "rmst"), EXACT);
        assertClose("error of " + what, mean.standardError(), expected.number(row, "se"), EXACT);
    }

    private static void assertCurve(SurvivalCurve curve, ReferenceTable expected) {
        assertThat(curve.size()).isEqualTo(expected.size());
        for (int i = 0; i < curve.size(); i++) {
            String at = " at " + expected.text(i, "time");
            assertClose("time", curve.time(i), expected.number(i, "time"), EXACT);
            assertClose("at risk" + at, curve.atRisk(i), expected.number(i, "n_risk"), EXACT);
            assertClose("events" + at, curve.events(i), expected.number(i, "n_event"), EXACT);
            assertClose("censored" + at, curve.censored(i), expected.number(i, "n_censor"), EXACT);
            assertClose("survival" + at, curve.survival(i), expected.number(i, "surv"), EXACT);
            assertClose("error" + at, curve.standardError(i), expected.number(i, "std_err"), EXACT);
            assertClose("low" + at, curve.ciLow(i), expected.number(i, "lower"), EXACT);
            assertClose("high" + at, curve.ciHigh(i), expected.number(i, "upper"), EXACT);
        }
    }

    private static void assertQuantiles(SurvivalCurve curve, ReferenceTable expected) {
        assertThat(expected.size()).isPositive();
        for (int i = 0; i < expected.size(); i++) {
            Quantile quantile = StepQuantiles.of(curve, expected.number(i, "prob"));
            String what = expected.text(i, "group") + " quantile " + quantile.p();
            assertClose(what, quantile.estimate(), expected.number(i, "q"), EXACT);
            assertClose(what + " low", quantile.ciLow(), expected.number(i, "lower"), EXACT);
            assertClose(what + " high", quantile.ciHigh(), expected.number(i, "upper"), EXACT);
        }
    }

    private static ConfidenceInterval scaleOf(String scale) {
        return ConfidenceInterval.valueOf(scale.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
