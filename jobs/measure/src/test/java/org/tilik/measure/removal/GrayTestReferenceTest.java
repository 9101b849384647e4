// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tilik.measure.removal.Closeness.assertClose;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Oracle: R cmprsk 2.2-11, {@code cuminc} by sex on the myeloma data. */
class GrayTestReferenceTest {

    @ParameterizedTest
    @CsvSource({"1", "2"})
    void statisticAndPValueEqualCmprsk(int cause) {
        ReferenceTable input = ReferenceTable.read("aj_mgus2/input.csv");
        RemovalData women = ReferenceData.caused(input.where("sex", "F"), "pcm", "death");
        RemovalData men = ReferenceData.caused(input.where("sex", "M"), "pcm", "death");
        TestResult result = GrayTest.test(List.of(women, men), cause);
        ReferenceTable expected = ReferenceTable.read("aj_mgus2/expected_gray_test.csv");
        assertClose("statistic", result.chiSquare(), expected.number(cause - 1, "stat"), 1e-9);
        assertClose("p", result.p(), expected.number(cause - 1, "pv"), 1e-9);
        assertThat(result.df()).isEqualTo(1);
    }

    @Test
    void lateEntryIsRefused() {
        RemovalData late = RemovalData.builder(List.of("a")).add(2, 5, 5, 1, 1).build();
        assertThatThrownBy(() -> GrayTest.test(List.of(late, late), 1)).hasMessageContaining("entered at 2.0 hours");
    }
}
