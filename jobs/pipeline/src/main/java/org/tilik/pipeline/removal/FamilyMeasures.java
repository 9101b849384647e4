// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.util.ArrayList;
import java.util.List;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.IntervalMethod;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;
import org.tilik.measure.removal.families.CumulativeMean;
import org.tilik.measure.removal.families.GoneLag;
import org.tilik.measure.removal.families.GoneLags;
import org.tilik.measure.removal.families.MeanCumulativeFunction;
import org.tilik.measure.removal.families.VisibleTime;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;

/**
 * The measures of the families of one stratum as rows.
 *
 * <p>Every stratum has every row, so that none tells by being there that something happened. Where a source delivered a
 * sample of posts all are {@code none}: the next copy, or the last one, may be among those not delivered.
 */
final class FamilyMeasures {
    static final String COPIES = "family.copies_mean_within";
    static final String REUPLOADED = "family.reupload_share_within";
    static final String REUPLOADS = "family.reuploads_mean_within";
    static final String VISIBLE = "family.visible_hours_mean";
    static final String LAST_GONE = "family.last_copy_gone_share_within";
    static final String CLEARED = "family.platforms_cleared_share_within";
    static final String LAG = "family.gone_lag_share_within";

    private static final String ONE = "1";
    private static final String HOURS = "h";
    private static final String ROBUST_LOG = "lawless_nadeau_log";
    private static final String NORMAL = "normal_plain";
    private static final String GREENWOOD = "greenwood_log_log";
    /** Fewer independent families than this carry no interval. */
    private static final int FEWEST_FAMILIES = 20;
    /** Means closer than this are equal. */
    private static final double SAME = 1e-12;

    private final FamilyPlan plan;
    private final PopulationPlan named;
    private final Stratum stratum;
    private final MeasureRow maker;
    private final long unconfirmed;

    FamilyMeasures(FamilyPlan plan, PopulationPlan named, long unconfirmed) {
        this.plan = plan;
        this.named = named;
        this.stratum = named.stratum();
        this.maker = new MeasureRow(plan.plan(), named.stratum());
        this.unconfirmed = unconfirmed;
    }

    /** Mean number of copies: the first and those after it. */
    List<RemovalMeasureRow> copies(MeanCumulativeFunction furtherCopies) {
        return means(COPIES, 1, furtherCopies, furtherCopies);
    }

    /** How soon, and how often, a content comes back after a removal. */
    List<RemovalMeasureRow> reuploads(
            EstimatedItems gaps, MeanCumulativeFunction atLeast, MeanCumulativeFunction atMost) {
        List<RemovalMeasureRow> rows = new ArrayList<>(shares(REUPLOADED, gaps));
        rows.addAll(means(REUPLOADS, 0, atLeast, atMost));
        return rows;
    }

    /** How long the content was up. */
    List<RemovalMeasureRow> visible(double[] low, double[] high) {
        VisibleTime.Mean mean = VisibleTime.Mean.of(low, high, plan.plan().confLevel());
        boolean none = isSampled() || mean.families() == 0;
        boolean point = mean.high() - mean.low() <= SAME;
        boolean enough = mean.families() >= FEWEST_FAMILIES;
        Figures figures = none
                ? Figures.none(0)
                : new Figures(
                        point ? Identifiability.POINT : Identifiability.BOUNDS,
                        point ? mean.low() : Double.NaN,
                        enough ? mean.ciLow() : Double.NaN,
                        enough ? mean.ciHigh() : Double.NaN,
                        mean.low(),
                        mean.high(),
                        0,
                        NORMAL);
        MeasureKey key =
                new MeasureKey(VISIBLE, HOURS, null, null, null, plan.plan().tauHours());
        int families = mean.families();
        return List.of(row(key, figures, new MeasureCounts(families, 0, 0, 0, unconfirmed, families)));
    }

    /** When the last copy was gone anywhere and, in the stratum of all, from each platform. */
    List<RemovalMeasureRow> last(EstimatedItems last, EstimatedItems cleared) {
        List<RemovalMeasureRow> rows = new ArrayList<>(shares(LAST_GONE, last));
        if (stratum.equals(Stratum.ALL)) {
            rows.addAll(shares(CLEARED, cleared));
        }
        return rows;
    }

