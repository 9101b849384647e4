// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The columns and tables of the reference results that stand beside the estimates: counts, contrasts, other errors. */
class ReferenceColumnsTest {

    private static final double EXACT = 1e-9;
    private static final double INF = Double.POSITIVE_INFINITY;
    /** The normal quantile of 0.975. */
    private static final double Z = 1.959963984540054;

    private static RemovalData myeloma(String sex) {
        ReferenceTable input = ReferenceTable.read("aj_mgus2/input.csv");
        return ReferenceData.byCause(sex.equals("all") ? input : input.where("sex", sex), "pcm", "death");
    }

    @ParameterizedTest
    @CsvSource({"all, all, all", "F, sex, sex=F", "M, sex, sex=M"})
    void sharesOfAllStatesAndTheirErrorsEqualSurvfit(String sex, String table, String group) {
        RemovalData data = myeloma(sex);
        SurvivalCurve alive = KaplanMeier.fit(data, ConfidenceInterval.PLAIN, 0.95);
        List<CauseCurve> gone = AalenJohansen.fit(data, IncidenceVariance.GREENWOOD);
        ReferenceTable expected = ReferenceTable.read("aj_mgus2/expected_survfit_" + table + ".csv")
                .where("group", group);
        assertThat(expected.size()).isEqualTo(10);
        for (int i = 0; i < expected.size(); i++) {
            double t = expected.number(i, "time");
            assertClose("alive", alive.survivalAt(t), expected.number(i, "p0"), EXACT);
            assertClose("its error", alive.standardError(alive.indexAt(t)), expected.number(i, "se_p0"), EXACT);
            String[] causes = {"pcm", "death"};
            for (int k = 0; k < 2; k++) {
                assertClose(causes[k], gone.get(k).at(t), expected.number(i, causes[k]), EXACT);
                // Without late entry survfit's infinitesimal jackknife is the multinomial variance.
                double error = gone.get(k).standardError(gone.get(k).indexAt(t));
                assertClose("its error", error, expected.number(i, "se_" + causes[k]), EXACT);
            }
        }
    }

    @Test
    void countsErrorsAndPlainIntervalsEqualProdlim() {
        RemovalData data = myeloma("all");
        List<CauseCurve> gone = AalenJohansen.fit(data, IncidenceVariance.GREENWOOD);
        ReferenceTable expected = ReferenceTable.read("aj_mgus2/expected_prodlim_all.csv");
        for (int i = 0; i < expected.size(); i++) {
            double t = expected.number(i, "time");
            int cause = (int) expected.number(i, "cause");
            double atRisk = 0;
            double events = 0;
            double lost = 0;
            for (int row = 0; row < data.size(); row++) {
                atRisk += data.exit(row) >= t ? 1 : 0;
                events += data.exit(row) == t && data.cause(row) == cause ? 1 : 0;
                lost += data.exit(row) == t && data.isCensored(row) ? 1 : 0;
            }
            assertThat(atRisk).isEqualTo(expected.number(i, "n.risk"));
            assertThat(events).isEqualTo(expected.number(i, "n.event"));
            assertThat(lost).isEqualTo(expected.number(i, "n.lost"));
            CauseCurve curve = gone.get(cause - 1);
            double share = curve.at(t);
            double error = curve.standardError(curve.indexAt(t));
            assertClose("share", share, expected.number(i, "cuminc"), EXACT);
            assertClose("error", error, expected.number(i, "se.cuminc"), EXACT);
            assertClose("low", Math.max(0, share - Z * error), expected.number(i, "lower"), EXACT);
            assertClose("high", Math.min(1, share + Z * error), expected.number(i, "upper"), EXACT);
        }
    }

