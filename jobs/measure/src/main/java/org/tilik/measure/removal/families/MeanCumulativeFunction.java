// SPDX-License-Identifier: GPL-3.0-or-later
package org.tilik.measure.removal.families;

import java.util.Arrays;
import java.util.Collection;

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

    private final double[] followedFor;
    /** Where the events of each family begin in {@link #events}; one more at the end. */
    private final int[] begin;
    /** Events by family, ascending in each. */
    private final double[] events;
    /** Distinct times of events, ascending. */
    private final double[] times;
    /** At each time: families still followed. */
    private final double[] followed;
    /** Up to and with each time: Σ d_k / n_k and Σ d_k / n_k². */
    private final double[] mean;

    private final double[] centre;
    /** Lengths of follow-up, ascending. */
    private final double[] ends;

    private MeanCumulativeFunction(double[] followedFor, int[] begin, double[] events) {
        this.followedFor = followedFor;
        this.begin = begin;
        this.events = events;
        this.times = Arrays.stream(events).sorted().distinct().toArray();
        this.ends = followedFor.clone();
        Arrays.sort(ends);
        double[] atOnce = new double[times.length];
        for (double time : events) {
            atOnce[Arrays.binarySearch(times, time)]++;
        }
        this.followed = new double[times.length];
        this.mean = new double[times.length];
        this.centre = new double[times.length];
        int left = 0;
        double sum = 0;
        double squares = 0;
        for (int k = 0; k < times.length; k++) {
            while (ends[left] < times[k]) {
                left++;
            }
            followed[k] = ends.length - left;
            sum += atOnce[k] / followed[k];
            squares += atOnce[k] / (followed[k] * followed[k]);
            mean[k] = sum;
            centre[k] = squares;
        }
    }

    /** The function of these families; one that was not followed at all (below 0 hours) is left out. */
    public static MeanCumulativeFunction of(Collection<EventHistory> families) {
        Builder builder = new Builder();
        for (EventHistory history : families) {
            builder.add(history.followedFor(), history.times());
        }
        return builder.build();
    }

    /** Collects families in columns of numbers, because most of millions have one event. */
    public static final class Builder {
        private double[] followedFor = new double[16];
        private int[] begin = new int[17];
        private double[] events = new double[16];
        private int families;

        /** Adds a family; see {@link EventHistory}. One that was not followed at all (below 0 hours) is left out. */
        public Builder add(double followedHours, double... hours) {
            if (!(followedHours >= 0)) {
                return this;
            }
            if (families == followedFor.length) {
                followedFor = Arrays.copyOf(followedFor, grown(families));
                begin = Arrays.copyOf(begin, followedFor.length + 1);
            }
            int size = begin[families];
            while (size + hours.length > events.length) {
                events = Arrays.copyOf(events, grown(events.length));
            }
            int end = size;
            for (double time : hours) {
                if (time <= followedHours) {
                    events[end++] = time;
                }
            }
            Arrays.sort(events, size, end);
            followedFor[families] = followedHours;
            begin[++families] = end;
            return this;
        }

        private static int grown(int size) {
            return Math.toIntExact(Math.min(size * 3L / 2, Integer.MAX_VALUE - 8L));
        }

        /** The function of the families added so far. */
        public MeanCumulativeFunction build() {
            return new MeanCumulativeFunction(
                    Arrays.copyOf(followedFor, families),
                    Arrays.copyOf(begin, families + 1),
                    Arrays.copyOf(events, begin[families]));
        }
    }

    /** Number of families. */
    public int families() {
        return followedFor.length;
    }

    /** Number of events. */
    public int events() {
        return events.length;
    }

    /** The longest follow-up, hours; −∞ without families. */
    public double lastFollowUp() {
        return ends.length == 0 ? Double.NEGATIVE_INFINITY : ends[ends.length - 1];
    }

    /** The mean within {@code hours}, inclusive; NaN after the last follow-up. */
    public CumulativeMean at(double hours) {
        int atRisk = 0;
        double[] squares = new double[followedFor.length];
        for (int i = 0; i < squares.length; i++) {
            atRisk += followedFor[i] >= hours ? 1 : 0;
            double own = 0;
            for (int e = begin[i]; e < begin[i + 1] && events[e] <= hours; e++) {
                own += 1 / followed[Arrays.binarySearch(times, events[e])];
            }
            double deviation = own - upTo(centre, Math.min(hours, followedFor[i]));
            squares[i] = deviation * deviation;
        }
        if (atRisk == 0) {
            return new CumulativeMean(hours, Double.NaN, Double.NaN, 0);
        }
        // Sorted, so that the sum does not depend on the order in which families come.
        Arrays.sort(squares);
        return new CumulativeMean(
                hours, upTo(mean, hours), Math.sqrt(Arrays.stream(squares).sum()), atRisk);
    }

    private double upTo(double[] sums, double hours) {
        int found = Arrays.binarySearch(times, hours);
        int last = found >= 0 ? found : -found - 2;
        return last < 0 ? 0 : sums[last];
    }
}
