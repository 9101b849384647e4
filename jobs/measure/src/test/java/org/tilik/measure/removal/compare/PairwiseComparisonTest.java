// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tilik.measure.removal.ReferenceTable;
import org.tilik.measure.removal.RemovalData;

/** Oracle: R 4.2.2, {@code p.adjust(p, "holm")} over {@code survdiff} of every two groups. */
class PairwiseComparisonTest {

    @Test
    void holmEqualsR() {
        // p.adjust(c(0.01, 0.04, 0.03, 0.005, 0.03), "holm")
        assertThat(PairwiseComparison.holm(new double[] {0.01, 0.04, 0.03, 0.005, 0.03}))
                .containsExactly(new double[] {0.04, 0.09, 0.09, 0.025, 0.09}, within(1e-15));
        assertThat(PairwiseComparison.holm(new double[] {0.6, 0.5})).containsExactly(1, 1);
        assertThat(PairwiseComparison.holm(new double[0])).isEmpty();
    }

    @Test
    void pairsThatCannotBeComparedDoNotCount() {
        List<Group> groups = new ArrayList<>(
                LogRankReferenceTest.groups(ReferenceTable.read("km_lung/input.csv"), "ph_ecog", "0", "1", "2"));
        groups.add(new Group("empty", RemovalData.builder(List.of()).build()));
        List<PairTest> pairs = PairwiseComparison.of(groups, LogRankTest.LOG_RANK);
        assertThat(pairs).hasSize(6);
        double largest = 0;
        for (PairTest pair : pairs) {
            assertThat(pair.p().isDefined()).isEqualTo(!pair.second().equals("empty"));
            if (pair.p().isDefined()) {
                assertThat(pair.adjustedP())
                        .isBetween(
                                pair.p().orElseThrow(), Math.min(1, 3 * pair.p().orElseThrow()));
                largest = Math.max(largest, pair.p().orElseThrow());
            } else {
                assertThat(pair.adjustedP()).isNaN();
            }
        }
        // The largest p value is multiplied by one, unless a smaller one raised it.
        assertThat(pairs.stream()
                        .mapToDouble(PairTest::adjustedP)
                        .filter(p -> !Double.isNaN(p))
                        .max())
                .hasValueCloseTo(Math.max(largest, pairs.get(0).adjustedP()), within(1e-12));
    }
}
