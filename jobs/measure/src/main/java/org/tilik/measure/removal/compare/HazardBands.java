// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.tilik.measure.removal.Identifiability;
import org.tilik.measure.removal.RemovalData;

/**
 * The rate at which items go, per hour under observation, in bands of their age; late entry counts from the entry on.
 *
 * <pre>
 * rate_b = d_b / PT_b        PT_b = Σ_i hours of (entry_i, exit_i] in band b
 * [χ²(α/2; 2d) / 2 PT,  χ²(1 − α/2; 2d + 2) / 2 PT]        quantiles; the low end is 0 for d = 0
 * </pre>
 *
 * <p>An item that went in a bracket (L, R] may have gone at any time in it: no midpoint is taken. Events and hours are
 * then bounds; the smallest and largest rates are found over all times at which bracketed items may have gone, by
 * Dinkelbach's iteration. Where some family has more than one item, the interval of exact times is rate exp(± z σ), with
 * σ² the sum over families of (d_f − rate PT_f)² / d².
 *
 * <p>Exact interval: Garwood, Fiducial limits for the Poisson distribution, 1936, doi:10.1093/biomet/28.3-4.437; ratio
 * of sums: Dinkelbach, On nonlinear fractional programming, 1967, doi:10.1287/mnsc.13.7.492; piecewise-constant hazard:
 * Breslow, Covariance analysis of censored survival data, 1974, doi:10.2307/2529620.
 */
public final class HazardBands {

    private static final int ROUNDS = 200;

    private final double[] edges;
    private final double level;

    private HazardBands(double[] edges, double level) {
        this.edges = edges;
        this.level = level;
    }

    /** The first hour, day and week, and what comes after; intervals at 0.95. */
    public static HazardBands standard() {
        return of(0.95, 0, 1, 24, 168);
    }

