// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.Share;
import org.tilik.measure.removal.misclassification.AdjustedShare;
import org.tilik.measure.removal.misclassification.PredictiveValueAdjustment;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;

/**
 * Bounds for the shares gone and removed of what rightly is tracked, from the shares of all that is tracked and the
 * predictive value that an audit found: [F, min(1, F / PPV)], where all items were watched from the start.
 */
final class PredictiveValueRows {
    /** {@code correction_method} of these rows. */
    static final String ADJUSTED = "ppv_adjusted";

    private static final Set<String> METRICS = Set.of(MeasureRows.SHARE, MeasureRows.REMOVED);

    private final MeasurePlan plan;

    PredictiveValueRows(MeasurePlan plan) {
        this.plan = plan;
    }

    /**
     * The adjusted rows of a stratum.
     *
     * @param followed its shares as they are
     * @param audited what coders say of it; null where none of its items was coded
     */
    List<RemovalMeasureRow> of(StratumResult followed, StratumResult audited) {
        PredictiveValueAdjustment adjustment =
                followed.isFromStart && audited != null && audited.predictiveValue != null
                        ? new PredictiveValueAdjustment(audited.predictiveValue, audited.predictiveValueLow)
                        : null;
        MeasureRow maker = new MeasureRow(plan, Stratum.ofLabel(followed.stratum));
        List<RemovalMeasureRow> rows = new ArrayList<>();
        for (RemovalMeasureRow row : followed.measures) {
            boolean isWhole = row.cause() == null || row.cause().equals(Causes.ALL_REMOVAL);
            boolean isRaw = row.correctionMethod().equals(MeasureRows.uncorrected(plan));
            if (METRICS.contains(row.metricId()) && isWhole && isRaw) {
                AdjustedShare share = adjustment == null ? none() : adjustment.bounds(share(row));
                rows.add(maker.of(
                        new MeasureKey(row.metricId(), row.unit(), row.cause(), row.deadlineHours(), null, null),
                        new Figures(
                                share.identifiability(),
                                share.estimate(),
                                share.ciLow(),
                                share.ciHigh(),
                                share.boundLow(),
                                share.boundHigh(),
                                0,
                                row.ciMethod() + "_over_predictive_value"),
                        new MeasureCounts(
                                row.nItems(),
                                row.nEvents(),
                                row.nCensored(),
                                row.nInterval(),
                                row.nUnconfirmed(),
                                orNaN(row.nEffective())),
                        ADJUSTED));
            }
        }
        return rows;
    }

    private static AdjustedShare none() {
        return new AdjustedShare(Identifiability.NONE, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    private static Share share(RemovalMeasureRow row) {
        return new Share(
                Identifiability.valueOf(row.identifiability().toUpperCase(Locale.ROOT)),
                orNaN(row.estimate()),
                orNaN(row.ciLow()),
                orNaN(row.ciHigh()),
                orNaN(row.boundLow()),
                orNaN(row.boundHigh()));
    }

    private static double orNaN(Double value) {
        return value == null ? Double.NaN : value;
    }
}
