// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.List;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.Method;
import org.tilik.measure.removal.Quantile;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RestrictedMean;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;

/**
 * The measures of one stratum as rows: median and quantiles of the hours until gone, shares gone and removed within
 * deadlines, mean hours visible.
 *
 * <p>A cause that no item of the stratum went by has no row of its own. Shares given that items were captured are
 * there only where they differ from the others, that is where few items were watched from the start.
 */
final class MeasureRows {
    static final String MEDIAN = "gone.median_hours";
    static final String QUANTILE = "gone.quantile_hours";
    static final String SHARE = "gone.share_within";
    static final String SHARE_GIVEN_CAPTURED = "gone.share_within_given_captured";
    static final String MEAN = "gone.rmst_hours";
    static final String REMOVED = "removal.share_within";
    static final String REMOVED_GIVEN_CAPTURED = "removal.share_within_given_captured";

    /** {@code correction_method} of rows in which no error of classification or confirmation is corrected. */
    static final String UNCORRECTED = "none";

    /** {@code correction_method} of rows about items that a classifier selected, whose errors nothing corrects. */
    static final String CLASSIFIER_TRACKED = "classifier-tracked items";

    /** {@code correction_method} of rows that treat a single last absence as not gone. */
    static final String UNCONFIRMED_CENSORED = "unconfirmed_censored";

    private static final String HOURS = "h";
    private static final String ONE = "1";
    private static final double HALF = 0.5;

    private final MeasurePlan plan;
    private final MeasureRow maker;
    private final long unconfirmed;
    private final int replicates;

    MeasureRows(MeasurePlan plan, Stratum stratum, long unconfirmed, int replicates) {
        this.plan = plan;
        this.maker = new MeasureRow(plan, stratum);
        this.unconfirmed = unconfirmed;
        this.replicates = replicates;
    }

    /** The rows of one estimate. */
    List<RemovalMeasureRow> of(RemovalEstimate estimate, String correction) {
        return of(estimate, MeasureCounts.of(estimate, unconfirmed), correction);
    }

    /** The rows of an estimate behind which there are other numbers of items than it was weighted to. */
    List<RemovalMeasureRow> of(RemovalEstimate estimate, MeasureCounts counts, String correction) {
        List<RemovalMeasureRow> rows = new ArrayList<>();
        for (Quantile quantile : estimate.quantiles()) {
            MeasureKey key = quantile.p() == HALF
                    ? new MeasureKey(MEDIAN, HOURS, null, null, null, null)
                    : new MeasureKey(QUANTILE, HOURS, null, null, quantile.p(), null);
            rows.add(maker.of(key, figures(quantile, estimate), counts, correction));
        }
        String shareInterval = intervalName(estimate, "greenwood_log_log");
        for (DeadlineShare share : estimate.deadlines()) {
            double hours = share.deadlineHours();
            rows.add(maker.of(
                    new MeasureKey(SHARE, ONE, null, hours, null, null),
                    Figures.of(share.share(), 0, shareInterval),
                    counts,
                    correction));
            if (share.conditionalOnHours() > 0) {
                rows.add(maker.of(
                        new MeasureKey(SHARE_GIVEN_CAPTURED, ONE, null, hours, null, null),
                        Figures.of(share.givenCaptured(), share.conditionalOnHours(), shareInterval),
                        counts,
                        correction));
            }
        }
        rows.add(maker.of(
                new MeasureKey(MEAN, HOURS, null, null, null, plan.tauHours()),
                meanVisible(estimate),
                counts,
                correction));
        String causeInterval = intervalName(estimate, "aalen_log_log");
        estimate.causeGroups().forEach((cause, shares) -> {
            for (DeadlineShare share : shares) {
                rows.add(maker.of(
                        new MeasureKey(REMOVED, ONE, cause, share.deadlineHours(), null, null),
                        Figures.of(share.share(), 0, causeInterval),
                        counts,
                        correction));
                if (share.conditionalOnHours() > 0) {
                    rows.add(maker.of(
                            new MeasureKey(REMOVED_GIVEN_CAPTURED, ONE, cause, share.deadlineHours(), null, null),
                            Figures.of(share.givenCaptured(), share.conditionalOnHours(), causeInterval),
                            counts,
                            correction));
                }
            }
        });
        return rows;
    }

    private Figures figures(Quantile quantile, RemovalEstimate estimate) {
        Identifiability says = !quantile.reached()
                ? Identifiability.NONE
                : Double.isNaN(quantile.estimate()) ? Identifiability.BOUNDS : Identifiability.POINT;
        return new Figures(
                says,
                quantile.estimate(),
                quantile.ciLow(),
                quantile.ciHigh(),
                quantile.boundLow(),
                quantile.boundHigh(),
                estimate.conditionalOnHours(),
                intervalName(estimate, "brookmeyer_crowley_log_log"));
    }

    private Figures meanVisible(RemovalEstimate estimate) {
        if (estimate.method() == Method.TURNBULL) {
            // The innermost intervals bound only where the fit is not unique, far less than what brackets leave open.
            return Figures.none(estimate.conditionalOnHours());
        }
        RestrictedMean mean = estimate.restrictedMean();
        return new Figures(
                Double.isNaN(mean.estimate()) ? Identifiability.NONE : Identifiability.POINT,
                mean.estimate(),
                mean.ciLow(),
                mean.ciHigh(),
                mean.estimate(),
                mean.estimate(),
                estimate.conditionalOnHours(),
                intervalName(estimate, "greenwood_plain"));
    }

    /** How intervals were made; {@code plain} names the formula for exact times of independent items. */
    private String intervalName(RemovalEstimate estimate, String plain) {
        return IntervalNames.of(estimate.intervalMethod(), plain, replicates);
    }

    /** How rows name that nothing was corrected: what a classifier selected it selected with errors. */
    static String uncorrected(MeasurePlan plan) {
        return plan.tracksByLabel() ? CLASSIFIER_TRACKED : UNCORRECTED;
    }
}
