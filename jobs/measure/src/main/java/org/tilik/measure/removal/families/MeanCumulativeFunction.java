// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * The mean number of recurrent events per family over hours since each family's origin, when families are followed for
 * different times.
 *
 * <pre>
 * M(t)     = Σ_{t_k ≤ t} d_k / n_k                d_k events at t_k, n_k families followed for at least t_k
 * Var M(t) = Σ_i [ Σ_{t_k ≤ min(t, τ_i)} (d_ik − d_k / n_k) / n_k ]²
 * </pre>
 *
 * <p>Nelson, Graphical analysis of system repair data, 1988, doi:10.1080/00224065.1988.11979134; robust variance of
 * Lawless and Nadeau, Some simple robust methods for the analysis of recurrent events, 1995,
 * doi:10.1080/00401706.1995.10484300, which assumes nothing of how the events of one family depend on each other. Equal
 * to {@code survfit(Surv(start, stop, event) ~ 1, id = family)} of R survival 3.5-3 ({@code cumhaz}, {@code std.chaz}).
 * Families are independent, and how long one is followed does not depend on its events.
 */
public final class MeanCumulativeFunction {

    private final List<EventHistory> families;
    /** Distinct times of events, ascending. */
    private final double[] times;
    /** At each time: families still followed. */
    private final double[] followed;
    /** Up to and with each time: Σ d_k / n_k and Σ d_k / n_k². */
    private final double[] mean;

    private final double[] centre;

    private MeanCumulativeFunction(List<EventHistory> families) {
        this.families = families;
        this.times = families.stream()
                .flatMapToDouble(history -> Arrays.stream(history.times()))
                .sorted()
                .distinct()
                .toArray();
        double[] events = new double[times.length];
        for (EventHistory history : families) {
            for (int e = 0; e < history.size(); e++) {
                events[Arrays.binarySearch(times, history.time(e))]++;
            }
        }
        this.followed = new double[times.length];
        this.mean = new double[times.length];
        this.centre = new double[times.length];
        int left = 0;
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < times.length; k++) {
            // Families come by length of follow-up, the shortest first.
            while (families.get(left).followedFor() < times[k]) {
                left++;
            }
            followed[k] = families.size() - left;
            sum += events[k] / followed[k];
            squares += events[k] / (followed[k] * followed[k]);
            mean[k] = sum;
            centre[k] = squares;
        }
    }

    /** The function of these families; a family that was not followed at all (below 0 hours) is left out. */
    public static MeanCumulativeFunction of(Collection<EventHistory> families) {
        return new MeanCumulativeFunction(families.stream()
                .filter(history -> history.followedFor() >= 0)
                .sorted(EventHistory::compare)
                .toList());
    }

    /** Number of families. */
    public int families() {
        return families.size();
    }

    /** Number of events. */
    public long events() {
        return families.stream().mapToLong(EventHistory::size).sum();
    }

    /** The longest follow-up, hours; −∞ without families. */
    public double lastFollowUp() {
        return families.isEmpty()
                ? Double.NEGATIVE_INFINITY
                : families.get(families.size() - 1).followedFor();
    }

    /** The mean within {@code hours}, inclusive; NaN after the last follow-up. */
    public CumulativeMean at(double hours) {
        int atRisk = (int) families.stream()
                .filter(history -> history.followedFor() >= hours)
                .count();
        if (atRisk == 0) {
            return new CumulativeMean(hours, Double.NaN, Double.NaN, 0);
        }
        double variance = 0;
        for (EventHistory history : families) {
            double own = 0;
            for (int e = 0; e < history.countUntil(hours); e++) {
                own += 1 / followed[Arrays.binarySearch(times, history.time(e))];
            }
            double deviation = own - upTo(centre, Math.min(hours, history.followedFor()));
            variance += deviation * deviation;
        }
        return new CumulativeMean(hours, upTo(mean, hours), Math.sqrt(variance), atRisk);
    }

    private double upTo(double[] sums, double hours) {
        int found = Arrays.binarySearch(times, hours);
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? 0 : sums[last];
    }
}