    @Test
    void takingDeathForCensoringGivesTheNaiveFigureAtEveryTime() {
        ReferenceTable input = ReferenceTable.read("aj_mgus2/input.csv");
        RemovalDataBuilder naive = RemovalData.builder(List.of());
        for (int i = 0; i < input.size(); i++) {
            double t = input.number(i, "time");
            naive.add(t, input.number(i, "event") == 1 ? t : INF);
        }
        SurvivalCurve curve = KaplanMeier.fit(naive.build(), ConfidenceInterval.PLAIN, 0.95);
        CauseCurve honest =
                AalenJohansen.fit(myeloma("all"), IncidenceVariance.AALEN).get(0);
        ReferenceTable expected = ReferenceTable.read("aj_mgus2/contrast_naive_1mKM.csv");
        for (int i = 0; i < expected.size(); i++) {
            double t = expected.number(i, "time");
            assertClose(
                    "naive at " + t,
                    1 - curve.survivalAt(t),
                    expected.number(i, "one_minus_km_treating_death_as_censored"),
                    EXACT);
            assertThat(1 - curve.survivalAt(t)).isGreaterThanOrEqualTo(honest.at(t));
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void countsAndIntervalsOfLateEntrantsEqualEtm(int cause) {
        ReferenceTable input = ReferenceTable.read("aj_toy_left_truncated_3cause/input.csv");
        RemovalData data = ReferenceData.byCause(input, "removal", "author", "suspension");
        SurvivalCurve all = KaplanMeier.fit(data, ConfidenceInterval.LOG, 0.95);
        CauseCurve curve = AalenJohansen.fit(data, IncidenceVariance.GREENWOOD).get(cause - 1);
        ReferenceTable expected =
                ReferenceTable.read("aj_toy_left_truncated_3cause/expected_etm_CIF_" + cause + ".csv");
        for (int i = 0; i < expected.size(); i++) {
            double t = expected.number(i, "time");
            assertThat(all.atRisk(all.indexAt(t))).isEqualTo(expected.number(i, "n.risk"));
            double events = 0;
            for (int row = 0; row < data.size(); row++) {
                events += data.exit(row) == t && data.cause(row) == cause ? 1 : 0;
            }
            assertThat(events).isEqualTo(expected.number(i, "n.event"));
            double share = curve.at(t);
            double error = curve.standardError(curve.indexAt(t));
            assertClose("low at " + t, complementaryLogLog(share, error, Z), expected.number(i, "lower"), EXACT);
            assertClose("high at " + t, complementaryLogLog(share, error, -Z), expected.number(i, "upper"), EXACT);
        }
    }

    /** 1 − (1 − F)^exp(z σ / ((1 − F) log(1 − F))); a share of 0 has the interval [0, 0] in etm. */
    private static double complementaryLogLog(double share, double error, double z) {
        double stay = 1 - share;
        return share == 0 ? 0 : 1 - Math.pow(stay, Math.exp(z * error / (stay * Math.log(stay))));
    }

    @Test
    void riskSetsOfTheSmallTablesAreThoseCounted() {
        RemovalData late = ReferenceData.byCause(
                ReferenceTable.read("aj_toy_left_truncated_3cause/input.csv"), "removal", "author", "suspension");
        SurvivalCurve stay = KaplanMeier.fit(late, ConfidenceInterval.LOG, 0.95);
        ReferenceTable three = ReferenceTable.read("aj_toy_left_truncated_3cause/expected.csv");
        for (int i = 0; i < three.size(); i++) {
            double t = three.number(i, "time");
            assertThat(stay.atRisk(stay.indexAt(t))).isEqualTo(three.number(i, "n_risk"));
            assertClose("still there at " + t, stay.survivalAt(t), three.number(i, "p0"), EXACT);
        }
        RemovalData tied = ReferenceData.byCause(ReferenceTable.read("aj_toy_ties/input_2_tied_causes.csv"), "a", "b");
        SurvivalCurve curve = KaplanMeier.fit(tied, ConfidenceInterval.LOG, 0.95);
        ReferenceTable ties = ReferenceTable.read("aj_toy_ties/expected_2_tied_causes.csv");
        for (int i = 0; i < ties.size(); i++) {
            int at = curve.indexAt(ties.number(i, "time"));
            assertThat(curve.atRisk(at)).isEqualTo(ties.number(i, "n_risk"));
        }
        RemovalData first = ReferenceData.byCause(ReferenceTable.read("aj_toy_ties/input_1.csv"), "a", "b");
        ReferenceTable end = ReferenceTable.read("aj_toy_ties/expected_1.csv");
        List<CauseCurve> causes = AalenJohansen.fit(first, IncidenceVariance.AALEN);
        double t = end.number(0, "time");
        assertClose("first cause", causes.get(0).at(t), end.number(0, "cif_cause1"), EXACT);
        assertClose("second cause", causes.get(1).at(t), end.number(0, "cif_cause2"), EXACT);
        assertClose(
                "neither",
                KaplanMeier.fit(first, ConfidenceInterval.LOG, 0.95).survivalAt(t),
                end.number(0, "surv"),
                EXACT);
    }

    @Test
    void entryAtTheTimeOfAnEventIsNoRisk() {
        RemovalData data = ReferenceData.timed(
                ReferenceTable.read("turnbull_boundary_conventions/left_truncation_tie_input.csv"), "exit");
        ReferenceTable expected = ReferenceTable.read("turnbull_boundary_conventions/left_truncation_tie_expected.csv");
        double t = expected.number(0, "time");
        double share = expected.number(0, "surv_entry_exclusive_convention");
        assertClose(
                "Kaplan-Meier",
                KaplanMeier.fit(data, ConfidenceInterval.LOG, 0.95).survivalAt(t),
                share,
                EXACT);
        assertClose("Turnbull", 1 - IntervalNpmle.turnbull(data).share(0, t, 0, false), share, EXACT);
    }

    @Test
    void massesAtRightEndsAreThoseOfTheBoundaryTable() {
        IntervalFit fit = IntervalNpmle.turnbull(ReferenceData.brackets(
                ReferenceTable.read("turnbull_boundary_conventions/input_right_closed.csv"), "left", "right"));
        ReferenceTable expected = ReferenceTable.read("turnbull_boundary_conventions/expected_right_closed.csv");
        for (int i = 0; i < expected.size(); i++) {
            assertThat(fit.upper(i)).isEqualTo(expected.number(i, "time"));
            assertClose("mass", fit.mass(i), expected.number(i, "mass"), EXACT);
        }
    }

    @ParameterizedTest
    @CsvSource({"Rad", "RadChem", "pooled"})
    void whatIsLeftAfterEachIntervalAndTheQualityOfTheMaximumAreThosePublished(String arm) {
        ReferenceTable input = ReferenceTable.read("turnbull_breast_cosmesis/input.csv");
        RemovalData data =
                ReferenceData.brackets(arm.equals("pooled") ? input : input.where("treatment", arm), "left", "right");
        IntervalFit fit = IntervalNpmle.turnbull(data);
        ReferenceTable expected = ReferenceTable.read("turnbull_breast_cosmesis/expected_npmle.csv")
                .where("group", arm);
        for (int i = 0; i < expected.size(); i++) {
            double after = 1 - fit.share(0, expected.number(i, "right_closed"), 0, false);
            assertThat(after).isCloseTo(expected.number(i, "surv_after"), within(1e-6));
        }
        ReferenceTable quality = ReferenceTable.read("turnbull_breast_cosmesis/expected_loglik_kkt.csv")
                .where("group", arm);
        assertThat(data.totalWeight()).isEqualTo(quality.number(0, "n"));
        assertThat(quality.number(0, "max_kkt_violation")).isLessThan(IntervalNpmle.TOLERANCE);
        assertThat(fit.violation()).isLessThanOrEqualTo(IntervalNpmle.TOLERANCE);
    }

    @ParameterizedTest
    @CsvSource({"Rad", "RadChem"})
    void survfitStopsNearTheMaximumAndNamesIntervalsByTheirMiddle(String arm) {
        IntervalFit fit = IntervalNpmle.turnbull(ReferenceData.brackets(
                ReferenceTable.read("turnbull_breast_cosmesis/input.csv").where("treatment", arm), "left", "right"));
        ReferenceTable survfit = ReferenceTable.read(
                        "turnbull_breast_cosmesis/expected_Rsurvival_survfit_midpoints.csv")
                .where("group", "treatment=" + arm);
        assertThat(survfit.size()).isGreaterThan(10);
        for (int i = 0; i < survfit.size(); i++) {
            // An interval that holds the middle counts as gone there.
            double gone = fit.share(0, survfit.number(i, "time"), 0, true);
            assertThat(1 - gone).isCloseTo(survfit.number(i, "surv"), within(1e-3));
        }
    }

    @ParameterizedTest
    @CsvSource({"Rad", "RadChem"})
    void closedIntervalsWouldGiveOtherMasses(String arm) {
        ReferenceTable input =
                ReferenceTable.read("turnbull_breast_cosmesis/input.csv").where("treatment", arm);
        RemovalDataBuilder closed = RemovalData.builder(List.of());
        for (int i = 0; i < input.size(); i++) {
            // In whole months [L, R] is (L − 1/2, R].
            double right = input.number(i, "right");
            closed.add(input.number(i, "left") - 0.5, Double.isNaN(right) ? INF : right);
        }
        IntervalFit fit = IntervalNpmle.turnbull(closed.build());
        IntervalFit open = IntervalNpmle.turnbull(ReferenceData.brackets(input, "left", "right"));
        ReferenceTable contrast = ReferenceTable.read(
                        "turnbull_breast_cosmesis/contrast_npmle_closed_interval_convention.csv")
                .where("group", arm);
        double largest = 0;
        for (int i = 0; i < contrast.size(); i++) {
            double left = contrast.number(i, "left_closed");
            double right = contrast.number(i, "right_closed");
            double mass = contrast.number(i, "prob");
            double found = fit.share(0, right, 0, false) - fit.share(0, left - 0.75, 0, false);
            assertThat(found).as("[%s, %s]", left, right).isCloseTo(mass, within(1e-4));
            double ours = open.share(0, right, 0, false) - open.share(0, left - 0.75, 0, false);
            largest = Math.max(largest, Math.abs(mass - ours));
        }
        assertThat(largest).isGreaterThan(0.01);
    }

    @Test
    void theOtherCopyOfTheCosmesisDataHasItsMaximumToo() {
        ReferenceTable input = ReferenceTable.read("turnbull_breast_cosmesis/input_KMsurv.csv");
        for (String arm : List.of("1", "2")) {
            IntervalFit fit =
                    IntervalNpmle.turnbull(ReferenceData.brackets(input.where("treat", arm), "lower", "upper"));
            assertThat(fit.converged()).isTrue();
            double sum = 0;
            for (int i = 0; i < fit.size(); i++) {
                sum += fit.mass(i);
            }
            assertClose("all masses", sum, 1, EXACT);
        }
    }

    @Test
    void naiveDeadlineSharesAreThoseOfTheToyTable() {
        ReferenceTable input = ReferenceTable.read("deadline_share_toy/input.csv");
        ReferenceTable expected = ReferenceTable.read("deadline_share_toy/expected.csv");
        for (int i = 0; i < expected.size(); i++) {
            double deadline = expected.number(i, "deadline_h");
            double removed = 0;
            double known = 0;
            for (int row = 0; row < input.size(); row++) {
                boolean event = input.number(row, "event") > 0;
                double hours = input.number(row, "hours");
                removed += event && hours <= deadline ? 1 : 0;
                known += event || hours >= deadline ? 1 : 0;
            }
            assertClose("of all", removed / input.size(), expected.number(i, "naive_all_denominator"), EXACT);
            assertClose("of those known", removed / known, expected.number(i, "complete_case_share"), EXACT);
            assertThat(removed / input.size()).isLessThan(expected.number(i, "km_share_removed"));
        }
    }
}
