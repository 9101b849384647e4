// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Oracle: the risk table of the reweighted rows, sorted from scratch. */
class ExactProblemTest {

    private static final String SEED = "20190315";
    private static final double BEGINNING = Double.NEGATIVE_INFINITY;

    @Provide
    Arbitrary<List<RowGenerator.Row>> exactRows() {
        return RowGenerator.exact();
    }

    @Property(tries = 300, seed = SEED)
    void theTableOfOtherWeightsIsThatOfTheirOwnRows(
            @ForAll("exactRows") List<RowGenerator.Row> rows, @ForAll Random random) {
        RemovalData data = RowGenerator.data(rows).collapsed();
        double[] weights = new double[data.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextInt(3);
        }
        RiskTable expected = RiskTable.of(data.reweighted(weights), BEGINNING);
        RiskTable actual = new ExactProblem(data).table(weights);
        assertThat(actual.time).containsExactly(expected.time);
        assertThat(actual.atRisk).containsExactly(expected.atRisk);
        assertThat(actual.events).containsExactly(expected.events);
        assertThat(actual.censored).containsExactly(expected.censored);
        assertThat(actual.byCause).isDeepEqualTo(expected.byCause);
    }
}
