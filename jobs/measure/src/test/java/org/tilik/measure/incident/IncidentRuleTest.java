// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IncidentRuleTest {
    @ParameterizedTest
    @CsvSource({
        "0, 6, 7, 1e-6, 3, 24, 24, minCopies",
        "10, 0, 7, 1e-6, 3, 24, 24, windowHours",
        "10, 48, 7, 1e-6, 3, 24, 24, windowHours",
        "10, 6, 0, 1e-6, 3, 24, 24, baselineDays",
        "10, 6, 367, 1e-6, 3, 24, 24, baselineDays",
        "10, 6, 7, 0, 3, 24, 24, alpha",
        "10, 6, 7, NaN, 3, 24, 24, alpha",
        "10, 6, 7, 1, 3, 24, 24, alpha",
        "10, 6, 7, 1e-6, 1, 24, 24, platforms",
        "10, 6, 7, 1e-6, 3, 0, 24, emergenceHours",
        "10, 6, 7, 1e-6, 3, 24, 0, quietHours",
    })
    void whatCannotBeARuleIsRefusedByName(
            int minCopies,
            int windowHours,
            int baselineDays,
            double alpha,
            int platforms,
            int emergenceHours,
            int quietHours,
            String name) {
        assertThatThrownBy(() -> new IncidentRule(
                        minCopies, windowHours, baselineDays, alpha, platforms, emergenceHours, quietHours))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(name);
    }

    @Test
    void aBaselineHoldsADayAndFourWindowsAtLeast() {
        assertThat(IncidentRule.USUAL.settlingHours()).isEqualTo(24);
        assertThat(new IncidentRule(10, 1, 7, 1e-6, 3, 24, 24).settlingHours()).isEqualTo(24);
        assertThat(new IncidentRule(10, 5, 7, 1e-6, 3, 24, 24).settlingHours()).isEqualTo(25);
        assertThat(new IncidentRule(10, 24, 7, 1e-6, 3, 24, 24).settlingHours()).isEqualTo(96);
        assertThat(IncidentRule.isLongEnough(7, 42)).isTrue();
        assertThat(IncidentRule.isLongEnough(7, 43)).isFalse();
    }
}
