// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.classify.Standing;
import org.tilik.pipeline.classify.ThresholdShift;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.study.Clock;

class ShiftedItemsTest {
    private static final MeasurePlan PLAN =
            new MeasurePlan("study", Clock.POSTED, List.of(24.0), 0.95, 10, 7, "model", true, "0123456789abcdef");

    private int number;

    private void add(ShiftedItems items, Standing standing, int n, double gone) {
        for (int i = 0; i < n; i++) {
            StandingFact fact = new StandingFact();
            fact.standing = standing;
            fact.itemKey = "item " + number++;
            fact.accountKey = "account " + number;
            fact.lower = gone < 100 ? gone : 100;
            fact.upper = gone < 100 ? gone : Double.POSITIVE_INFINITY;
            fact.cause = gone < 100 ? "platform" : null;
            fact.confirmed = true;
            items.add(fact);
        }
    }

    private static RemovalMeasureRow removed(StratumResult result) {
        return result.measures.stream()
                .filter(row -> row.metricId().equals("removal.share_within")
                        && row.cause().equals("all"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void lowerThresholdsHoldMoreItemsAndHigherOnesFewer() {
        for (ThresholdShift shift : ThresholdShift.values()) {
            ShiftedItems items = new ShiftedItems(PLAN, shift, Stratum.ALL);
            add(items, Standing.TRACKED, 20, 5);
            add(items, Standing.ONLY_JUST, 20, 1000);
            add(items, Standing.NEARLY, 40, 1000);
            StratumResult result = items.result();
            boolean raised = shift == ThresholdShift.THRESHOLDS_RAISED;
            assertThat(result.population).isEqualTo(shift.id());
            assertThat(result.items).isEqualTo(raised ? 20 : 80);
            assertThat(result.enoughAccounts).isTrue();
            assertThat(removed(result).estimate()).isCloseTo(raised ? 1 : 0.25, within(1e-12));
            assertThat(removed(result).correctionMethod()).isEqualTo(shift.id());
        }
    }

    @Test
    void aFewItemsMoreThanTheHeadlineHoldsAreHeldBack() {
        ShiftedItems items = new ShiftedItems(PLAN, ThresholdShift.THRESHOLDS_LOWERED, Stratum.ALL);
        add(items, Standing.TRACKED, 20, 5);
        add(items, Standing.NEARLY, 9, 1000);
        assertThat(items.result().enoughAccounts).isFalse();
        add(items, Standing.NEARLY, 1, 1000);
        assertThat(items.result().enoughAccounts).isTrue();
    }

    @Test
    void whereNothingIsLeftThereIsNoRow() {
        ShiftedItems items = new ShiftedItems(PLAN, ThresholdShift.THRESHOLDS_RAISED, Stratum.ALL);
        add(items, Standing.ONLY_JUST, 20, 5);
        assertThat(items.result().measures).isEmpty();
    }
}
