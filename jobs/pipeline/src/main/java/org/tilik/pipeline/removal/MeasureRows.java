// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.IntervalMethod;
import org.tilik.measure.removal.Method;
import org.tilik.measure.removal.Quantile;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RestrictedMean;
import org.tilik.measure.removal.Share;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;
import org.tilik.pipeline.table.RowId;

/**
 * The measures of one stratum as rows: median and quantiles of the hours until gone, shares gone and removed within
 * deadlines, mean hours visible.
 *
 * <p>A cause that no item of the stratum went by has no row of its own. {@code gone.share_within_given_captured} is
 * there only where it differs from {@code gone.share_within}, that is where few items were watched from the start.
 */
final class MeasureRows {
    static final String MEDIAN = "gone.median_hours";
    static final String QUANTILE = "gone.quantile_hours";
    static final String SHARE = "gone.share_within";
    static final String SHARE_GIVEN_CAPTURED = "gone.share_within_given_captured";
    static final String MEAN = "gone.rmst_hours";
    static final String REMOVED = "removal.share_within";

    /** {@code correction_method} of rows in which no error of classification or confirmation is corrected. */
    static final String UNCORRECTED = "none";

    /** {@code correction_method} of rows about items that a classifier selected, whose errors nothing corrects. */
    static final String CLASSIFIER_TRACKED = "classifier-tracked items";

    /** {@code correction_method} of rows that treat a single last absence as not gone. */
    static final String UNCONFIRMED_CENSORED = "unconfirmed_censored";

    private static final int METRIC_VERSION = 1;
    private static final String HOURS = "h";
    private static final String ONE = "1";
    private static final double HALF = 0.5;

    private final MeasurePlan plan;
    private final Stratum stratum;
    private final long unconfirmed;
    private final int replicates;

    MeasureRows(MeasurePlan plan, Stratum stratum, long unconfirmed, int replicates) {
        this.plan = plan;
        this.stratum = stratum;
        this.unconfirmed = unconfirmed;
        this.replicates = replicates;
    }

    /** What tells one measure of a stratum from another; null = does not apply. */
    private record Key(String metric, String unit, String cause, Double deadline, Double quantile, Double tau) {}

    /** The numbers of a row; NaN = none. */
    private record Figures(
            Identifiability identifiability,
            double estimate,
            double ciLow,
            double ciHigh,
            double boundLow,
            double boundHigh,
            double conditionalOn,
            String ciMethod) {
        static Figures of(Share share, double conditionalOn, String ciMethod) {
            return new Figures(
                    share.identifiability(),
                    share.estimate(),
                    share.ciLow(),
                    share.ciHigh(),
                    share.boundLow(),
                    share.boundHigh(),
                    conditionalOn,
                    ciMethod);
        }

        static Figures none(double conditionalOn) {
            return new Figures(
                    Identifiability.NONE,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    conditionalOn,
                    null);
        }
    }

    /** The rows of one estimate. */
    List<RemovalMeasureRow> of(RemovalEstimate estimate, String correction) {
        List<RemovalMeasureRow> rows = new ArrayList<>();
        for (Quantile quantile : estimate.quantiles()) {
            Key key = quantile.p() == HALF
                    ? new Key(MEDIAN, HOURS, null, null, null, null)
                    : new Key(QUANTILE, HOURS, null, null, quantile.p(), null);
            rows.add(row(key, figures(quantile, estimate), estimate, correction));
        }
        String shareInterval = intervalName(estimate, "greenwood_log_log");
        for (DeadlineShare share : estimate.deadlines()) {
            double hours = share.deadlineHours();
            rows.add(row(
                    new Key(SHARE, ONE, null, hours, null, null),
                    Figures.of(share.share(), 0, shareInterval),
                    estimate,
                    correction));
            if (share.conditionalOnHours() > 0) {
                rows.add(row(
                        new Key(SHARE_GIVEN_CAPTURED, ONE, null, hours, null, null),
                        Figures.of(share.givenCaptured(), share.conditionalOnHours(), shareInterval),
                        estimate,
                        correction));
            }
        }
        rows.add(row(
                new Key(MEAN, HOURS, null, null, null, plan.tauHours()), meanVisible(estimate), estimate, correction));
        String causeInterval = intervalName(estimate, "aalen_log_log");
        estimate.causeGroups().forEach((cause, shares) -> {
            for (DeadlineShare share : shares) {
                rows.add(row(
                        new Key(REMOVED, ONE, cause, share.deadlineHours(), null, null),
                        Figures.of(share.share(), 0, causeInterval),
                        estimate,
                        correction));
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
        return intervalName(estimate.intervalMethod(), plain, replicates);
    }

    static String intervalName(IntervalMethod method, String plain, int replicates) {
        return switch (method) {
            case GREENWOOD -> plain;
            case ITEM_BOOTSTRAP -> "item_bootstrap_percentile_" + replicates;
            case FAMILY_BOOTSTRAP -> "family_bootstrap_percentile_" + replicates;
            case NONE -> null;
        };
    }

    private RemovalMeasureRow row(Key key, Figures figures, RemovalEstimate estimate, String correction) {
        boolean hasInterval = !Double.isNaN(figures.ciLow()) || !Double.isNaN(figures.ciHigh());
        return new RemovalMeasureRow(
                rowId(key, correction),
                key.metric(),
                METRIC_VERSION,
                stratum.by(),
                stratum.value(),
                key.cause(),
                key.deadline(),
                key.quantile(),
                key.tau(),
                plan.clock().id(),
                orNull(figures.estimate()),
                orNull(figures.ciLow()),
                orNull(figures.ciHigh()),
                plan.confLevel(),
                hasInterval ? figures.ciMethod() : null,
                key.unit(),
                Math.round(estimate.n()),
                Math.round(estimate.events()),
                Math.round(estimate.censored()),
                Math.round(estimate.intervals()),
                unconfirmed,
                orNull(estimate.nEffective()),
                figures.conditionalOn() > 0 ? (Double) figures.conditionalOn() : null,
                figures.identifiability().name().toLowerCase(Locale.ROOT),
                orNull(figures.boundLow()),
                orNull(figures.boundHigh()),
                correction,
                modelId(),
                false,
                plan.runId());
    }

    private String rowId(Key key, String correction) {
        return RowId.of(
                plan.studyId(),
                key.metric(),
                METRIC_VERSION,
                stratum.by(),
                stratum.value(),
                key.cause(),
                key.deadline(),
                key.quantile(),
                key.tau(),
                plan.clock().id(),
                correction);
    }

    /** The model on which the row depends; null for none. */
    private String modelId() {
        boolean groupedByModel =
                stratum.by().contains("language") || stratum.by().contains("label");
        return plan.tracksByLabel() || groupedByModel ? plan.modelId() : null;
    }

    /** How rows name that nothing was corrected: what a classifier selected it selected with errors. */
    static String uncorrected(MeasurePlan plan) {
        return plan.tracksByLabel() ? CLASSIFIER_TRACKED : UNCORRECTED;
    }

    /** Tables hold null where a number is not defined. */
    static Double orNull(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
