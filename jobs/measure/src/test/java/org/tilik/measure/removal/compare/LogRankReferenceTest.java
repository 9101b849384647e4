// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.measure.removal.ReferenceData;
import org.tilik.measure.removal.ReferenceTable;
import org.tilik.measure.removal.RemovalData;

/** Oracle: R 4.2.2 with survival 3.5-3, {@code survdiff} with rho 0 and 1. */
class LogRankReferenceTest {

    private static final double EXACT = 1e-9;

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
    void everyNumberOfTheTestEqualsR(String set, String column, String groups, String key, int rho) {
        List<Group> data = groups(ReferenceTable.read(set + "/input.csv"), column, groups.split("\\|", -1));
        TestResult result = new LogRankTest(rho).test(data).orElseThrow();
        ReferenceTable expected = ReferenceTable.read(set + "/expected_tests.csv");
        assertClose("chi-square", result.chiSquare(), expected.value(key + "_chisq")[0], EXACT);
        assertClose("p", result.p(), expected.value(key + "_p")[0], EXACT);
        assertThat(result.df()).isEqualTo((int) expected.value(key + "_df")[0]);
        assertClose("variance", result.variances().get(0), expected.value(key + "_var11")[0], EXACT);
        assertThat(result.variance()).isEqualTo(TestVariance.HYPERGEOMETRIC);
        for (int g = 0; g < data.size(); g++) {
            assertClose("observed", result.observed().get(g), expected.value(key + "_obs")[g], EXACT);
            assertClose("expected", result.expected().get(g), expected.value(key + "_exp")[g], EXACT);
        }
    }

    @Test
    void theStratifiedStatisticEqualsR() {
        ReferenceTable input = ReferenceTable.read("km_lung/input.csv");
        List<List<Group>> strata = new ArrayList<>();
        for (String ecog : new String[] {"0", "1", "2", "3"}) {
            strata.add(groups(input.where("ph_ecog", ecog), "sex", "1", "2"));
        }
        TestResult result = LogRankTest.LOG_RANK.stratified(strata).orElseThrow();
        double expected =
                ReferenceTable.read("km_lung/expected_tests.csv").value("stratified_logrank_sex_by_ecog_chisq")[0];
        assertClose("chi-square", result.chiSquare(), expected, EXACT);
        assertThat(result.df()).isEqualTo(1);
    }

    static List<Group> groups(ReferenceTable input, String column, String... names) {
        List<Group> groups = new ArrayList<>();
        for (String name : names) {
            groups.add(new Group(name, ReferenceData.timed(input.where(column, name), "time")));
        }
        return groups;
    }

    @Test
    void groupsWithoutEventsCannotBeCompared() {
        RemovalData alive =
                RemovalData.builder(List.of()).add(5, Double.POSITIVE_INFINITY).build();
        assertThat(LogRankTest.LOG_RANK
                        .test(List.of(new Group("a", alive), new Group("b", alive)))
                        .undefined())
                .contains(Undefined.NO_EVENTS);
    }
}
