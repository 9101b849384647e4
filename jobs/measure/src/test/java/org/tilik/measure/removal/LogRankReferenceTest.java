// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle: R 4.2.2 with survival 3.5-3, {@code survdiff} with rho 0 and 1. */
class LogRankReferenceTest {

    @ParameterizedTest
    @CsvSource({
        "km_aml, x, Maintained|Nonmaintained, logrank, 0",
        "km_aml, x, Maintained|Nonmaintained, petopeto, 1",
        "km_freireich_6mp, group, 6MP|placebo, logrank, 0",
        "km_freireich_6mp, group, 6MP|placebo, petopeto_rho1, 1",
        "km_lung, sex, 1|2, logrank_sex, 0",
        "km_lung, sex, 1|2, petopeto_sex, 1",
        "km_lung, ph_ecog, 0|1|2|3, logrank_ecog, 0",
    })
    void statisticAndExpectedEventsEqualR(String set, String column, String groups, String key, int rho) {
        ReferenceTable input = ReferenceTable.read(set + "/input.csv");
        List<RemovalData> data = new ArrayList<>();
        for (String group : groups.split("\\|", -1)) {
            data.add(ReferenceData.timed(input.where(column, group), "time"));
        }
        TestResult result = rho == 0 ? LogRankTest.logRank(data) : LogRankTest.petoPeto(data);
        ReferenceTable expected = ReferenceTable.read(set + "/expected_tests.csv");
        assertClose("chi-square", result.chiSquare(), expected.value(key + "_chisq")[0], 1e-9);
        assertClose("p", result.p(), expected.value(key + "_p")[0], 1e-9);
        assertThat(result.df()).isEqualTo((int) expected.value(key + "_df")[0]);
        for (int g = 0; g < data.size(); g++) {
            assertClose("observed", result.observed().get(g), expected.value(key + "_obs")[g], 1e-9);
            assertClose("expected", result.expected().get(g), expected.value(key + "_exp")[g], 1e-9);
        }
    }

    @Test
    void groupsWithoutEventsCannotBeCompared() {
        RemovalData alive =
                RemovalData.builder(List.of()).add(5, Double.POSITIVE_INFINITY).build();
        TestResult result = LogRankTest.logRank(List.of(alive, alive));
        assertThat(result.df()).isZero();
        assertThat(result.p()).isNaN();
    }
}
