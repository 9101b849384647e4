// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.counts.RiskCounts;

/** Items of a stratum as estimates take them: one by one, or as counts. */
final class EstimatedItems {
    private final RemovalData data;
    private final RiskCounts counts;

    EstimatedItems(RemovalData data) {
        this.data = data;
        this.counts = null;
    }

    EstimatedItems(RiskCounts counts) {
        this.data = counts.data();
        this.counts = counts;
    }

    /** Rows with the items' times; from counts, rows that give the same estimates but hold no families. */
    RemovalData data() {
        return data;
    }

    RemovalEstimate estimate(RemovalEstimator estimator) {
        return counts == null ? estimator.estimate(data) : counts.estimate(estimator);
    }
}
