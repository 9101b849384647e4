// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.List;
import org.tilik.measure.removal.ConfidenceInterval;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.table.RowId;

/**
 * How one stratum of one population is measured.
 *
 * @param plan plan of the run
 * @param population name of the population
 * @param stratum the stratum
 */
record PopulationPlan(MeasurePlan plan, String population, Stratum stratum) {
    static final int EXACT_REPLICATES = 1000;
    static final int BRACKET_REPLICATES = 200;

    private static final int HEX = 16;

    /** Shares within the study's deadlines, and nothing else; fewer samples where brackets make each of them dear. */
    RemovalEstimator estimator(RemovalData data) {
        return estimator(data.brackets() > 0);
    }

    /** The same for data of which it is known whether some time is a bracket. */
    RemovalEstimator estimator(boolean brackets) {
        return RemovalEstimator.standard()
                .withConfidence(ConfidenceInterval.LOG_LOG, plan.confLevel())
                .withDeadlines(deadlines())
                .withQuantiles()
                .withMinAtRisk(StratumEstimation.MIN_AT_RISK)
                .withBootstrap(brackets ? BRACKET_REPLICATES : EXACT_REPLICATES, seed());
    }

    double[] deadlines() {
        return plan.deadlinesHours().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Each stratum of each population has its own seed, which does not depend on which others there are. */
    long seed() {
        return Long.parseUnsignedLong(RowId.of(plan.seed(), population, stratum.label()), HEX);
    }

    /** The stratum's result; it has no curve. */
    StratumResult result(long items, boolean enoughAccounts, List<RemovalMeasureRow> measures) {
        StratumResult result = new StratumResult();
        result.population = population;
        result.stratum = stratum.label();
        result.items = items;
        result.enoughAccounts = enoughAccounts;
        result.curve = List.of();
        result.measures = measures;
        return result;
    }
}
