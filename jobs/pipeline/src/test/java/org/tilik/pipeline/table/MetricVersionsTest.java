// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MetricVersionsTest {
    @Test
    void aMetricWhoseMeaningHasChangedHasAHigherVersion() {
        assertThat(MetricVersions.of("copies.total")).isEqualTo(2);
        assertThat(MetricVersions.of("gone.median_hours")).isEqualTo(1);
    }

    @Test
    void aMetricWithoutADefinitionIsNamed() {
        assertThatThrownBy(() -> MetricVersions.of("gone.mood"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'gone.mood'")
                .hasMessageContaining("datasets/metrics.yaml");
    }
}
