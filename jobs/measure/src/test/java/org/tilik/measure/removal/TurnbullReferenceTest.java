// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.measure.removal.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Oracles: masses by a separate EM run to 1e-14, equal to those printed in the vignette of R package interval
 * (Finkelstein and Wolfe's breast cosmesis data); closed forms for the rest.
 */
class TurnbullReferenceTest {

    private static final double LIKELIHOOD = 1e-6;

    @ParameterizedTest
    @CsvSource({"Rad", "RadChem", "pooled"})
    void theBreastCosmesisMassesEqualThePublishedOnes(String arm) {
        ReferenceTable input = ReferenceTable.read("turnbull_breast_cosmesis/input.csv");
        RemovalData data =
                ReferenceData.brackets(arm.equals("pooled") ? input : input.where("treatment", arm), "left", "right");
        IntervalFit fit = IntervalNpmle.turnbull(data);

        ReferenceTable expected = ReferenceTable.read("turnbull_breast_cosmesis/expected_npmle.csv")
                .where("group", arm);
        int row = 0;
        for (int i = 0; i < fit.size(); i++) {
            if (fit.mass(i) > 1e-9) {
                assertThat(fit.lower(i)).isEqualTo(expected.number(row, "left_open"));
                assertThat(fit.upper(i)).isEqualTo(expected.number(row, "right_closed"));
                assertClose("mass " + i, fit.mass(i), expected.number(row++, "prob"), LIKELIHOOD);
            }
        }
        assertThat(row).isEqualTo(expected.size());
        ReferenceTable quality = ReferenceTable.read("turnbull_breast_cosmesis/expected_loglik_kkt.csv")
                .where("group", arm);
        assertClose("log-likelihood", fit.logLikelihood(), quality.number(0, "loglik"), 1e-12);
        assertThat(fit.converged()).isTrue();
    }

    @Test
    void aBracketReachesItsRightEndButNotItsLeft() {
        RemovalData data = ReferenceData.brackets(
                ReferenceTable.read("turnbull_boundary_conventions/input_right_closed.csv"), "left", "right");
        IntervalFit fit = IntervalNpmle.turnbull(data);
        assertThat(fit.size()).isEqualTo(2);
        assertClose("mass at 2", fit.mass(0), 1.0 / 6, 1e-9);
        assertClose("mass at 3", fit.mass(1), 5.0 / 6, 1e-9);
    }

    @Test
    void onACommonGridTheMassesAreTheCellFrequencies() {
        RemovalData data = ReferenceData.brackets(
                ReferenceTable.read("turnbull_recheck_grid/input.csv"), "last_seen_up_h", "first_seen_down_h");
        ReferenceTable expected = ReferenceTable.read("turnbull_recheck_grid/expected.csv");
        IntervalFit fit = IntervalNpmle.turnbull(data);
        assertThat(fit.size()).isEqualTo(expected.size());
        for (int i = 0; i < fit.size(); i++) {
            assertThat(fit.lower(i)).isEqualTo(expected.number(i, "left"));
            assertThat(fit.upper(i)).isEqualTo(expected.number(i, "right"));
            assertClose("mass " + i, fit.mass(i), expected.number(i, "prob"), 1e-9);
        }
    }

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void exactTimesWithLateEntryGiveKaplanMeier(String gender) {
        RemovalData data = ReferenceData.timed(
                ReferenceTable.read("km_left_truncation_channing/input.csv").where("gender", gender), "exit");
        IntervalFit fit = IntervalNpmle.turnbull(data);
        for (double start : new double[] {0, 816, 900}) {
            SurvivalCurve curve = KaplanMeier.fit(data, start, ConfidenceInterval.LOG, 0.95);
            for (double t : new double[] {850, 950, 1050, 1150}) {
                assertClose("gone by " + t, fit.share(start, t, 0, false), 1 - curve.survivalAt(t), 1e-9);
            }
        }
    }

    @Test
    void byCauseOnExactTimesGivesAalenJohansen() {
        RemovalData data = ReferenceData.byCause(
                ReferenceTable.read("aj_toy_left_truncated_3cause/input.csv"), "removal", "author", "suspension");
        IntervalFit fit = IntervalNpmle.byCause(data);
        for (CauseCurve curve : AalenJohansen.fit(data, IncidenceVariance.AALEN)) {
            int cause = data.causeNames().indexOf(curve.cause()) + 1;
            for (double t = 1; t <= 8; t++) {
                assertClose(curve.cause() + " by " + t, fit.share(0, t, cause, false), curve.at(t), 1e-9);
            }
        }
    }
}
