// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tilik.model.table.SpreadMeasureRow;
import org.tilik.pipeline.removal.MeasurePlan;
import org.tilik.pipeline.spread.SpreadPlan;
import org.tilik.pipeline.spread.family.FamilyFact;
import org.tilik.pipeline.strata.Strata;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.study.Clock;
import org.tilik.pipeline.study.Study;

class FamilyMeasuresTest {
    private static final SpreadPlan PLAN = new SpreadPlan(
            new MeasurePlan("study", Clock.POSTED, List.of(24.0), 0.95, 10, 7, null, false, "0123456789abcdef"),
            new Strata(List.of("platform")),
            Map.of(),
            Study.Coordination.USUAL);

    private static SpreadMeasureRow median(double... hours) {
        FamilyMeasures measures = new FamilyMeasures(PLAN, new Stratum("platform_pair", "reddit>twitter"));
        for (double lag : hours) {
            FamilyFact fact = new FamilyFact();
            fact.ofPair = true;
            fact.copies = 2;
            fact.jumpHours = lag;
            measures.add(fact);
        }
        List<SpreadMeasureRow> rows = measures.result().measures;
        assertThat(rows).extracting(SpreadMeasureRow::metricId).containsExactly(FamilyMeasures.JUMP);
        return rows.get(0);
    }

    @Test
    void familiesOfWhichNobodyKnowsWhereTheyWereFirstAreLeftOutOfTheMedianAndCounted() {
        SpreadMeasureRow row = median(3, Double.NaN, 5, 1, Double.NaN);

        assertThat(row.estimate()).isEqualTo(3);
        assertThat(row.nItems()).isEqualTo(5);
        assertThat(row.nEvents()).isEqualTo(3);
        assertThat(row.nEffective()).isEqualTo(3);
    }

    @Test
    void whereItIsKnownOfNoneThereIsNoMedian() {
        SpreadMeasureRow row = median(Double.NaN, Double.NaN);

        assertThat(row.identifiability()).isEqualTo("none");
        assertThat(row.estimate()).isNull();
        assertThat(row.nItems()).isEqualTo(2);
        assertThat(row.nEvents()).isZero();
    }
}
