// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.pipeline.removal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tilik.measure.removal.ConfidenceInterval;
import org.tilik.measure.removal.Method;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.model.table.RemovalCurveRow;
import org.tilik.model.table.RemovalMeasureRow;
import org.tilik.pipeline.strata.Stratum;

/** Turns the items of one stratum into rows: exact curves, curves on the grid, measures. */
final class StratumEstimation {
    /** Fewest items at risk for the data to speak of a time. */
    static final double MIN_AT_RISK = 10;

    private static final int EXACT_REPLICATES = 1000;
    private static final int BRACKET_REPLICATES = 200;
    static final double[] QUANTILES = {0.25, 0.5, 0.75, 0.9};

    private final MeasurePlan plan;

    StratumEstimation(MeasurePlan plan) {
        this.plan = plan;
    }

    /** Estimates the stratum; the rows of its exact curves, which may be many, go to the consumer. */
    StratumResult estimate(Stratum stratum, StratumItems items, Consumer<RemovalCurveRow> exactCurves) {
        EstimatedItems seen = items.asSeen();
        RemovalData data = seen.data();
        RemovalEstimator estimator = estimator(stratum, items, data);
        RemovalEstimate estimate = seen.estimate(estimator);
        MeasureRows measures = new MeasureRows(plan, stratum, items.unconfirmed(), estimator.replicates());
        List<RemovalMeasureRow> rows = new ArrayList<>(measures.of(estimate, MeasureRows.uncorrected(plan)));
        if (items.unconfirmed() > 0) {
            EstimatedItems censored = items.unconfirmedCensored();
            rows.addAll(measures.of(
                    censored.estimate(estimator(stratum, items, censored.data())), MeasureRows.UNCONFIRMED_CENSORED));
        }
        CurveRows curves = new CurveRows(plan, stratum, estimator.replicates());
        curves.exact(estimate, exactCurves);
        StratumResult result = new StratumResult();
        result.population = StratumResult.FOLLOWED;
        result.stratum = stratum.label();
        result.items = Math.round(estimate.n());
        result.enoughAccounts = items.hasEnoughAccounts();
        result.measures = rows;
        result.isFromStart = isFromStart(data);
        result.curve = estimate.method() == Method.TURNBULL
                ? curves.boundsOnGrid(data, onGrid(data))
                : curves.onGrid(data, estimate);
        return result;
    }

    /** The measures alone, under this name of what was assumed. */
    List<RemovalMeasureRow> measures(Stratum stratum, StratumItems items, String correction) {
        EstimatedItems seen = items.asSeen();
        RemovalEstimator estimator = estimator(stratum, items, seen.data());
        return new MeasureRows(plan, stratum, items.unconfirmed(), estimator.replicates())
                .of(seen.estimate(estimator), correction);
    }

    /** Whether every item was watched from the start of its clock. */
    private static boolean isFromStart(RemovalData data) {
        for (int i = 0; i < data.size(); i++) {
            if (data.entry(i) > 0) {
                return false;
            }
        }
        return true;
    }

    private RemovalEstimator estimator(Stratum stratum, StratumItems items, RemovalData data) {
        return RemovalEstimator.standard()
                .withConfidence(ConfidenceInterval.LOG_LOG, plan.confLevel())
                .withDeadlines(plan.deadlinesHours().stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray())
                .withQuantiles(QUANTILES)
                .withTau(plan.tauHours())
                .withMinAtRisk(MIN_AT_RISK)
                .withBootstrap(data.brackets() > 0 ? BRACKET_REPLICATES : EXACT_REPLICATES, seed(stratum))
                .withCauseGroups(Causes.groups(items.causes()));
    }

    /** Bounds at every time of the grid; without causes, and without intervals, which the deadlines' own rows have. */
    private RemovalEstimate onGrid(RemovalData data) {
        return RemovalEstimator.standard()
                .withQuantiles()
                .withDeadlines(plan.grid())
                .withMinAtRisk(MIN_AT_RISK)
                .estimate(data.withoutCauses());
    }

    /** Each stratum has its own seed, which does not depend on which other strata there are. */
    private long seed(Stratum stratum) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((plan.seed() + "|" + stratum.label()).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java lacks SHA-256, which every JDK must have.", e);
        }
    }
}
