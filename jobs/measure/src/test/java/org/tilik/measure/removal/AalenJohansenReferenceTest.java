// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracles: R survival 3.5-3 and cmprsk 2.2-11 (variance AALEN), etm 1.1.1 (variance GREENWOOD), and by hand. */
class AalenJohansenReferenceTest {

    private static final double EXACT = 1e-9;

    @Test
    void theMyelomaIncidencesAndAalenVariancesEqualCmprsk() {
        ReferenceTable input = ReferenceTable.read("aj_mgus2/input.csv");
        assertCmprsk(input, "1 ", ReferenceTable.read("aj_mgus2/expected_cmprsk_cuminc_all.csv"));
        ReferenceTable bySex = ReferenceTable.read("aj_mgus2/expected_cmprsk_cuminc_sex.csv");
        assertCmprsk(input.where("sex", "F"), "F ", bySex);
        assertCmprsk(input.where("sex", "M"), "M ", bySex);
    }

    private static void assertCmprsk(ReferenceTable input, String group, ReferenceTable expected) {
        List<CauseCurve> curves =
                AalenJohansen.fit(ReferenceData.byCause(input, "pcm", "death"), IncidenceVariance.AALEN);
        for (int cause = 1; cause <= 2; cause++) {
            ReferenceTable rows = expected.where("curve", group + cause);
            assertThat(rows.size()).isPositive();
            CauseCurve curve = curves.get(cause - 1);
            for (int i = 0; i < rows.size(); i++) {
                double time = rows.number(i, "time");
                double error = curve.standardError(curve.indexAt(time));
                assertClose(group + cause + " at " + time, curve.at(time), rows.number(i, "est"), EXACT);
                assertClose("variance at " + time, error * error, rows.number(i, "var"), EXACT);
            }
        }
    }

    @Test
    void treatingDeathAsCensoringWouldTripleTheIncidence() {
        RemovalData data = ReferenceData.byCause(ReferenceTable.read("aj_mgus2/input.csv"), "pcm", "death");
        ReferenceTable naive =
                ReferenceTable.read("aj_mgus2/contrast_naive_1mKM.csv").where("time", "360");
        double competing =
                AalenJohansen.fit(data, IncidenceVariance.AALEN).get(0).at(360);
        assertThat(naive.number(0, "one_minus_km_treating_death_as_censored")).isGreaterThan(3 * competing);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void delayedEntryWithThreeCausesEqualsEtm(int cause) {
        RemovalData data = ReferenceData.byCause(
                ReferenceTable.read("aj_toy_left_truncated_3cause/input.csv"), "removal", "author", "suspension");
        CauseCurve curve = AalenJohansen.fit(data, IncidenceVariance.GREENWOOD).get(cause - 1);
        ReferenceTable expected =
                ReferenceTable.read("aj_toy_left_truncated_3cause/expected_etm_CIF_" + cause + ".csv");
        for (int i = 0; i < expected.size(); i++) {
            int at = curve.indexAt(expected.number(i, "time"));
            double error = curve.standardError(at);
            assertClose("incidence", curve.cumulativeIncidence(at), expected.number(i, "P"), EXACT);
            assertClose("variance", error * error, expected.number(i, "var"), EXACT);
        }
    }

    @Test
    void delayedEntryWithThreeCausesEqualsSurvfit() {
        RemovalData data = ReferenceData.byCause(
                ReferenceTable.read("aj_toy_left_truncated_3cause/input.csv"), "removal", "author", "suspension");
        List<CauseCurve> curves = AalenJohansen.fit(data, IncidenceVariance.AALEN);
        ReferenceTable expected = ReferenceTable.read("aj_toy_left_truncated_3cause/expected.csv");
        for (int i = 0; i < expected.size(); i++) {
            double time = expected.number(i, "time");
            assertClose("removal", curves.get(0).at(time), expected.number(i, "removal"), EXACT);
            assertClose("author", curves.get(1).at(time), expected.number(i, "author_delete"), EXACT);
            assertClose("suspension", curves.get(2).at(time), expected.number(i, "suspension"), EXACT);
        }
    }

    @Test
    void tiesBetweenCausesNeedNoRandomOrder() {
        ReferenceTable input = ReferenceTable.read("aj_toy_ties/input_2_tied_causes.csv");
        ReferenceTable expected = ReferenceTable.read("aj_toy_ties/expected_2_tied_causes.csv");
        RemovalData data = ReferenceData.byCause(input, "one", "two");
        List<CauseCurve> curves = AalenJohansen.fit(data, IncidenceVariance.AALEN);
        SurvivalCurve survival = KaplanMeier.fit(data, ConfidenceInterval.LOG, 0.95);
        for (int i = 0; i < expected.size(); i++) {
            double time = expected.number(i, "time");
            assertClose("cause 1", curves.get(0).at(time), expected.number(i, "cif1"), EXACT);
            assertClose("cause 2", curves.get(1).at(time), expected.number(i, "cif2"), EXACT);
            assertClose("survival", survival.survivalAt(time), expected.number(i, "surv"), EXACT);
        }
        RemovalData first = ReferenceData.byCause(ReferenceTable.read("aj_toy_ties/input_1.csv"), "one", "two");
        assertClose(
                "cause 2",
                AalenJohansen.fit(first, IncidenceVariance.AALEN).get(1).at(6),
                0.4,
                EXACT);
    }
}
