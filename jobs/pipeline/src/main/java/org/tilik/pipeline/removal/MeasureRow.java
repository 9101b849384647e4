// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.Locale;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.table.MetricVersions;
import org.tilik.pipeline.table.RowId;

/** Makes the rows of release/removal_measures that are about one stratum. */
final class MeasureRow {
    private final MeasurePlan plan;
    private final Stratum stratum;
    private final String clock;

    MeasureRow(MeasurePlan plan, Stratum stratum) {
        this(plan, stratum, plan.clock().id());
    }

    /** For measures whose durations start elsewhere than those of the study. */
    MeasureRow(MeasurePlan plan, Stratum stratum, String clock) {
        this.plan = plan;
        this.stratum = stratum;
        this.clock = clock;
    }

    RemovalMeasureRow of(MeasureKey key, Figures figures, MeasureCounts counts, String correction) {
        boolean hasInterval = !Double.isNaN(figures.ciLow()) || !Double.isNaN(figures.ciHigh());
        return new RemovalMeasureRow(
                rowId(key, correction),
                key.metric(),
                MetricVersions.of(key.metric()),
                stratum.by(),
                stratum.value(),
                key.cause(),
                key.deadline(),
                key.quantile(),
                key.tau(),
                clock,
                orNull(figures.estimate()),
                orNull(figures.ciLow()),
                orNull(figures.ciHigh()),
                plan.confLevel(),
                hasInterval ? figures.ciMethod() : null,
                key.unit(),
                counts.items(),
                counts.events(),
                counts.censored(),
                counts.intervals(),
                counts.unconfirmed(),
                orNull(counts.effective()),
                figures.conditionalOn() > 0 ? (Double) figures.conditionalOn() : null,
                figures.identifiability().name().toLowerCase(Locale.ROOT),
                orNull(figures.boundLow()),
                orNull(figures.boundHigh()),
                correction,
                modelId(),
                false,
                plan.runId());
    }

    private String rowId(MeasureKey key, String correction) {
        return RowId.of(
                plan.studyId(),
                key.metric(),
                MetricVersions.of(key.metric()),
                stratum.by(),
                stratum.value(),
                key.cause(),
                key.deadline(),
                key.quantile(),
                key.tau(),
                clock,
                correction);
    }

    /** The model on which the row depends; null for none. */
    private String modelId() {
        boolean groupedByModel =
                stratum.by().contains("language") || stratum.by().contains("label");
        return plan.tracksByLabel() || groupedByModel ? plan.modelId() : null;
    }

    /** Tables hold null where a number is not defined. */
    static Double orNull(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
