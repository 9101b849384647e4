// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.tilik.measure.removal.FamilyResampling;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.IntervalMethod;

/**
 * The time by which items had had half of all the views that they had before they were gone or last seen, in hours since
 * the origin.
 *
 * <pre>
 * t½ = min { t : X(t) ≥ X(∞) / 2 }      X(t) = Σ_i views of item i by t, at most until it was gone
 * X(t) lies between the last counts until t and the first counts from t on, or the most views of the item, so
 * bound_low  = inf { t : X_high(t) ≥ X_low(∞) / 2 }
 * bound_high = min { t : X_low(t) ≥ X_high(∞) / 2 }
 * </pre>
 *
 * <p>Views between two counts are not interpolated. It describes the items whose views were counted and is not corrected
 * for the end of follow-up. bound_high is NaN where some item's views have no upper bound; both are NaN without views.
 * The interval goes from the low end for the lower bound to the high end for the upper, by resampling items or families.
 *
 * @param identifiability POINT where the bounds are equal, NONE without views
 * @param effectiveItems equally viewed independent items or families worth as much; below 20 there is no interval
 */
public record ExposureHalfLife(
        Identifiability identifiability,
        double estimate,
        double ciLow,
        double ciHigh,
        double boundLow,
        double boundHigh,
        double effectiveItems,
        IntervalMethod intervalMethod) {
    private static final double FEWEST = 20;

    /**
     * The half-life of the exposure to these items.
     *
     * @param replicates samples for the interval, 0 = none
     */
    public static ExposureHalfLife of(List<ViewedItem> items, double level, int replicates, long seed) {
        List<ViewedItem> seen =
                items.stream().filter(item -> item.viewsHigh() > 0).toList();
        double[] ones = new double[seen.size()];
        Arrays.fill(ones, 1);
        double[] low = new double[] {Double.NaN, Double.NaN};
        Curves curves = new Curves(seen);
        if (!seen.isEmpty()) {
            low = curves.halfTimes(ones);
        }
        double effective = effective(seen);
        boolean resample = replicates > 0 && effective >= FEWEST;
        double[] ci =
                resample ? interval(curves, seen, level, replicates, seed) : new double[] {Double.NaN, Double.NaN};
        int[] families = seen.stream().mapToInt(ViewedItem::family).toArray();
        boolean none = Double.isNaN(low[0]);
        boolean point = low[0] == low[1];
        return new ExposureHalfLife(
                none ? Identifiability.NONE : point ? Identifiability.POINT : Identifiability.BOUNDS,
                point ? low[0] : Double.NaN,
                ci[0],
                ci[1],
                low[0],
                low[1],
                effective,
                !resample
                        ? IntervalMethod.NONE
                        : FamilyResampling.anyShared(families)
                                ? IntervalMethod.FAMILY_BOOTSTRAP
                                : IntervalMethod.ITEM_BOOTSTRAP);
    }

    private static double effective(List<ViewedItem> items) {
        return FamilyResampling.effectiveNumber(
                items.stream()
                        .mapToDouble(item -> Math.max(item.viewsLow(), finite(item.viewsHigh())))
                        .toArray(),
                items.stream().mapToInt(ViewedItem::family).toArray());
    }

    private static double finite(double views) {
        return Double.isInfinite(views) ? 0 : views;
    }

    private static double[] interval(Curves curves, List<ViewedItem> items, double level, int replicates, long seed) {
        FamilyResampling samples = new FamilyResampling(
                items.stream().mapToInt(ViewedItem::family).toArray(),
                items.stream().mapToLong(ExposureHalfLife::content).toArray(),
                seed);
        double[] lows = new double[replicates];
        double[] highs = new double[replicates];
        for (int b = 0; b < replicates; b++) {
            double[] ends = curves.halfTimes(samples.next());
            lows[b] = ends[0];
            highs[b] = ends[1];
        }
        double tail = (1 - level) / 2;
        return new double[] {FamilyResampling.percentile(lows, tail), FamilyResampling.percentile(highs, 1 - tail)};
    }

    private static long content(ViewedItem item) {
        double[] known = new double[5 + 2 * item.counts().size()];
        known[0] = item.entry();
        known[1] = item.lower();
        known[2] = item.upper();
        known[3] = item.viewsLow();
        known[4] = item.viewsHigh();
        int next = 5;
        for (ViewedItem.CountAt count : item.counts()) {
            known[next++] = count.hours();
            known[next++] = count.views();
        }
        return FamilyResampling.hash(known);
    }

    /** How much each item adds to the lowest and to the highest curve at which time. */
    private static final class Curves {
        private final List<ViewedItem> items;
        private final List<Step> low = new ArrayList<>();
        private final List<Step> high = new ArrayList<>();

        private record Step(double hours, int item, double views) {}

        Curves(List<ViewedItem> items) {
            this.items = items;
            for (int i = 0; i < items.size(); i++) {
                steps(items.get(i), i);
            }
            low.sort(Comparator.comparingDouble(Step::hours));
            high.sort(Comparator.comparingDouble(Step::hours));
        }

        private void steps(ViewedItem item, int i) {
            double end = item.isCensored() ? item.lower() : item.upper();
            double known = 0;
            double possible = 0;
            double since = 0;
            for (ViewedItem.CountAt count : item.counts()) {
                if (count.hours() <= item.lower() && count.views() > known) {
                    low.add(new Step(count.hours(), i, count.views() - known));
                    known = count.views();
                }
                double most = Math.min(count.views(), item.viewsHigh());
                if (since < end && most > possible) {
                    high.add(new Step(since, i, most - possible));
                    possible = most;
                }
                since = Math.max(since, count.hours());
            }
            if (item.viewsLow() > known) {
                low.add(new Step(end, i, item.viewsLow() - known));
            }
            if (item.viewsHigh() > possible) {
                high.add(new Step(Math.min(since, end), i, item.viewsHigh() - possible));
            }
        }

        /** Earliest and latest half-time with each item counted so often; NaN where not defined. */
        double[] halfTimes(double[] times) {
            double least = 0;
            double most = 0;
            for (int i = 0; i < times.length; i++) {
                least += times[i] * items.get(i).viewsLow();
                most += times[i] > 0 ? times[i] * items.get(i).viewsHigh() : 0;
            }
            return new double[] {most > 0 ? reached(high, times, least / 2) : Double.NaN, latest(times, most)};
        }

        private double latest(double[] times, double most) {
            return most > 0 && Double.isFinite(most) ? reached(low, times, most / 2) : Double.NaN;
        }

        private static double reached(List<Step> steps, double[] times, double level) {
            double sum = 0;
            for (Step step : steps) {
                sum += times[step.item()] > 0 ? times[step.item()] * step.views() : 0;
                // Sums in another order differ in the last digits.
                if (sum >= level * (1 - 1e-12)) {
                    return step.hours();
                }
            }
            return Double.NaN;
        }
    }
}
