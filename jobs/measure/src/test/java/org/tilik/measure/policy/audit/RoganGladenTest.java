// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.policy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tilik.measure.removal.Closeness.assertClose;

import org.junit.jupiter.api.Test;
import org.tilik.measure.proportion.BlakerInterval;
import org.tilik.measure.proportion.Proportion;
import org.tilik.measure.proportion.ProportionInterval;
import org.tilik.measure.removal.ReferenceTable;

/** Oracles: R epiR 2.0.57, {@code epi.prev}, for known errors; an independent delta method for estimated ones. */
class RoganGladenTest {
    private static final double EXACT = 1e-9;
    private static final double LEVEL = 0.95;

    @Test
    void knownErrorsGiveTheNumbersOfEpiR() {
        ReferenceTable expected =
                ReferenceTable.read("/org/tilik/measure/policy/audit/rogan_gladen/expected_epiR_known_se_sp.csv");
        assertThat(expected.size()).isEqualTo(192);
        int compared = 0;
        for (int i = 0; i < expected.size(); i++) {
            String method = expected.text(i, "method");
            if (!method.equals("sterne")) {
                long x = (long) expected.number(i, "pos");
                long n = (long) expected.number(i, "tested");
                RoganGladen errors = RoganGladen.known(expected.number(i, "se"), expected.number(i, "sp"));
                Proportion apparent = interval(method, x, n);
                String what = method + ", " + x + " of " + n + ", " + errors;
                assertClose(what, apparent.ciLow(), expected.number(i, "ap_lo"), EXACT);
                assertClose(what, apparent.ciHigh(), expected.number(i, "ap_hi"), EXACT);
                assertClose(what, errors.trueShare(apparent.estimate()), expected.number(i, "tp"), EXACT);
                assertClose(what, errors.trueShare(apparent.ciLow()), expected.number(i, "tp_lo"), EXACT);
                assertClose(what, errors.trueShare(apparent.ciHigh()), expected.number(i, "tp_hi"), EXACT);
                compared++;
            }
        }
        assertThat(compared).isEqualTo(144);
    }

    private static Proportion interval(String method, long x, long n) {
        return switch (method) {
            case "c-p" -> ProportionInterval.CLOPPER_PEARSON.of(x, n, LEVEL);
            case "wilson" -> ProportionInterval.WILSON.of(x, n, LEVEL);
            default -> BlakerInterval.of(x, n, LEVEL);
        };
    }

    @Test
    void countedErrorsAddTheirOwnVariance() {
        ReferenceTable expected =
                ReferenceTable.read("/org/tilik/measure/policy/audit/rogan_gladen/expected_estimated_se_sp.csv");
        assertThat(expected.size()).isEqualTo(4);
        for (int i = 0; i < expected.size(); i++) {
            long x = (long) expected.number(i, "pos");
            long n = (long) expected.number(i, "n");
            long found = (long) expected.number(i, "k_se");
            long trueItems = (long) expected.number(i, "n_se");
            long leftOut = (long) expected.number(i, "k_sp");
            long others = (long) expected.number(i, "n_sp");
            double p = x / (double) n;
            CorrectedPrevalence share =
                    RoganGladen.counted(found, trueItems, leftOut, others).corrected(p, p * (1 - p) / n, LEVEL);
            String what = x + " of " + n;
            assertClose(what, share.raw(), expected.number(i, "rg_raw"), EXACT);
            assertClose(what, share.estimate(), expected.number(i, "rg_clamped"), EXACT);
            assertClose(what, share.standardError(), expected.number(i, "rg_delta_se"), EXACT);
            assertClose(what, share.ciLow(), Math.max(0, expected.number(i, "rg_lo")), EXACT);
            assertClose(what, share.ciHigh(), expected.number(i, "rg_hi"), EXACT);

            CorrectedPrevalence better = RoganGladen.langReiczigel(x, n, found, trueItems, leftOut, others, LEVEL);
            assertClose(what, better.raw(), expected.number(i, "lr_point"), EXACT);
            assertClose(what, better.ciLow(), expected.number(i, "lr_lo"), EXACT);
            assertClose(what, better.ciHigh(), expected.number(i, "lr_hi"), EXACT);
        }
    }

    @Test
    void moreFalseAlarmsThanFindingsAreBelowDetection() {
        CorrectedPrevalence share =
                RoganGladen.known(0.8, 0.9).carriedOver(ProportionInterval.WILSON.of(20, 400, LEVEL));
        assertThat(share.outcome()).isEqualTo(PrevalenceOutcome.BELOW_DETECTION);
        assertThat(share.raw()).isNegative();
        assertThat(share.estimate()).isZero();
        assertThat(share.ciHigh()).isNaN();

        CorrectedPrevalence close =
                RoganGladen.known(0.8, 0.9).carriedOver(ProportionInterval.WILSON.of(39, 400, LEVEL));
        assertThat(close.outcome()).isEqualTo(PrevalenceOutcome.BELOW_DETECTION);
        assertThat(close.ciLow()).isZero();
        assertThat(close.ciHigh()).isBetween(0.02, 0.06);

        assertThat(RoganGladen.known(0.8, 0.9).corrected(0.9, 0, LEVEL).outcome())
                .isEqualTo(PrevalenceOutcome.ABOVE_ONE);
        assertThat(RoganGladen.known(0.4, 0.6).corrected(0.5, 0, LEVEL).outcome())
                .isEqualTo(PrevalenceOutcome.NOT_INFORMATIVE);
    }

    @Test
    void impossibleErrorsAreRefused() {
        assertThatThrownBy(() -> RoganGladen.known(1.2, 0.9)).hasMessageContaining("sensitivity is 1.2");
        assertThatThrownBy(() -> RoganGladen.counted(0, 0, 5, 5)).hasMessageContaining("Of 0 true");
        assertThatThrownBy(() -> new RoganGladen(0.5, -1, 0.9, 0)).hasMessageContaining("variances");
    }
}
