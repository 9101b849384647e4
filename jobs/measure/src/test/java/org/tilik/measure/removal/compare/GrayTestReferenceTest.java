// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tilik.measure.removal.ReferenceData;
import org.tilik.measure.removal.ReferenceTable;
import org.tilik.measure.removal.RemovalData;

/** Oracle: R cmprsk 2.2-11, {@code cuminc} by sex on the myeloma data. */
class GrayTestReferenceTest {

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void statisticAndPValueEqualCmprsk(int cause) {
        ReferenceTable input = ReferenceTable.read("aj_mgus2/input.csv");
        RemovalData women = ReferenceData.byCause(input.where("sex", "F"), "pcm", "death");
        RemovalData men = ReferenceData.byCause(input.where("sex", "M"), "pcm", "death");
        TestResult result = GrayTest.test(List.of(new Group("F", women), new Group("M", men)), cause)
                .orElseThrow();
        ReferenceTable expected =
                ReferenceTable.read("aj_mgus2/expected_gray_test.csv").where("cause", Integer.toString(cause));
        assertClose("statistic", result.chiSquare(), expected.number(0, "stat"), 1e-9);
        assertClose("p", result.p(), expected.number(0, "pv"), 1e-9);
        assertThat(result.df()).isEqualTo((int) expected.number(0, "df"));
    }

    @Test
    void lateEntryGivesNoTest() {
        RemovalData late = RemovalData.builder(List.of("a")).add(2, 5, 5, 1, 1).build();
        assertThat(GrayTest.test(List.of(new Group("a", late), new Group("b", late)), 1)
                        .undefined())
                .contains(Undefined.LATE_ENTRY);
    }
}
