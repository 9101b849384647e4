// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.tilik.measure.removal.DeadlineShare;
import org.tilik.measure.removal.Method;
import org.tilik.measure.removal.RemovalData;
import org.tilik.measure.removal.RemovalDataBuilder;
import org.tilik.measure.removal.RemovalEstimate;
import org.tilik.measure.removal.RemovalEstimator;
import org.tilik.measure.removal.Share;

/**
 * Of the families that were seen gone from at least one of two platforms, the share that was gone from the second at most x
 * hours after it was gone from the first, or before; x may be negative.
 *
 * <p>The lags are moved by a whole number of hours, so that all of them are positive, and estimated as any other times:
 * Kaplan–Meier where all are known or right-censored, else the NPMLE of Turnbull, in which a lag without a lower end
 * is a bracket that begins before all others: one that ends after x leaves bounds. Families seen gone from neither are
 * counted and left out: they have no lag. The estimate assumes that how long a content was followed does not depend on
 * its lag.
 *
 * @param counts families by outcome
 * @param shares one for each x, in order
 * @param estimate of the moved lags, for its counts and caveats
 * @param hours the x
 */
public record GoneLags(
        Map<GoneLag.Outcome, Integer> counts, List<Double> hours, List<Share> shares, RemovalEstimate estimate) {

    /** The shares of these lags within each of {@code hours}; method, level, risk set and bootstrap as the estimator has. */
    public static GoneLags of(List<GoneLag> lags, List<Double> hours, RemovalEstimator estimator) {
        Map<GoneLag.Outcome, Integer> counts = new EnumMap<>(GoneLag.Outcome.class);
        for (GoneLag.Outcome outcome : GoneLag.Outcome.values()) {
            counts.put(outcome, 0);
        }
        double least = 0;
        for (double x : hours) {
            least = Math.min(least, x);
        }
        for (GoneLag lag : lags) {
            counts.merge(lag.outcome(), 1, Integer::sum);
            least = Math.min(least, Math.min(finite(lag.after()), finite(lag.by())));
        }
        double shift = 1 - Math.floor(least);
        RemovalDataBuilder rows = RemovalData.builder(List.of());
        for (GoneLag lag : lags) {
            if (lag.outcome() != GoneLag.Outcome.FROM_NEITHER) {
                double after = Double.isInfinite(lag.after()) ? 0 : lag.after() + shift;
                rows.add(0, after, lag.by() + shift, 0, 1);
            }
        }
        double[] moved = hours.stream().mapToDouble(x -> x + shift).toArray();
        RemovalEstimate estimate = estimator
                .withMethod(Method.AUTO)
                .withQuantiles()
                .withTau(Double.NaN)
                .withDeadlines(moved)
                .estimate(rows.build());
        List<Share> shares = new ArrayList<>();
        for (DeadlineShare share : estimate.deadlines()) {
            shares.add(share.share());
        }
        return new GoneLags(counts, List.copyOf(hours), List.copyOf(shares), estimate);
    }

    private static double finite(double value) {
        return Double.isInfinite(value) ? 0 : value;
    }
}
