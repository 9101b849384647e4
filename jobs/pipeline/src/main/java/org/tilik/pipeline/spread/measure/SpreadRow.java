// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.spread.measure;

import java.util.Locale;
import org.tilik.model.table.SpreadMeasureRow;
import org.tilik.pipeline.removal.MeasurePlan;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.table.MetricVersions;
import org.tilik.pipeline.table.RowId;

/** Makes the rows of spread_measures that are about one stratum. */
final class SpreadRow {
    /** {@code correction_method} of rows in which no error is corrected. */
    static final String UNCORRECTED = "none";
    /** {@code correction_method} of rows about items that a classifier selected, whose errors nothing corrects. */
    static final String CLASSIFIER_TRACKED = "classifier-tracked items";
    /** {@code correction_method} of totals over posts of which a sample was delivered. */
    static final String HORVITZ_THOMPSON = "horvitz_thompson";

    private static final String CLOCK = "posted";

    private final MeasurePlan plan;
    private final Stratum stratum;

    SpreadRow(MeasurePlan plan, Stratum stratum) {
        this.plan = plan;
        this.stratum = stratum;
    }

    /** A row in which nothing is corrected. */
    SpreadMeasureRow of(SpreadKey key, SpreadFigures figures, SpreadCounts counts) {
        return of(key, figures, counts, plan.tracksByLabel() ? CLASSIFIER_TRACKED : UNCORRECTED);
    }

    SpreadMeasureRow of(SpreadKey key, SpreadFigures figures, SpreadCounts counts, String correction) {
        boolean hasInterval = Double.isFinite(figures.ciLow()) || Double.isFinite(figures.ciHigh());
        return new SpreadMeasureRow(
                RowId.of(
                        plan.studyId(),
                        key.metric(),
                        MetricVersions.of(key.metric()),
                        stratum.by(),
                        stratum.value(),
                        null,
                        key.deadline(),
                        key.quantile(),
                        key.threshold(),
                        key.tau(),
                        CLOCK,
                        correction),
                key.metric(),
                MetricVersions.of(key.metric()),
                stratum.by(),
                stratum.value(),
                null,
                key.deadline(),
                key.quantile(),
                key.threshold(),
                key.tau(),
                CLOCK,
                orNull(figures.estimate()),
                orNull(figures.ciLow()),
                orNull(figures.ciHigh()),
                plan.confLevel(),
                hasInterval ? figures.ciMethod() : null,
                key.unit(),
                counts.items(),
                counts.events(),
                counts.censored(),
                null,
                null,
                orNull(counts.effective()),
                null,
                figures.identifiability().name().toLowerCase(Locale.ROOT),
                orNull(figures.boundLow()),
                orNull(figures.boundHigh()),
                correction,
                modelId(),
                false,
                plan.runId());
    }

    /** The row that stands for a held-back number: which one there would be, without it. */
    static SpreadMeasureRow withoutNumbers(SpreadMeasureRow row) {
        return new SpreadMeasureRow(
                row.rowId(),
                row.metricId(),
                row.metricVersion(),
                row.stratumBy(),
                row.stratum(),
                null,
                row.deadlineHours(),
                row.quantile(),
                row.thresholdCopies(),
                row.tauHours(),
                row.clock(),
                null,
                null,
                null,
                row.confLevel(),
                null,
                row.unit(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                row.correctionMethod(),
                row.modelId(),
                true,
                row.runId());
    }

    /** The model on which the row depends; null for none. */
    private String modelId() {
        boolean groupedByModel =
                stratum.by().contains("language") || stratum.by().contains("label");
        return plan.tracksByLabel() || groupedByModel ? plan.modelId() : null;
    }

    /** Tables hold null where a number is not defined. */
    private static Double orNull(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