    /**
     * Bands between ascending edges, the last without an end.
     *
     * @throws IllegalArgumentException if edges are none, below 0 or not ascending, or the level is not in (0, 1)
     */
    public static HazardBands of(double level, double... edgeHours) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("The confidence level is " + level + ", expected between 0 and 1.");
        }
        boolean ascending = IntStream.range(1, edgeHours.length).allMatch(b -> edgeHours[b - 1] < edgeHours[b]);
        if (edgeHours.length == 0 || !(edgeHours[0] >= 0) || !ascending) {
            throw new IllegalArgumentException(
                    "The edges are " + Arrays.toString(edgeHours) + ", expected ascending hours from 0.");
        }
        return new HazardBands(edgeHours.clone(), level);
    }

    /** The rate in each band. */
    public List<BandRate> rates(RemovalData data) {
        FamilyUnits families = FamilyUnits.of(List.of(new Group("all", data)));
        List<BandRate> rates = new ArrayList<>();
        for (int b = 0; b < edges.length; b++) {
            double to = b + 1 < edges.length ? edges[b + 1] : Double.POSITIVE_INFINITY;
            rates.add(new Band(data, edges[b], to).rate(families));
        }
        return List.copyOf(rates);
    }

    private double poissonLow(double events) {
        return events == 0
                ? 0
                : ChiSquaredDistribution.of(2 * events).inverseCumulativeProbability((1 - level) / 2) / 2;
    }

    private double poissonHigh(double events) {
        return ChiSquaredDistribution.of(2 * events + 2).inverseSurvivalProbability((1 - level) / 2) / 2;
    }

    /** Events and hours of all items at ages in (from, to]. */
    private final class Band {

        private final RemovalData data;
        private final double from;
        private final double to;
        private boolean bracketed;
        private boolean overEdges;
        private double eventsLow;
        private double eventsHigh;
        private double hoursLow;
        private double hoursHigh;

        Band(RemovalData data, double from, double to) {
            this.data = data;
            this.from = from;
            this.to = to;
            for (int i = 0; i < data.size(); i++) {
                double w = data.weight(i);
                hoursLow += w * hours(i, data.lower(i));
                hoursHigh += w * hours(i, data.exit(i));
                if (!data.isCensored(i)) {
                    eventsLow += surelyHere(i) ? w : 0;
                    eventsHigh += perhapsHere(i) ? w : 0;
                    bracketed |= data.isBracket(i) && perhapsHere(i);
                    overEdges |= perhapsHere(i) && !surelyHere(i);
                }
            }
            // A bracket that begins in an earlier band and ends in a later one leaves hours open here too.
            bracketed |= hoursLow < hoursHigh;
        }

        /** Hours in the band of an item that goes, or is last seen, at {@code end}. */
        private double hours(int i, double end) {
            return Math.max(0, Math.min(to, end) - Math.max(from, Math.max(0, data.entry(i))));
        }

        private boolean surelyHere(int i) {
            boolean after = data.isBracket(i) ? data.lower(i) >= from : data.lower(i) > from;
            return after && data.upper(i) <= to;
        }

        private boolean perhapsHere(int i) {
            return data.isBracket(i)
                    ? data.lower(i) < to && data.upper(i) > from
                    : data.upper(i) > from && data.upper(i) <= to;
        }

        BandRate rate(FamilyUnits families) {
            if (!(hoursHigh > 0)) {
                return row(Identifiability.NONE, Double.NaN, Double.NaN, Double.NaN, Double.NaN, RateInterval.NONE);
            }
            if (bracketed) {
                double low = extreme(false);
                double high = extreme(true);
                return families.anyShared()
                        ? row(Identifiability.BOUNDS, Double.NaN, Double.NaN, low, high, RateInterval.NONE)
                        : row(
                                Identifiability.BOUNDS,
                                poissonLow(eventsLow) / hoursHigh,
                                poissonHigh(eventsHigh) / hoursLow,
                                low,
                                high,
                                RateInterval.EXACT_POISSON);
            }
            double rate = eventsLow / hoursLow;
            if (!families.anyShared()) {
                return row(
                        Identifiability.POINT,
                        poissonLow(eventsLow) / hoursLow,
                        poissonHigh(eventsLow) / hoursLow,
                        rate,
                        rate,
                        RateInterval.EXACT_POISSON);
            }
            double error = families.tooFew() ? Double.NaN : familyError(families, rate);
            double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
            boolean none = Double.isNaN(error);
            return row(
                    Identifiability.POINT,
                    none ? Double.NaN : rate * Math.exp(-z * error),
                    none ? Double.NaN : rate * Math.exp(z * error),
                    rate,
                    rate,
                    none ? RateInterval.NONE : RateInterval.FAMILY_ROBUST_LOG);
        }

        /** Of the logarithm of the rate; NaN without events. */
        private double familyError(FamilyUnits families, double rate) {
            FamilySums sums = new FamilySums(families, 1);
            for (int i = 0; i < data.size(); i++) {
                double went = !data.isCensored(i) && surelyHere(i) ? 1 : 0;
                sums.add(data, i, new double[] {went - rate * hours(i, data.exit(i))});
            }
            return eventsLow > 0 ? Math.sqrt(sums.covariance()[0][0]) / eventsLow : Double.NaN;
        }

        private BandRate row(
                Identifiability kind, double ciLow, double ciHigh, double low, double high, RateInterval interval) {
            boolean point = kind == Identifiability.POINT;
            Optional<Undefined> why = kind == Identifiability.BOUNDS
                    ? Optional.of(overEdges ? Undefined.BRACKETS_OVER_BANDS : Undefined.BRACKETS)
                    : Optional.empty();
            return new BandRate(
                    from,
                    to,
                    kind,
                    why,
                    eventsLow == eventsHigh ? eventsLow : Double.NaN,
                    hoursLow == hoursHigh ? hoursLow : Double.NaN,
                    point ? low : Double.NaN,
                    ciLow,
                    ciHigh,
                    eventsLow,
                    eventsHigh,
                    hoursLow,
                    hoursHigh,
                    low,
                    high,
                    interval);
        }

        /**
         * The smallest or largest rate: from any rate r, each bracketed item takes the time that makes events − r hours
         * smallest (largest), and the rate of these times is the next r, until it stays.
         */
        private double extreme(boolean largest) {
            double rate = largest ? eventsLow / hoursHigh : eventsHigh / hoursHigh;
            for (int round = 0; round < ROUNDS; round++) {
                double events = 0;
                double hours = 0;
                for (int i = 0; i < data.size(); i++) {
                    double[] best = extremeTime(i, rate, largest);
                    events += data.weight(i) * best[0];
                    hours += data.weight(i) * best[1];
                }
                double next = hours > 0 ? events / hours : events > 0 ? Double.POSITIVE_INFINITY : rate;
                if (next == rate || next == Double.POSITIVE_INFINITY) {
                    return next;
                }
                rate = next;
            }
            return rate;
        }

        /** Event (1 or 0) and hours in the band at the best of the times at which item i may have gone. */
        private double[] extremeTime(int i, double rate, boolean largest) {
            if (!data.isBracket(i)) {
                return new double[] {!data.isCensored(i) && surelyHere(i) ? 1 : 0, hours(i, data.exit(i))};
            }
            double sign = largest ? 1 : -1;
            double[] best = {0, 0};
            double bestValue = Double.NEGATIVE_INFINITY;
            double lower = data.lower(i);
            double upper = data.upper(i);
            double[][] ways = {
                lower < from ? new double[] {0, 0} : null,
                perhapsHere(i) ? new double[] {1, hours(i, largest ? lower : upper)} : null,
                upper > to ? new double[] {0, hours(i, upper)} : null,
            };
            for (double[] way : ways) {
                if (way != null && sign * (way[0] - rate * way[1]) > bestValue) {
                    best = way;
                    bestValue = sign * (way[0] - rate * way[1]);
                }
            }
            return best;
        }
    }
}