    /** By how much a second platform was later than a first. */
    List<RemovalMeasureRow> lag(List<GoneLag> lags) {
        List<Double> hours = plan.plan().deadlinesHours();
        boolean brackets = lags.stream()
                .anyMatch(lag -> lag.after() < lag.by() && lag.outcome() != GoneLag.Outcome.FROM_FIRST_ONLY);
        RemovalEstimator estimator = named.estimator(brackets);
        GoneLags shares = GoneLags.of(lags, hours, estimator);
        String interval = intervalName(shares.estimate(), estimator);
        MeasureCounts counts = MeasureCounts.of(shares.estimate(), unconfirmed);
        List<RemovalMeasureRow> rows = new ArrayList<>();
        for (int i = 0; i < hours.size(); i++) {
            MeasureKey key = new MeasureKey(LAG, ONE, null, hours.get(i), null, null);
            rows.add(row(key, figures(shares.shares().get(i), 0, interval), counts));
        }
        return rows;
    }

    private List<RemovalMeasureRow> shares(String metric, EstimatedItems times) {
        RemovalEstimator estimator = named.estimator(times.data());
        RemovalEstimate estimate = times.estimate(estimator);
        String interval = intervalName(estimate, estimator);
        MeasureCounts counts = MeasureCounts.of(estimate, unconfirmed);
        List<RemovalMeasureRow> rows = new ArrayList<>();
        for (DeadlineShare share : estimate.deadlines()) {
            MeasureKey key = new MeasureKey(metric, ONE, null, share.deadlineHours(), null, null);
            rows.add(row(key, figures(share.givenCaptured(), share.conditionalOnHours(), interval), counts));
        }
        return rows;
    }

    private Figures figures(Share share, double conditionalOn, String interval) {
        return isSampled() ? Figures.none(0) : Figures.of(share, conditionalOn, interval);
    }

    /** Means of events; {@code certain} more happened in every family. */
    private List<RemovalMeasureRow> means(
            String metric, int certain, MeanCumulativeFunction low, MeanCumulativeFunction high) {
        List<RemovalMeasureRow> rows = new ArrayList<>();
        for (double hours : plan.plan().deadlinesHours()) {
            CumulativeMean least = low.at(hours);
            boolean enough = least.atRisk() >= StratumEstimation.MIN_AT_RISK && !isSampled();
            MeasureKey key = new MeasureKey(metric, ONE, null, hours, null, null);
            MeasureCounts counts = new MeasureCounts(
                    low.families(),
                    high.events() + (long) certain * low.families(),
                    low.families() - least.atRisk(),
                    0,
                    unconfirmed,
                    low.families());
            Figures figures = enough ? figures(certain, least, high.at(hours), low.families()) : Figures.none(0);
            rows.add(row(key, figures, counts));
        }
        return rows;
    }

    private Figures figures(int certain, CumulativeMean low, CumulativeMean high, int families) {
        double level = plan.plan().confLevel();
        boolean point = high.mean() - low.mean() <= SAME;
        boolean enough = families >= FEWEST_FAMILIES;
        // None of the certain ones happened: the low end is 0, whatever the scale.
        double ciLow = low.mean() > 0 || high.mean() == 0 ? low.logLow(level) : 0;
        return new Figures(
                point ? Identifiability.POINT : Identifiability.BOUNDS,
                point ? certain + low.mean() : Double.NaN,
                enough ? certain + ciLow : Double.NaN,
                enough ? certain + high.logHigh(level) : Double.NaN,
                certain + low.mean(),
                certain + high.mean(),
                0,
                ROBUST_LOG);
    }

    private RemovalMeasureRow row(MeasureKey key, Figures figures, MeasureCounts counts) {
        return maker.of(key, figures, counts, MeasureRows.uncorrected(plan.plan()));
    }

    private boolean isSampled() {
        return !plan.sampled().isEmpty()
                && (stratum.equals(Stratum.ALL) || plan.sampled().stream().anyMatch(this::concerns));
    }

    private boolean concerns(String platform) {
        return List.of(stratum.value().split(">", -1)).contains(platform);
    }

    /** Families are the units also where each has one row. */
    private static String intervalName(RemovalEstimate estimate, RemovalEstimator estimator) {
        boolean items = estimate.intervalMethod() == IntervalMethod.ITEM_BOOTSTRAP;
        return IntervalNames.of(
                items ? IntervalMethod.FAMILY_BOOTSTRAP : estimate.intervalMethod(), GREENWOOD, estimator.replicates());
    }
}
